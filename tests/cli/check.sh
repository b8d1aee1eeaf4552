# Diagnostics in their three forms, and what they make of the exit status.
. "$2/tests/cli/lib.sh"

bar a.vl.json
printf '{\n  "mark": "bar"\n  "data": {}\n}\n' >bad.vl.json
run 0 check a.vl.json
silent out
silent err
run 0 check --strict a.vl.json
run 3 check a.vl.json bad.vl.json
cat >expected <<'END'
bad.vl.json:3:3: error: expected a comma or '}' after a member [json-syntax]
  3 |   "data": {}
    |   ^
END
diff expected out || fail 'another report'
silent err
run 3 check --format json bad.vl.json
says out '"code": "json-syntax"'
says out '"line": 3'
run 3 check --format sarif bad.vl.json
says out '"ruleId": "json-syntax"'
run 0 check --format json a.vl.json
[ "$(cat out)" = '[]' ] || fail 'not an empty array'
finish
