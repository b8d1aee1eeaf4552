/* Symbol legends. Method: vega-encode, LegendEntries; vega-parser, guides/legend-symbol-groups. */
#include <math.h>
#include <string.h>

#include "guide/legend_entry.h"
#include "mark/style.h"
#include "scale/label.h"

enum { ENTRIES_WANTED = 5 }; /* vega-encode's, where the legend names no count */

/** The entries of a symbol legend, styled and measured. */
struct entries {
    struct fw_legend_entry *items;
    double *sizes; /* [count] height of each entry, and room for its symbol */
    size_t count;
    double widest; /* the largest of the sizes */
};

const struct fw_scale *fw_legend_main_scale(const struct fw_legend_spec *spec)
{
    for (size_t i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (spec->scales[i] != NULL) {
            return spec->scales[i];
        }
    }
    return NULL;
}

size_t fw_legend_columns(const struct fw_legend_spec *spec)
{
    if (isnan(spec->columns)) {
        return spec->vertical ? 1 : 0;
    }
    return spec->columns > 0 ? (size_t)fmin(spec->columns, 1e6) : 0;
}

static void set_paint(struct fw_arena *arena, const struct fw_scale *scale, struct fw_value value,
                      struct fw_paint *paint)
{
    struct fw_color color;
    struct fw_value scaled = fw_scale_apply(scale, value);
    if (fw_has(scaled, "hatch")) {
        *paint = fw_paint_of(arena, scaled);
    } else if (fw_scale_color(scale, value, &color)) {
        *paint = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = color };
    } else {
        *paint = (struct fw_paint){ .kind = FW_PAINT_NONE };
    }
}

static void set_number(const struct fw_scale *scale, struct fw_value value, double *number)
{
    double scaled = fw_scale_number(scale, value);
    if (!isnan(scaled)) {
        *number = scaled;
    }
}

static void set_dash(struct fw_arena *arena, struct fw_value scaled, struct fw_style *style)
{
    if (scaled.kind != FW_ARRAY) {
        return;
    }
    double *dash = FW_NEW_ARRAY(arena, scaled.array->count, double);
    for (size_t i = 0; i < scaled.array->count; i++) {
        dash[i] = fw_to_number(scaled.array->items[i]);
    }
    style->dash = dash;
    style->dash_count = scaled.array->count;
}

/** Shows `value` on the symbol through one of the legend's scales. */
static void show_channel(struct fw_arena *arena, enum fw_legend_channel channel,
                         const struct fw_scale *scale, struct fw_value value,
                         struct fw_legend_look *look)
{
    switch (channel) {
    case FW_LEGEND_SIZE:
        set_number(scale, value, &look->size);
        return;
    case FW_LEGEND_SHAPE: {
        struct fw_value shape = fw_scale_apply(scale, value);
        look->shape = shape.kind == FW_STRING ? shape.string->text : look->shape;
        return;
    }
    case FW_LEGEND_FILL:
        set_paint(arena, scale, value, &look->style.fill);
        return;
    case FW_LEGEND_STROKE:
        set_paint(arena, scale, value, &look->style.stroke);
        return;
    case FW_LEGEND_STROKE_WIDTH:
        set_number(scale, value, &look->style.stroke_width);
        return;
    case FW_LEGEND_STROKE_DASH:
        set_dash(arena, fw_scale_apply(scale, value), &look->style);
        return;
    case FW_LEGEND_OPACITY:
        set_number(scale, value, &look->style.opacity);
        return;
    case FW_LEGEND_CHANNEL_COUNT:
        return;
    }
}

static struct fw_legend_entry make_entry(const struct fw_guide_env *env,
                                         const struct fw_legend_spec *spec, size_t index,
                                         struct fw_value value, fw_str label)
{
    struct fw_legend_entry entry = {
        .value = value,
        .index = index,
        .label = label,
        .symbol = spec->symbol,
        .text = spec->label_text,
    };
    for (size_t i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (spec->scales[i] != NULL) {
            show_channel(env->arena, (enum fw_legend_channel)i, spec->scales[i], value,
                         &entry.symbol);
        }
    }
    if (spec->entry_style != NULL) {
        spec->entry_style(spec->entry_context, &entry);
    }
    return entry;
}

/** The values to show: as given, or the scale's own. */
static struct fw_scale_entries entry_values(const struct fw_guide_env *env,
                                            const struct fw_legend_spec *spec)
{
    const struct fw_scale *scale = fw_legend_main_scale(spec);
    struct fw_scale_entries entries =
        fw_scale_entries(scale, env->arena, spec->tick_count, ENTRIES_WANTED);
    if (spec->values == NULL) {
        return entries;
    }
    struct fw_value *values = FW_NEW_ARRAY(env->arena, spec->value_count, struct fw_value);
    for (size_t i = 0; i < spec->value_count; i++) {
        values[i] = spec->values[i];
    }
    return (struct fw_scale_entries){ values, spec->value_count, entries.classes, INFINITY };
}

/** Label of entry i; classes are labelled from their value to the next one. */
static fw_str entry_label(const struct fw_labels *labels, const struct fw_scale_entries *shown,
                          size_t i)
{
    struct fw_value value = shown->values[i];
    if (!shown->classes) {
        return fw_labels_text(labels, value);
    }
    double high = i + 1 < shown->count ? fw_to_number(shown->values[i + 1]) : shown->max;
    return fw_labels_range(labels, fw_to_number(value), high);
}

/** Room for a symbol and its label: Vega's max(ceil(sqrt(size) + strokeWidth), fontSize). */
static double entry_size(const struct fw_legend_entry *entry)
{
    double symbol = ceil(sqrt(fmax(0, entry->symbol.size)) + entry->symbol.style.stroke_width);
    return fmax(symbol, entry->text.size);
}

/** Drops a first value that has the size (or whatever is shown first) zero. */
static void drop_zero(const struct fw_legend_spec *spec, struct fw_scale_entries *shown)
{
    if (spec->values == NULL && shown->count > 0 &&
        fw_scale_number(fw_legend_main_scale(spec), shown->values[0]) == 0) {
        shown->values++;
        shown->count--;
        shown->max = INFINITY; /* as Vega, which loses the upper end here */
    }
}

static fw_str rest_label(const struct fw_guide_env *env, size_t rest)
{
    const char *text = fw_arena_printf(env->arena, "\xe2\x80\xa6%zu entries", rest);
    return fw_intern_text(env->strings, text);
}

static struct entries make_entries(const struct fw_guide_env *env,
                                   const struct fw_legend_spec *spec)
{
    struct fw_scale_entries shown = entry_values(env, spec);
    struct fw_scale_entries all = shown;
    bool limited = spec->symbol_limit > 0 && shown.count > spec->symbol_limit;
    if (limited) {
        shown.count = spec->symbol_limit - 1;
        shown.max = INFINITY;
    }
    drop_zero(spec, &shown);
    const struct fw_labels *labels =
        fw_legend_labels_new(env->arena, env->strings, fw_legend_main_scale(spec), spec->tick_count,
                             ENTRIES_WANTED, &spec->format, true);
    struct entries entries = {
        .items = FW_NEW_ARRAY(env->arena, shown.count + 1, struct fw_legend_entry),
        .sizes = FW_NEW_ARRAY(env->arena, shown.count + 1, double),
        .count = shown.count,
    };
    for (size_t i = 0; i < shown.count; i++) {
        fw_str label = entry_label(labels, &shown, i);
        entries.items[i] = make_entry(env, spec, i, shown.values[i], label);
        entries.sizes[i] = entry_size(&entries.items[i]);
        entries.widest = fmax(entries.widest, entries.sizes[i]);
    }
    if (limited) {
        size_t i = entries.count++;
        fw_str label = rest_label(env, all.count - i);
        entries.items[i] = make_entry(env, spec, i, all.values[i], label);
        entries.sizes[i] = entry_size(&entries.items[i]);
    }
    return entries;
}

struct fw_legend_entry *fw_legend_symbol_entries(const struct fw_guide_env *env,
                                                 const struct fw_legend_spec *spec, size_t *count)
{
    struct entries entries = make_entries(env, spec);
    *count = entries.count;
    return entries.items;
}

/** The order in which entries fill the grid row by row: vertical legends fill column by column. */
static size_t *grid_order(struct fw_arena *arena, const struct fw_legend_spec *spec, size_t count)
{
    size_t columns = fw_legend_columns(spec);
    bool by_column = spec->vertical && columns > 1 && count > 0;
    size_t rows = by_column ? (count + columns - 1) / columns : 1;
    size_t *order = FW_NEW_ARRAY(arena, count, size_t);
    size_t n = 0;
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < count; i += rows) {
            order[n++] = i;
        }
    }
    return order;
}

/** An entry's own group: symbol and label about the entry's origin. */
static struct fw_box add_entry(const struct fw_guide_env *env, struct fw_scene_node *parent,
                               const struct fw_legend_spec *spec, const struct entries *entries,
                               size_t i, struct fw_scene_node **node)
{
    const struct fw_legend_entry *entry = &entries->items[i];
    double room = fw_legend_columns(spec) > 0 ? entries->widest : entries->sizes[i];
    double y = (spec->clip_height > 0 ? spec->clip_height : entries->sizes[i]) / 2;
    struct fw_scene_node *group =
        fw_scene_add(env->arena, parent, FW_NODE_GROUP, FW_ROLE_LEGEND, 1);
    struct fw_scene_node *symbol =
        fw_scene_add(env->arena, group, FW_NODE_SYMBOL, FW_ROLE_LEGEND_SYMBOL, 1);
    symbol->symbols[0] = (struct fw_symbol){
        .x = room / 2 + spec->symbol_offset,
        .y = y,
        .size = entry->symbol.size,
        .shape = entry->symbol.shape,
    };
    fw_scene_style(env->arena, symbol, &entry->symbol.style);
    struct fw_box box = fw_node_bounds(env->fonts, symbol);
    if (spec->clip_height > 0) {
        group->group->height = spec->clip_height;
        symbol->clip = true;
        box = (struct fw_box){ 0, 0, 0, spec->clip_height };
    }
    struct fw_text text =
        fw_guide_text_place(env, &entry->text, entry->label->text,
                            room + spec->symbol_offset + spec->label_offset, y, 0);
    text.align = spec->label_align;
    text.baseline = spec->label_baseline;
    fw_guide_text_balance(&entry->text, entry->label->text, &text);
    fw_box_union(&box, fw_guide_text_box(env->fonts, &text));
    if (text.text[0] != '\0') {
        struct fw_scene_node *label =
            fw_scene_add(env->arena, group, FW_NODE_TEXT, FW_ROLE_LEGEND_LABEL, 1);
        label->texts[0] = text;
        struct fw_style style = fw_guide_text_style(&entry->text);
        fw_scene_style(env->arena, label, &style);
    }
    *node = group;
    return box;
}

/** Clips symbols to the width of their column, which is known only now. */
static void widen_clips(const struct fw_legend_spec *spec, struct fw_scene_node *const *nodes,
                        const struct fw_box *boxes, size_t count)
{
    size_t columns = fw_legend_columns(spec);
    columns = columns > 0 ? columns : count;
    for (size_t i = 0; spec->clip_height > 0 && i < count; i++) {
        double width = 0;
        for (size_t k = i % columns; k < count; k += columns) {
            width = fmax(width, boxes[k].x2);
        }
        nodes[i]->group->width = width;
    }
}

struct fw_legend_body fw_legend_symbols_build(const struct fw_guide_env *env,
                                              struct fw_scene_node *parent,
                                              const struct fw_legend_spec *spec)
{
    struct entries entries = make_entries(env, spec);
    struct fw_box *boxes = FW_NEW_ARRAY(env->arena, entries.count, struct fw_box);
    struct fw_scene_node **nodes = FW_NEW_ARRAY(env->arena, entries.count, struct fw_scene_node *);
    double *x = FW_NEW_ARRAY(env->arena, entries.count, double);
    double *y = FW_NEW_ARRAY(env->arena, entries.count, double);
    size_t *order = grid_order(env->arena, spec, entries.count);
    for (size_t place = 0; place < entries.count; place++) {
        boxes[place] = add_entry(env, parent, spec, &entries, order[place], &nodes[place]);
    }
    struct fw_grid_options options = {
        .columns = fw_legend_columns(spec),
        .column_align = spec->grid_align,
        .row_align = spec->grid_align,
        .column_padding = spec->column_padding,
        .row_padding = spec->row_padding,
        .row_center = true,
    };
    fw_grid_place(env->arena, &options, boxes, entries.count, x, y);
    struct fw_legend_body body = { fw_box_empty(), fw_box_empty() };
    for (size_t i = 0; i < entries.count; i++) {
        nodes[i]->group->x = x[i];
        nodes[i]->group->y = y[i];
        fw_box_union(&body.bounds, fw_box_translate(boxes[i], x[i], y[i]));
    }
    widen_clips(spec, nodes, boxes, entries.count);
    return body;
}
