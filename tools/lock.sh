#!/bin/sh
# Resolve requirements.lock anew from pyproject.toml (for maintainers; needs the resolver `uv` on the path).
# Hashes for every platform, resolved for Python 3.11 with markers for newer ones.
set -eu
cd "$(dirname "$0")/.."
uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --group dev pyproject.toml --output-file requirements.lock
