"""Events: who did what to whom, by PLOVER class."""

from recoupe.kinds.base import Kind
from recoupe.kinds.event.body import EventBody

KIND = Kind(name="event", body=EventBody, package=__name__, after=("fault", "time"))
