"""The drill: documented rumours, made-up messages and a desk without real people."""
