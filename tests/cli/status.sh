# What is out of date, why, and that exactly this is drawn again.
. "$2/tests/cli/lib.sh"

mkdir -p project/charts project/data
cd project || exit 1
printf 'a,b\nx,1\ny,2\n' >data/rain.csv
printf 'a,b\nx,3\ny,4\n' >data/snow.csv
for name in rain snow; do
    bar charts/$name.vl.json
    sed -i "s|{\"values\".*}|{\"url\": \"../data/$name.csv\"}|" charts/$name.vl.json
done
bar charts/own.vl.json
echo '{}' >figwright.json

# stale TEXT...: status finds exactly these lines, each of an output in out/.
stale() {
    expected=1
    [ $# -gt 0 ] || expected=0
    run $expected status charts -f png,svg,pdf -o drawn
    printf '%s\n' "$@" | sed '/^$/d; s|^|drawn/|' >lines
    diff lines out >&2 || fail 'status says something else'
    silent err
}

# draw ARGUMENT...: render with the arguments that status has.
draw() {
    run 0 render charts -f png,svg,pdf -o drawn "$@"
}

stale 'own.png: it is not there' 'own.svg: it is not there' 'own.pdf: it is not there' \
    'rain.png: it is not there' 'rain.svg: it is not there' 'rain.pdf: it is not there' \
    'snow.png: it is not there' 'snow.svg: it is not there' 'snow.pdf: it is not there'
missing drawn
draw
counts 9 0
stale

# Touched, and not changed.
touch -d '2001-01-01' drawn/*
touch charts/* data/* figwright.json
stale
draw
counts 0 9
[ -z "$(find drawn -newermt '2002-01-01' -type f)" ] || fail 'a current output was written again'

# One value.
printf 'a,b\nx,1\ny,5\n' >data/rain.csv
stale 'rain.png: ../data/rain.csv changed' 'rain.svg: ../data/rain.csv changed' 'rain.pdf: ../data/rain.csv changed'
draw
counts 3 6
find drawn -newermt '2002-01-01' -type f | sort >made
printf 'drawn/%s\n' rain.pdf rain.png rain.svg | diff - made >&2 || fail 'other figures were drawn'
stale

# The spec; an output that is no longer ours, or another's.
sed -i 's/"bar"/"line"/' charts/own.vl.json
echo broken >drawn/snow.svg
cp drawn/rain.png drawn/snow.png
cp drawn/rain.png drawn/rain.pdf
stale 'own.png: own.vl.json changed' 'own.svg: own.vl.json changed' 'own.pdf: own.vl.json changed' \
    'rain.pdf: it is in the format png' 'snow.png: it was made of rain.vl.json' \
    'snow.svg: it is neither PNG nor SVG nor PDF'
draw
counts 6 3
stale

# Options, of one format or of all.
run 1 status charts -f png,svg -o drawn --scale 2
[ "$(grep -c ': scale was 1, is 2$' out)" -eq 3 ] || fail 'a scale concerns PNG alone'
[ "$(wc -l <out)" -eq 3 ] || fail 'a scale concerns PNG alone'
run 1 status charts/own.vl.json -o drawn/own.svg --theme print --locale en-GB
says out 'drawn/own.svg: theme was not given, is print; locale was not given, is en-GB'
run 1 status charts/own.vl.json -o drawn/own.svg --furniture none
says out 'drawn/own.svg: furniture was not given, is none'
draw --theme print
counts 9 0
run 1 status charts/own.vl.json -o drawn/own.svg
says out 'drawn/own.svg: theme was print, is not given'
draw
counts 9 0

# figwright.json: another value, a nearer one, none; and what it names.
echo '{"theme": "house.json"}' >figwright.json
echo '{"name": "house", "inherits": "print", "config": {"bar": {"color": "#12436D"}}}' >house.json
run 1 status charts -o drawn
says out 'drawn/own.png: ../figwright.json changed'
draw
stale
sed -i 's/12436D/801650/' house.json
run 1 status charts -o drawn
says out 'drawn/own.png: theme ../house.json changed'
draw
cp drawn/own.png logo.png
cat >house.json <<'END'
{"name": "house", "inherits": "print", "tokens": {"logo": {"url": "logo.png"}}}
END
draw
stale
cp drawn/rain.png logo.png
run 1 status charts/own.vl.json -o drawn/own.png
[ "$(cat out)" = 'drawn/own.png: ../logo.png changed' ] || fail 'a logo that changed'
draw
echo '{}' >charts/figwright.json
run 1 status charts/own.vl.json -o drawn/own.png
says out 'drawn/own.png: figwright.json appeared'
rm charts/figwright.json
stale
rm figwright.json
run 1 status charts/own.vl.json -o drawn/own.png
says out 'drawn/own.png: ../figwright.json is gone'
run 0 render charts/own.vl.json -f png,svg,pdf -o drawn
counts 3 0
echo '{}' >figwright.json
run 1 status charts/own.vl.json -o drawn/own.png
says out 'drawn/own.png: ../figwright.json appeared'
draw

# A datapackage.json that appears, with a caveat that would have to be shown.
cat >data/datapackage.json <<'END'
{"name": "weather", "resources": [{"name": "rain", "path": "rain.csv"}]}
END
run 1 status charts -f png -o drawn
says out 'drawn/rain.png: ../data/datapackage.json appeared'
says out 'drawn/snow.png: ../data/datapackage.json appeared'
rm data/datapackage.json

# A picture that is missing, appears and changes.
cat >charts/own.vl.json <<'END'
{"data": {"values": [{"u": "../data/mark.png"}]}, "mark": {"type": "image", "width": 9, "height": 9},
 "encoding": {"url": {"field": "u"}}}
END
run 0 render charts/own.vl.json -o drawn/own.png
says err '[missing-picture]'
run 0 status charts/own.vl.json -o drawn/own.png
cp drawn/rain.png data/mark.png
run 1 status charts/own.vl.json -o drawn/own.png
[ "$(cat out)" = 'drawn/own.png: ../data/mark.png appeared' ] || fail 'a picture that appeared'
run 0 render charts/own.vl.json -o drawn/own.png
cp drawn/snow.png data/mark.png
run 1 status charts/own.vl.json -o drawn/own.png
[ "$(cat out)" = 'drawn/own.png: ../data/mark.png changed' ] || fail 'a picture that changed'
bar charts/own.vl.json
draw

# A base url, and data that are gone.
stale
cp -r data elsewhere
run 1 status charts/rain.vl.json --base-url . -o drawn/rain.png
says out 'base-url was not given, is given'
mv data away
run 1 status charts/rain.vl.json -o drawn/rain.png
says out 'drawn/rain.png: ../data/rain.csv is gone'
run 3 render charts/rain.vl.json -o drawn/rain.png
says err '[missing-file]'
exists drawn/rain.png
mv away data
stale

# By moving the whole tree nothing changes, from wherever it is looked at.
mkdir ../other
cp -r . ../other/place
(cd ../other/place/charts && "$program" status . -f png,svg,pdf -o ../drawn >/dev/null) || fail 'a moved tree is stale'

# The same bytes from wherever the spec is named.
run 0 render charts/rain.vl.json -o from-above.svg
(cd charts && "$program" render rain.vl.json -o ../from-within.svg) || fail 'not drawn from within'
(cd data && "$program" render ../charts/rain.vl.json -o ../from-beside.svg) || fail 'not drawn from beside'
run 0 render "$PWD/charts/rain.vl.json" -o from-root.svg
ln -s charts link
run 0 render link/rain.vl.json -o from-link.svg
for place in within beside root link; do
    cmp from-above.svg from-$place.svg >&2 || fail "other bytes from $place"
done
rm link

# A single file, standard output, standard input.
run 0 render charts/own.vl.json -o one.svg
silent err
run 0 render charts/own.vl.json -o one.svg
counts 0 1
run 0 render charts/own.vl.json -f svg -o -
cmp -s out one.svg || fail 'another figure on standard output'
"$program" render - -o two.png <charts/own.vl.json || fail 'not drawn from standard input'
touch -d '2001-01-01' two.png
"$program" render - -o two.png <charts/own.vl.json 2>err || fail 'not drawn from standard input'
counts 0 1
[ -z "$(find two.png -newermt '2002-01-01')" ] || fail 'the same bytes were written again'
run 2 status charts/own.vl.json -o -

# What says nothing of itself is drawn each time, and written when it differs.
run 0 render charts -f svg -o mute --embed none
grep -q figwright:made mute/*.svg && fail 'digests are embedded'
touch -d '2001-01-01' mute/*
run 0 status charts -f svg -o mute --embed none
run 0 render charts -f svg -o mute --embed none
counts 0 3
[ -z "$(find mute -newermt '2002-01-01' -type f)" ] || fail 'the same bytes were written again'
printf 'a,b\nx,1\ny,6\n' >data/rain.csv
run 1 status charts -f svg -o mute --embed none
[ "$(cat out)" = 'mute/rain.svg: it is not what would be drawn' ] || fail 'status of mute outputs'
run 0 render charts -f svg -o mute --embed none
counts 1 2
run 0 render charts -f svg -o mute --embed none --force
counts 3 0

# Texts beside a figure do not tell either: one that somebody changed is written again.
run 0 render charts/own.vl.json -f svg -o beside/ --emit alt,csv
counts 3 0
run 0 status charts/own.vl.json -f svg -o beside/ --emit alt,csv
echo more >>beside/own.csv
rm beside/own.alt.txt
run 1 status charts/own.vl.json -f svg -o beside/ --emit alt,csv
says out 'beside/own.csv: it is not what would be drawn'
says out 'beside/own.alt.txt: it is not there'
run 0 render charts/own.vl.json -f svg -o beside/ --emit alt,csv
counts 2 1

# As JSON; together with formats.
run 1 status charts --format json -f png,svg -o drawn
says out '"output": "drawn/rain.svg"'
says out '"../data/rain.csv changed"'
says out '"state": "current"'
grep -q 'drawn/rain.pdf' out && fail 'formats are not those asked for'

# Specs with errors are stale, and stay as they are.
echo '{' >charts/own.vl.json
run 1 status charts -f png -o drawn
says out 'drawn/own.png: own.vl.json changed'
run 3 render charts -f png -o drawn
says err '1 made, 1 current, 1 failed'
exists drawn/own.png
finish
