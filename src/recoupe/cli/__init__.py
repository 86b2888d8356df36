"""The command line. Data goes to standard output, talk to standard error."""
