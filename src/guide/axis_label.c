/* The labels of an axis. Method: vega-parser, guides/axis-labels. */
#include "guide/axis_label.h"

#include <math.h>

/** Which end of the range a label is near enough to for being aligned inwards. */
enum flush { FLUSH_NONE, FLUSH_LOW, FLUSH_HIGH };

static enum flush flush_of(const struct fw_axis_spec *spec, double scaled)
{
    double first, last;
    fw_axis_range(spec->scale, &first, &last);
    double to_low = fabs(scaled - fmin(first, last));
    double to_high = fabs(fmax(first, last) - scaled);
    if (isnan(spec->label_flush)) {
        return FLUSH_NONE;
    }
    return to_low < to_high && to_low <= spec->label_flush ? FLUSH_LOW
           : to_high <= spec->label_flush                  ? FLUSH_HIGH
                                                           : FLUSH_NONE;
}

static enum fw_align align_of(const struct fw_axis_spec *spec, const struct fw_axis_tick *tick,
                              enum flush flush)
{
    static const enum fw_align flushed[] = {
        [FLUSH_NONE] = FW_ALIGN_CENTER, [FLUSH_LOW] = FW_ALIGN_LEFT, [FLUSH_HIGH] = FW_ALIGN_RIGHT
    };
    if (tick->label_align.given) {
        return tick->label_align.align;
    }
    if (fw_axis_is_x(spec)) {
        return flushed[flush];
    }
    return spec->orient == FW_ORIENT_RIGHT ? FW_ALIGN_LEFT : FW_ALIGN_RIGHT;
}

static enum fw_baseline baseline_of(const struct fw_axis_spec *spec,
                                    const struct fw_axis_tick *tick, enum flush flush)
{
    static const enum fw_baseline flushed[] = { [FLUSH_NONE] = FW_BASELINE_MIDDLE,
                                                [FLUSH_LOW] = FW_BASELINE_TOP,
                                                [FLUSH_HIGH] = FW_BASELINE_BOTTOM };
    if (tick->label_baseline.given) {
        return tick->label_baseline.baseline;
    }
    if (!fw_axis_is_x(spec)) {
        return flushed[flush];
    }
    return spec->orient == FW_ORIENT_TOP ? FW_BASELINE_BOTTOM : FW_BASELINE_TOP;
}

/** How far a label that is aligned inwards is moved along the axis. */
static double flush_shift(const struct fw_axis_spec *spec, enum flush flush)
{
    bool given = fw_axis_is_x(spec) ? spec->label_align.given : spec->label_baseline.given;
    if (flush == FLUSH_NONE || given) {
        return 0;
    }
    return flush == FLUSH_LOW ? -spec->label_flush_offset : spec->label_flush_offset;
}

/** Sets the text of label i and returns its box. */
static struct fw_box place_label(const struct fw_guide_env *env, const struct fw_axis_spec *spec,
                                 const struct fw_axis_ticks *ticks, size_t i, struct fw_text *text)
{
    const struct fw_axis_tick *tick = &ticks->ticks[i];
    bool is_x = fw_axis_is_x(spec);
    double sign = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP ? -1 : 1;
    double away = sign * ((spec->ticks ? tick->tick_size : 0) + tick->label_padding);
    double along = ticks->label_at[i];
    *text = fw_guide_text_place(env, &tick->text, tick->label->text, is_x ? along : away,
                                is_x ? away : along, tick->label_angle);
    enum flush flush = flush_of(spec, ticks->scaled[i]);
    text->align = align_of(spec, tick, flush);
    text->baseline = baseline_of(spec, tick, flush);
    fw_guide_text_balance(&tick->text, tick->label->text, text);
    double shift = flush_shift(spec, flush);
    return fw_guide_text_offset(env->fonts, text, is_x ? shift : 0, is_x ? 0 : shift);
}

/** Hides labels that stick out of the range of the scale by more than label_bound. */
static void apply_bound(const struct fw_axis_spec *spec, const struct fw_box *boxes, size_t count,
                        bool *kept)
{
    double first, last;
    fw_axis_range(spec->scale, &first, &last);
    double lo = fmin(first, last) - spec->label_bound;
    double hi = fmax(first, last) + spec->label_bound;
    bool is_x = fw_axis_is_x(spec);
    for (size_t i = 0; i < count; i++) {
        double from = is_x ? boxes[i].x1 : boxes[i].y1;
        double to = is_x ? boxes[i].x2 : boxes[i].y2;
        kept[i] = kept[i] && lo <= from && to <= hi;
    }
}

/** The tick at a place in the order of their index: an extra tick is the last one, but has index
 * -1. */
static size_t by_index(const struct fw_axis_ticks *ticks, size_t place)
{
    size_t last = ticks->count - 1;
    bool extra = ticks->ticks[last].index < 0;
    return !extra ? place : place == 0 ? last : place - 1;
}

/** Appends the labels that are kept and have text. */
static void add_labels(const struct fw_guide_env *env, struct fw_scene_node *parent,
                       const struct fw_text *texts, const struct fw_style *styles, const bool *kept,
                       size_t count)
{
    size_t shown = 0;
    for (size_t i = 0; i < count; i++) {
        shown += kept[i] && texts[i].text[0] != '\0';
    }
    if (shown == 0) {
        return;
    }
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_TEXT, FW_ROLE_AXIS_LABEL, shown);
    struct fw_style *shown_styles = FW_NEW_ARRAY(env->arena, shown, struct fw_style);
    uint32_t *style_index = FW_NEW_ARRAY(env->arena, shown, uint32_t);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept[i] && texts[i].text[0] != '\0') {
            node->texts[n] = texts[i];
            shown_styles[n] = styles[i];
            style_index[n] = (uint32_t)n;
            n++;
        }
    }
    node->styles = shown_styles;
    node->style_count = shown;
    node->style_index = style_index;
}

struct fw_box fw_axis_labels_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                   const struct fw_axis_spec *spec,
                                   const struct fw_axis_ticks *ticks)
{
    struct fw_text *texts = FW_NEW_ARRAY(env->arena, ticks->count, struct fw_text);
    struct fw_style *styles = FW_NEW_ARRAY(env->arena, ticks->count, struct fw_style);
    struct fw_box *boxes = FW_NEW_ARRAY(env->arena, ticks->count, struct fw_box);
    bool *kept = FW_NEW_ARRAY(env->arena, ticks->count, bool);
    size_t count = 0;
    for (size_t place = 0; place < ticks->count; place++) {
        size_t i = by_index(ticks, place);
        if (isnan(ticks->label_at[i])) {
            continue;
        }
        boxes[count] = place_label(env, spec, ticks, i, &texts[count]);
        styles[count] = fw_guide_text_style(&ticks->ticks[i].text);
        count++;
    }
    fw_overlap_reduce(env->arena, spec->label_overlap, spec->label_separation, boxes, count, kept);
    if (spec->label_overlap != FW_OVERLAP_KEEP && !isnan(spec->label_bound)) {
        apply_bound(spec, boxes, count, kept);
    }
    add_labels(env, parent, texts, styles, kept, count);
    return fw_overlap_bounds(spec->label_overlap, boxes, count, kept);
}
