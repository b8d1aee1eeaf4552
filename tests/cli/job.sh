# Many specs at once: in order whatever the number of workers, in parts, with what they are made of.
. "$2/tests/cli/lib.sh"

mkdir -p specs/data
printf 'a,b\nx,1\ny,2\n' >'specs/data/good $1.csv'
i=10
while [ $i -lt 34 ]; do
    bar specs/c$i.vl.json
    # Every third is wrong, every fourth has a warning.
    [ $((i % 3)) -ne 0 ] || sed -i 's/"bar"/"barr"/' specs/c$i.vl.json
    [ $((i % 4)) -ne 0 ] || sed -i 's/"data"/"title": "中", "data"/' specs/c$i.vl.json
    i=$((i + 1))
done
for workers in 1 2 7; do
    run 3 render specs -f svg,pdf -o drawn-$workers -j $workers
    mv err said-$workers
    cmp said-1 said-$workers >&2 || fail "$workers workers tell another story"
    diff -r drawn-1 drawn-$workers >&2 || fail "$workers workers draw other figures"
    run 1 status specs -f svg,pdf -o drawn-$workers -j $workers
    sed "s/drawn-$workers/drawn/" out >status-$workers
    cmp status-1 status-$workers >&2 || fail "$workers workers tell another status"
done
[ "$(grep -c 'barr' said-1)" -gt 7 ] || fail 'faults are missing'
grep -o '^specs/c[0-9]*' said-1 >order
sort -c order || fail 'not in the order of the specs'
says said-1 '32 made, 0 current, 16 failed'
says said-1 'no font has a glyph'

# Parts: each spec in exactly one, and in the same one when another comes.
rm specs/*.vl.json
for name in a b c d e f g h; do
    bar specs/$name.vl.json
done
for part in 1 2 3; do
    run 0 render specs -o parts/$part --shard $part/3
done
[ "$(find parts -name '*.png' | wc -l)" -eq 8 ] || fail 'a spec is in no part, or in two'
bar specs/aa.vl.json
for part in 1 2 3; do
    run 0 render specs -o again/$part --shard $part/3
done
[ "$(cd again && find . -name '*.png' ! -name aa.png | sort)" = "$(cd parts && find . -name '*.png' | sort)" ] ||
    fail 'a new spec moved others'
for wrong in 0/3 4/3 3 1/ /3 1/3x a/b 1/0; do
    run 2 render specs -o again --shard $wrong
done

# What they are made of, drawn or current.
rm specs/*.vl.json
bar 'specs/a b.vl.json'
bar specs/c.vl.json
sed -i 's|{"values".*}|{"url": "data/good $1.csv"}|' specs/c.vl.json
mkdir specs/deep
sed 's|data/good|../data/good|' specs/c.vl.json >specs/deep/d.vl.json
run 3 render specs -f png,svg -o out.d --depfile all.d
says err '[forbidden-file]'
echo '{"theme": "house.json"}' >specs/figwright.json
echo '{"name": "house"}' >specs/house.json
run 0 render specs -f png,svg -o made --depfile all.d
grep -v '/themes/' all.d >own.d
cat >expected.d <<'END'
made/a\ b.png made/a\ b.svg: \
  specs/a\ b.vl.json \
  specs/figwright.json \
  specs/house.json
made/c.png made/c.svg: \
  specs/c.vl.json \
  specs/figwright.json \
  specs/house.json \
  specs/data/good\ $$1.csv
made/deep/d.png made/deep/d.svg: \
  specs/deep/d.vl.json \
  specs/figwright.json \
  specs/house.json \
  specs/data/good\ $$1.csv
END
diff expected.d own.d >&2 || fail 'another depfile'
run 0 render specs -f png,svg -o made --depfile again.d
counts 0 6
cmp all.d again.d >&2 || fail 'another depfile of what is current'
run 2 render specs/c.vl.json -o - --depfile none.d
run 4 render specs -f png,svg -o made --depfile nowhere/all.d

# what a figure is made of is never written over
mkdir beside
echo '{"data": {"url": "rain.csv"}, "mark": "bar", "encoding": {"x": {"field": "mm", "type": "quantitative"}}}' >beside/rain.vl.json
printf 'mm,place\n3,north\n' >beside/rain.csv
cp -r beside before
run 3 render beside/rain.vl.json --emit csv -o beside
says err 'beside/rain.csv: error: the figure is made of this file'
run 3 render beside/rain.vl.json -f png -o specs/../beside/rain.vl.json
diff -r before beside >&2 || fail 'an input was written over'
run 0 render beside/rain.vl.json --emit csv -o tables/
exists tables/rain.csv

# pipes are written to, and never read to see what is in them
mkfifo pipe.png
"$program" render beside/rain.vl.json -o pipe.png 2>err &
timeout 20 cat pipe.png >piped.png || fail 'nothing came out of the pipe'
cmp piped.png tables/rain.png >&2 || fail 'another picture came out of the pipe'
wait
run 1 status beside/rain.vl.json -o pipe.png

if command -v make >/dev/null 2>&1; then
    printf 'made/c.png:\n\techo drawn\ninclude all.d\n' >Makefile
    make -s made/c.png >said || fail 'make does not read it'
    [ ! -s said ] || fail 'make thinks it is out of date'
    find specs made -type f -exec touch -d 2001-01-01 {} +
    touch -d 2002-02-02 'specs/data/good $1.csv'
    [ "$(make -s made/c.png)" = drawn ] || fail 'make does not see the data'
fi
finish
