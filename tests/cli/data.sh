# Which files a spec may read: its own folder, --base-url and --allow, and nothing by a link out of them.
. "$2/tests/cli/lib.sh"

mkdir -p specs/data other secret
printf 'a,b\nx,1\ny,2\n' >specs/data/good.csv
cp specs/data/good.csv other/good.csv
cp specs/data/good.csv secret/good.csv
ln -s ../../secret/good.csv specs/data/link.csv
ln -s ../../secret specs/data/folder
mkfifo specs/data/pipe.csv

# chart URL: a chart of the data at URL.
chart() {
    bar specs/a.vl.json
    sed -i "s|{\"values\".*}|{\"url\": \"$1\"}|" specs/a.vl.json
}

chart data/good.csv
run 0 render specs/a.vl.json -o a.png
(cd specs && "$program" check a.vl.json) || fail 'a chart is not found from its own folder'
chart ../other/good.csv
run 3 check specs/a.vl.json
says out '[forbidden-file]'
run 0 check --allow other specs/a.vl.json
chart good.csv
run 3 check specs/a.vl.json
says out '[missing-file]'
run 0 check --base-url other specs/a.vl.json
chart "$scratch/other/good.csv"
run 3 check specs/a.vl.json
run 0 check --allow other specs/a.vl.json
for url in data/link.csv data/folder/good.csv data/../../secret/good.csv; do
    chart "$url"
    run 3 render specs/a.vl.json -o b.png
    says err '[forbidden-file]'
    missing b.png
    run 0 check --allow secret specs/a.vl.json
done
for url in http://localhost/a.csv //localhost/a.csv ftp://x/a.csv; do
    chart "$url"
    run 3 check specs/a.vl.json
    says out '[no-network]'
done
chart 'data:text/csv,a,b%0Ax,1%0Ay,2'
run 0 render specs/a.vl.json -o a.png
chart 'data:text/csv;base64,a*'
run 3 check specs/a.vl.json
says out 'the data url has a character that is none of base64 [data-syntax]'
chart data/pipe.csv
run 3 check specs/a.vl.json
says out 'it is no plain file'
chart data
run 3 check specs/a.vl.json
says out 'it is a folder'

# The folder of the nearest figwright.json counts as readable, and no other: neither one above it, nor by a link.
mkdir -p far/project/specs/charts far/project/data
cp secret/good.csv far
cp secret/good.csv far/project/data
ln -s ../../../secret/good.csv far/project/data/link.csv
cd far/project/specs/charts
for url in ../../data/good.csv ../../../good.csv ../../data/link.csv; do
    mkdir specs
    chart "$url"
    mv specs/a.vl.json .
    rmdir specs
    rm -f ../../figwright.json ../figwright.json figwright.json
    run 3 check a.vl.json
    says out '[forbidden-file]'
    echo '{}' >../../figwright.json
    case $url in
    */data/good.csv) run 0 check a.vl.json ;;
    *) run 3 check a.vl.json ;;
    esac
    echo '{}' >../figwright.json
    run 3 check a.vl.json
    echo '{}' >figwright.json
    run 3 check a.vl.json
done
finish
