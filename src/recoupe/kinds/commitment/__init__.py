"""Commitments: promises, plans, announced measures and deadlines, with who and by when."""

from recoupe.kinds.base import Kind
from recoupe.kinds.commitment.body import CommitmentBody

KIND = Kind(name="commitment", body=CommitmentBody, package=__name__, after=("fault", "time", "quotation"))
