# What the scripts of this folder share: source it with the program as $1. Works in a scratch folder.
set -u
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failures=0

# fail TEXT...: says that an expectation does not hold, and goes on.
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    failures=$((failures + 1))
}

# run STATUS ARGUMENT...: runs the program and expects its exit status; out and err get what it printed.
run() {
    expected=$1
    shift
    "$program" "$@" >out 2>err </dev/null
    status=$?
    if [ "$status" -ne "$expected" ]; then
        fail "figwright $*: status $status, expected $expected"
        cat err >&2
    fi
}

# says FILE TEXT: FILE (out or err) has TEXT in it.
says() {
    grep -qF -- "$2" "$1" || {
        fail "no '$2' in:"
        cat "$1" >&2
    }
}

# silent FILE: nothing was printed to it.
silent() {
    [ ! -s "$1" ] || {
        fail "$1 is not empty:"
        cat "$1" >&2
    }
}

# counts MADE CURRENT: err says how many outputs were made and how many were current, and nothing else.
counts() {
    [ "$(cat err)" = "$1 made, $2 current" ] || {
        fail "not '$1 made, $2 current':"
        cat err >&2
    }
}

# uneventful: err has nothing but such counts.
uneventful() {
    grep -vxE '[0-9]+ made, [0-9]+ current' err >&2 && fail 'something was said'
    :
}

# exists FILE... / missing FILE...
exists() {
    for file in "$@"; do
        [ -s "$file" ] || fail "$file is not there"
    done
}
missing() {
    for file in "$@"; do
        [ ! -e "$file" ] || fail "$file is there"
    done
}

# bar FILE: a small good chart.
bar() {
    cat >"$1" <<'END'
{
  "data": {"values": [{"a": "x", "b": 3}, {"a": "y", "b": 5}]},
  "mark": "bar",
  "encoding": {
    "x": {"field": "a", "type": "nominal"},
    "y": {"field": "b", "type": "quantitative"}
  }
}
END
}

# finish: ends the script with what was found.
finish() {
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}
