# Each target does all of its own set-up: a fresh Debian machine with python3 (3.11), venv and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: demo test bench lint types check clean

$(VENV)/.run: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

demo: $(VENV)/.run   ## read the bundled examples and serve the pages (ARGS=--no-serve ends after reading)
	$(BIN)/wortlaut demo $(ARGS)

test: $(VENV)/.test   ## lint, types, import contract, tests
	$(BIN)/ruff check src tests benchmarks training actors_list
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(ARGS)

bench: $(VENV)/.test   ## accuracy of ours beside the peers' figures
	$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
