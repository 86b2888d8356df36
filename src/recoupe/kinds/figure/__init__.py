"""Figures: every number that counts or measures something."""

from recoupe.kinds.base import Kind
from recoupe.kinds.figure.body import FigureBody

KIND = Kind(name="figure", body=FigureBody, package=__name__, after=("fault", "time"))
