# Wrong specs and their exact reports: every tests/diagnostics/NAME.vl.json has a NAME.txt.
. "$2/tests/cli/lib.sh"

# Reports name the files as they were given, so the specs are checked where a copy of them lies.
cp -R "$2/tests/diagnostics/." .
count=0
for spec in *.vl.json; do
    name=${spec%.vl.json}
    status=3
    grep -q ': error: ' "$name.txt" || status=0 # warnings alone: it is drawn
    run "$status" check "$spec"
    cp out "$name.seen"
    diff -u "$name.txt" "$name.seen" >&2 || fail "$spec has another report"
    if [ "$status" = 3 ]; then
        run 3 render "$spec" -o "$name.png"
        missing "$name.png"
    fi
    count=$((count + 1))
done
[ "$count" -gt 0 ] || fail 'there are no specs'
finish
