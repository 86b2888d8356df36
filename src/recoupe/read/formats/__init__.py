"""One file a format; the registry says which suffix each one reads."""
