#!/usr/bin/env bash
# Builds mops from the files beside this script. Tools come from the lock file alone, each with its checksum; settings of npm in the
# repository that is checked count for nothing, since npm is not run there.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# `prepare` builds, once the tools are there.
npm ci --no-audit --no-fund
node bin/mops.cjs --version
