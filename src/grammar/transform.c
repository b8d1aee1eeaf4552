/* Transforms: the properties of each. */
#include "grammar/rows.h"

/* clang-format off */

static const struct fw_shape_member t_aggregate_members[] = {
    IN("aggregate", ARR | REQUIRED, aggregate_def),
    PLAIN("groupby", STRS),
};
const struct fw_shape fw_shape_t_aggregate = {
    .what = "aggregate",
    .members = t_aggregate_members,
    .count = FW_COUNT(t_aggregate_members),
    .key = "aggregate",
};

static const struct fw_shape_member t_bin_members[] = {
    PLAIN("as", STR | STRS | REQUIRED),
    IN("bin", BOOL | OBJ | REQUIRED, bin),
    PLAIN("field", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_bin = {
    .what = "bin",
    .members = t_bin_members,
    .count = FW_COUNT(t_bin_members),
    .key = "bin",
};

static const struct fw_shape_member t_calculate_members[] = {
    PLAIN("as", STR | REQUIRED),
    PLAIN("calculate", STR | CODE | REQUIRED),
};
const struct fw_shape fw_shape_t_calculate = {
    .what = "calculate",
    .members = t_calculate_members,
    .count = FW_COUNT(t_calculate_members),
    .key = "calculate",
};

static const struct fw_shape_member t_density_members[] = {
    PLAIN("as", STRS),
    PLAIN("bandwidth", NUM),
    PLAIN("counts", BOOL),
    PLAIN("cumulative", BOOL),
    PLAIN("density", STR | REQUIRED),
    PLAIN("extent", NUMS),
    PLAIN("groupby", STRS),
    PLAIN("maxsteps", NUM),
    PLAIN("minsteps", NUM),
    WORDS("resolve", STR, resolve_mode),
    PLAIN("steps", NUM),
};
const struct fw_shape fw_shape_t_density = {
    .what = "density",
    .members = t_density_members,
    .count = FW_COUNT(t_density_members),
    .key = "density",
};

static const struct fw_shape_member t_extent_members[] = {
    PLAIN("extent", STR | REQUIRED),
    PLAIN("param", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_extent = {
    .what = "extent",
    .members = t_extent_members,
    .count = FW_COUNT(t_extent_members),
    .key = "extent",
};

static const struct fw_shape_member t_filter_members[] = {
    IN("filter", STR | OBJ | CODE | REQUIRED, predicate),
};
const struct fw_shape fw_shape_t_filter = {
    .what = "filter",
    .members = t_filter_members,
    .count = FW_COUNT(t_filter_members),
    .key = "filter",
};

static const struct fw_shape_member t_flatten_members[] = {
    PLAIN("as", STRS),
    PLAIN("flatten", STRS | REQUIRED),
};
const struct fw_shape fw_shape_t_flatten = {
    .what = "flatten",
    .members = t_flatten_members,
    .count = FW_COUNT(t_flatten_members),
    .key = "flatten",
};

static const struct fw_shape_member t_fold_members[] = {
    PLAIN("as", STRS),
    PLAIN("fold", STRS | REQUIRED),
};
const struct fw_shape fw_shape_t_fold = {
    .what = "fold",
    .members = t_fold_members,
    .count = FW_COUNT(t_fold_members),
    .key = "fold",
};

static const struct fw_shape_member t_impute_members[] = {
    PLAIN("frame", ARR),
    PLAIN("groupby", STRS),
    PLAIN("impute", STR | REQUIRED),
    PLAIN("key", STR | REQUIRED),
    IN("keyvals", ARR | OBJ, impute_sequence),
    WORDS("method", STR, impute_method),
    PLAIN("value", ANY),
};
const struct fw_shape fw_shape_t_impute = {
    .what = "impute",
    .members = t_impute_members,
    .count = FW_COUNT(t_impute_members),
    .key = "impute",
};

static const struct fw_shape_member t_joinaggregate_members[] = {
    PLAIN("groupby", STRS),
    IN("joinaggregate", ARR | REQUIRED, join_def),
};
const struct fw_shape fw_shape_t_joinaggregate = {
    .what = "joinaggregate",
    .members = t_joinaggregate_members,
    .count = FW_COUNT(t_joinaggregate_members),
    .key = "joinaggregate",
};

static const struct fw_shape_member t_loess_members[] = {
    PLAIN("as", STRS),
    PLAIN("bandwidth", NUM),
    PLAIN("groupby", STRS),
    PLAIN("loess", STR | REQUIRED),
    PLAIN("on", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_loess = {
    .what = "loess",
    .members = t_loess_members,
    .count = FW_COUNT(t_loess_members),
    .key = "loess",
};

static const struct fw_shape_member t_lookup_members[] = {
    PLAIN("as", STR | STRS),
    PLAIN("default", ANY),
    IN("from", OBJ | REQUIRED, lookup_from),
    PLAIN("lookup", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_lookup = {
    .what = "lookup",
    .members = t_lookup_members,
    .count = FW_COUNT(t_lookup_members),
    .key = "lookup",
};

static const struct fw_shape_member t_pivot_members[] = {
    PLAIN("groupby", STRS),
    PLAIN("limit", NUM),
    WORDS("op", STR, op),
    PLAIN("pivot", STR | REQUIRED),
    PLAIN("value", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_pivot = {
    .what = "pivot",
    .members = t_pivot_members,
    .count = FW_COUNT(t_pivot_members),
    .key = "pivot",
};

static const struct fw_shape_member t_quantile_members[] = {
    PLAIN("as", STRS),
    PLAIN("groupby", STRS),
    PLAIN("probs", NUMS),
    PLAIN("quantile", STR | REQUIRED),
    PLAIN("step", NUM),
};
const struct fw_shape fw_shape_t_quantile = {
    .what = "quantile",
    .members = t_quantile_members,
    .count = FW_COUNT(t_quantile_members),
    .key = "quantile",
};

static const struct fw_shape_member t_regression_members[] = {
    PLAIN("as", STRS),
    PLAIN("extent", NUMS),
    PLAIN("groupby", STRS),
    WORDS("method", STR, t_regression_impute_method),
    PLAIN("on", STR | REQUIRED),
    PLAIN("order", NUM),
    PLAIN("params", BOOL),
    PLAIN("regression", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_regression = {
    .what = "regression",
    .members = t_regression_members,
    .count = FW_COUNT(t_regression_members),
    .key = "regression",
};

static const struct fw_shape_member t_sample_members[] = {
    PLAIN("sample", NUM | REQUIRED),
};
const struct fw_shape fw_shape_t_sample = {
    .what = "sample",
    .members = t_sample_members,
    .count = FW_COUNT(t_sample_members),
    .key = "sample",
};

static const struct fw_shape_member t_stack_members[] = {
    PLAIN("as", STR | STRS | REQUIRED),
    PLAIN("groupby", STRS | REQUIRED),
    WORDS("offset", STR, stack),
    IN("sort", ARR, sort),
    PLAIN("stack", STR | REQUIRED),
};
const struct fw_shape fw_shape_t_stack = {
    .what = "stack",
    .members = t_stack_members,
    .count = FW_COUNT(t_stack_members),
    .key = "stack",
};

static const struct fw_shape_member t_time_unit_members[] = {
    PLAIN("as", STR | REQUIRED),
    PLAIN("field", STR | REQUIRED),
    CHECKED_IN("timeUnit", STR | OBJ | REQUIRED, time_unit, time_unit),
};
const struct fw_shape fw_shape_t_time_unit = {
    .what = "timeUnit",
    .members = t_time_unit_members,
    .count = FW_COUNT(t_time_unit_members),
    .key = "timeUnit",
};

static const struct fw_shape_member t_window_members[] = {
    PLAIN("frame", ARR),
    PLAIN("groupby", STRS),
    PLAIN("ignorePeers", BOOL),
    IN("sort", ARR, sort),
    IN("window", ARR | REQUIRED, window_def),
};
const struct fw_shape fw_shape_t_window = {
    .what = "window",
    .members = t_window_members,
    .count = FW_COUNT(t_window_members),
    .key = "window",
};

static const struct fw_shape_member aggregate_def_members[] = {
    PLAIN("as", STR | REQUIRED),
    PLAIN("field", STR),
    WORDS("op", STR | REQUIRED, op),
};
SHAPE(aggregate_def, "an aggregate");

static const struct fw_shape_member join_def_members[] = {
    PLAIN("as", STR | REQUIRED),
    PLAIN("field", STR),
    WORDS("op", STR | REQUIRED, op),
};
SHAPE(join_def, "an aggregate");

static const struct fw_shape_member window_def_members[] = {
    PLAIN("as", STR | REQUIRED),
    PLAIN("field", STR),
    WORDS("op", STR | REQUIRED, window_def_op),
    PLAIN("param", NUM),
};
SHAPE(window_def, "a window field");

static const struct fw_shape_member lookup_from_members[] = {
    IN("data", OBJ, data),
    PLAIN("fields", STRS),
    PLAIN("key", STR | REQUIRED),
    CHECKED("param", STR, param),
};
SHAPE(lookup_from, "from");

/* The first whose key is there: a density and a regression may have an extent too. */
static const struct fw_shape *const transform_kinds[] = {
    &fw_shape_t_calculate,
    &fw_shape_t_density,
    &fw_shape_t_filter,
    &fw_shape_t_flatten,
    &fw_shape_t_fold,
    &fw_shape_t_impute,
    &fw_shape_t_joinaggregate,
    &fw_shape_t_loess,
    &fw_shape_t_lookup,
    &fw_shape_t_pivot,
    &fw_shape_t_quantile,
    &fw_shape_t_regression,
    &fw_shape_t_window,
    &fw_shape_t_aggregate,
    &fw_shape_t_bin,
    &fw_shape_t_sample,
    &fw_shape_t_stack,
    &fw_shape_t_time_unit,
    &fw_shape_t_extent,
    NULL,
};

const struct fw_shape fw_shape_transform = {
    .what = "transform",
    .kinds = transform_kinds,
};
/* clang-format on */
