#!/usr/bin/env bash
# Prepares .venv from one lock file (default requirements.lock) and puts Kiểm Tin itself in it.
# Installs nothing that the lock does not name by version and hash. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=${1:-requirements.lock}

say() { printf '%s\n' "$*" >&2; }
suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Newest of the Pythons that the lock is tested with; then whatever python3 is, when new enough.
find_python() {
  local name
  for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
    if suits "$name"; then command -v "$name"; return; fi
  done
  say "Kiểm Tin needs Python 3.11 or newer; found: $(python3 --version 2>&1 || echo none)."
  say "On Debian 12+ or Ubuntu 24.04+: apt-get install python3 python3-venv"
  say "A Python in another place: PYTHON=/path/to/python3.12 make ..."
  exit 1
}

# Debian and Ubuntu ship the module venv without what it needs; the package below completes it.
add_venv_support() {
  local package log sudo=()
  package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  if ! command -v apt-get >/dev/null || ! { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "$1 cannot make a virtual environment. Run this line, then the same command again:"
    say "  sudo apt-get update && sudo apt-get install -y $package"
    exit 1
  fi
  say "Installing $package ..."
  if ! log=$("${sudo[@]}" apt-get update -qq 2>&1 && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$package" 2>&1); then
    say "$log"
    exit 1
  fi
}

if ! suits .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  python=$(find_python)
  "$python" -c 'import ensurepip, venv' 2>/dev/null || add_venv_support "$python"
  say "Making .venv with $("$python" --version) ..."
  rm -rf .venv
  "$python" -m venv .venv
fi

say "Installing $(grep -c '==' "$lock") packages from $lock (a minute or two the first time) ..."
pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input -q install "$@"; }
if ! pip --require-hashes -r "$lock"; then
  say "The packages could not be installed; the reason stands above."
  say "No network: try again later. On a processor other than x86-64, or Python 3.14, two packages"
  say "are compiled: sudo apt-get install -y g++ python3-dev libsqlite3-dev"
  exit 1
fi
pip --no-deps --no-build-isolation --editable .
