# Two commands are enough: `make play` and `make test`. Both build the environment when it is missing or out of date.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: play test check library bench model clean

play: $(VENV)/.installed
	@$(BIN)/coolhead

# What Python compiles is kept, whatever is said elsewhere: several processes and those they start would each do it again.
test: $(VENV)/.installed-dev
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist loadgroup

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

library: $(VENV)/.installed
	@$(BIN)/coolhead check scenarios/library --golden

bench: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks

model: $(VENV)/.installed-model
	@$(BIN)/python -m scoring.reading.training

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Coolhead needs Python 3.11 or newer; name one with: make play PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	@echo "Setting up Coolhead in $(VENV) (once, about half a minute)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# torch is named here alone: hand pip a CPU build (PIP_INDEX_URL or PIP_FIND_LINKS) unless you want the CUDA one.
$(VENV)/.installed-model: $(VENV)/.installed-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0 -e '.[dev,model]'
	@touch $@
