# Two commands for a bare machine with git, make and Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= demo

.PHONY: demo test check docs catalogues clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("recoupe needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.installed
	@mkdir -p $(DEMO)
	@$(BIN)/recoupe run --manifest examples/port-salines/manifest.toml -o $(DEMO)/port-salines.db --report $(DEMO)/port-salines.html || test $$? -eq 3

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/reference/make.py
	$(BIN)/python docs/transcript.py

# After changing the interface's words (src/recoupe/lang/locale/*/LC_MESSAGES/*.po).
catalogues: $(VENV)/.installed
	for domain in report desk reasons cli problems; do $(BIN)/pybabel -q compile -d src/recoupe/lang/locale -D $$domain; done

clean:
	rm -rf $(VENV) $(DEMO) build dist
