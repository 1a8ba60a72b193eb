"""The way of a message, one module a step; the only code that changes the desk's records."""
