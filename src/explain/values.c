/* Values of marks in words. */
#include "explain/values.h"

#include <math.h>
#include <string.h>

#include "explain/explain.h"

struct fw_value_labels fw_value_labels_read(const struct fw_chart *chart)
{
    struct fw_value_labels labels = { FW_LABELS_NONE, NULL, NULL };
    struct fw_value spec = chart->usermeta == NULL ? fw_undefined() : chart->usermeta->labels;
    if (spec.kind == FW_OBJECT || fw_is_text(spec, "auto")) {
        const char *placement = fw_get_text(spec, "placement", "auto");
        labels.placement = strcmp(placement, "inside") == 0    ? FW_LABELS_INSIDE
                           : strcmp(placement, "outside") == 0 ? FW_LABELS_OUTSIDE
                                                               : FW_LABELS_AUTO;
        labels.format = fw_get_text(spec, "format", NULL);
        labels.field = fw_get_text(spec, "field", NULL);
    }
    return labels;
}

static bool is_measure(const struct fw_view *unit, enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
    return def != NULL && (fw_def_measure(def) || fw_def_count(def));
}

/* The direction that values are measured along: a bar's own, else y before x. */
static enum fw_channel measure_of(const struct fw_view *unit)
{
    bool level = unit->orient == FW_HORIZONTAL;
    enum fw_channel first = level ? FW_CHANNEL_X : FW_CHANNEL_Y;
    enum fw_channel other = level ? FW_CHANNEL_Y : FW_CHANNEL_X;
    return is_measure(unit, first)                                   ? first
           : is_measure(unit, other) && unit->orient == FW_NO_ORIENT ? other
                                                                     : FW_CHANNEL_NONE;
}

/* The axis of a channel that is drawn for a unit: its own, or that of a view around it. */
static const struct fw_axis_model *find_axis(const struct fw_view *unit, enum fw_channel channel,
                                             const struct fw_view **view)
{
    int side = channel == FW_CHANNEL_X ? 0 : 1;
    const struct fw_scale_model *scale = fw_view_scale(unit, channel);
    for (*view = unit; *view != NULL; *view = (*view)->parent) {
        for (size_t i = 0; i < (*view)->axis_count[side]; i++) {
            const struct fw_axis_model *axis = &(*view)->axes[side][i];
            if (axis->scale != NULL && fw_scale_model_owner(axis->scale) == scale) {
                return axis;
            }
        }
    }
    return NULL;
}

/* The axis, if its labels are words made of the numbers: "12%", "\u00a33m". */
static const struct fw_axis_spec *wording_axis(const struct fw_view *unit, enum fw_channel channel)
{
    const struct fw_view *view;
    const struct fw_axis_model *axis = find_axis(unit, channel, &view);
    if (axis == NULL || fw_component_get(&axis->props, "labelExpr").kind != FW_STRING) {
        return NULL;
    }
    struct fw_axis_spec *spec = FW_NEW(unit->chart->make.arena, struct fw_axis_spec);
    *spec = fw_axis_resolve(view, axis);
    return spec->tick_style == NULL ? NULL : spec;
}

/* The format of a measure: as asked for, as its axis has it, of shares percent. Sets `plain` where
 * nothing says any. */
static struct fw_value format_of(struct fw_value_text *text, const struct fw_channel_def *def,
                                 const struct fw_value_labels *labels)
{
    struct fw_maker make = text->unit->chart->make;
    struct fw_value axis = fw_get(def->spec, "axis");
    const char *number = fw_get_text(text->unit->chart->config.root, "numberFormat", NULL);
    const char *format = labels->format;
    if (format == NULL && fw_get_text(axis, "format", NULL) != NULL) {
        return axis;
    }
    format = format != NULL ? format : number;
    format = format == NULL && text->end != NULL ? ".0%" : format;
    text->plain = format == NULL;
    struct fw_value spec =
        fw_with(make, fw_undefined(), "format", fw_text_value(make, format == NULL ? "" : format));
    return fw_with(make, spec, "formatType", fw_text_value(make, "number"));
}

/* A number that nobody gave a format for. */
static fw_str plain_words(const struct fw_expr_env *env, double number)
{
    const int digits = 4;
    double size = number == 0 ? 0 : floor(log10(fabs(number)));
    int decimals = (int)fmin(12, fmax(0, digits - 1 - size));
    const char *format = fw_arena_printf(env->arena, ",.%d~f", decimals);
    const char *words = fw_number_text(env->arena, env->locale, format, number);
    return fw_intern_text(env->strings, words);
}

/* A field of the table that is no measure of the encoding. */
static bool init_field(struct fw_value_text *text, const struct fw_value_labels *labels)
{
    text->column = fw_view_column(text->unit, text->table, labels->field);
    text->label = (struct fw_label){ .how = FW_LABEL_RAW };
    bool number = labels->format != NULL;
    for (size_t row = 0; text->column != NULL && !number && row < text->table->rows; row++) {
        number = fw_table_value(text->table, text->column, row).kind == FW_NUMBER;
    }
    if (number) {
        text->label.how = FW_LABEL_NUMBER;
        text->plain = labels->format == NULL;
        fw_number_spec_parse(text->plain ? "" : labels->format, &text->label.number);
    }
    return text->column != NULL;
}

bool fw_value_text_init(struct fw_value_text *text, const struct fw_view *unit,
                        const struct fw_value_labels *labels, bool second)
{
    struct fw_chart *chart = unit->chart;
    struct fw_maker make = chart->make;
    *text = (struct fw_value_text){ .unit = unit, .table = unit->table };
    text->measure = measure_of(unit);
    if (text->measure == FW_CHANNEL_NONE || unit->table == NULL) {
        return false;
    }
    bool x = text->measure == FW_CHANNEL_X;
    text->other = fw_encoding_field(unit->encoding, x ? FW_CHANNEL_Y : FW_CHANNEL_X);
    if (text->other != NULL) {
        text->other_label = fw_label_new(make, &chart->config, unit->table, text->other,
                                         fw_get(text->other->spec, "axis"));
    }
    if (labels->field != NULL) {
        return init_field(text, labels);
    }
    enum fw_channel channel = !second ? text->measure : x ? FW_CHANNEL_X2 : FW_CHANNEL_Y2;
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
    const struct fw_channel_def *main = fw_encoding_field(unit->encoding, text->measure);
    if (def == NULL) {
        return false;
    }
    bool shares = unit->stack != NULL && unit->stack->field_channel == text->measure &&
                  strcmp(unit->stack->offset, "normalize") == 0;
    text->column =
        fw_view_column(unit, unit->table, fw_def_column(make, def, shares ? "start" : NULL));
    text->end = shares ? fw_view_column(unit, unit->table, fw_def_column(make, def, "end")) : NULL;
    text->label =
        fw_label_new(make, &chart->config, unit->table, main, format_of(text, main, labels));
    text->axis = labels->format == NULL ? wording_axis(unit, text->measure) : NULL;
    return text->column != NULL;
}

double fw_value_number(const struct fw_value_text *text, size_t row)
{
    struct fw_value value = fw_table_value(text->table, text->column, row);
    double number = fw_is_nil(value) ? NAN : fw_to_number(value);
    if (text->end == NULL) {
        return number;
    }
    return fabs(fw_table_number(text->table, text->end, row) - number);
}

/* The words that labelExpr of the axis makes of a number. */
static fw_str worded(const struct fw_value_text *text, double number, fw_str plain)
{
    struct fw_axis_tick tick = { .value = fw_number(number),
                                 .label = plain,
                                 .text = text->axis->label_text };
    text->axis->tick_style(text->axis->tick_context, &tick);
    return tick.label == NULL || tick.label->text[0] == '\0' ? plain : tick.label;
}

const char *fw_value_words(const struct fw_value_text *text, size_t row)
{
    struct fw_expr_env env = fw_view_env(text->unit);
    struct fw_value value = fw_table_value(text->table, text->column, row);
    if (text->label.how == FW_LABEL_RAW) {
        return fw_is_nil(value) ? NULL : fw_to_string(env.strings, value)->text;
    }
    double number = fw_value_number(text, row);
    if (!isfinite(number)) {
        return value.kind == FW_STRING ? value.string->text : NULL;
    }
    value = fw_label_of(&text->label, &env, fw_number(number), fw_undefined());
    fw_str words = text->plain ? plain_words(&env, number) : fw_to_string(env.strings, value);
    return (text->axis == NULL ? words : worded(text, number, words))->text;
}

const char *fw_value_place(const struct fw_value_text *text, size_t row)
{
    struct fw_arena *arena = text->unit->chart->make.arena;
    struct fw_expr_env env = fw_view_env(text->unit);
    const char *words = fw_value_words(text, row);
    if (text->other == NULL) {
        return words;
    }
    struct fw_value other = fw_label_get(&text->other_label, &env, text->table, row);
    return fw_arena_printf(arena, "%s: %s", fw_to_string(env.strings, other)->text, words);
}
