/* Gradient legends, and those with a band of color for each class. Method: vega-encode,
 * LegendEntries; vega-parser, guides/legend-gradient, legend-gradient-discrete and
 * legend-gradient-labels. */
#include <math.h>

#include "guide/legend_entry.h"
#include "scale/gradient.h"
#include "scale/label.h"

/** One label of a gradient, or one band with its label. */
struct entry {
    struct fw_value value;
    fw_str label;
    double from, to; /* 0..1 along the gradient; `to` of bands only */
};

struct entries {
    struct entry *items;
    size_t count;
};

/** The size of a gradient's box. */
static struct fw_point gradient_size(const struct fw_legend_spec *spec)
{
    return spec->vertical ? (struct fw_point){ spec->gradient_thickness, spec->gradient_length }
                          : (struct fw_point){ spec->gradient_length, spec->gradient_thickness };
}

static struct fw_style gradient_style(const struct fw_legend_spec *spec, struct fw_paint fill)
{
    struct fw_style style = fw_style_default();
    style.fill = fill;
    style.stroke = spec->gradient_stroke;
    style.stroke_width = spec->gradient_stroke_width;
    style.opacity = spec->gradient_opacity;
    return style;
}

static double ends_number(struct fw_value value)
{
    return fw_to_number(value);
}

/** Vega gives a gradient two labels for every 100 px, at least two. */
static double labels_wanted(const struct fw_legend_spec *spec)
{
    return fmax(2, 2 * floor(spec->gradient_length / 100));
}

/** The values to label: as given, the scale's own, or the ends of its domain where these are few.
 */
static struct fw_scale_entries gradient_values(const struct fw_guide_env *env,
                                               const struct fw_legend_spec *spec,
                                               const struct fw_scale *scale)
{
    if (spec->values != NULL) {
        struct fw_value *values = FW_NEW_ARRAY(env->arena, spec->value_count, struct fw_value);
        for (size_t i = 0; i < spec->value_count; i++) {
            values[i] = spec->values[i];
        }
        return (struct fw_scale_entries){ values, spec->value_count, false, INFINITY };
    }
    struct fw_scale_entries entries =
        fw_scale_entries(scale, env->arena, spec->tick_count, labels_wanted(spec));
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    if (entries.count < 3 && count > 1 &&
        ends_number(domain[0]) != ends_number(domain[count - 1])) {
        struct fw_value ends[] = { domain[0], domain[count - 1] };
        entries.values = FW_NEW_ARRAY(env->arena, 2, struct fw_value);
        entries.values[0] = ends[0];
        entries.values[1] = ends[1];
        entries.count = 2;
    }
    return entries;
}

static struct entries gradient_entries(const struct fw_guide_env *env,
                                       const struct fw_legend_spec *spec,
                                       const struct fw_scale *scale)
{
    struct fw_scale_entries shown = gradient_values(env, spec, scale);
    const struct fw_labels *labels =
        fw_legend_labels_new(env->arena, env->strings, scale, spec->tick_count, labels_wanted(spec),
                             &spec->format, spec->values != NULL);
    struct entries entries = { FW_NEW_ARRAY(env->arena, shown.count, struct entry), shown.count };
    for (size_t i = 0; i < shown.count; i++) {
        entries.items[i] = (struct entry){
            .value = shown.values[i],
            .label = fw_labels_text(labels, shown.values[i]),
            .from = fw_scale_fraction(scale, fw_to_number(shown.values[i])),
        };
    }
    return entries;
}

/** The part of the gradient before a class boundary (vega-scale, labelFraction). */
static double band_fraction(const struct fw_scale *scale, double number)
{
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    if (count == 0) {
        return NAN;
    }
    double lo = fw_to_number(domain[0]);
    double hi = fw_to_number(domain[count - 1]);
    if (fw_scale_kind(scale) == FW_SCALE_THRESHOLD) {
        /* The open classes at both ends get the mean width of the others. */
        double margin = count > 1 ? (hi - lo) / (double)(count - 1) : 0.1;
        lo -= margin;
        hi += margin;
    }
    return (number - lo) / (hi - lo);
}

static struct entries band_entries(const struct fw_guide_env *env,
                                   const struct fw_legend_spec *spec, const struct fw_scale *scale)
{
    enum { WANTED = 5 }; /* vega-encode's */
    struct fw_scale_entries shown = fw_scale_entries(scale, env->arena, spec->tick_count, WANTED);
    if (spec->values != NULL) {
        shown = gradient_values(env, spec, scale);
    }
    const struct fw_labels *labels =
        fw_legend_labels_new(env->arena, env->strings, scale, spec->tick_count, WANTED,
                             &spec->format, spec->values != NULL);
    struct entries entries = { FW_NEW_ARRAY(env->arena, shown.count, struct entry), shown.count };
    for (size_t i = 0; i < shown.count; i++) {
        double number = fw_to_number(shown.values[i]);
        bool last = i + 1 == shown.count;
        entries.items[i] = (struct entry){
            .value = shown.values[i],
            .label = i > 0 ? fw_labels_text(labels, shown.values[i]) : NULL,
            .from = i > 0 ? band_fraction(scale, number) : 0,
            .to = last ? 1 : band_fraction(scale, fw_to_number(shown.values[i + 1])),
        };
    }
    return entries;
}

static struct fw_text place_label(const struct fw_guide_env *env, const struct fw_legend_spec *spec,
                                  const struct fw_legend_entry *label, double from)
{
    double along = (spec->vertical ? 1 - from : from) * spec->gradient_length;
    double across = spec->gradient_thickness + spec->label_offset;
    struct fw_text text =
        fw_guide_text_place(env, &label->text, label->label->text, spec->vertical ? across : along,
                            spec->vertical ? along : across, 0);
    if (spec->vertical) {
        text.baseline = from <= 0   ? FW_BASELINE_BOTTOM
                        : from >= 1 ? FW_BASELINE_TOP
                                    : FW_BASELINE_MIDDLE;
    } else {
        text.baseline = FW_BASELINE_TOP;
        text.align = from <= 0 ? FW_ALIGN_LEFT : from >= 1 ? FW_ALIGN_RIGHT : FW_ALIGN_CENTER;
    }
    return text;
}

static void add_label(const struct fw_guide_env *env, struct fw_scene_node *parent,
                      const struct fw_text *text, const struct fw_guide_text *look)
{
    if (text->text[0] == '\0') {
        return;
    }
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_TEXT, FW_ROLE_LEGEND_LABEL, 1);
    node->texts[0] = *text;
    struct fw_style style = fw_guide_text_style(look);
    fw_scene_style(env->arena, node, &style);
}

/** Appends the labels that do not overlap and returns their box. */
static struct fw_box add_labels(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                const struct fw_legend_spec *spec, const struct entries *entries)
{
    size_t count = entries->count;
    struct fw_legend_entry *labels = FW_NEW_ARRAY(env->arena, count, struct fw_legend_entry);
    struct fw_text *texts = FW_NEW_ARRAY(env->arena, count, struct fw_text);
    struct fw_box *boxes = FW_NEW_ARRAY(env->arena, count, struct fw_box);
    bool *kept = FW_NEW_ARRAY(env->arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &entries->items[i];
        labels[i] = (struct fw_legend_entry){
            .value = entry->value, .index = i, .label = entry->label, .text = spec->label_text
        };
        if (spec->entry_style != NULL) {
            spec->entry_style(spec->entry_context, &labels[i]);
        }
        if (labels[i].label == NULL) {
            labels[i].label = fw_intern_text(env->strings, "");
        }
        texts[i] = place_label(env, spec, &labels[i], entry->from);
        boxes[i] = fw_guide_text_box(env->fonts, &texts[i]);
    }
    fw_overlap_reduce(env->arena, spec->label_overlap, spec->label_separation, boxes, count, kept);
    for (size_t i = 0; i < count; i++) {
        if (kept[i]) {
            add_label(env, parent, &texts[i], &labels[i].text);
        }
    }
    return fw_overlap_bounds(spec->label_overlap, boxes, count, kept);
}

/** The colors of the scale from bottom to top, or from left to right. */
static struct fw_paint gradient_paint(const struct fw_guide_env *env,
                                      const struct fw_legend_spec *spec,
                                      const struct fw_scale *scale)
{
    size_t count;
    struct fw_scale_stop *colors = fw_scale_gradient(scale, env->arena, &count);
    struct fw_gradient_stop *stops = FW_NEW_ARRAY(env->arena, count, struct fw_gradient_stop);
    for (size_t i = 0; i < count; i++) {
        stops[i] = (struct fw_gradient_stop){ colors[i].offset, colors[i].color };
    }
    struct fw_gradient *gradient = FW_NEW(env->arena, struct fw_gradient);
    *gradient = (struct fw_gradient){ .stop_count = count, .stops = stops };
    gradient->y1 = spec->vertical ? 1 : 0;
    gradient->x2 = spec->vertical ? 0 : 1;
    return (struct fw_paint){ .kind = FW_PAINT_GRADIENT, .gradient = gradient };
}

struct fw_legend_body fw_legend_gradient_build(const struct fw_guide_env *env,
                                               struct fw_scene_node *parent,
                                               const struct fw_legend_spec *spec)
{
    const struct fw_scale *scale = fw_legend_main_scale(spec);
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_RECT, FW_ROLE_LEGEND_GRADIENT, 1);
    struct fw_point size = gradient_size(spec);
    node->rects[0] = (struct fw_rect){ .width = size.x, .height = size.y };
    struct fw_style style = gradient_style(spec, gradient_paint(env, spec, scale));
    fw_scene_style(env->arena, node, &style);
    struct fw_legend_body body;
    body.gradient = fw_node_bounds(env->fonts, node);
    struct entries entries = gradient_entries(env, spec, scale);
    body.bounds = add_labels(env, parent, spec, &entries);
    fw_box_union(&body.bounds, body.gradient);
    return body;
}

static struct fw_rect band_rect(const struct fw_legend_spec *spec, const struct entry *entry)
{
    double from = spec->gradient_length * (spec->vertical ? 1 - entry->from : entry->from);
    double to = spec->gradient_length * (spec->vertical ? 1 - entry->to : entry->to);
    double low = fmin(from, to);
    double length = fabs(to - from);
    return spec->vertical
               ? (struct fw_rect){ .y = low, .width = spec->gradient_thickness, .height = length }
               : (struct fw_rect){ .x = low, .width = length, .height = spec->gradient_thickness };
}

struct fw_legend_body fw_legend_bands_build(const struct fw_guide_env *env,
                                            struct fw_scene_node *parent,
                                            const struct fw_legend_spec *spec)
{
    const struct fw_scale *scale = fw_legend_main_scale(spec);
    struct entries entries = band_entries(env, spec, scale);
    struct fw_legend_body body = { fw_box_empty(), fw_box_empty() };
    for (size_t i = 0; i < entries.count; i++) {
        struct fw_scene_node *node =
            fw_scene_add(env->arena, parent, FW_NODE_RECT, FW_ROLE_LEGEND_BAND, 1);
        node->rects[0] = band_rect(spec, &entries.items[i]);
        struct fw_paint fill = { .kind = FW_PAINT_COLOR };
        if (!fw_scale_color(scale, entries.items[i].value, &fill.color)) {
            fill.kind = FW_PAINT_NONE;
        }
        struct fw_style style = gradient_style(spec, fill);
        fw_scene_style(env->arena, node, &style);
        fw_box_union(&body.gradient, fw_node_bounds(env->fonts, node));
    }
    body.bounds = add_labels(env, parent, spec, &entries);
    fw_box_union(&body.bounds, body.gradient);
    return body;
}
