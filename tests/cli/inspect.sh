# What outputs say of themselves, the same in each format; and the spec that comes back.
. "$2/tests/cli/lib.sh"

mkdir charts
cat >charts/a.vl.json <<'END'
{
  "title": "Rain & <snow>",
  "description": "Two \"bars\" – one a day",
  "data": {"url": "rain.csv"},
  "mark": "bar",
  "encoding": {
    "x": {"field": "a", "type": "nominal"},
    "y": {"field": "b", "type": "quantitative"}
  }
}
END
printf 'a,b\nx,1\ny,2\n' >charts/rain.csv
digest=$(sha256sum charts/rain.csv | cut -d ' ' -f 1)

run 0 render charts -f png,svg,pdf -o digest --scale 2
for format in png svg pdf; do
    run 0 inspect digest/a.$format
    says out 'Rain & <snow>'
    says out 'Two "bars" – one a day'
    says out "$digest"
    says out 'config       figwright.json'
    says out 'was not there'
    grep -vE '^digest|^  (format|options)' out >said-$format
    diff said-png said-$format >&2 || fail "$format says something else"
    grep -q "$scratch" digest/a.$format && fail "$format holds the place where it was made"
    run 3 extract digest/a.$format
    says err 'the spec is not embedded'
    silent out
done
run 0 inspect --format json digest/a.png digest/a.svg
says out '"title": "Rain & <snow>"'
says out "\"sha256\": \"$digest\""
says out '"scale": "2"'
says out '"hasSpec": false'

# What a file says of itself neither steers a terminal nor looks like another line.
printf '<svg><title>a\033[31mb\n  format       gif</title></svg>' >odd.svg
run 0 inspect odd.svg
says out '  title        a?[31mb   format       gif'

# Byte for byte: line ends of DOS, a mark at the beginning, and what XML has words for.
sed 's/$/\r/' charts/a.vl.json >charts/dos.vl.json
printf '%s' '{"data": {"values": []}, "mark": "bar", "title": "]]> &amp; <!-- \u00e9 é 😀"}' >charts/odd.vl.json
printf '\t{ "mark" : "bar", "data":\n\n{"values":[]} }\n\n' >charts/space.vl.json
run 0 render charts -f png,svg,pdf -o spec --embed spec
for name in a dos odd space; do
    for format in png svg pdf; do
        run 0 extract spec/$name.$format
        cmp out charts/$name.vl.json >&2 || fail "another spec out of $name.$format"
    done
done
run 0 extract spec/dos.svg -o again.vl.json
cmp again.vl.json charts/dos.vl.json || fail 'another spec into a file'
run 1 status charts -f svg -o spec
says out 'spec/a.svg: embed was spec, is not given'
run 0 status charts -f png,svg,pdf -o spec --embed spec

# What is none of ours, damaged or not there.
run 3 inspect charts/rain.csv
says err 'it is neither PNG nor SVG nor PDF'
run 4 inspect nowhere.png
run 4 extract charts
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >bare.svg
run 0 inspect bare.svg
says out 'it does not say'
sed 's/values/VALUES/' spec/odd.svg >changed.svg
run 3 extract changed.svg
says err 'is not the one that it was made of'
for format in png svg pdf; do
    head -c 900 spec/a.$format >cut.$format
    "$program" inspect cut.$format >out 2>err
    [ $? -le 3 ] || fail "a cut $format"
done
run 2 inspect

# What they depend on besides: the same words in both.
run 0 doctor
fonts=$(sed -n 's/^fonts *//p' out)
sources=$(sed -n 's/^sources *//p' out)
says out "$(sha256sum "$2/fonts/Inter-Bold.otf" | cut -d ' ' -f 1)"
run 0 inspect digest/a.pdf
says out "$fonts"
says out "$sources"
run 0 doctor --format json
says out "\"fonts\": \"$fonts\""
run 2 render charts -o x --embed everything
finish
