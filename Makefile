# Every target is one call of the command line. The first call of one sets up what it needs in .venv.

RAW ?= data/raw
OUT ?= data/processed
VENV := .venv
RUN := $(VENV)/bin/python -m pipeline
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: pipeline test check check-code report docs lock clean help
.DEFAULT_GOAL := help

pipeline: $(VENV)/run.stamp  ## read data/raw, write data/processed
	$(RUN) run "$(RAW)" "$(OUT)"

test: $(VENV)/test.stamp  ## run all tests, on all cores
	$(VENV)/bin/python -m pytest $(PARALLEL)

check-code: $(VENV)/test.stamp  ## hold the code against its style and its types
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy

check: $(VENV)/run.stamp  ## hold data/processed against the promises in sql/checks
	$(RUN) check "$(OUT)"

report: $(VENV)/run.stamp  ## show what the last run made
	$(RUN) report "$(OUT)"

docs: $(VENV)/run.stamp  ## write the generated parts of the docs anew
	$(RUN) docs

lock: $(VENV)/run.stamp  ## write the lock files anew from pyproject.toml; UPGRADE=--upgrade takes the newest of all
	$(VENV)/bin/python -m pip install --quiet uv
	$(VENV)/bin/uv pip compile $(LOCK_OPTIONS) pyproject.toml -o requirements.lock
	$(VENV)/bin/uv pip compile $(LOCK_OPTIONS) pyproject.toml --extra test -c requirements.lock -o requirements-test.lock

clean:  ## remove the environment and all that was built
	rm -rf $(VENV) data/processed build dist .pytest_cache .hypothesis

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

# A worker that is done takes from the end of the rest of the other, so tests that share a fixture mostly stay together.
PARALLEL := -n auto --dist worksteal

LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE) \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; install it, or name it: make PYTHON=..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock | $(VENV)/bin/python
	@echo "setting up $(VENV): loading the libraries, about 120 MB; this is done once" >&2
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	@echo "setting up $(VENV): loading what the tests need, about 70 MB more; this is done once" >&2
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@
