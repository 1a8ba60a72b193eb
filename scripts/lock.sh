#!/usr/bin/env bash
# Writes the lock files from pyproject.toml: every package by version and hash, for each Python and
# processor that the project supports. `scripts/lock.sh --upgrade` takes the newest versions; without
# it, what is locked stays as it is unless pyproject.toml asks for something else.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"${PYTHON:-python3}" -m venv "$scratch"
"$scratch/bin/pip" install --quiet uv

compile() {
  "$scratch/bin/uv" pip compile pyproject.toml --universal --python-version 3.11 \
    --fork-strategy fewest --generate-hashes --no-header --no-emit-index-url --quiet "$@"
}
compile --extra desk --group build --output-file requirements.lock
compile --extra desk --group dev --constraint requirements.lock --output-file requirements-dev.lock
grep -c '==' requirements.lock requirements-dev.lock
