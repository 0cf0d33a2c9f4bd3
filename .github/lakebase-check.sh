#!/usr/bin/env bash
# What action.yml runs: every part is looked at before the worst exit code is given back.
set -uo pipefail
parts=$(mktemp -d)
worst=0

part() {
  local title=$1
  shift
  "$@"
  local code=$?
  [ "$code" -eq 0 ] || echo "::error::$title ended with exit code $code"
  [ "$code" -le "$worst" ] || worst=$code
}

# LAKEBASE is a command with its arguments.
lakebase() { ${LAKEBASE:?} "$@"; }

check=(--config "$CONFIG" --force -q -o "$SARIF" -o "$parts/1-check.md")
[ -z "$QUERIES" ] || check+=(--queries "$QUERIES")
[ -z "$SCHEMA" ] || check+=(--schema "$SCHEMA")
[ -z "$BUNDLE" ] || check+=(--bundle "$BUNDLE")
part check lakebase check "${check[@]}"

estimate=(--config "$CONFIG" --no-measure -q -o "$parts/2-estimate.md")
[ -z "$COMPARE_TO" ] || estimate+=(--compare-to "$COMPARE_TO")
[ -z "$MAX_INCREASE" ] || estimate+=(--max-increase "$MAX_INCREASE")
part estimate lakebase estimate "${estimate[@]}"

if [ -n "$BUNDLE" ]; then
  part bundle lakebase bundle --config "$CONFIG" --output-dir "$BUNDLE" --check -q
fi

if [ -n "$QUERIES" ]; then
  convert=(--source-dir "$QUERIES" --check --llm never -q -r "$parts/3-convert.md")
  [ -z "$SCHEMA" ] || convert+=(--schema "$SCHEMA")
  part convert lakebase convert "${convert[@]}"
fi

for file in "$parts"/*.md; do
  [ -e "$file" ] && cat "$file" && echo
done >"$COMMENT"
rm -rf "$parts"
exit "$worst"
