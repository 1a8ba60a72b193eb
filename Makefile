# Kiểm Tin: every job of a developer in one line each. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test check bench bench-matching forms lock messages clean
BIN := .venv/bin
DESK := .venv/.desk-is-set-up
DEV := .venv/.dev-is-set-up

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(DESK) ## the desk with demonstration cases on 127.0.0.1:8000; Ctrl-C stops it
	@exec $(BIN)/kiemtin demo --home "$(CURDIR)/var/demo"

test: $(DEV) ## every test: the plain library, then the desk on SQLite and on PostgreSQL
	@scripts/test.sh

check: $(DEV) ## style, types, layers, docs, messages, migrations, the built package
	@scripts/check.sh

bench-matching: $(DEV) ## the figures of the matcher, written to benchmarks/results/matching.md
	@mkdir -p benchmarks/results
	@for name in matching retrieval tones checkable index passages stance; do PYTHONPATH=. $(BIN)/python benchmarks/bench_$$name.py || exit 1; echo; done | tee benchmarks/results/matching.md

bench: $(DEV) ## every figure of the README, made again on this machine
	@set -e; for file in benchmarks/bench_*.py; do echo "== $$file"; PYTHONPATH=. $(BIN)/python "$$file"; done

forms: $(DEV) ## every form of each verdict drawn into build/forms, to be looked at
	@PYTHONPATH=. $(BIN)/python scripts/draw_forms.py

messages: $(DEV) ## compile the translations; UPDATE=--update takes in new sentences first
	@$(BIN)/python scripts/messages.py $(UPDATE)

lock: ## write the lock files anew; `make lock UPGRADE=--upgrade` takes the newest versions
	@scripts/lock.sh $(UPGRADE)

clean: ## remove what was built; the demonstration data stays in var/
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make a second start cost nothing. Everything in the desk's lock is in the other one too.
$(DESK): requirements.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh requirements.lock
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh requirements-dev.lock
	@touch $@
