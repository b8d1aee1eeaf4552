# Locales: by name, by file, in figwright.json, in a theme and in the spec; what goes before what; what can be wrong.
. "$2/tests/cli/lib.sh"
locales=$2/specs/locales

mkdir -p specs themes
cat >specs/a.vl.json <<'END'
{
  "data": {"values": [{"t": "2024-03-01T13:00:00", "n": 1234.5}]},
  "mark": "text",
  "encoding": {"text": {"field": "n", "type": "quantitative", "format": "$,.2f"},
               "x": {"field": "t", "type": "temporal", "axis": {"format": "%B %A"}}}
}
END

# written WORDS OPTION...: the figure has the words.
written() {
    words=$1
    shift
    run 0 scene specs/a.vl.json "$@"
    says out "$words"
}

written '"March Friday"'
written '"$1,234.50"'
written '"£1,234.50"' --locale en-GB
written "\"1.234,50$(printf '\302\240')€\"" --locale de-DE
written '"Mawrth Dydd Gwener"' --locale cy-GB
written '"mars vendredi"' --locale "$locales/fr-FR.json"

# a theme says one, a folder another, the spec a third, and an option goes before all
cp "$locales/fr-FR.json" themes/french.json
printf '{"name": "t", "locale": "french.json"}' >themes/t.json
written '"mars vendredi"' --theme themes/t.json
cp "$locales/it-IT.json" specs/italian.json
printf '{"locale": "italian.json"}' >specs/figwright.json
written '"Marzo Venerdì"' --theme themes/t.json
sed -i '1a "config": {"locale": {"time": {"dateTime": "%c", "date": "%x", "time": "%X", "periods": ["a", "p"],\
"days": ["0", "1", "2", "3", "4", "5", "6"], "shortDays": ["0", "1", "2", "3", "4", "5", "6"],\
"months": ["1", "2", "M3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],\
"shortMonths": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]}}},' specs/a.vl.json
written '"M3 5"'
says out '"€1.234,50"'
written '"März Freitag"' --locale de-DE

run 3 check specs/a.vl.json --locale de-DW
says out "did you mean 'de-DE'?"
run 3 check specs/a.vl.json --locale none.json
says out "the locale 'none.json' is not there [missing-file]"
sed -i 's/"periods": \["a", "p"\]/"periods": ["a"]/; s/"date": "%x", //' specs/a.vl.json
run 3 check specs/a.vl.json
says out "'periods' of a locale must have 2 texts, not 1 [out-of-range]"
says out 'at /config/locale/time/periods'
says out "the time locale has no 'date' [missing-property]"
printf '{"locale": "klingon"}' >specs/figwright.json
run 3 check specs/a.vl.json
says out "figwright.json:1:12: error: unknown locale 'klingon'"
finish
