"""Reading: files, folders and lines of JSON become documents, or issues that say why not."""

from recoupe.read.options import MAX_BYTES, Given, ReadOptions
from recoupe.read.read import read, read_all

__all__ = ["MAX_BYTES", "Given", "ReadOptions", "read", "read_all"]
