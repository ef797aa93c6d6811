# Everything a newcomer needs: `make help`. Each target sets up what it needs in .venv (peers in .venv-peers).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
# The pip of the environment that a target lies in.
PIP = $(@D)/bin/python -m pip --disable-pip-version-check --quiet

# Byte code and compiled patterns are kept, whatever the environment says: a start without takes three times as long.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test pictures lint types quality contract pages peers bench bench-site fuzz golden diff-archive clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: $(VENV)/.run ## records of samples/ into out/, and a short table of them
	@mkdir -p out
	$(BIN)/extract samples --force -o out/samples.jsonl
	@$(BIN)/python tools/overview.py out/samples.jsonl

test: $(VENV)/.test ## all tests, doctests among them
	$(BIN)/python -m pytest

pictures: $(VENV)/.test ## the pictures in docs/, taken anew by the tests that need them
	SCREENSHOTS=docs $(BIN)/python -m pytest tests/view -k picture

lint: $(VENV)/.dev ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

quality: contract pages ## accuracy on the annotated releases in ../shared, held against floors; RAISE=1 lifts them
	PYTHONPATH=tests $(BIN)/python -m quality.gate $(if $(RAISE),--raise)

pages: $(VENV)/.test ## our releases set as web pages and PDFs: how far their records are those of the texts
	PYTHONPATH=tests $(BIN)/python -m quality.pages

contract: $(VENV)/.run ## every release in ../shared gives records that break no rule, the same twice and in all encodings
	PYTHONPATH=tests $(BIN)/python -m quality.contract
	PYTHONPATH=tests $(BIN)/python -m quality.encodings

peers: $(PEERS)/.peers ## what other libraries find in the same releases (slow; downloads them); WRITE=1 fills the README
	PYTHONPATH=tests $(PEERS)/bin/python -m quality.peers $(if $(WRITE),--write)

bench: $(VENV)/.run ## speed, as a ratio to bare tokenisation of the same text; how the cost grows, of hostile texts too
	$(BIN)/python tools/speed.py
	$(BIN)/python tools/growth.py
	PYTHONPATH=tests $(BIN)/python tools/hostile.py

fuzz: $(VENV)/.test ## releases broken at random, COUNT=20000 of them from SEED=0: each gives a right record or a clear refusal
	PYTHONPATH=tests $(BIN)/python tools/fuzz.py --seed $(or $(SEED),0) --count $(or $(COUNT),20000)

bench-site: $(VENV)/.test ## the site of FOLDER=../shared/archive, and of ten times as many: built, first view, a filter
	$(BIN)/python tools/site_speed.py $(or $(FOLDER),../shared/archive)

golden: $(VENV)/.run ## what would change in the stored records of tests/fixtures; ACCEPT=1 stores it
	$(BIN)/python tests/golden.py $(if $(ACCEPT),--accept)

diff-archive: $(VENV)/.run ## which records of ../shared/archive change from BASE=HEAD to the working tree, side by side (SHOW=20)
	@$(BIN)/python tools/diff_archive.py --base $(or $(BASE),HEAD) --show $(or $(SHOW),20)

clean: ## remove everything that make made
	rm -rf $(VENV) $(PEERS) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An old pip knows no dependency groups, so the environment's own pip is renewed first.
$(VENV)/.pip $(PEERS)/.pip:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.run $(PEERS)/.run: %/.run: pyproject.toml %/.pip
	$(PIP) install --editable .
	@touch $@

$(VENV)/.test $(VENV)/.dev: $(VENV)/.%: $(VENV)/.run
	$(PIP) install --group $*
	@touch $@

$(PEERS)/.peers: $(PEERS)/.run
	$(PIP) install --group peers
	@touch $@
