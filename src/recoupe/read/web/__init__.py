"""Pages fetched over the network, only when the person asks for it with `--fetch`."""
