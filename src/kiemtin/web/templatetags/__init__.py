"""What templates may say: `{% load kiemtin %}` brings every tag and filter of the pages."""
