#!/usr/bin/env bash
# Puts the text that diff.sh has written into one comment of a pull request; a later run changes that comment.
set -euo pipefail
exec 3>&1

text="${MOPS_COMMENT:?the text of the comment}"
request="${MOPS_PULL_REQUEST:?the number of the pull request}"
repository="${GITHUB_REPOSITORY:?}"
export MOPS_MARKER='<!-- mops: what this change means -->'
# How mops begins when no plan has another meaning: that is worth changing a comment for, not writing one.
unchanged='### Plan changes: none'

errors="$(mktemp)"
trap 'rm -f "$errors"' EXIT

# Ends well where the token may not write, as for every pull request of a fork: then the text stands in the summary of the job.
api() {
  gh api "$@" 2> "$errors" && return 0
  cat "$errors" >&2
  grep -qE 'HTTP 40[134]|not accessible' "$errors" || exit 1
  echo "::notice title=mops::This token may not write comments, as in a pull request of a fork. What the change means stands in the summary of this job." >&3
  cat "$text" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
  exit 0
}

# Whom the token belongs to. Anybody may write a comment that begins like ours, and change it again after we have.
MOPS_LOGIN="$(gh api graphql --field 'query={viewer{login}}' --jq .data.viewer.login 2> /dev/null || true)"
export MOPS_LOGIN="${MOPS_LOGIN:-github-actions[bot]}"

comments="repos/$repository/issues/$request/comments"
found="$(mktemp)"
trap 'rm -f "$errors" "$found"' EXIT
api --paginate "$comments" --jq '.[] | select(.user.login == env.MOPS_LOGIN and (.body | startswith(env.MOPS_MARKER))) | .id' > "$found"
existing="$(head -n 1 "$found")"
if [ -n "$existing" ]; then
  api --silent --method PATCH "repos/$repository/issues/comments/$existing" --field "body=@$text"
elif ! grep -qxF "$unchanged" "$text"; then
  api --silent --method POST "$comments" --field "body=@$text"
fi
