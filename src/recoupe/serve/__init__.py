"""The reading room: dossiers as a web application on this machine, to read, search and judge."""
