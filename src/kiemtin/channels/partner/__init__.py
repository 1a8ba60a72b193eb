"""Publications handed to partners by webhook, signed for each of them; nothing comes in by it."""
