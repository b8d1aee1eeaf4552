# Options, help and exit statuses of wrong usage.
. "$2/tests/cli/lib.sh"

run 2
says out 'figwright COMMAND [options]'
run 0 --help
says out 'Exit status: 0 fine'
silent err
run 0 --version
grep -qx 'figwright [0-9]*\.[0-9]*\.[0-9]*' out || fail "no version in: $(cat out)"
for command in render check scene status inspect extract fonts themes doctor; do
    run 0 "$command" --help
    says out "figwright $command [options]"
    run 0 help "$command"
    says out "figwright $command [options]"
done

run 2 rendr
says err "did you mean 'render'?"
run 2 render
says err 'nothing to work on'
run 2 scene
run 2 scene a b
says err "one argument too many: 'b'"
run 2 render --scal 2 a.vl.json
says err "did you mean '--scale'?"
run 2 render --scale=zero a.vl.json
says err "--scale takes a number from 0.01 to 100, not 'zero'"
run 2 render --scale 0 a.vl.json
run 2 render -j 0 a.vl.json
run 2 render a.vl.json --scale
says err "there is no value at '--scale'"
run 2 render --svg-text=paths a.vl.json
says err "unknown value 'paths' of --svg-text"
run 2 render --help=x
run 2 check --format xml a.vl.json

bar a.vl.json
mkdir b
bar b/a.vl.json
run 2 render -f gif a.vl.json
says err "unknown format 'gif'"
run 2 render a.vl.json -o a.gif
says err "unknown format 'gif'"
missing a.gif
run 2 render -f png, a.vl.json
run 2 render a.vl.json b/a.vl.json
says err "two specs would be drawn to 'a.png'"
run 2 render a.vl.json b -o -
says err 'only one figure fits on standard output'
run 2 render -f png,svg a.vl.json -o a.png
says err 'several figures do not fit into one file'
missing a.png a.svg
finish
