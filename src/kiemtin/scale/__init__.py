"""Archive-wide batch work: the same pure functions on one core or on all, with equal results."""
