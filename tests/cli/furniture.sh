# Furniture, outer sizes and sidecars of figures, from end to end.
. "$2/tests/cli/lib.sh"
source=$2
specs=$source/specs

spec() { # spec NAME MEMBERS: bars with these members of usermeta.figwright
    cat >"$1.vl.json" <<END
{
  "title": {"text": "Three bars and a headline that is too long for one line of a narrow figure", "subtitle": "Counts by name"},
  "data": {"values": [{"name": "first", "count": 1234}, {"name": "second", "count": 2500}, {"name": "third", "count": 890}]},
  "mark": "bar",
  "encoding": {
    "y": {"field": "name", "title": "Name"},
    "x": {"field": "count", "type": "quantitative", "title": "Count"}
  },
  "usermeta": {"figwright": {$2}}
}
END
}

# size FILE: width and height of a PDF's page in pt, rounded to 0.01.
size() {
    pdfinfo "$1" | awk '/^Page size/ { printf "%.2f %.2f\n", $3, $5 }'
}

# ---- all, none, and what a spec without any of it looks like
run 0 scene "$specs/charts/tacsea2013_ocse_environment.vl.json"
says out '"role":"note"'
says out 'Figure 21'
run 0 scene --furniture none "$specs/charts/tacsea2013_ocse_environment.vl.json"
grep -q '"role":"note"\|"role":"title' out && fail 'furniture is there that was to be left out'
echo '{"data": {"values": [{"a": 1}]}, "mark": "point", "title": "T"}' >plain.vl.json
run 0 scene plain.vl.json
grep -q '"role":"note"' out && fail 'a plain chart has furniture'
says out '"role":"title-text"'
run 2 render --furniture some plain.vl.json

# ---- outer size: the page has it exactly
if command -v pdfinfo >/dev/null 2>&1; then
    spec wide '"theme": "briefing", "outerWidth": "160mm", "outerHeight": "90mm", "source": "A survey", "notes": ["One.", "Two"]'
    run 0 render wide.vl.json -o wide.pdf
    [ "$(size wide.pdf)" = "453.54 255.12" ] || fail "160 x 90 mm: $(size wide.pdf)"
    spec slide '"theme": "slide", "outerSize": "slide-16x9", "number": 4'
    run 0 render slide.vl.json -o slide.pdf
    [ "$(size slide.pdf)" = "720.00 405.00" ] || fail "960 x 540 px: $(size slide.pdf)"
    cat >facet.vl.json <<'END'
{
  "title": "A facet and a concatenation",
  "data": {"sequence": {"start": 0, "stop": 12, "as": "i"}},
  "transform": [{"calculate": "datum.i % 3", "as": "group"}, {"calculate": "datum.i * datum.i", "as": "square"}],
  "vconcat": [
    {"facet": {"field": "group"}, "columns": 3,
     "spec": {"mark": "line", "encoding": {"x": {"field": "i", "type": "quantitative"}, "y": {"field": "square", "type": "quantitative"}}}},
    {"mark": "bar", "encoding": {"x": {"field": "group"}, "y": {"aggregate": "count"}}}
  ],
  "usermeta": {"figwright": {"theme": "briefing", "outerWidth": "180mm", "outerHeight": "5in", "source": "Reckoning"}}
}
END
    run 0 render facet.vl.json -o facet.pdf
    [ "$(size facet.pdf)" = "510.24 360.00" ] || fail "180 mm x 5 in: $(size facet.pdf)"
fi

# ---- sidecars
spec beside '"number": 3, "source": "A survey", "base": "1,000 people", "notes": "One & only", "footnotes": [{"on": "second", "text": "As counted."}]'
run 0 render beside.vl.json -o beside/ -f png,svg --emit caption,alt,csv,html-table
exists beside/beside.png beside/beside.caption.txt beside/beside.alt.txt beside/beside.csv beside/beside.html
cat >caption <<'END'
Figure 3. Three bars and a headline that is too long for one line of a narrow figure
Counts by name

¹ As counted.
Source: A survey
Base: 1,000 people
Note: One & only.
END
sed 's/\xc2\xa0/ /g' beside/beside.caption.txt | diff -u caption - >&2 || fail 'another caption'
printf 'Name,Count\r\nfirst,1234\r\nsecond,2500\r\nthird,890\r\n' >table
cmp table beside/beside.csv || fail "another table: $(cat beside/beside.csv)"
says beside/beside.html '<caption>Figure 3. Three bars'
says beside/beside.html '<th scope="col">Name</th>'
says beside/beside.html '<th scope="row">second</th>'
says beside/beside.html '<td class="number">1,234</td>'
says beside/beside.html 'One &amp; only.'
run 0 scene beside.vl.json
says out '"text":"second¹"'
run 2 render beside.vl.json --emit captoin -o beside/
says err "'captoin'"
run 2 render beside.vl.json --emit csv -o -
says err 'a file or a folder'

# ---- evidence: from the data's package, told once; what is dropped is said
sed 's/"source": "auto"/"source": "none"/; s/"caveats": "auto"/"caveats": ["auto", "And one more"]/' \
    "$specs/charts/tacsea2013_ocse_environment.vl.json" >dropped.vl.json
run 0 check --base-url "$specs/charts" --allow "$specs" dropped.vl.json
says out 'warning: the data'"'"'s source is left out of the figure [dropped-evidence]'
run 0 render --base-url "$specs/charts" --allow "$specs" dropped.vl.json -o dropped.png --emit caption
says dropped.caption.txt 'Number of reports is not stated. And one more.'
grep -q '^Source' dropped.caption.txt && fail 'a source that was dropped'

# ---- a logo
cp "$source/tests/scenes/flag.png" flag.png
spec logo '"source": "A survey", "logo": {"file": "flag.png", "width": "20mm", "alt": "A flag"}'
run 0 scene logo.vl.json
says out '"mark":"image","role":"note"'

finish
