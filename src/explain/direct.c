/* Legends that names at the marks stand for. */
#include "explain/direct.h"

#include <string.h>

#include "explain/explain.h"
#include "explain/guides.h"

/* Whether the spec's author, or the theme, wants names instead of this legend. */
static bool is_wanted(const struct fw_view *view, const struct fw_legend_model *legend)
{
    const struct fw_usermeta *usermeta = view->chart->usermeta;
    if (usermeta != NULL && usermeta->legend != NULL && strcmp(usermeta->legend, "direct") == 0) {
        return true;
    }
    for (size_t i = 0; i < legend->look_count; i++) {
        const struct fw_legend_mark *look = &legend->looks[i];
        const struct fw_channel_def *def = fw_encoding_scaled(look->unit->encoding, look->channel);
        if (def != NULL && fw_has(def->spec, "legend")) {
            return false;
        }
    }
    return view->chart->tokens->direct_labels;
}

/* Whether every scale of the legend is one of categories. */
static bool is_categorical(const struct fw_legend_model *legend)
{
    for (int i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (legend->scales[i] != NULL &&
            !fw_scale_kind_discrete(fw_scale_model_kind(legend->scales[i]))) {
            return false;
        }
    }
    return true;
}

/* Names are set like the legend's labels, and as the style "series" says. */
static struct fw_guide_text look_of(const struct fw_view *view, const struct fw_legend_spec *spec)
{
    struct fw_guide_text look = spec->label_text;
    const struct fw_config *config = &view->chart->config;
    struct fw_value font = fw_config_style_named(config, "series", "font");
    struct fw_value size = fw_config_style_named(config, "series", "fontSize");
    struct fw_value weight = fw_config_style_named(config, "series", "fontWeight");
    look.family = font.kind == FW_STRING ? font.string->text : look.family;
    look.size = size.kind == FW_NUMBER ? size.number : look.size;
    look.weight = weight.kind != FW_UNDEFINED ? fw_weight_of(weight) : look.weight;
    return look;
}

static void begin_legend(struct fw_view *view, struct fw_legend_model *legend)
{
    struct fw_chart *chart = view->chart;
    struct fw_guide_env env = { chart->make.arena, chart->make.strings, chart->fonts, NULL, NULL };
    struct fw_legend_spec spec;
    legend->direct = false;
    if (legend->gone || !is_categorical(legend) || !is_wanted(view, legend) ||
        !fw_legend_resolve(view, legend, &spec) || spec.type != FW_LEGEND_SYMBOL) {
        return;
    }
    size_t count;
    const struct fw_legend_entry *entries = fw_legend_symbol_entries(&env, &spec, &count);
    legend->direct = true;
    legend->unnamed = NULL;
    legend->named_text = look_of(view, &spec);
    legend->named_count = count;
    legend->named = FW_NEW_ARRAY(chart->make.arena, count, struct fw_named_entry);
    for (size_t i = 0; i < count; i++) {
        legend->named[i] = (struct fw_named_entry){ .value = entries[i].value };
        legend->named[i].text = entries[i].label == NULL ? "" : entries[i].label->text;
    }
}

void fw_direct_begin(struct fw_view *root)
{
    for (size_t i = 0; i < root->legend_count; i++) {
        begin_legend(root, &root->legends[i]);
    }
    for (size_t i = 0; i < root->child_count; i++) {
        fw_direct_begin(root->children[i]);
    }
}

bool fw_direct_replaces(const struct fw_legend_model *legend)
{
    bool named = false;
    for (size_t i = 0; legend->direct && i < legend->named_count; i++) {
        const struct fw_named_entry *entry = &legend->named[i];
        if (entry->drawn && !entry->named) {
            return false;
        }
        named = named || entry->named;
    }
    return named;
}

bool fw_direct_any(const struct fw_view *root)
{
    for (size_t i = 0; i < root->legend_count; i++) {
        if (fw_direct_replaces(&root->legends[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < root->child_count; i++) {
        if (fw_direct_any(root->children[i])) {
            return true;
        }
    }
    return false;
}

static void report_legend(const struct fw_view *view, const struct fw_legend_model *legend)
{
    const struct fw_usermeta *usermeta = view->chart->usermeta;
    bool asked = usermeta != NULL && usermeta->legend != NULL;
    if (!legend->direct || !asked || legend->unnamed == NULL || fw_direct_replaces(legend)) {
        return;
    }
    struct fw_place place = fw_node_place(view->chart->make.arena, usermeta->legend_at);
    fw_report(view->chart->diag, place, FW_LEGEND_KEPT,
              "the legend stays: '%s' cannot be named where it is drawn", legend->unnamed);
}

void fw_direct_report(const struct fw_view *root)
{
    for (size_t i = 0; i < root->legend_count; i++) {
        report_legend(root, &root->legends[i]);
    }
    for (size_t i = 0; i < root->child_count; i++) {
        fw_direct_report(root->children[i]);
    }
}

/* Whether a channel of the unit goes through one of the legend's scales. */
static bool shows(const struct fw_view *unit, enum fw_channel channel,
                  const struct fw_legend_model *legend)
{
    const struct fw_scale_model *scale = fw_view_scale(unit, channel);
    for (int i = 0; scale != NULL && i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (legend->scales[i] != NULL && fw_scale_model_owner(legend->scales[i]) == scale) {
            return true;
        }
    }
    return false;
}

bool fw_direct_source_of(const struct fw_view *unit, struct fw_legend_model *legend,
                         struct fw_direct_source *source)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
        if (def == NULL || !shows(unit, channel, legend)) {
            continue;
        }
        *source = (struct fw_direct_source){ legend, unit->table, def, NULL, fw_undefined() };
        if (def->kind == FW_DEF_FIELD) {
            const char *name = fw_def_column(unit->chart->make, def, NULL);
            source->column = fw_view_column(unit, unit->table, name);
            return source->column != NULL;
        }
        source->datum = fw_view_data_value(unit, def, def->datum);
        return true;
    }
    return false;
}

size_t fw_direct_entry(const struct fw_direct_source *source, size_t row)
{
    struct fw_value value =
        source->column == NULL ? source->datum : fw_table_value(source->table, source->column, row);
    for (size_t i = 0; i < source->legend->named_count; i++) {
        if (fw_equal(source->legend->named[i].value, value)) {
            return i;
        }
    }
    return FW_NO_ENTRY;
}

/* Whether a definition of a view splits by the field that the entries are of. */
static bool same_field(const struct fw_view *unit, const struct fw_channel_def *def,
                       const struct fw_direct_source *source)
{
    struct fw_maker make = unit->chart->make;
    return def->kind == FW_DEF_FIELD && fw_def_discrete(def) &&
           strcmp(fw_def_column(make, def, NULL), fw_def_column(make, source->def, NULL)) == 0;
}

/* Whether the guide of a definition ("axis", "header") shows labels. */
static bool has_labels(const struct fw_channel_def *def, const char *guide)
{
    struct fw_value spec = fw_get(def->spec, guide);
    return spec.kind != FW_NULL && fw_get_boolean(spec, "labels", true);
}

bool fw_direct_guide_names(const struct fw_view *unit, const struct fw_direct_source *source)
{
    const struct fw_channel_def *x = &unit->encoding->defs[FW_CHANNEL_X];
    const struct fw_channel_def *y = &unit->encoding->defs[FW_CHANNEL_Y];
    bool named =
        source->column != NULL && ((same_field(unit, x, source) && has_labels(x, "axis")) ||
                                   (same_field(unit, y, source) && has_labels(y, "axis")));
    for (const struct fw_view *up = unit->parent; source->column != NULL && up != NULL && !named;
         up = up->parent) {
        const struct fw_channel_def *defs[] = { &up->row_def, &up->column_def, &up->facet_def };
        for (size_t i = 0; up->kind == FW_VIEW_FACET && i < FW_COUNT(defs); i++) {
            named = named || (same_field(unit, defs[i], source) && has_labels(defs[i], "header"));
        }
    }
    return named;
}
