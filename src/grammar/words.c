/* The words that properties may have. */
#include "grammar/words.h"

#include <stddef.h>

const char *const fw_words_aggregate[] = { "average",   "count",       "distinct",     "max",
                                           "mean",      "median",      "min",          "missing",
                                           "product",   "q1",          "q3",           "ci0",
                                           "ci1",       "stderr",      "stdev",        "stdevp",
                                           "sum",       "valid",       "values",       "variance",
                                           "variancep", "exponential", "exponentialb", NULL };
const char *const fw_words_align[] = { "left", "center", "right", NULL };
const char *const fw_words_autosize[] = { "pad", "none", "fit", "fit-x", "fit-y", NULL };
const char *const fw_words_axis_orient[] = { "top", "bottom", "left", "right", NULL };
const char *const fw_words_baseline[] = { "alphabetic", "top",         "middle", "bottom",
                                          "line-top",   "line-bottom", NULL };
const char *const fw_words_binned[] = { "binned", NULL };
const char *const fw_words_blend[] = { "multiply",   "screen",      "overlay",    "darken",
                                       "lighten",    "color-dodge", "color-burn", "hard-light",
                                       "soft-light", "difference",  "exclusion",  "hue",
                                       "saturation", "color",       "luminosity", NULL };
const char *const fw_words_bounds[] = { "full", "flush", NULL };
const char *const fw_words_boxplot_config_extent[] = { "min-max", NULL };
const char *const fw_words_cap[] = { "butt", "round", "square", NULL };
const char *const fw_words_color_space[] = { "rgb",      "lab",      "hcl",       "hsl",
                                             "hsl-long", "hcl-long", "cubehelix", "cubehelix-long",
                                             NULL };
const char *const fw_words_color_space_part[] = { "rgb", "cubehelix", "cubehelix-long", NULL };
const char *const fw_words_container[] = { "container", NULL };
const char *const fw_words_contains[] = { "content", "padding", NULL };
const char *const fw_words_data_format[] = { "csv", "tsv", "dsv", "json", "topojson", NULL };
const char *const fw_words_dir[] = { "ltr", "rtl", NULL };
const char *const fw_words_direct[] = { "auto", "direct", NULL };
const char *const fw_words_errorbar_config_extent[] = { "ci", "iqr", "stderr", "stdev", NULL };
const char *const fw_words_extent[] = { "min-max", "ci", "iqr", "stderr", "stdev", NULL };
const char *const fw_words_facet_type[] = {
    "quantitative", "ordinal", "temporal", "nominal", "q", "t", "o", "n", "Q", "T", "O", "N", NULL
};
const char *const fw_words_field_title[] = { "verbal", "functional", "plain", NULL };
const char *const fw_words_field_type[] = { "quantitative",
                                            "ordinal",
                                            "temporal",
                                            "nominal",
                                            "geojson",
                                            "q",
                                            "t",
                                            "o",
                                            "n",
                                            "Q",
                                            "T",
                                            "O",
                                            "N",
                                            NULL };
const char *const fw_words_font_weight[] = { "normal", "bold", "lighter", "bolder", NULL };
const char *const fw_words_for[] = { "position", "offset", NULL };
const char *const fw_words_furniture[] = { "all", "none", NULL };
const char *const fw_words_height[] = { "height", NULL };
const char *const fw_words_impute_method[] = { "value", "median", "max", "min", "mean", NULL };
const char *const fw_words_interpolate[] = {
    "basis",    "basis-open",    "basis-closed",    "bundle",
    "cardinal", "cardinal-open", "cardinal-closed", "catmull-rom",
    "linear",   "linear-closed", "monotone",        "natural",
    "step",     "step-before",   "step-after",      NULL
};
const char *const fw_words_interval[] = { "millisecond", "second", "minute", "hour", "day",
                                          "week",        "month",  "year",   NULL };
const char *const fw_words_invalid[] = { "filter",
                                         "break-paths-filter-domains",
                                         "break-paths-show-domains",
                                         "break-paths-show-path-domains",
                                         "show",
                                         NULL };
const char *const fw_words_label_placement[] = { "auto", "inside", "outside", NULL };
const char *const fw_words_layout_align[] = { "all", "each", "none", NULL };
const char *const fw_words_legend_orient[] = { "none",      "left",        "right",
                                               "top",       "bottom",      "top-left",
                                               "top-right", "bottom-left", "bottom-right",
                                               NULL };
const char *const fw_words_legend_type[] = { "symbol", "gradient", NULL };
const char *const fw_words_mark[] = { "boxplot", "errorbar", "errorband", "arc",   "area",
                                      "bar",     "image",    "line",      "point", "rect",
                                      "rule",    "text",     "tick",      "trail", "circle",
                                      "square",  "geoshape", NULL };
const char *const fw_words_op[] = {
    "argmax",   "argmin",    "average",     "count",        "distinct", "max",   "mean",
    "median",   "min",       "missing",     "product",      "q1",       "q3",    "ci0",
    "ci1",      "stderr",    "stdev",       "stdevp",       "sum",      "valid", "values",
    "variance", "variancep", "exponential", "exponentialb", NULL
};
const char *const fw_words_order[] = { "ascending", "descending", NULL };
const char *const fw_words_orient[] = { "horizontal", "vertical", NULL };
const char *const fw_words_overlap[] = { "parity", "greedy", NULL };
const char *const fw_words_projection_type[] = { "albers",
                                                 "albersUsa",
                                                 "azimuthalEqualArea",
                                                 "azimuthalEquidistant",
                                                 "conicConformal",
                                                 "conicEqualArea",
                                                 "conicEquidistant",
                                                 "equalEarth",
                                                 "equirectangular",
                                                 "gnomonic",
                                                 "identity",
                                                 "mercator",
                                                 "naturalEarth1",
                                                 "orthographic",
                                                 "stereographic",
                                                 "transverseMercator",
                                                 NULL };
const char *const fw_words_range[] = { "width", "height",    "symbol",  "category", "ordinal",
                                       "ramp",  "diverging", "heatmap", NULL };
const char *const fw_words_repeat[] = { "row", "column", "repeat", "layer", NULL };
const char *const fw_words_resolve[] = { "global", "union", "intersect", NULL };
const char *const fw_words_resolve_mode[] = { "independent", "shared", NULL };
const char *const fw_words_scale_type[] = { "linear",      "log",      "pow",        "sqrt",
                                            "symlog",      "identity", "sequential", "time",
                                            "utc",         "quantile", "quantize",   "threshold",
                                            "bin-ordinal", "ordinal",  "point",      "band",
                                            NULL };
const char *const fw_words_selection[] = { "point", "interval", NULL };
const char *const fw_words_sort[] = {
    "ascending", "descending",   "x",     "y",      "color",        "fill",
    "stroke",    "strokeWidth",  "size",  "shape",  "fillOpacity",  "strokeOpacity",
    "opacity",   "text",         "-x",    "-y",     "-color",       "-fill",
    "-stroke",   "-strokeWidth", "-size", "-shape", "-fillOpacity", "-strokeOpacity",
    "-opacity",  "-text",        NULL
};
const char *const fw_words_sort_channel[] = {
    "x",     "y",           "color",         "fill",    "stroke", "strokeWidth", "size",
    "shape", "fillOpacity", "strokeOpacity", "opacity", "text",   NULL
};
const char *const fw_words_stack[] = { "zero", "center", "normalize", NULL };
const char *const fw_words_stroke_join[] = { "miter", "round", "bevel", NULL };
const char *const fw_words_t_regression_impute_method[] = { "linear", "log",  "exp", "pow",
                                                            "quad",   "poly", NULL };
const char *const fw_words_tick_band[] = { "center", "extent", NULL };
const char *const fw_words_title_anchor[] = { "start", "middle", "end", NULL };
const char *const fw_words_title_config_orient[] = {
    "none", "left", "right", "top", "bottom", NULL
};
const char *const fw_words_transparent[] = { "transparent", NULL };
const char *const fw_words_unaggregated[] = { "unaggregated", NULL };
const char *const fw_words_value_labels[] = { "auto", "none", NULL };
const char *const fw_words_width[] = { "width", NULL };
const char *const fw_words_width_or_height[] = { "width", "height", NULL };
const char *const fw_words_window_def_op[] = {
    "argmax",     "argmin",   "average",    "count",        "distinct",
    "max",        "mean",     "median",     "min",          "missing",
    "product",    "q1",       "q3",         "ci0",          "ci1",
    "stderr",     "stdev",    "stdevp",     "sum",          "valid",
    "values",     "variance", "variancep",  "exponential",  "exponentialb",
    "row_number", "rank",     "dense_rank", "percent_rank", "cume_dist",
    "ntile",      "lag",      "lead",       "first_value",  "last_value",
    "nth_value",  NULL
};
const char *const fw_words_zero_or_min[] = { "zero-or-min", NULL };
