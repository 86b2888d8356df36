"""Faults: words that were never meant to be read as the account, or that came out broken."""

from recoupe.kinds.base import Kind
from recoupe.kinds.fault.body import FaultBody

KIND = Kind(name="fault", body=FaultBody, package=__name__)
