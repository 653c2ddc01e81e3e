#!/bin/sh
# Checks the letters of a commit as they are staged; `git commit --no-verify` skips it.
PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
if ! command -v letterlint > /dev/null; then
  echo "letterlint was not found, so the letters of this commit were not checked." >&2
  echo "Install letterlint, or delete this hook: $0" >&2
  echo "To commit once without the check: git commit --no-verify" >&2
  exit 1
fi
exec letterlint --staged
