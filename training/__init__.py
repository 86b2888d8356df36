"""How the shipped models are made, from public corpora, one command a language."""
