"""The communicators' page: installed on their phones, at work without a network."""
