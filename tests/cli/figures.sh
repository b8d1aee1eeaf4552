# Every figure of specs/: drawn without a word of complaint, with its words in order and none on top of another.
. "$2/tests/cli/lib.sh"
source=$2

run 0 render "$source/specs" -f png,svg,pdf -o drawn
uneventful
for spec in "$source"/specs/charts/*.vl.json; do
    name=$(basename "$spec" .vl.json)
    exists "drawn/charts/$name.png" "drawn/charts/$name.svg" "drawn/charts/$name.pdf"
done

if command -v pdftotext >/dev/null 2>&1; then
    # The themes that figures are printed and shown in.
    for theme in print slide; do
        run 0 render "$source/specs" --theme $theme -f pdf -o drawn-$theme
        uneventful
    done
    for pdf in drawn*/charts/*.pdf; do
        pdftotext -bbox "$pdf" words.html
        awk -f "$source/tests/cli/words.awk" words.html >found || {
            fail "$pdf:"
            cat found >&2
        }
    done
    pdftotext -layout drawn/charts/tacsea2013_ocse_environment.pdf words.txt
    tr -s ' \n' ' ' <words.txt >line.txt
    grep -q 'social networks .*environment.*Social networking .*48\.5%.*Instant' line.txt ||
        fail "title, subtitle, labels are not in this order: $(cat line.txt)"
fi

finish
