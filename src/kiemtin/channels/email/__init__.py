"""The desk's own mailbox: questions come in by IMAP, answers go out by SMTP."""
