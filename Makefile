# Two commands matter: `make serve` runs Palabre, `make test` tests it. Both install what they need into .venv.
# More words for the command behind: make serve ARGS="--port 9000", make test ARGS="-k poll".

PYTHON ?= python3
BIN = .venv/bin
ARGS ?=

help:  ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

serve: setup  ## Run with a sample workshop on http://localhost:8000
	@$(BIN)/palabre migrate
	@exec $(BIN)/palabre serve --demo $(ARGS)

# Advisories are of the world and not of the change: they stop no test.
# Two files at a time, in the order tests/conftest.py gives: most tests wait for something. With three, sound and pictures
# come late on two cores.
test: services lint  ## Lint, then run all tests, real browser and databases included
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

check: lint  ## Format, lint, types, imports, types of the pages; known weaknesses of what is shipped
	@$(BIN)/python scripts/audit.py

lint: tools
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory -j 2 types pagetypes

types:
	@$(BIN)/mypy --no-error-summary

pagetypes:
	@$(BIN)/python hatch_build.py svelte-check --tsconfig ./tsconfig.json --fail-on-warnings

bench: services  ## Measure, as ratios beside a baseline
	@$(BIN)/python -m bench $(ARGS)

fuzz: services  ## Ten thousand hostile inputs of each kind
	@FUZZ=10000 $(BIN)/pytest tests/fuzz tests/rooms/documents/test_hostile.py tests/media/test_fuzz.py $(ARGS)

chaos: services  ## Kill, freeze and cut in twenty ways, and look whether anything is lost
	@$(BIN)/python -m tests.chaos $(ARGS)

leaks: tools  ## Let secrets out in two dozen ways, and look whether the tests of secrecy see it
	@$(BIN)/python -m tests.hidden $(ARGS)

shots: services  ## Picture every page: two widths, three languages
	@$(BIN)/python -m tests.shots $(ARGS)

dev: setup  ## Serve, and build the pages again when they change
	@$(BIN)/palabre migrate
	@exec $(BIN)/python scripts/dev.py $(ARGS)

setup:  ## Make .venv ready to serve; nothing when it is
	@$(PYTHON) scripts/setup.py serve

tools:
	@$(PYTHON) scripts/setup.py check

services:
	@$(PYTHON) scripts/setup.py test

.PHONY: help serve test check lint types pagetypes bench fuzz chaos leaks shots dev setup tools services
