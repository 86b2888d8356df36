"""What each language knows, as tables: one folder a language, one TOML file a subject.

`table("fr", "reporting")` gives the parsed file. Every `[[entry]]` carries `examples`, which the tests run.
"""

from recoupe.lang.messages import say
from recoupe.lang.tables import LANGUAGES, entries, table

__all__ = ["LANGUAGES", "entries", "say", "table"]
