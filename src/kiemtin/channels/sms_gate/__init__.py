"""Text messages through a telephone of the desk's own, with the app SMS Gateway for Android."""
