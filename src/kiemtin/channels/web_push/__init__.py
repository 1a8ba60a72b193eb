"""Short notices on the phones and computers of people who asked for them in their browser."""
