#!/bin/sh
# Checks the letters of a commit as they lie in their folder; `git commit --no-verify` goes past it.

# What is named or filed like a letter, and not what lies beside letters.
letters=$(
  git diff --cached --name-only --diff-filter=ACMR -z | tr '\0' '\n' |
    grep -iE '((^|/)(cover[-_ ]?letters?|letters)/.*|coverletters?[^/]*|anschreiben[^/]*|(^|[^a-z])(letters?|motivation([-_ ]?letters?|s?schreiben|sbrief)?)([^a-z/][^/]*)?)\.(md|markdown|txt)$' |
    grep -ivE '(^|[^a-z])(readme[^/]*|changelog|contributing|licen[cs]e|todo|notes?|job([-_ ]?(ad|advert|description|posting))?|posting|advert|resume|cv)\.(md|markdown|txt)$|dead[-_ ]letter'
)
[ -n "$letters" ] || exit 0

# A name a line: blanks belong to names, and stars in them stand for themselves.
IFS='
'
set -f
exec letterlint --force-exclude -- $letters
