# Reads `pdftotext -bbox`: names words outside the page and pairs of words that lie on each other; fails when there are any.
# A box is as high as the font, so its upper and lower quarter, where there is no ink, are left out.
function attribute(name,    text) {
    if (!match($0, name "=\"[^\"]*\"")) {
        return 0
    }
    text = substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3)
    return text + 0
}

/<page/ {
    page_width = attribute("width")
    page_height = attribute("height")
}

/<word/ {
    count++
    height = attribute("yMax") - attribute("yMin")
    left[count] = attribute("xMin")
    right[count] = attribute("xMax")
    top[count] = attribute("yMin") + height / 4
    bottom[count] = attribute("yMax") - height / 4
    word[count] = $0
    sub(/<\/word>.*/, "", word[count])
    sub(/.*>/, "", word[count])
}

END {
    # Half a point: rounding, and side bearings that reach under a neighbour.
    slack = 0.5
    for (i = 1; i <= count; i++) {
        if (left[i] < -slack || top[i] < -slack || right[i] > page_width + slack || bottom[i] > page_height + slack) {
            print "'" word[i] "' is cut by the edge"
            faults++
        }
        for (k = 1; k < i; k++) {
            if (left[i] < right[k] - slack && left[k] < right[i] - slack &&
                    top[i] < bottom[k] - slack && top[k] < bottom[i] - slack) {
                print "'" word[k] "' and '" word[i] "' overlap"
                faults++
            }
        }
    }
    if (count == 0) {
        print "no words"
        faults++
    }
    exit faults > 0
}
