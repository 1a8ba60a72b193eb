"""Pages of this room; they read through queries and change only through flow."""
