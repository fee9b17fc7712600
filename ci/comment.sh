#!/usr/bin/env bash
# Says in one comment of a pull request what it changes in the plans; a later run changes that comment.
set -euo pipefail

read -r -a command <<< "${MOPS_COMMAND:?how mops is run}"
base="${MOPS_BASE:?the revision to compare with}"
request="${MOPS_PULL_REQUEST:?the number of the pull request}"
repository="${GITHUB_REPOSITORY:?}"
marker='<!-- mops: what this change means -->'
# How mops begins when no plan has another meaning: that is worth changing a comment for, not writing one.
unchanged='### Plan changes: none'

# A shallow clone does not have the base.
git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 -- origin "$base"

text="$(mktemp)"
trap 'rm -f "$text"' EXIT
{
  echo "$marker"
  "${command[@]}" diff "$base" HEAD --format markdown
} > "$text"

comments="repos/$repository/issues/$request/comments"
existing="$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1)"
if [ -n "$existing" ]; then
  gh api --silent --method PATCH "repos/$repository/issues/comments/$existing" --field "body=@$text"
elif ! grep -qxF "$unchanged" "$text"; then
  gh api --silent --method POST "$comments" --field "body=@$text"
fi
