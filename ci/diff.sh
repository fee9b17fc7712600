#!/usr/bin/env bash
# Writes down what a pull request changes in the plans, as the text of a comment. It runs code on what the pull request brings, so it is
# given no token.
set -euo pipefail
export GIT_TERMINAL_PROMPT=0

# The mops beside this script: what the repository that is checked has installed, or tells npm, is code of others.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
command=(node "$here/../bin/mops.cjs")
[ -z "${MOPS_COMMAND:-}" ] || read -r -a command <<< "$MOPS_COMMAND"
text="${MOPS_COMMENT:?the file to write}"

has() { git cat-file -e "$1^{commit}" 2> /dev/null; }
# A shallow clone does not have what lies before it.
fetch() { has "$1" || git fetch --quiet --depth=1 -- origin "$1"; }

# The commits that HEAD comes from, as the commit itself names them: a shallow clone has cut them off.
read -r -a parents <<< "$(git cat-file -p HEAD | sed -n '/^$/q;s/^parent //p' | tr '\n' ' ')"

if [ -n "${MOPS_BASE:-}" ]; then
  base="$MOPS_BASE"
  fetch "$base"
elif [ "${#parents[@]}" -eq 2 ] && [ "${parents[1]}" = "${MOPS_HEAD:-${parents[1]}}" ]; then
  # GitHub has merged the pull request for this run: its first parent is the target branch without it.
  base="${parents[0]}"
  fetch "$base"
else
  # Of the target branch only that counts from which the pull request began: what was merged there since is none of its changes.
  target="${MOPS_TARGET:?the commit of the target branch}"
  [ "$(git rev-parse --is-shallow-repository)" = false ] || git fetch --quiet --unshallow -- origin
  has "$target" || git fetch --quiet -- origin "$target"
  base="$(git merge-base "$target" HEAD)"
fi

{
  echo '<!-- mops: what this change means -->'
  "${command[@]}" diff "$base" HEAD --format markdown
} > "$text"
