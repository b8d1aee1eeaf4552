# Where outputs go, and that they appear whole or not at all.
. "$2/tests/cli/lib.sh"

bar a.vl.json
mkdir -p specs/sub
bar specs/one.vl.json
bar specs/sub/two.vl.json
echo '{"name": "not a spec"}' >specs/package.json

run 0 render a.vl.json
exists a.png
silent out
silent err
run 0 render a.vl.json -o other.svg
grep -q '<svg' other.svg || fail 'other.svg is no SVG'
run 0 render -f pdf a.vl.json -o named
[ "$(head -c 4 named)" = '%PDF' ] || fail 'named is no PDF'
run 0 render -f png,svg,pdf,scene a.vl.json -o new/folder
exists new/folder/a.png new/folder/a.svg new/folder/a.pdf new/folder/a.scene
run 0 render specs -o tree/
exists tree/one.png tree/sub/two.png
missing tree/package.png
run 0 render -- a.vl.json
run 0 render a.vl.json -o -
[ "$(head -c 4 out | tail -c 3)" = PNG ] || fail 'no PNG on standard output'
"$program" render - -f svg <a.vl.json >out || fail 'no figure from standard input'
grep -q '<svg' out || fail 'no SVG of standard input on standard output'

# The same bytes again, at any number of threads, and twice the size at twice the scale.
run 0 render specs a.vl.json -j 1 -f png,svg,pdf -o once
run 0 render specs a.vl.json -j 4 -f png,svg,pdf -o again
diff -r once again || fail 'outputs differ between -j 1 and -j 4'
run 0 render a.vl.json --scale 2 -o twice.png
cmp -s a.png twice.png && fail '--scale 2 changes nothing'

# A wrong spec leaves no file and takes none away, and the others are drawn all the same.
echo '{"mark": "bar",}' >bad.vl.json
run 3 render bad.vl.json -o bad.png
says err 'bad.vl.json:1:15: error: nothing follows this comma [json-syntax]'
missing bad.png
echo kept >kept.png
run 3 render bad.vl.json -o kept.png
[ "$(cat kept.png)" = kept ] || fail 'a failed render changed its output'
rm -f a.png
run 3 render bad.vl.json a.vl.json
exists a.png
missing bad.png

# Reading and writing that fail.
run 4 render none.vl.json
says err 'none.vl.json: error: there is no such file [missing-file]'
mkdir empty
run 3 render empty
says err 'no specs'
run 3 scene specs
says err 'this is a folder'
run 4 render a.vl.json -o a.vl.json/x.png
says err 'cannot be written'
mkdir -p taken/a.png
run 4 render a.vl.json -o taken
says err 'taken/a.png: error: cannot be written'
if [ -e /dev/full ]; then
    "$program" scene a.vl.json >/dev/full 2>err && fail 'a full disk goes unseen'
fi
find . -name '*.part' | grep . && fail 'unfinished files are left'
finish
