/* Scales: their properties. */
#include "grammar/rows.h"

/* clang-format off */

static const struct fw_shape_member scale_members[] = {
    PLAIN("align", NUM | EXPR),
    PLAIN("base", NUM | EXPR),
    IN("bins", OBJ | NUMS, scale_bins),
    PLAIN("clamp", BOOL | EXPR),
    PLAIN("constant", NUM | EXPR),
    WORDS_IN("domain", STR | ARR | OBJ | EXPR, unaggregated, scale_domain),
    IN("domainMax", NUM | OBJ | EXPR, date_time),
    PLAIN("domainMid", NUM | EXPR),
    IN("domainMin", NUM | OBJ | EXPR, date_time),
    PLAIN("domainRaw", EXPR),
    PLAIN("exponent", NUM | EXPR),
    WORDS_IN("interpolate", STR | OBJ | EXPR, color_space, interpolate),
    WORDS_IN("nice", NUM | STR | BOOL | OBJ | EXPR, interval, time_interval),
    PLAIN("padding", NUM | EXPR),
    PLAIN("paddingInner", NUM | EXPR),
    PLAIN("paddingOuter", NUM | EXPR),
    WORDS_IN("range", STR | ARR | OBJ, range, field_range),
    PLAIN("rangeMax", NUM | STR | EXPR),
    PLAIN("rangeMin", NUM | STR | EXPR),
    PLAIN("reverse", BOOL | EXPR),
    PLAIN("round", BOOL | EXPR),
    CHECKED_IN("scheme", STR | OBJ | EXPR, scheme, scheme),
    WORDS("type", STR, scale_type),
    PLAIN("zero", BOOL | EXPR),
};
SHAPE(scale, "scale");

static const struct fw_shape_member scale_bins_members[] = {
    PLAIN("start", NUM),
    PLAIN("step", NUM | REQUIRED),
    PLAIN("stop", NUM),
};
SHAPE(scale_bins, "bins");

static const struct fw_shape_member scale_domain_members[] = {
    PLAIN("encoding", ANY),
    PLAIN("field", ANY),
    CHECKED("param", ANY, param),
    IN("unionWith", ARR, date_time),
};
const struct fw_shape fw_shape_scale_domain = {
    .what = "domain",
    .members = scale_domain_members,
    .count = FW_COUNT(scale_domain_members),
    .bases = { &fw_shape_date_time },
};

static const struct fw_shape_member interpolate_members[] = {
    PLAIN("gamma", NUM),
    WORDS("type", STR | REQUIRED, color_space_part),
};
SHAPE(interpolate, "interpolate");

static const struct fw_shape_member field_range_members[] = {
    PLAIN("field", STR | REQUIRED),
};
SHAPE(field_range, "range");

static const struct fw_shape_member scheme_members[] = {
    PLAIN("count", NUM),
    PLAIN("extent", NUMS),
    CHECKED("name", STR | REQUIRED, scheme),
};
SHAPE(scheme, "scheme");
/* clang-format on */
