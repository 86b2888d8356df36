"""What statements of several accounts are to each other, and which of them share an origin."""
