/* Legend entries one by one: labels by expression, and those that selections leave out. */
#include <string.h>

#include "explain/guides.h"
#include "view/selection.h"

/* ---- selections --------------------------------------------------------------------------- */

/* The field that a legend is for, or NULL. */
static const char *legend_field(const struct fw_legend_mark *look)
{
    const struct fw_channel_def *def = fw_encoding_scaled(look->unit->encoding, look->channel);
    return def != NULL && def->kind == FW_DEF_FIELD ? def->field : NULL;
}

/* The next selection of a unit that is bound to its legend. Source: parseInteractiveLegend. */
static const struct fw_selection *next_bound(const struct fw_legend_mark *look,
                                             const struct fw_selection *previous)
{
    const char *field = legend_field(look);
    const struct fw_selection *selection = previous;
    while (field != NULL && (selection = fw_unit_selection(look->unit, selection)) != NULL) {
        if (selection->bind == FW_BIND_LEGEND && (strcmp(selection->fields[0].field, field) == 0 ||
                                                  selection->fields[0].channel == look->channel)) {
            return selection;
        }
    }
    return NULL;
}

bool fw_legend_interactive(const struct fw_legend_mark *look)
{
    return next_bound(look, NULL) != NULL;
}

static bool holds(const struct fw_selection *selection, const char *field, struct fw_maker make,
                  struct fw_value value)
{
    struct fw_value list = fw_get(fw_selection_value(make, selection), field);
    for (size_t i = 0; i < fw_length(list); i++) {
        if (fw_equal(fw_at(list, i), value)) {
            return true;
        }
    }
    return false;
}

/* Whether an entry stands out: a bound selection holds it, or is empty. */
static bool stands_out(const struct fw_legend_mark *look, struct fw_value value)
{
    struct fw_chart *chart = look->unit->chart;
    const struct fw_selection *selection = NULL;
    bool out = !fw_legend_interactive(look);
    while (!out && (selection = next_bound(look, selection)) != NULL) {
        /* All that is known of a name is the first unit's. */
        selection = fw_selection_find(chart, selection->name);
        out =
            selection->tuple_count == 0 || holds(selection, legend_field(look), chart->make, value);
    }
    return out;
}

/* ---- entries ------------------------------------------------------------------------------ */

/* What the callback of entries needs. */
struct entry_context {
    const struct fw_view *view;
    const struct fw_expr *label; /* or NULL */
    const struct fw_legend_mark *look;
    double selected_opacity, unselected_opacity;
};

static void style_label(const struct entry_context *context, struct fw_legend_entry *entry)
{
    struct fw_maker make = context->view->chart->make;
    struct fw_expr_env env = fw_view_env(context->view);
    struct fw_value datum = fw_with(make, fw_undefined(), "value", entry->value);
    datum = fw_with(make, datum, "index", fw_number((double)entry->index));
    struct fw_value own = entry->label != NULL ? fw_string(entry->label) : fw_null();
    env.datum = fw_with(make, datum, "label", own);
    env.table = NULL;
    struct fw_value label = fw_expr_eval(context->label, &env);
    const char *text = label.kind == FW_ARRAY ? fw_title_text(make, label) : NULL;
    entry->label = text != NULL       ? fw_intern_text(make.strings, text)
                   : fw_is_nil(label) ? fw_intern_text(make.strings, "")
                                      : fw_to_string(make.strings, label);
}

static void style_entry(void *data, struct fw_legend_entry *entry)
{
    const struct entry_context *context = data;
    if (context->label != NULL) {
        style_label(context, entry);
    }
    if (fw_legend_interactive(context->look)) {
        bool out = stands_out(context->look, entry->value);
        entry->text.opacity *= out ? 1 : context->unselected_opacity;
        if (context->look->channel != FW_CHANNEL_OPACITY) {
            entry->symbol.style.opacity =
                out ? context->selected_opacity : context->unselected_opacity;
        }
    }
}

void fw_legend_entries(const struct fw_guide_source *source, const struct fw_legend_mark *look,
                       struct fw_legend_spec *spec)
{
    struct fw_maker make = source->view->chart->make;
    struct fw_value text = fw_component_get(source->props, "labelExpr");
    struct entry_context *context = FW_NEW(make.arena, struct entry_context);
    struct fw_expr_fault fault;
    bool given = fw_guide_get(source, "symbolOpacity").kind != FW_UNDEFINED;
    *context = (struct entry_context){
        .view = look->unit,
        .look = look,
        .selected_opacity = given ? 1 : spec->symbol.style.opacity,
        .unselected_opacity = fw_get_number(source->config, "unselectedOpacity", 0.35),
    };
    if (text.kind == FW_STRING) {
        context->label =
            fw_expr_parse(make.arena, make.strings, text.string->text, text.string->length, &fault);
    }
    if (context->label != NULL || fw_legend_interactive(look)) {
        spec->entry_style = style_entry;
        spec->entry_context = context;
    }
}
