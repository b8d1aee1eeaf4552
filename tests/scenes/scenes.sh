# scenes.sh PROGRAM SOURCE [accept]: every tests/scenes/NAME.vl.json has a NAME.scene.json that it must be laid out to, to
# the last digit. What a spec promises is its description. With `accept`, what is seen becomes what is expected.
. "$2/tests/cli/lib.sh"
folder=$2/tests/scenes

run 0 render "$folder" -f scene -o seen
uneventful
count=0
for spec in "$folder"/*.vl.json; do
    name=$(basename "$spec" .vl.json)
    expected=$folder/$name.scene.json
    count=$((count + 1))
    exists "seen/$name.scene"
    if [ "${3:-}" = accept ]; then
        cmp -s "seen/$name.scene" "$expected" || echo "$name"
        cp "seen/$name.scene" "$expected"
    else
        diff -u "$expected" "seen/$name.scene" >&2 ||
            fail "$name: $(sed -n 's/^  "description": "\(.*\)",$/\1/p' "$spec")"
    fi
done
[ "$count" -gt 0 ] || fail 'there are no specs'
finish
