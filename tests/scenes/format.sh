# format.sh PROGRAM SOURCE CHECK: what `figwright scene` prints of every small spec and every figure keeps to docs/scene.md.
. "$2/tests/cli/lib.sh"
source=$2 check=$3

run 0 render "$source/tests/scenes" -f scene -o small
run 0 render "$source/specs" -f scene -o figures
find small figures -name '*.scene' >scenes
[ "$(wc -l <scenes)" -gt 50 ] || fail 'there are hardly any scenes'
xargs "$check" <scenes >out 2>err || {
    fail 'scenes break the format'
    head -n 40 err >&2
}

# That the check sees faults at all: one scene, broken in one way at a time.
broken() {
    sed "$1" small/bar-grouped.scene >broken.scene
    if cmp -s broken.scene small/bar-grouped.scene || "$check" broken.scene >/dev/null 2>err; then
        fail "a scene broken by $1 passes"
    fi
    says err "$2"
}
broken 's/"role":"axis-tick"/"role":"axis-mark"/' 'there is no such role'
broken 's/"mark":"rect"/"mark":"text"/' "'width' is no property of it"
broken 's/"baseline":"middle"/"baseline":"centre"/' "'baseline' may not be"
broken 's/,"strokeWidth":1}/}/' "'stroke' without 'strokeWidth'"
broken 's/"x":[0-9.]*/"x":1.23456/' "'x' may not be"
broken 's/,"x2":[0-9.]*//' "'x2' is missing"
broken 's/"fill":"#[0-9a-f]*"/"fill":"red"/' "'fill' may not be"
broken '$s/]}/]} x/' 'cannot be read as JSON'
finish
