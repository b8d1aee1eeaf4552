/* A chart and its views: what they hold besides marks and encodings. */
#include "grammar/empty.h"
#include "grammar/rows.h"

/* clang-format off */
static const char *const view_bodies[] = { "mark", "layer", "spec", "concat", "hconcat", "vconcat", NULL };

static const struct fw_shape_member view_members[] = {
    PLAIN("$schema", STR),
    WORDS_IN("align", STR | OBJ, layout_align, row_column),
    WORDS_IN("autosize", STR | OBJ, autosize, autosize),
    PLAIN("background", EXPR | COLOR | NIL),
    WORDS("bounds", STR, bounds),
    IN("center", BOOL | OBJ, row_column),
    PLAIN("columns", NUM | NOT_NEGATIVE),
    CHECKED_IN("concat", ARR, view, views),
    IN("config", OBJ, config),
    IN("data", NIL | OBJ, data),
    PLAIN("datasets", OBJ),
    PLAIN("description", STR),
    CHECKED_IN("encoding", OBJ, encoding, channels),
    IN("facet", OBJ, facet),
    CHECKED_IN("hconcat", ARR, view, views),
    WORDS_IN("height", NUM | LENGTH | STR | OBJ, container, step),
    CHECKED_IN("layer", ARR, view, views),
    WORDS_IN("mark", STR | OBJ | MARK, mark, mark),
    PLAIN("name", STR),
    IN("padding", NUM | OBJ | EXPR, padding),
    IN("params", ARR, param),
    IN("projection", OBJ, projection),
    IN("repeat", OBJ | STRS, repeat),
    IN("resolve", OBJ, resolve),
    IN("spacing", NUM | OBJ, row_column),
    IN("spec", OBJ, view),
    IN("title", STR | OBJ | STRS | NIL, title),
    IN("transform", ARR, transform),
    IN("usermeta", OBJ, usermeta),
    CHECKED_IN("vconcat", ARR, view, views),
    IN("view", OBJ, view_background),
    WORDS_IN("width", NUM | LENGTH | STR | OBJ, container, step),
};
const struct fw_shape fw_shape_view = {
    .what = "a chart",
    .members = view_members,
    .count = FW_COUNT(view_members),
    .one_of = view_bodies,
};

static const struct fw_shape_member data_members[] = {
    IN("format", OBJ, data_format),
    IN("graticule", BOOL | OBJ, graticule),
    PLAIN("name", STR),
    IN("sequence", OBJ, sequence),
    PLAIN("sphere", BOOL | OBJ),
    PLAIN("url", STR),
    PLAIN("values", STR | ARR | OBJ),
};
SHAPE(data, "data");

static const struct fw_shape_member data_format_members[] = {
    PLAIN("delimiter", STR),
    PLAIN("feature", STR),
    PLAIN("mesh", STR),
    PLAIN("parse", NIL | OBJ),
    PLAIN("property", STR),
    WORDS("type", STR, data_format),
};
SHAPE(data_format, "format");

static const struct fw_shape_member sequence_members[] = {
    PLAIN("as", STR),
    PLAIN("start", NUM | REQUIRED),
    PLAIN("step", NUM),
    PLAIN("stop", NUM | REQUIRED),
};
SHAPE(sequence, "sequence");

static const struct fw_shape_member graticule_members[] = {
    PLAIN("extent", ARR),
    PLAIN("extentMajor", ARR),
    PLAIN("extentMinor", ARR),
    PLAIN("precision", NUM),
    PLAIN("step", NUMS),
    PLAIN("stepMajor", NUMS),
    PLAIN("stepMinor", NUMS),
};
SHAPE(graticule, "graticule");

static const struct fw_shape_member step_members[] = {
    WORDS("for", STR, for),
    PLAIN("step", NUM | REQUIRED),
};
SHAPE(step, "a size by step");

static const struct fw_shape_member autosize_members[] = {
    WORDS("contains", STR, contains),
    PLAIN("resize", BOOL | NO_EFFECT),
    WORDS("type", STR, autosize),
};
SHAPE(autosize, "autosize");

static const struct fw_shape_member padding_members[] = {
    PLAIN("bottom", ANY),
    PLAIN("left", ANY),
    PLAIN("right", ANY),
    PLAIN("top", ANY),
};
SHAPE(padding, "padding");

static const struct fw_shape_member row_column_members[] = {
    WORDS("column", NUM | STR | BOOL, layout_align),
    WORDS("row", NUM | STR | BOOL, layout_align),
};
SHAPE(row_column, "an object by row and column");

static const struct fw_shape_member resolve_members[] = {
    IN("axis", OBJ, resolve_map),
    IN("legend", OBJ, resolve_map),
    IN("scale", OBJ, resolve_map),
};
SHAPE(resolve, "resolve");

static const struct fw_shape_member resolve_map_members[] = {
    WORDS("angle", STR, resolve_mode),
    WORDS("color", STR, resolve_mode),
    WORDS("fill", STR, resolve_mode),
    WORDS("fillOpacity", STR, resolve_mode),
    WORDS("opacity", STR, resolve_mode),
    WORDS("radius", STR, resolve_mode),
    WORDS("shape", STR, resolve_mode),
    WORDS("size", STR, resolve_mode),
    WORDS("stroke", STR, resolve_mode),
    WORDS("strokeDash", STR, resolve_mode),
    WORDS("strokeOpacity", STR, resolve_mode),
    WORDS("strokeWidth", STR, resolve_mode),
    WORDS("theta", STR, resolve_mode),
    WORDS("time", STR, resolve_mode),
    WORDS("x", STR, resolve_mode),
    WORDS("xOffset", STR, resolve_mode),
    WORDS("y", STR, resolve_mode),
    WORDS("yOffset", STR, resolve_mode),
};
SHAPE(resolve_map, "resolve");

static const struct fw_shape_member facet_members[] = {
    WORDS_IN("aggregate", STR | OBJ, aggregate, arg_aggregate),
    WORDS_IN("align", STR | OBJ, layout_align, row_column),
    PLAIN("bandPosition", NUM | FRACTION),
    IN("bin", BOOL | NIL | OBJ, bin),
    WORDS("bounds", STR, bounds),
    IN("center", BOOL | OBJ, row_column),
    IN("column", OBJ, facet),
    PLAIN("columns", NUM | NOT_NEGATIVE),
    IN("field", STR | OBJ, repeat_ref),
    IN("header", NIL | OBJ, header),
    IN("row", OBJ, facet),
    WORDS_IN("sort", STR | NIL | ARR | OBJ, order, sort),
    IN("spacing", NUM | OBJ, row_column),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("title", STR | NIL | STRS),
    WORDS("type", STR, facet_type),
};
SHAPE(facet, "facet");

static const struct fw_shape_member repeat_members[] = {
    PLAIN("column", STRS),
    PLAIN("layer", STRS),
    PLAIN("row", STRS),
};
SHAPE(repeat, "repeat");

static const struct fw_shape_member view_background_members[] = {
    PLAIN("cornerRadius", NUM | EXPR),
    PLAIN("cursor", ANY | NO_EFFECT),
    PLAIN("fill", NIL | EXPR | COLOR),
    PLAIN("fillOpacity", NUM | EXPR | FRACTION),
    PLAIN("opacity", NUM | EXPR),
    PLAIN("stroke", NIL | EXPR | COLOR),
    WORDS("strokeCap", STR | EXPR, cap),
    PLAIN("strokeDash", EXPR | NUMS),
    PLAIN("strokeDashOffset", NUM | EXPR),
    WORDS("strokeJoin", STR | EXPR, stroke_join),
    PLAIN("strokeMiterLimit", NUM | EXPR),
    PLAIN("strokeOpacity", NUM | EXPR | FRACTION),
    PLAIN("strokeWidth", NUM | EXPR | NOT_NEGATIVE),
    PLAIN("style", STR | STRS),
};
SHAPE(view_background, "view");
/* clang-format on */
