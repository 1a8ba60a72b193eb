"""Messages that people send to the desk's Facebook page, and answers; never posts or comments."""
