"""Where channels call the desk: a webhook is believed when it is signed, stored, and answered."""
