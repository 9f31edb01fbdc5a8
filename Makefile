# Two commands for a fresh machine: `make demo` and `make test`. The rest is for those who change the code.
PYTHON ?= python3
CORE := .venv-core
DEV := .venv
PIP_QUIET := --quiet --disable-pip-version-check
PYTEST := $(DEV)/bin/python -m pytest
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test test-long check format lock bench clean

help:  ## Show these lines
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -e 's/:.*## /\t/' | expand -t 12

demo: $(CORE)/ready  ## Set up with the core dependencies and answer the shipped demo case
	@$(CORE)/bin/legation demo build/demo

test: $(DEV)/ready .venv-pywb/ready .venv-wacz/ready .venv-bagit/ready .venv-schemathesis/ready .venv-ftm/ready .venv-ftmq/ready .venv-networkx/ready check  ## Set up, check types and structure, and pass the whole suite at small sizes
	$(PYTEST) -n $(JOBS) -m "not long"

test-long: $(DEV)/ready .venv-pywb/ready .venv-wacz/ready .venv-bagit/ready .venv-schemathesis/ready .venv-ftm/ready .venv-ftmq/ready .venv-networkx/ready check  ## The whole suite with the sizes of a newsroom's real case
	$(PYTEST) -n $(JOBS) --hypothesis-profile fresh

check: $(DEV)/ready  ## ruff, mypy --strict and the direction of imports
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy
	$(DEV)/bin/lint-imports

format: $(DEV)/ready  ## Write the code in the one format
	$(DEV)/bin/ruff format .
	$(DEV)/bin/ruff check --fix .

bench: $(DEV)/ready  ## Measure speed and memory; ratios against the bare libraries in the same run
	$(DEV)/bin/python -m benchmarks

lock:  ## Resolve the requirements anew, with hashes
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install $(PIP_QUIET) -r requirements/lock.in
	tools/lock .venv-lock/bin/pip-compile

clean:  ## Remove what the commands above made
	rm -rf $(CORE) $(DEV) .venv-* build dist

$(CORE)/ready: requirements/core.txt requirements/build.txt pyproject.toml
	@tools/environment demo $(CORE) requirements/core.txt

$(DEV)/ready: requirements/core.txt requirements/build.txt requirements/dev.txt pyproject.toml
	@tools/environment test $(DEV) requirements/core.txt requirements/dev.txt

.venv-%/ready: requirements/%.txt
	@tools/peer $*
