#!/bin/sh
# Checks the letters of a commit as they are staged; `git commit --no-verify` skips it.
exec letterlint --staged
