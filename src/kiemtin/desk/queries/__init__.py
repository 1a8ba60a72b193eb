"""Reading for pages, feeds and exports; nothing here changes a record."""
