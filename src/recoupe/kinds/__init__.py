"""The kinds of statement, one folder each: `body` (what it is), `extract` (how it is found)."""
