#!/usr/bin/env bash
# Everything that can be checked without running the desk's own tests; each check runs, also after
# one failed.
set -euo pipefail
cd "$(dirname "$0")/.."
unset DATABASE_URL DJANGO_SETTINGS_MODULE

failed=()
check() {
  local name=$1
  shift
  printf '\n=== %s\n' "$name"
  "$@" || failed+=("$name")
}

check "style" .venv/bin/ruff check .
check "format" .venv/bin/ruff format --check .
check "types" .venv/bin/mypy
check "layers" .venv/bin/lint-imports
check "project: tree, docs, messages, settings, package" .venv/bin/python -m pytest -q tests/project

if [ "${#failed[@]}" -gt 0 ]; then
  printf '\n=== make check: %s of 5 failed: %s\n' "${#failed[@]}" "$(IFS=,; echo "${failed[*]}")"
  exit 1
fi
printf '\n=== make check: all 5 passed\n'
