"""People's decisions: `make` one that fits its dossier, see which are `standing`, see them in effect with `judged`."""

from recoupe.judge.apply import judged
from recoupe.judge.make import make
from recoupe.judge.standing import standing, states

__all__ = ["judged", "make", "standing", "states"]
