# Two commands are enough on a bare machine with Python >= 3.11: `make demo` and `make test`.
# Each target makes its own .venv from the lock files; nothing is installed outside this folder.

PYTHON ?= python3
ROOM ?= galley_kitchen
OUT ?= out
ARGS ?=
BIN := .venv/bin

.PHONY: demo test serve lint pictures bench layouts lock clean

demo: .venv/.run
	$(BIN)/furnish make $(ROOM) --out $(OUT)/$(ROOM)

serve: .venv/.run
	$(BIN)/furnish serve

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest

# The pictures of the README, after a change to drawings or sample rooms.
pictures: .venv/.run
	$(BIN)/python docs/pictures/make.py

# Ours and the peers on the same jobs, up to an hour; `make bench ARGS="--sets pool800"` runs one set. The peers
# need Python >= 3.12 (PEER_PYTHON=) and an environment of their own, made once.
bench: .venv/.dev
	-$(BIN)/python -m benchmarks.peers_setup
	$(BIN)/python -m benchmarks.run $(ARGS)

# Forty rooms furnished, and docs/layouts.md; ARGS=--papers takes every layout on to papers, about half an hour.
layouts: .venv/.dev
	$(BIN)/python -m benchmarks.layouts $(ARGS)

# What the program needs to run. The compiled loops of the optimiser are made here, once, not at the first job.
.venv/.run: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Furnish needs Python 3.11 or newer; set PYTHON=")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m cutting.nesting.warm
	touch $@

# What its makers need besides.
.venv/.dev: requirements-dev.lock .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Renew the lock files after a change of dependencies in pyproject.toml.
lock: .venv/.dev
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra dev --extra install pyproject.toml --output-file requirements-dev.lock --upgrade
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--constraints requirements-dev.lock --extra install pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv .venv-peers out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
