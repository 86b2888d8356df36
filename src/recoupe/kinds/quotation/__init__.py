"""Quotations: who said what, in whose words, through what medium."""

from recoupe.kinds.base import Kind
from recoupe.kinds.quotation.body import QuotationBody

KIND = Kind(name="quotation", body=QuotationBody, package=__name__, after=("fault",))
