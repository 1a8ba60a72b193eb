"""What the phone page asks for, one module a kind of answer."""
