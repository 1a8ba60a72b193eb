"""The forms of the public pages: what was typed stays, each refusal stands beside its field."""
