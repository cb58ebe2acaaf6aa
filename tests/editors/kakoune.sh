#!/usr/bin/env bash
# Drives Kakoune through its JSON interface: `:lint-buffer`, then `:lint-next-message`.
set -uo pipefail
PATH=$(dirname "$STATLINT"):$PATH
cat >setup.kak <<'KAK'
evaluate-commands %sh{ printf 'source "%s/kakoune/statlint.kak"\n' "$EDITORS" }
set-option window filetype ''
set-option window filetype markdown
lint-buffer
KAK
keys() { echo '{"jsonrpc":"2.0","method":"keys","params":["'"$1"'"]}'; }
{ sleep 2; keys ':lint-next-message<ret>'; sleep 1; keys ':quit!<ret>'; sleep 0.3; } |
    timeout 10 kak -ui json -e 'source setup.kak' draft.md >screen.json
{
    echo "> :lint-buffer"
    grep -o '"contents": " [0-9]* [a-z]*(s) "' screen.json | sort -u | sed 's/"contents": "/ /; s/ "$//'
    echo "> :lint-next-message"
    grep -o '"contents": "draft.md [0-9]*:[0-9]* "' screen.json | tail -1 | sed 's/"contents": "/  /; s/ "$//'
    grep -o '"contents": "error: [^}]*' screen.json | tail -1 | sed 's/"contents": "/  /; s/\\"/"/g; s/" *$//'
} >"$TRANSCRIPT"
