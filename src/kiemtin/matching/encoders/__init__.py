"""Which sentence encoder is used, by setting: the one that comes along, none, or any other."""
