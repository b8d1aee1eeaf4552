/* Annotations bound to a view: their places, numbers and texts. */
#include "annotation/bind.h"

#include <math.h>
#include <string.h>

#include "format/number.h"
#include "mark/position.h"

/* ---- totals ------------------------------------------------------------------------------- */

/* Running values of the rows in a stretch, and the sum of all. */
struct totals {
    double sum, count, all;
};

static void add_rows(const struct fw_unit *unit, int measure,
                     const struct fw_annotation_stretch *stretch, struct totals *totals)
{
    enum fw_channel values = measure == 1 ? FW_CHANNEL_Y : FW_CHANNEL_X;
    enum fw_channel along = measure == 1 ? FW_CHANNEL_X : FW_CHANNEL_Y;
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, values);
    if (def == NULL || fw_encoding_field(unit->encoding, along) == NULL) {
        return;
    }
    const struct fw_column *numbers = fw_unit_column(unit, fw_def_column(unit->make, def, NULL));
    struct fw_ref place = fw_point_position(unit, along, FW_POSITION_NONE);
    for (size_t row = 0; row < unit->table->rows; row++) {
        double number = fw_table_number(unit->table, numbers, row);
        double at = fw_ref_get_number(unit, &place, row);
        if (!isfinite(number) || fw_is_nil(fw_table_value(unit->table, numbers, row))) {
            continue;
        }
        totals->all += number;
        if (at >= stretch->lo - 0.01 && at <= stretch->hi + 0.01) {
            totals->sum += number;
            totals->count++;
        }
    }
}

void fw_bind_totals(struct fw_annotation_binder *binder, struct fw_annotation *annotation)
{
    const struct fw_annotation_stretch *stretch = &annotation->stretch[1 - annotation->measure];
    struct totals totals = { 0 };
    for (size_t i = 0; stretch->there && i < binder->unit_count && totals.count == 0; i++) {
        totals = (struct totals){ 0 };
        add_rows(&binder->units[i], annotation->measure, stretch, &totals);
    }
    if (!stretch->there || totals.count == 0) {
        return;
    }
    fw_annotation_set(annotation, "count", fw_number(totals.count));
    fw_annotation_set(annotation, "sum", fw_number(totals.sum));
    fw_annotation_set(annotation, "mean", fw_number(totals.sum / totals.count));
    fw_annotation_set(annotation, "share", fw_number(totals.sum / totals.all));
}

/* ---- texts -------------------------------------------------------------------------------- */

/* The names of an annotation's numbers, before those of the chart. */
struct names {
    const struct fw_expr_env *chart;
    const struct fw_annotation *annotation;
};

static bool find_name(const struct fw_expr_env *env, fw_str name, struct fw_value *value)
{
    const struct names *names = env->context;
    const struct fw_annotation *annotation = names->annotation;
    for (size_t i = 0; i < annotation->number_count; i++) {
        if (fw_str_is(name, annotation->numbers[i].name)) {
            *value = annotation->numbers[i].value;
            return true;
        }
    }
    return names->chart->lookup != NULL && names->chart->lookup(names->chart, name, value);
}

static bool call_chart(const struct fw_expr_env *env, const char *function,
                       const struct fw_value *args, size_t count, struct fw_value *value)
{
    const struct names *names = env->context;
    struct fw_expr_env chart = *names->chart;
    chart.table = env->table;
    chart.row = env->row;
    chart.datum = env->datum;
    return chart.chart != NULL && chart.chart(&chart, function, args, count, value);
}

/* Reports the names in one expression that nothing stands for. */
static bool check_names(struct fw_annotation_binder *binder, const struct fw_annotation *annotation,
                        const struct fw_expr_env *env, const struct fw_expr *expr)
{
    struct fw_diag *diag = binder->view->chart->diag;
    struct fw_node node = fw_node_member(binder->entry->node, "text");
    const char *known[FW_ANNOTATION_NUMBERS];
    for (size_t i = 0; i < annotation->number_count; i++) {
        known[i] = annotation->numbers[i].name;
    }
    bool is_good = true;
    const fw_str *names;
    size_t count = fw_expr_names(expr, binder->arena, &names);
    for (size_t i = 0; i < count; i++) {
        struct fw_value value;
        if (!find_name(env, names[i], &value)) {
            struct fw_diagnostic *d =
                fw_report(diag, fw_node_place(binder->arena, node), FW_EXPR_UNKNOWN,
                          "this annotation has no '%s'", names[i]->text);
            fw_hint_nearest(diag, d, names[i]->text, known, annotation->number_count);
            is_good = false;
        }
    }
    return is_good;
}

/* Likewise the fields that the row does not have. */
static bool check_row(struct fw_annotation_binder *binder, struct fw_value row,
                      const struct fw_expr *expr)
{
    struct fw_diag *diag = binder->view->chart->diag;
    struct fw_place place =
        fw_node_place(binder->arena, fw_node_member(binder->entry->node, "text"));
    const fw_str *fields;
    bool is_whole;
    size_t count = fw_expr_fields(expr, binder->arena, &fields, &is_whole);
    if (row.kind != FW_OBJECT) {
        if (count > 0) {
            struct fw_diagnostic *d =
                fw_report(diag, place, FW_EXPR_UNKNOWN, "this annotation has no row for 'datum'");
            fw_hint(diag, d, "an 'at' or 'to' that picks a row gives it one");
        }
        return count == 0;
    }
    const char **known = fw_arena_array(binder->arena, row.object->count, sizeof *known);
    for (size_t i = 0; i < row.object->count; i++) {
        known[i] = row.object->keys[i]->text;
    }
    for (size_t i = 0; i < count; i++) {
        if (!fw_has(row, fields[i]->text)) {
            struct fw_diagnostic *d = fw_report(diag, place, FW_UNKNOWN_FIELD,
                                                "the row has no field '%s'", fields[i]->text);
            fw_hint_nearest(diag, d, fields[i]->text, known, row.object->count);
            return false;
        }
    }
    return true;
}

static bool check_text(struct fw_annotation_binder *binder, const struct fw_annotation *annotation,
                       const struct fw_expr_env *env)
{
    bool is_good = true;
    const struct fw_expr *expr;
    for (size_t i = 0; (expr = fw_template_expr(binder->entry->text, i)) != NULL; i++) {
        is_good &= check_names(binder, annotation, env, expr);
        is_good &= check_row(binder, env->datum, expr);
    }
    return is_good;
}

static bool write_text(struct fw_annotation_binder *binder, struct fw_annotation *annotation)
{
    if (binder->entry->is_silent) {
        annotation->text = NULL;
        return true;
    }
    if (binder->entry->text == NULL) {
        return true; /* what the type says by itself, if anything */
    }
    struct fw_expr_env chart = fw_view_env(binder->view);
    struct names names = { &chart, annotation };
    struct fw_expr_env env = chart;
    env.lookup = find_name;
    env.chart = call_chart;
    env.context = &names;
    env.table = NULL;
    env.datum = annotation->at.there ? annotation->at.row : annotation->to.row;
    if (!check_text(binder, annotation, &env)) {
        return false;
    }
    annotation->text = fw_template_text(binder->entry->text, &env, binder->view->chart->diag)->text;
    return true;
}

/* ---- all of it ---------------------------------------------------------------------------- */

/* The format of the measuring side, where it says what the numbers are: money or shares. */
static const char *axis_format(const struct fw_annotation_binder *binder, int measure)
{
    enum fw_channel channel = measure == 1 ? FW_CHANNEL_Y : FW_CHANNEL_X;
    const struct fw_unit *unit = fw_bind_unit(binder, channel);
    if (unit == NULL) {
        return NULL;
    }
    struct fw_value spec = unit->encoding->defs[channel].spec;
    const char *format = fw_get_text(fw_get(spec, "axis"), "format", NULL);
    struct fw_number_spec parsed;
    if (format == NULL || !fw_number_spec_parse(format, &parsed)) {
        return NULL;
    }
    return parsed.type == '%' || parsed.type == 'p' || parsed.symbol == '$' ? format : NULL;
}

static bool bind_places(struct fw_annotation_binder *binder, struct fw_annotation *annotation)
{
    static const char *const names[] = { "at", "from", "to" };
    struct fw_annotation_place *const places[] = { &annotation->at, &annotation->from,
                                                   &annotation->to };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        struct fw_node node = fw_node_member(annotation->node, names[i]);
        if (fw_node_there(node) && !fw_bind_place(binder, node, places[i])) {
            return false;
        }
    }
    bool is_level = annotation->type->has_levels;
    return fw_bind_stretch(binder, 0, is_level, &annotation->stretch[0]) &&
           fw_bind_stretch(binder, 1, is_level, &annotation->stretch[1]);
}

static bool compute(struct fw_annotation_binder *binder, struct fw_annotation *annotation)
{
    const struct fw_chart *chart = binder->view->chart;
    struct fw_annotation_words words = {
        .arena = binder->arena,
        .strings = chart->make.strings,
        .diag = chart->diag,
        .locale = chart->env.locale,
        .zone = chart->env.zone,
    };
    words.format =
        fw_annotation_word(annotation, "format", axis_format(binder, annotation->measure));
    if (annotation->type->has_totals) {
        fw_bind_totals(binder, annotation);
    }
    return annotation->type->compute == NULL || annotation->type->compute(annotation, &words);
}

bool fw_annotation_bind(struct fw_annotation_binder *binder, struct fw_annotation_entry *entry,
                        struct fw_annotation *annotation)
{
    binder->entry = entry;
    struct fw_node dx = fw_node_member(entry->node, "dx"), dy = fw_node_member(entry->node, "dy");
    *annotation = (struct fw_annotation){
        .type = entry->type,
        .node = entry->node,
        .measure = fw_bind_measure(binder),
        .is_moved = fw_node_there(dx) || fw_node_there(dy),
        .dx = fw_node_number(dx, 0),
        .dy = fw_node_number(dy, 0),
    };
    if (!bind_places(binder, annotation)) {
        return false;
    }
    entry->is_bound = true;
    return compute(binder, annotation) && write_text(binder, annotation);
}
