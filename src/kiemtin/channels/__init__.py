"""The ways in and out: one folder a channel, all of one shape, none importing another."""
