"""Text messages through an operator's message centre, by SMPP 3.4."""
