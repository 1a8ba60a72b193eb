"""Messages from CSV and JSONL files, and CSV files that no spreadsheet mistakes for formulas."""
