#!/bin/bash
# outputs.sh DRAW SOURCE WORK: draws SOURCE/*.scene.json and asks xmllint, rsvg-convert, pdftotext and pdftoppm.
set -eu
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=0" # see tests/support/lsan.supp
draw=$1 source=$2 work=$3
for tool in xmllint rsvg-convert pdftotext pdftoppm; do
    command -v $tool >/dev/null || { echo "$tool is not here"; exit 77; }
done
rm -rf "$work"
mkdir -p "$work"
cd "$work"
failed=0
fail() { echo "FAIL: $*"; failed=1; }

# alike A B MOST: the mean difference of a channel is at most MOST of 255
alike() {
    difference=$("$draw" --compare "$1" "$2") || { fail "$1, $2: $difference"; return; }
    awk -v d="$difference" -v m="$3" 'BEGIN { exit !(d <= m) }' || fail "$1, $2 differ by $difference"
}

for scene in "$source"/*.scene.json; do
    name=$(basename "$scene" .scene.json)
    "$draw" "$scene" $name.png $name.svg $name-outlines.svg $name.pdf $name.scene
    cmp -s $name.scene "$scene" || fail "$name: another scene than was drawn"
    xmllint --noout $name.svg $name-outlines.svg || fail "$name: not well-formed"
    rsvg-convert $name.svg -o $name-svg.png
    rsvg-convert $name-outlines.svg -o $name-outlines.png
    pdfinfo $name.pdf | grep -q '^Tagged: *yes' || fail "$name: the PDF is not tagged"
    if command -v qpdf >/dev/null; then
        qpdf --check $name.pdf >$name.check 2>&1 || fail "$name: $(cat $name.check)"
    fi
    pdftoppm -r 96 -png -singlefile $name.pdf $name-pdf
    # Other programs place and smooth letters another way.
    alike $name.png $name-svg.png 2.5
    alike $name.png $name-outlines.png 2.5
    alike $name.png $name-pdf.png 4
    pdftotext -raw $name.pdf - | tr -s '\n\f ' '\n' >$name.words
    while read -r word; do # every word of the texts, in the scene's order
        grep -qxF -- "$word" $name.words || fail "$name: the PDF lacks '$word'"
    done < <(sed -n 's/.*"text":"\(\([^"\\]\|\\.\)*\)".*/\1/p' "$scene" | sed 's/\\n/ /g; s/\\"/"/g' | tr -s ' ' '\n')
done
exit $failed
