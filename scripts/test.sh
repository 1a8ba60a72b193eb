#!/usr/bin/env bash
# Runs every test: the plain library where Django cannot be imported, then the desk on SQLite, then
# the desk on PostgreSQL. Ends with non-zero when a run failed or ran nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
plain=()
for room in text matching media record bulletin ratings; do
  if [ -d "tests/$room" ]; then plain+=("tests/$room"); fi
done

# More threads in each process would only take turns.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
unset DATABASE_URL DJANGO_SETTINGS_MODULE
# Hundreds of processes read the same modules: compiled once, not in each.
unset PYTHONDONTWRITEBYTECODE
# One process more than cores: much of the time each waits for a program, a browser or a database.
cores=$(getconf _NPROCESSORS_ONLN)
processes=(-n "$((cores < 4 ? cores + 1 : 5))" --dist worksteal)

status=0
run() {
  local name=$1 started=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  "$@" && code=0 || code=$?
  if [ "$code" != 0 ]; then status=1; fi
  summary+=$(printf '\n%-44s %s  %s s' "$name" "$([ "$code" = 0 ] && echo passed || echo FAILED)" "$((SECONDS - started))")
}
summary=
pytest() { "$python" -m pytest -q "${processes[@]}" "$@"; }

scripts/system_packages.py
run "plain library, without Django" pytest -p no:django -p tests.support.no_django "${plain[@]}"
run "desk on SQLite" pytest tests "${plain[@]/#/--ignore=}"
# Only what can reach a database is told again: pytest-django refuses one to every other test. The
# demonstration always has a SQLite file of its own.
run "desk on PostgreSQL" "$python" scripts/with_postgres.py \
  "$python" -m pytest -q "${processes[@]}" -p tests.support.database_only tests \
  --ignore=tests/cli/test_demo.py "${plain[@]/#/--ignore=}"
printf '\n=== make test%s\n' "$summary"
exit "$status"
