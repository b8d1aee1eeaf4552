/* usermeta.figwright: what a chart tells us beyond Vega-Lite, in the place that it leaves to
 * others. */
#include "grammar/rows.h"

/* clang-format off */
/* Other programs have members of their own beside ours. */
static const struct fw_shape_member usermeta_members[] = {
    IN("figwright", OBJ, figwright),
};
const struct fw_shape fw_shape_usermeta = {
    .what = "usermeta",
    .members = usermeta_members,
    .count = FW_COUNT(usermeta_members),
    .is_open = true,
};

static const struct fw_shape_member figwright_members[] = {
    PLAIN("alt", STR),
    CHECKED_IN("annotations", ARR, annotation, objects),
    PLAIN("base", STR | STRS),
    PLAIN("caveats", STR | STRS),
    CHECKED_IN("footnotes", ARR, footnote, objects),
    WORDS("furniture", STR, furniture),
    WORDS_IN("labels", STR | OBJ, value_labels, value_labels),
    WORDS("legend", STR, direct),
    IN("lint", OBJ, lint),
    IN("logo", STR | OBJ, logo),
    PLAIN("notes", STR | STRS),
    PLAIN("number", STR | NUM),
    CHECKED("outerHeight", NUM | LENGTH | STR, length),
    CHECKED("outerSize", STR, named_size),
    CHECKED("outerWidth", NUM | LENGTH | STR, length),
    PLAIN("redundant", BOOL),
    PLAIN("source", STR | STRS),
    PLAIN("theme", STR),
};
SHAPE(figwright, "usermeta.figwright");

/* Members besides the type are those of each annotation, which checks them itself. */
static const struct fw_shape_member annotation_members[] = {
    PLAIN("type", STR | REQUIRED),
};
const struct fw_shape fw_shape_annotation = {
    .what = "an annotation",
    .members = annotation_members,
    .count = FW_COUNT(annotation_members),
    .is_open = true,
};

static const struct fw_shape_member footnote_members[] = {
    PLAIN("on", STR | REQUIRED),
    PLAIN("text", STR | REQUIRED),
};
SHAPE(footnote, "a footnote");

static const struct fw_shape_member value_labels_members[] = {
    PLAIN("field", STR),
    CHECKED("format", STR, format),
    WORDS("placement", STR, label_placement),
};
SHAPE(value_labels, "labels");

static const struct fw_shape_member logo_members[] = {
    PLAIN("alt", STR),
    PLAIN("file", STR | REQUIRED),
    CHECKED("width", NUM | LENGTH | STR, length),
};
SHAPE(logo, "a logo");

static const struct fw_shape_member lint_members[] = {
    CHECKED_IN("ignore", ARR, lint_ignore, objects),
};
SHAPE(lint, "lint");

static const struct fw_shape_member lint_ignore_members[] = {
    PLAIN("id", STR | REQUIRED),
    PLAIN("reason", STR | REQUIRED),
};
SHAPE(lint_ignore, "an item of ignore");
/* clang-format on */
