#!/usr/bin/env bash
# Checks plans in a job of GitHub Actions: annotations and job summary, and a SARIF file.
set -uo pipefail

# The mops beside this script: what the repository that is checked has installed, or tells npm, is code of others.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
command=(node "$here/../bin/mops.cjs")
[ -z "${MOPS_COMMAND:-}" ] || read -r -a command <<< "$MOPS_COMMAND"
read -r -a paths <<< "${MOPS_PATHS:-.}"
sarif="${MOPS_SARIF:-mops.sarif}"

options=(--format github --output "sarif=$sarif" --fail-on "${MOPS_FAIL_ON:-error}")
[ -n "${MOPS_KNOWN:-}" ] && options+=(--known "$MOPS_KNOWN")
[ -n "${MOPS_NEW_ONLY:-}" ] && options+=(--new-only "$MOPS_NEW_ONLY")

status=0
"${command[@]}" check "${options[@]}" -- "${paths[@]}" || status=$?

[ -f "$sarif" ] && echo "sarif=$sarif" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
