# Turns the marked code blocks of a Markdown page into a shell script that tries them, in order.
#   ```json file=NAME       the block is written to NAME
#   ```sh run [status=N]    the block is run; its exit status must be N (0 when not given)
#   ```text shows           what the block before it printed, to the letter
# Blocks without such a word are for reading only.
function word(name,    i) {
    for (i = 2; i <= NF; i++) {
        if (index($i, name "=") == 1) {
            return substr($i, length(name) + 2)
        }
        if ($i == name) {
            return "yes"
        }
    }
    return ""
}

BEGIN {
    print "set -u"
    print "fail() { echo \"$1\" >&2; exit 1; }"
}

/^```/ && !inside {
    inside = 1
    kind = ""
    line = FNR
    if (word("file") != "") {
        kind = "file"
        print "mkdir -p \"$(dirname '" word("file") "')\""
        print "cat >'" word("file") "' <<'END_OF_BLOCK'"
    } else if (word("run") != "") {
        kind = "run"
        expected = word("status") == "" ? 0 : word("status")
        print "( set -e"
    } else if (word("shows") != "") {
        kind = "shows"
        print "cat >expected.txt <<'END_OF_BLOCK'"
    }
    next
}

/^```/ {
    inside = 0
    if (kind == "file" || kind == "shows") {
        print "END_OF_BLOCK"
    }
    if (kind == "run") {
        print ") >printed.txt 2>&1"
        print "status=$?"
        print "[ $status -eq " expected " ] || { cat printed.txt >&2; fail \"line " line ": status $status, not " expected "\"; }"
    } else if (kind == "shows") {
        print "diff -u expected.txt printed.txt >&2 || fail \"line " line ": it does not print that\""
    }
    next
}

inside && kind != "" {
    print
}
