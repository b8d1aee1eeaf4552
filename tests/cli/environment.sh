# Same input, same bytes: whatever the environment says of time zone, language, home and fonts.
. "$2/tests/cli/lib.sh"
source=$2

draw() {
    "$program" render "$source/specs/charts/cross_report_timeline.vl.json" \
        "$source/specs/charts/tacsea2013_ocse_victim_age.vl.json" \
        -f png,svg,pdf -o "$1" || fail "not drawn into $1"
}

draw plain
(
    export TZ=Pacific/Auckland LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8
    draw elsewhere
)
(
    mkdir home fontconfig
    printf '<?xml version="1.0"?>\n<fontconfig><dir>/usr/share/fonts</dir><match target="font">%s%s</match></fontconfig>\n' \
        '<edit name="hintstyle" mode="assign"><const>hintfull</const></edit>' \
        '<edit name="antialias" mode="assign"><bool>false</bool></edit>' >fontconfig/fonts.conf
    export HOME="$PWD/home" XDG_CONFIG_HOME="$PWD/fontconfig" XDG_CACHE_HOME="$PWD/home" \
        FONTCONFIG_FILE="$PWD/fontconfig/fonts.conf" FONTCONFIG_PATH="$PWD/fontconfig" \
        PANGOCAIRO_BACKEND=fontconfig FREETYPE_PROPERTIES='cff:no-stem-darkening=0 cff:hinting-engine=adobe'
    draw otherfonts
)
env -i LSAN_OPTIONS="${LSAN_OPTIONS:-}" "$program" render "$source/specs/charts/cross_report_timeline.vl.json" \
    "$source/specs/charts/tacsea2013_ocse_victim_age.vl.json" \
    -f png,svg,pdf -o bare || fail 'not drawn without an environment'
for folder in elsewhere otherfonts bare; do
    diff -rq plain "$folder" >&2 || fail "$folder differs"
done

finish
