# finewatch: one screen of what can be done. `make run` and `make test` need Python 3.11 or later and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin
ARGS ?=
CONTACT ?=

help:            ## this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## ?/  make \1	/' | expand -t 20

run: .venv/run-ready      ## make the environment and run the main job: poll, store, alert
	@$(BIN)/finewatch run $(ARGS)

test: .venv/dev-ready     ## make the environment and run every test (ARGS="-k garante" for some)
	@$(BIN)/pytest -q --numprocesses=auto --dist=worksteal $(ARGS)

demo: .venv/run-ready     ## the whole job on recorded pages, no network, no account
	@$(BIN)/finewatch demo $(ARGS)

check: .venv/dev-ready    ## lint, types, tests: what CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q --numprocesses=auto --dist=worksteal $(ARGS)

fix: .venv/dev-ready      ## mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: .venv/dev-ready   ## write expected.json anew from the recorded pages; then read the diff
	-$(BIN)/pytest -q tests/test_authorities.py --update-golden $(ARGS)
	@git --no-pager diff --stat -- tests/fixtures

bench: .venv/dev-ready    ## every benchmark, each figure a ratio measured in one run
	@for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

try: .venv/run-ready      ## live and dry: what an authority says now (AUTHORITY=cnil CONTACT=you@example.org); stores and sends nothing
	@$(BIN)/python -m scrapers try $(AUTHORITY) --contact "$(CONTACT)"

capture: .venv/run-ready  ## live: save the pages of an authority as a case (AUTHORITY=cnil CASE=name CONTACT=…)
	@$(BIN)/python -m scrapers capture --contact "$(CONTACT)" $(AUTHORITY) tests/fixtures/authorities/$(AUTHORITY)/$(CASE)

migration: .venv/dev-ready ## a new migration from the tables (NAME="add sector"); then read it
	@$(BIN)/python -m storage.migrations "$(NAME)"

lock: .venv/dev-ready     ## the lock files anew from pyproject.toml
	$(BIN)/pip install -q uv
	$(BIN)/uv lock -q --upgrade
	$(BIN)/uv export -q --no-dev --no-emit-project --format requirements-txt -o requirements.lock
	$(BIN)/uv export -q --all-extras --all-groups --no-emit-project --format requirements-txt -o requirements-dev.lock

.venv/python-ready:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "finewatch needs Python 3.11 or later; found: $(PYTHON). Try: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run-ready: .venv/python-ready requirements.lock pyproject.toml
	@echo "Installing finewatch into .venv (once, about a minute) …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/dev-ready: .venv/run-ready requirements-dev.lock
	@echo "Installing the tools for development into .venv (once) …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: help run test demo check fix golden bench try capture migration lock
