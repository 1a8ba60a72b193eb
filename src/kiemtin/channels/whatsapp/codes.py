"""What the error codes of the WhatsApp Cloud API mean for a message (error codes, May 2026)."""

CODES = {
    "window": frozenset({131047, 470}),
    "gone": frozenset({131026, 131050}),
    "busy": frozenset({4, 80007, 130429, 131048, 131056, 133016}),
    "token": frozenset({3, 10, 131005, *range(200, 300)}),
    "server": frozenset({131000, 131016, 131057}),
}
"""Window: 24 hours after the person's last message. Gone: has no WhatsApp, an old one, or opted
out. Busy: limits of the app, the number, spam, and of one person (one message in 6 seconds)."""
