"""Messages that people send to the desk's WhatsApp number, and answers to them; never groups."""
