"""How the stages are spread over documents."""
