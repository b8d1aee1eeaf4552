# The tables of docs/supported.md, which stand between two marks: compares or replaces them.
#   sh supported.sh check|write PROGRAM PAGE      PROGRAM writes the tables
set -eu
first='<!-- tables of the grammar, written by ./dev supported -->'
last='<!-- end of the tables -->'
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
{
    sed "\\|^$first\$|q" "$3"
    "$2"
    sed -n "\\|^$last\$|,\$p" "$3"
} >"$fresh"
case $1 in
check)
    diff -u "$3" "$fresh" || {
        echo "docs/supported.md is not what the grammar says: run ./dev supported" >&2
        exit 1
    }
    ;;
write) cat "$fresh" >"$3" ;;
esac
