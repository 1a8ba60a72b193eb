"""What the readers of pages share: letters, style sheets, pictures, and what of a page is inert."""
