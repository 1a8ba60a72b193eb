"""Vietnamese text: one canonical form, folding, language, redaction and deciding details.

Nothing is imported here, so that asking for one part never loads another:
`kiemtin.text.canonical`, `.fold`, `.language`, `.restore`, `.redact`, `.places`, `.details`.
"""
