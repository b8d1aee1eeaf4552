# The themes: listed, drawn, and what is said of wrong ones (tests/diagnostics/themes/NAME.json and NAME.txt).
. "$2/tests/cli/lib.sh"

run 0 themes
silent err
for theme in briefing dark print scotland slide vega; do
    grep -q "^$theme	" out || fail "$theme is not listed"
done
grep -q '^dark	briefing	The house style on a dark ground$' out || fail 'dark has another line'

run 0 themes dark print --preview pictures
silent err
exists pictures/dark.png pictures/print.png
missing pictures/briefing.png

run 3 themes briefng
says err "did you mean 'briefing'?"

# Reports name the files as they were given.
cp "$2"/tests/diagnostics/themes/* .
bar bar.vl.json
for report in *.txt; do
    name=${report%.txt}
    run 3 themes "$name.json" --preview pictures
    silent out
    diff -u "$report" err >&2 || fail "$name.json has another report"
    run 3 render bar.vl.json --theme "$name.json" -o "$name.png"
    missing "$name.png" "pictures/$name.png"
done
run 0 themes parted.json
silent err
finish
