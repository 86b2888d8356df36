"""Many articles at once: engines that run work in other processes, and a corpus grouped into stories."""
