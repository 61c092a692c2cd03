# What the scripts of this folder share; sourced with the folder of the programs as $1. Leaves nothing behind.
# shellcheck shell=bash
set -euo pipefail
ctl=$1/chayanctl
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
export CHAYAN_STORE=$work/store CHAYAN_PASSPHRASE_FILE=$work/pass
export XDG_STATE_HOME=$work/state
unset CHAYAN_OFFICER
printf 'a passphrase\n' >pass

say() { # say FORMAT: what a failed expectation prints
    echo "$*" >&2
    exit 1
}

fails() { # fails EXIT COMMAND...: ends with this exit code, one line on stderr; both streams stay in out and err
    local want=$1 got=0
    shift
    "$@" >out 2>err </dev/null || got=$?
    if [[ $got != "$want" ]]; then
        cat err >&2
        say "exit $got instead of $want: $*"
    fi
}

refuses() { # refuses EXIT KIND COMMAND...: so, and with --json the error has this kind and every member
    local want=$1 kind=$2
    shift 2
    fails "$want" "$@" --lang en
    [[ $(wc -l <err) == 1 ]] || say "not one line on stderr, but '$(cat err)': $*"
    fails "$want" "$@" --json
    answers_error "$kind" || say "not the error $kind: $(cat out) for: $*"
    [[ $(wc -l <out) == 1 ]] || say "not one document on stdout: $*"
}

answers_error() {
    grep -q "^{\"error\":{\"advice\":\".*\",\"detail\":\".*\",\"kind\":\"$1\",\"thing\":\".*\"}}\$" out
}

holds() { # holds FILE TEXT...: every one of these texts stands in it
    local file=$1 text
    shift
    for text; do
        grep -qF -- "$text" "$file" || say "no $text in $file: $(cat "$file")"
    done
}

office() { # office NAME: a store of its own
    "$ctl" --store "$1" init --name "$1" --badge 510001 --agency 成都市市场监督管理局 --division 510100 >/dev/null
}
