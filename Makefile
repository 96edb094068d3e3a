# Each of these is one command on a fresh machine with Python 3.11 or newer, git and make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
LOWEST := .cache/lowest
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

# Material's advertisement for its successor is no news here.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build serve test test-lowest test-long coverage benchmark check .venv

help: ## List the targets
	@sed -nE 's/^([a-z.-]+):.*## (.*)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) \
		| while IFS='|' read -r name text; do printf '%-12s %s\n' "$$name" "$$text"; done

build: $(READY) ## Build the site in every language into site/
	@$(BIN)/docs build-all --strict

serve: $(READY) ## Preview the site on http://127.0.0.1:8008 with live reload
	@$(BIN)/mkdocs serve -a 127.0.0.1:8008

test: build ## Build the site, then run every test
	@command -v chromium >/dev/null || { \
		echo 'The browser tests need Chromium. On Debian: apt-get install chromium' >&2; exit 1; }
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-long: $(READY) ## Try many more edits, killed builds and generated requests (SEED=… repeats)
	@DOCSITE_EXACTNESS_EXAMPLES=200 $(BIN)/python -m pytest tests/engine/test_exactness.py \
		$(if $(SEED),--hypothesis-seed=$(SEED))
	@DOCSITE_KILLS=100 $(if $(SEED),DOCSITE_KILLS_SEED=$(SEED)) $(BIN)/python -m pytest tests/engine/test_faults.py -k killed
	@GENERATED_REQUESTS=200 $(BIN)/python -m pytest -n auto tests/truth/test_generated_requests.py

coverage: $(READY) ## Show that the tests of the examples cover every line and branch of them
	@$(BIN)/python -m pytest -n auto tests/docs_src --cov --cov-report=
	@$(BIN)/python -m coverage report --include='docs_src/*' --fail-under=100

benchmark: $(READY) ## Measure builds, live preview, the truth suite, translations (SIZE=12x600: its builds)
	@$(BIN)/python -m benchmarks.build $(if $(SIZE),--tree $(SIZE)) --runs $(or $(RUNS),3)
ifndef SIZE
	@$(BIN)/python -m benchmarks.live
	@$(BIN)/python benchmarks/truth.py
	@$(BIN)/python -m benchmarks.translations
endif

test-lowest: $(LOWEST)/.ready ## Run the examples and the truth suite with the lowest supported FastAPI
	@$(LOWEST)/bin/python -m pytest -n auto -p no:cacheprovider tests/docs_src tests/truth

$(LOWEST)/.ready: requirements-lowest.txt requirements.txt
	@echo 'Installing the dependencies with the lowest supported FastAPI into $(LOWEST) …'
	@rm -rf $(LOWEST)
	@$(PYTHON) -m venv $(LOWEST)
	@for file in requirements.txt requirements-lowest.txt; do \
		$(LOWEST)/bin/python -m pip --quiet --disable-pip-version-check install \
			--require-hashes --no-deps --requirement $$file || exit 1; done
	@touch $@

check: $(READY) ## Look at format, style, types, docs and examples
	@$(BIN)/ruff format --check --quiet . || { \
		echo 'Some files are not formatted. Run: $(BIN)/ruff format' >&2; exit 1; }
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/docs check
	@$(BIN)/docs examples variants --check

.venv: $(READY) ## Install the pinned dependencies (the other targets do so when needed)

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Python 3.11 or newer is needed, and $(PYTHON) is not. Name one: make PYTHON=python3.11 …' >&2; \
		echo 'On Debian: apt-get install python3 python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python has no venv module. On Debian: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Installing the dependencies into .venv …'
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes --no-deps --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
