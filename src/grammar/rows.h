/* How the tables of this room are written; the names of all shapes and word lists. */
#ifndef FW_GRAMMAR_ROWS_H
#define FW_GRAMMAR_ROWS_H

#include "grammar/texts.h"
#include "grammar/words.h"
#include "json/shape.h"

/* The types of decode.h without their prefix: the tables are read, not searched. */
enum {
    NUM = FW_P_NUMBER,
    STR = FW_P_STRING,
    BOOL = FW_P_BOOLEAN,
    NIL = FW_P_NULL,
    ARR = FW_P_ARRAY,
    OBJ = FW_P_OBJECT,
    EXPR = FW_P_EXPR,
    COND = FW_P_CONDITION,
    COLOR = FW_P_COLOR,
    GRADIENT = FW_P_GRADIENT,
    STRS = FW_P_STRINGS,
    NUMS = FW_P_NUMBERS,
    NOT_NEGATIVE = FW_P_NOT_NEGATIVE,
    FRACTION = FW_P_FRACTION,
    ANY = FW_P_ANY,
    NO_EFFECT = FW_P_NO_EFFECT,
    REQUIRED = FW_P_REQUIRED,
    CODE = FW_P_CODE,
    LENGTH = FW_P_LENGTH,
    MARK = FW_P_MARK,
};

/* clang-format off */
/* A member of these types; with objects of a shape in it; with words that a string must be among. */
#define PLAIN(name, type)                    { name, type, NULL, NULL, NULL, NULL }
#define IN(name, type, shape)                { name, type, &fw_shape_##shape, NULL, NULL, NULL }
#define WORDS(name, type, words)             { name, type, NULL, fw_words_##words, NULL, NULL }
#define WORDS_IN(name, type, words, shape)   { name, type, &fw_shape_##shape, fw_words_##words, NULL, NULL }
/* With a check of a string (texts.h). */
#define CHECKED(name, type, check)           { name, type, NULL, NULL, NULL, fw_check_##check }
#define CHECKED_IN(name, type, shape, check) { name, type, &fw_shape_##shape, NULL, NULL, fw_check_##check }
/* The type of a format. */
#define FORMAT_TYPE(name)                                                                          \
    { name, STR, NULL, NULL, "types besides number and time are functions in JavaScript, which are not run", fw_check_format_type }
/* With a note on how our picture differs: of what has no effect, what is drawn, and what is
 * not yet. */
#define UNUSED(name, type, note)             { name, (type) | FW_P_NO_EFFECT, NULL, NULL, note, NULL }
#define NOTED(name, type, note)              { name, type, NULL, NULL, note, NULL }
#define LATER(name, type, note)              { name, (type) | FW_P_UNSUPPORTED, NULL, NULL, note, NULL }
#define LATER_WORDS(name, type, words, note) { name, (type) | FW_P_UNSUPPORTED, NULL, fw_words_##words, note, NULL }

#define FW_SHAPE_LIST(X) \
    X(aggregate_def) X(annotation) X(arg_aggregate) X(autosize) X(axis) X(axis_config) X(bin) \
    X(boxplot_config) X(brush) X(composition_config) X(condition) X(conditional) X(config) \
    X(data) X(data_format) X(date_time) X(datum) X(encoding) X(errorband_config) \
    X(errorbar_config) X(facet) X(field_range) X(figwright) X(footnote) X(graticule) X(header) \
    X(header_config) X(impute) X(impute_sequence) X(interpolate) X(join_def) X(legend) \
    X(legend_config) X(lint) X(lint_ignore) X(logo) X(lookup_from) X(mark) X(mark_channel) X(mark_config) X(order) \
    X(other_channel) X(overlay) X(padding) X(param) X(position) X(predicate) X(projection) \
    X(range_config) X(repeat) X(repeat_ref) X(resolve) X(resolve_map) X(row_column) X(scale) \
    X(scale_bins) X(scale_config) X(scale_domain) X(scale_invalid) X(scheme) X(select) X(select_config) \
    X(selection_config) X(sequence) X(sort) X(step) X(style) X(style_map) X(t_aggregate) \
    X(t_bin) X(t_calculate) X(t_density) X(t_extent) X(t_filter) X(t_flatten) X(t_fold) \
    X(t_impute) X(t_joinaggregate) X(t_loess) X(t_lookup) X(t_pivot) X(t_quantile) \
    X(t_regression) X(t_sample) X(t_stack) X(t_time_unit) X(t_window) X(text_channel) \
    X(time_interval) X(time_unit) X(title) X(title_config) X(transform) X(usermeta) X(value_labels) X(view) \
    X(view_background) X(view_config) X(window_def)
/* clang-format on */

#define FW_SHAPE_EXTERN(name) extern const struct fw_shape fw_shape_##name;
FW_SHAPE_LIST(FW_SHAPE_EXTERN)
#undef FW_SHAPE_EXTERN

/* The shape fw_shape_NAME of the members NAME_members; `words` name it in messages. */
#define SHAPE(name, words)                                                                         \
    const struct fw_shape fw_shape_##name = { .what = (words),                                     \
                                              .members = name##_members,                           \
                                              .count = FW_COUNT(name##_members) }

#endif
