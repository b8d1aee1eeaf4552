# Every figure of specs/: drawn without a word of complaint, with its words in order and none on top of another.
. "$2/tests/cli/lib.sh"
source=$2

run 0 render "$source/specs" -f png,svg,pdf -o drawn
uneventful
for spec in "$source"/specs/charts/*.vl.json; do
    name=$(basename "$spec" .vl.json)
    exists "drawn/charts/$name.png" "drawn/charts/$name.svg" "drawn/charts/$name.pdf"
done

# One value of one dataset: the figures that read it are out of date and drawn again, and no other.
cp -r "$source/specs" specs
run 0 render specs -f svg -o kept
run 0 status specs -f svg -o kept
data=tacsea2013_ocse_environment.csv
sed -i '2s/,[0-9.]*/,12.5/' specs/data/$data
cmp -s specs/data/$data "$source/specs/data/$data" && fail 'no value was changed'
(cd specs && grep -lr "data/$data" charts) | sed 's/\.vl\.json//' | sort >depend
run 1 status specs -f svg -o kept
sed 's|^kept/||; s|\.svg: .*||' out | sort | diff depend - >&2 || fail 'other figures are out of date'
touch -d 2001-01-01 kept/*/*
"$program" render specs -f svg -o kept 2>err
find kept -name '*.svg' -newermt 2002-01-01 | sed 's|^kept/||; s|\.svg||' | sort | diff depend - >&2 ||
    fail 'other figures were drawn again'

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
