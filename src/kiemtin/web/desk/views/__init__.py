"""Views of the desk, one module a page: parse, call the flow, redirect."""
