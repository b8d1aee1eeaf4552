# outputs.sh PROGRAM SOURCE COMPARE: in the PDF of a figure, pdftotext finds the words as one reads them; rsvg-convert
# draws its SVG as we draw the PNG. COMPARE --compare A B prints the mean difference of a channel.
. "$2/tests/cli/lib.sh"
source=$2 compare=$3
for tool in pdftotext rsvg-convert; do
    command -v $tool >/dev/null 2>&1 || {
        echo "$tool is not installed: apt-get install poppler-utils librsvg2-bin"
        exit 77
    }
done

# The fonts of the figures, for rsvg-convert: it takes none out of an SVG.
cat >fonts.conf <<END
<fontconfig><dir>$source/fonts</dir><cachedir>$scratch/fonts</cachedir></fontconfig>
END

# reads NAME WORDS...: these words come in this order, with others between them.
reads() {
    name=$1
    shift
    run 0 render "$source/specs/charts/$name.vl.json" -f png,svg,pdf -o .
    pdftotext "$name.pdf" "$name.txt"
    follow "$@"
    [ "$(pdftotext -raw "$name.pdf" - | tr -s '\n' ' ' | head -c 40)" = "$(tr -s '\n' ' ' <"$name.txt" | head -c 40)" ] ||
        fail "$name: number and title are not painted first"
    pdfinfo "$name.pdf" | grep -q '^Tagged: *yes' || fail "$name: the PDF is not tagged"
    grep -q ' lang="en-GB" xml:lang="en-GB"' "$name.svg" || fail "$name: the SVG says no language"
    grep -aq '/Lang (en-GB)' "$name.pdf" || fail "$name: the PDF says no language"
    pdfinfo -struct "$name.pdf" | tr -d ' \n' | grep -q '^Document.*H1(block).*Figure.*P(block)' ||
        fail "$name: not title, figure, notes: $(pdfinfo -struct "$name.pdf")"
}

# says_alike NAME: PNG, SVG and PDF say the same of themselves, source and all.
says_alike() {
    for format in png svg pdf; do
        run 0 inspect "$1.$format"
        grep -E '^ +(title|description|source|language|program) ' out >"$format.said"
        [ "$(wc -l <"$format.said")" -eq 5 ] || fail "$1.$format: $(cat out)"
        cmp -s png.said "$format.said" || fail "$1: PNG and $format do not say the same"
    done
}

# follow WORDS...: they do in NAME.txt.
follow() {
    text=" $(tr -s ' \n\f' ' ' <"$name.txt") "
    rest=$text
    for words in "$@"; do
        case $rest in
        *" $words "*) rest=" ${rest#*" $words "}" ;;
        *)
            fail "$name: '$words' does not follow in: $text"
            return
            ;;
        esac
    done
}

# looks_alike NAME: the SVG, with its text and as outlines, against the PNG.
looks_alike() {
    run 0 render "$source/specs/charts/$1.vl.json" --svg-text outlines -o "$1-outlines.svg"
    for svg in "$1" "$1-outlines"; do
        FONTCONFIG_FILE=$scratch/fonts.conf rsvg-convert "$svg.svg" -o "$svg-svg.png"
        off=$("$compare" --compare "$1.png" "$svg-svg.png")
        echo "$svg $off"
        # Another program smooths and places letters another way.
        awk -v off="$off" 'BEGIN { exit !(off != "" && off + 0 == off && off <= 0.1) }' ||
            fail "$svg.svg looks unlike $1.png: $off"
    done
}

# The values of a bar chart come after its labels: they are a mark of their own.
reads tacsea2013_ocse_environment 'Almost half of identified contact was on social networks' \
    'Share of reports' 'Social networking' 'Instant messaging' 'mobile phones' \
    'Source:' 'paragraph 45' 'Notes:'
reads cross_offender_sex 'Recorded offenders are mostly male in four data sets' 'Male Female' \
    'Transnational offenders' 'Localised grooming' 'Type 2 groups' 'Adults in IIOC sample' '0 20 40 60 80 100'
reads tacsea2013_sgii_level 'Still imagery is almost all Level 1;' 'moving imagery varies more' \
    'Level 1 Level 2 Level 3 Level 4 Level 5' 'Still 96 4 0 0 0' 'Moving 61 27 1 11 0'
reads asa2016_family_environment 'Around two-thirds of contact abuse happens' 'in the family environment' \
    'Other settings' 'Family environment'
reads ceop2012_monthly_reports 'Reports to CEOP grew to 1,300 a month' 'Average reports per month, UK,' '1,300' 'about 358'
for name in tacsea2013_ocse_environment cross_offender_sex tacsea2013_sgii_level \
    asa2016_family_environment ceop2012_monthly_reports; do
    looks_alike $name
    says_alike $name
done
finish
