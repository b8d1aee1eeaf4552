/* Encodings: the channels, and what a channel may say. */
#include "grammar/rows.h"

/* clang-format off */

static const struct fw_shape_member encoding_members[] = {
    IN("angle", NIL | OBJ, mark_channel),
    IN("color", NIL | OBJ, mark_channel),
    IN("column", NIL | OBJ, facet),
    IN("description", NIL | OBJ, text_channel),
    IN("detail", NIL | ARR | OBJ, other_channel),
    IN("facet", NIL | OBJ, facet),
    IN("fill", NIL | OBJ, mark_channel),
    IN("fillOpacity", NIL | OBJ, mark_channel),
    IN("href", NIL | OBJ, text_channel),
    IN("key", NIL | OBJ, other_channel),
    IN("latitude", NIL | OBJ, other_channel),
    IN("latitude2", NIL | OBJ, other_channel),
    IN("longitude", NIL | OBJ, other_channel),
    IN("longitude2", NIL | OBJ, other_channel),
    IN("opacity", NIL | OBJ, mark_channel),
    IN("order", NIL | ARR | OBJ, order),
    IN("radius", NIL | OBJ, other_channel),
    IN("radius2", NIL | OBJ, other_channel),
    IN("row", NIL | OBJ, facet),
    IN("shape", NIL | OBJ, mark_channel),
    IN("size", NIL | OBJ, mark_channel),
    IN("stroke", NIL | OBJ, mark_channel),
    IN("strokeDash", NIL | OBJ, mark_channel),
    IN("strokeOpacity", NIL | OBJ, mark_channel),
    IN("strokeWidth", NIL | OBJ, mark_channel),
    IN("text", NIL | OBJ, text_channel),
    IN("theta", NIL | OBJ, other_channel),
    IN("theta2", NIL | OBJ, other_channel),
    LATER("time", NIL | OBJ, "animations are not played: the rows of all frames are drawn at once"),
    PLAIN("tooltip", ANY | NO_EFFECT),
    IN("url", NIL | OBJ, text_channel),
    IN("x", NIL | OBJ, position),
    IN("x2", NIL | OBJ, other_channel),
    IN("xError", NIL | OBJ, other_channel),
    IN("xError2", NIL | OBJ, other_channel),
    IN("xOffset", NIL | OBJ, other_channel),
    IN("y", NIL | OBJ, position),
    IN("y2", NIL | OBJ, other_channel),
    IN("yError", NIL | OBJ, other_channel),
    IN("yError2", NIL | OBJ, other_channel),
    IN("yOffset", NIL | OBJ, other_channel),
};
const struct fw_shape fw_shape_encoding = {
    .what = "encoding",
    .members = encoding_members,
    .count = FW_COUNT(encoding_members),
    .unknown = FW_UNKNOWN_CHANNEL,
    .unknown_word = "channel",
};

static const struct fw_shape_member position_members[] = {
    IN("axis", NIL | OBJ, axis),
    IN("impute", NIL | OBJ, impute),
};
const struct fw_shape fw_shape_position = {
    .what = "a position channel",
    .members = position_members,
    .count = FW_COUNT(position_members),
    .bases = { &fw_shape_other_channel },
};

static const struct fw_shape_member mark_channel_members[] = {
    WORDS_IN("aggregate", STR | OBJ, aggregate, arg_aggregate),
    PLAIN("bandPosition", NUM | FRACTION),
    IN("bin", BOOL | NIL | OBJ, bin),
    IN("condition", ARR | OBJ, condition),
    IN("datum", NUM | STR | BOOL | NIL | OBJ | EXPR, datum),
    IN("field", STR | OBJ, repeat_ref),
    IN("legend", NIL | OBJ, legend),
    PLAIN("rescale", BOOL | NO_EFFECT),
    IN("scale", NIL | OBJ, scale),
    WORDS_IN("sort", STR | NIL | ARR | OBJ, sort, sort),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("title", STR | NIL | STRS),
    WORDS("type", STR, field_type),
    PLAIN("value", NUM | STR | NIL | EXPR | GRADIENT | NUMS),
};
SHAPE(mark_channel, "a channel");

static const struct fw_shape_member text_channel_members[] = {
    WORDS_IN("bin", STR | BOOL | NIL | OBJ, binned, bin),
    CHECKED("format", STR | OBJ, format),
    FORMAT_TYPE("formatType"),
    PLAIN("value", STR | EXPR | STRS),
};
const struct fw_shape fw_shape_text_channel = {
    .what = "a text channel",
    .members = text_channel_members,
    .count = FW_COUNT(text_channel_members),
    .bases = { &fw_shape_mark_channel },
};

static const struct fw_shape_member order_members[] = {
    WORDS_IN("aggregate", STR | OBJ, aggregate, arg_aggregate),
    PLAIN("bandPosition", NUM | FRACTION),
    WORDS_IN("bin", STR | BOOL | NIL | OBJ, binned, bin),
    IN("condition", ARR | OBJ, condition),
    IN("field", STR | OBJ, repeat_ref),
    WORDS("sort", STR, order),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("title", STR | NIL | STRS),
    WORDS("type", STR, facet_type),
    PLAIN("value", NUM | EXPR),
};
SHAPE(order, "order");

static const struct fw_shape_member other_channel_members[] = {
    WORDS_IN("aggregate", STR | OBJ, aggregate, arg_aggregate),
    PLAIN("bandPosition", NUM | FRACTION),
    WORDS_IN("bin", STR | BOOL | NIL | OBJ, binned, bin),
    IN("datum", NUM | STR | BOOL | NIL | OBJ | EXPR, datum),
    IN("field", STR | OBJ, repeat_ref),
    IN("scale", NIL | OBJ, scale),
    WORDS_IN("sort", STR | NIL | ARR | OBJ, sort, sort),
    WORDS("stack", STR | BOOL | NIL, stack),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("title", STR | NIL | STRS),
    WORDS("type", STR, field_type),
    WORDS("value", NUM | STR | EXPR, width_or_height),
};
SHAPE(other_channel, "a channel");

static const struct fw_shape_member condition_members[] = {
    WORDS_IN("aggregate", STR | OBJ, aggregate, arg_aggregate),
    PLAIN("bandPosition", NUM | FRACTION),
    WORDS_IN("bin", STR | BOOL | NIL | OBJ, binned, bin),
    PLAIN("condition", ARR | OBJ),
    IN("datum", NUM | STR | BOOL | NIL | OBJ | EXPR, datum),
    PLAIN("empty", BOOL),
    PLAIN("expr", STR | CODE),
    IN("field", STR | OBJ, repeat_ref),
    CHECKED("format", STR | OBJ, format),
    FORMAT_TYPE("formatType"),
    IN("legend", NIL | OBJ, legend),
    CHECKED("param", STR, param),
    IN("scale", NIL | OBJ, scale),
    WORDS_IN("sort", STR | NIL | ARR | OBJ, sort, sort),
    IN("test", STR | OBJ | CODE, predicate),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("title", STR | NIL | STRS),
    WORDS("type", STR, field_type),
    PLAIN("value", NUM | STR | NIL | EXPR | COLOR | GRADIENT | STRS | NUMS),
};
SHAPE(condition, "condition");

static const struct fw_shape_member sort_members[] = {
    WORDS("encoding", STR, sort_channel),
    IN("field", STR | OBJ, repeat_ref),
    WORDS("op", STR, aggregate),
    WORDS("order", STR | NIL, order),
};
const struct fw_shape fw_shape_sort = {
    .what = "sort",
    .members = sort_members,
    .count = FW_COUNT(sort_members),
    .bases = { &fw_shape_date_time },
};

static const struct fw_shape_member bin_members[] = {
    PLAIN("anchor", NUM),
    PLAIN("base", NUM),
    PLAIN("binned", BOOL),
    PLAIN("divide", NUMS),
    IN("extent", OBJ | NUMS, scale_domain),
    PLAIN("maxbins", NUM),
    PLAIN("minstep", NUM),
    PLAIN("nice", BOOL),
    PLAIN("step", NUM),
    PLAIN("steps", NUMS),
};
SHAPE(bin, "bin");

static const struct fw_shape_member time_unit_members[] = {
    PLAIN("binned", BOOL),
    PLAIN("maxbins", NUM),
    PLAIN("step", NUM),
    CHECKED("unit", STR, time_unit),
    PLAIN("utc", BOOL),
};
SHAPE(time_unit, "timeUnit");

static const struct fw_shape_member impute_members[] = {
    PLAIN("frame", ARR),
    IN("keyvals", ARR | OBJ, impute_sequence),
    WORDS("method", STR, impute_method),
    PLAIN("value", ANY),
};
SHAPE(impute, "impute");

static const struct fw_shape_member impute_sequence_members[] = {
    PLAIN("start", NUM),
    PLAIN("step", NUM),
    PLAIN("stop", NUM | REQUIRED),
};
SHAPE(impute_sequence, "keyvals");

static const struct fw_shape_member arg_aggregate_members[] = {
    PLAIN("argmax", STR),
    PLAIN("argmin", STR),
    PLAIN("exponential", NUM),
};
SHAPE(arg_aggregate, "aggregate");

static const struct fw_shape_member repeat_ref_members[] = {
    WORDS("repeat", STR | REQUIRED, repeat),
};
SHAPE(repeat_ref, "a reference to repeat");

const struct fw_shape fw_shape_datum = {
    .what = "datum",
    .bases = { &fw_shape_date_time, &fw_shape_repeat_ref },
};
/* clang-format on */
