"""The `recoupe` command."""
