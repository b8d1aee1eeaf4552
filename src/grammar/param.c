/* Params, selections and predicates. */
#include "grammar/rows.h"

/* clang-format off */

static const struct fw_shape_member param_members[] = {
    PLAIN("bind", ANY | NO_EFFECT),
    PLAIN("expr", STR | CODE),
    PLAIN("name", STR | REQUIRED),
    PLAIN("react", BOOL | NO_EFFECT),
    WORDS_IN("select", STR | OBJ, selection, select),
    PLAIN("value", ANY),
    PLAIN("views", ANY | NO_EFFECT),
};
SHAPE(param, "a param");

static const struct fw_shape_member select_config_members[] = {
    PLAIN("clear", ANY | NO_EFFECT),
    PLAIN("encodings", ARR),
    PLAIN("fields", STRS),
    IN("mark", OBJ, brush),
    PLAIN("nearest", BOOL | NO_EFFECT),
    PLAIN("on", ANY | NO_EFFECT),
    WORDS("resolve", STR, resolve),
    PLAIN("toggle", STR | BOOL | NO_EFFECT),
    PLAIN("translate", STR | BOOL | NO_EFFECT),
    PLAIN("zoom", STR | BOOL | NO_EFFECT),
};
SHAPE(select_config, "select");

static const struct fw_shape_member select_members[] = {
    WORDS("type", STR | REQUIRED, selection),
};
const struct fw_shape fw_shape_select = {
    .what = "select",
    .members = select_members,
    .count = FW_COUNT(select_members),
    .bases = { &fw_shape_select_config },
};

static const struct fw_shape_member brush_members[] = {
    PLAIN("cursor", ANY | NO_EFFECT),
    PLAIN("fill", COLOR),
    PLAIN("fillOpacity", NUM),
    PLAIN("stroke", COLOR),
    PLAIN("strokeDash", NUMS),
    PLAIN("strokeDashOffset", NUM),
    PLAIN("strokeOpacity", NUM),
    PLAIN("strokeWidth", NUM),
};
SHAPE(brush, "mark");

static const struct fw_shape_member predicate_members[] = {
    IN("and", ARR | CODE, predicate),
    PLAIN("empty", BOOL),
    IN("equal", NUM | STR | BOOL | OBJ | EXPR, date_time),
    PLAIN("field", STR),
    IN("gt", NUM | STR | OBJ | EXPR, date_time),
    IN("gte", NUM | STR | OBJ | EXPR, date_time),
    IN("lt", NUM | STR | OBJ | EXPR, date_time),
    IN("lte", NUM | STR | OBJ | EXPR, date_time),
    IN("not", STR | OBJ | CODE, predicate),
    IN("oneOf", ARR, date_time),
    IN("or", ARR | CODE, predicate),
    CHECKED("param", STR, param),
    IN("range", ARR | EXPR, date_time),
    CHECKED_IN("timeUnit", STR | OBJ, time_unit, time_unit),
    PLAIN("valid", BOOL),
};
SHAPE(predicate, "a predicate");

static const struct fw_shape_member date_time_members[] = {
    PLAIN("date", NUM),
    PLAIN("day", NUM | STR),
    PLAIN("hours", NUM),
    PLAIN("milliseconds", NUM),
    PLAIN("minutes", NUM),
    PLAIN("month", NUM | STR),
    PLAIN("quarter", NUM),
    PLAIN("seconds", NUM),
    PLAIN("utc", BOOL),
    PLAIN("year", NUM),
};
SHAPE(date_time, "a date");
/* clang-format on */
