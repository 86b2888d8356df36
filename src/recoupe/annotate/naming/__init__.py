"""How names are found: runs of capitals, known names, offices, bodies, groups and places."""
