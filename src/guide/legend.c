/* Legends: the group, its title and size. Method: vega-parser, legend and guides/legend-title;
 * vega-view-transforms, legendLayout. */
#include "guide/legend.h"

#include <math.h>

#include "base/round.h"
#include "guide/legend_entry.h"

static struct fw_paint gray(double level)
{
    return (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { level, level, level, 1 } };
}

static struct fw_legend_look default_symbol(void)
{
    struct fw_legend_look look = { .style = fw_style_default(), .size = 100 };
    look.style.stroke_width = 1.5;
    return look;
}

struct fw_legend_spec fw_legend_spec_default(enum fw_legend_type type)
{
    struct fw_legend_spec spec = {
        .type = type,
        .orient = FW_ORIENT_RIGHT,
        .offset = NAN,
        .x = NAN,
        .y = NAN,
        .vertical = true,
        .frame = fw_style_default(),
        .title_text = fw_guide_text_default(11),
        .title_orient = FW_ORIENT_TOP,
        .title_padding = 5,
        .label_text = fw_guide_text_default(10),
        .label_align = FW_ALIGN_LEFT,
        .label_baseline = FW_BASELINE_MIDDLE,
        .label_offset = type == FW_LEGEND_SYMBOL ? 4 : 2,
        .label_overlap = FW_OVERLAP_PARITY,
        .symbol = default_symbol(),
        .symbol_limit = 30,
        .columns = NAN,
        .column_padding = 10,
        .row_padding = 2,
        .gradient_length = 200,
        .gradient_thickness = 16,
        .gradient_opacity = 1,
        .gradient_stroke = gray(0xdd),
    };
    spec.title_text.weight = 700;
    spec.title_text.limit = 180;
    spec.label_text.limit = type == FW_LEGEND_SYMBOL ? 160 : 0;
    return spec;
}

enum fw_legend_type fw_legend_type_of(const struct fw_scale *scale, bool only_color)
{
    enum fw_scale_kind kind = fw_scale_kind(scale);
    if (!only_color) {
        return FW_LEGEND_SYMBOL;
    }
    if (fw_scale_kind_continuous(kind)) {
        return FW_LEGEND_GRADIENT;
    }
    bool classes = fw_scale_kind_discretizing(kind) || kind == FW_SCALE_BIN_ORDINAL;
    return classes ? FW_LEGEND_DISCRETE : FW_LEGEND_SYMBOL;
}

/** A legend being put together; boxes are about the origin of its group. */
struct draft {
    const struct fw_legend_spec *spec;
    struct fw_point shift; /* of the body */
    struct fw_legend_body body;
    struct fw_text title;
    struct fw_box title_box; /* empty without a title */
};

static bool beside(const struct fw_legend_spec *spec)
{
    return spec->title_orient == FW_ORIENT_LEFT || spec->title_orient == FW_ORIENT_RIGHT;
}

/** Whether the title runs along an upright gradient. */
static bool along_gradient(const struct fw_legend_spec *spec)
{
    return spec->type != FW_LEGEND_SYMBOL && spec->vertical && beside(spec);
}

static enum fw_anchor title_anchor(const struct fw_legend_spec *spec)
{
    if (spec->title_anchor_given) {
        return spec->title_anchor;
    }
    return beside(spec) ? FW_ANCHOR_MIDDLE : FW_ANCHOR_START;
}

static enum fw_align title_align(const struct fw_legend_spec *spec, enum fw_anchor anchor)
{
    static const enum fw_align flipped[] = { [FW_ANCHOR_START] = FW_ALIGN_RIGHT,
                                             [FW_ANCHOR_MIDDLE] = FW_ALIGN_CENTER,
                                             [FW_ANCHOR_END] = FW_ALIGN_LEFT };
    if (spec->title_align.given) {
        return spec->title_align.align;
    }
    if (!beside(spec)) {
        return fw_anchor_align(anchor);
    }
    if (!along_gradient(spec)) {
        return FW_ALIGN_LEFT;
    }
    return spec->title_orient == FW_ORIENT_RIGHT ? flipped[anchor] : fw_anchor_align(anchor);
}

static enum fw_baseline title_baseline(const struct fw_legend_spec *spec, enum fw_anchor anchor)
{
    static const enum fw_baseline beside_symbols[] = { [FW_ANCHOR_START] = FW_BASELINE_TOP,
                                                       [FW_ANCHOR_MIDDLE] = FW_BASELINE_MIDDLE,
                                                       [FW_ANCHOR_END] = FW_BASELINE_BOTTOM };
    if (spec->title_baseline.given) {
        return spec->title_baseline.baseline;
    }
    if (!beside(spec)) {
        return FW_BASELINE_TOP;
    }
    bool upright = spec->type != FW_LEGEND_SYMBOL && spec->vertical;
    if (!upright) {
        return beside_symbols[anchor];
    }
    return spec->title_orient == FW_ORIENT_RIGHT ? FW_BASELINE_BOTTOM : FW_BASELINE_TOP;
}

static struct fw_text plain_title(const struct fw_guide_env *env, const struct fw_legend_spec *spec)
{
    double angle = !along_gradient(spec) ? 0 : spec->title_orient == FW_ORIENT_LEFT ? -90 : 90;
    struct fw_text text = fw_guide_text_place(env, &spec->title_text, spec->title, spec->padding,
                                              spec->padding, angle);
    enum fw_anchor anchor = title_anchor(spec);
    text.align = title_align(spec, anchor);
    text.baseline = title_baseline(spec, anchor);
    return text;
}

static void shift_body(struct draft *draft, double dx, double dy)
{
    draft->shift.x += dx;
    draft->shift.y += dy;
    draft->body.bounds = fw_box_translate(draft->body.bounds, dx, dy);
}

static void shift_title(struct draft *draft, double dx, double dy)
{
    draft->title.x += dx;
    draft->title.y += dy;
    draft->title_box = fw_box_translate(draft->title_box, dx, dy);
}

/** Which way an offset of the title is measured. */
struct offset_rule {
    bool down;   /* along y, or along x */
    bool beside; /* the title stands left or right of the body */
    bool whole;  /* against the whole body, not the gradient alone */
    bool lines;  /* further lines of the title count */
};

/** How far the title moves along the body to stand at its anchor (Vega: legendTitleOffset). */
static double title_offset(const struct draft *draft, enum fw_anchor anchor,
                           struct offset_rule rule)
{
    const struct fw_legend_spec *spec = draft->spec;
    bool gradient = spec->type != FW_LEGEND_SYMBOL;
    bool upright = gradient && spec->vertical;
    bool by_gradient = gradient && (rule.beside || !upright) && !rule.whole;
    struct fw_box box = by_gradient ? draft->body.gradient : draft->body.bounds;
    double length = (rule.down ? box.y2 : box.x2) - spec->padding;
    double start = upright && rule.beside ? length : 0;
    double end = upright && rule.beside ? 0 : length;
    double extra = rule.lines ? fw_guide_text_extra(&draft->title) : 0;
    switch (anchor) {
    case FW_ANCHOR_START:
        return fw_round(start);
    case FW_ANCHOR_END:
        return fw_round(end - extra);
    case FW_ANCHOR_MIDDLE:
        break;
    }
    return fw_round(0.5 * (length - extra));
}

/** Moves the body out of the way of the title. */
static void make_room(struct draft *draft)
{
    double padding = draft->spec->title_padding;
    double dx = draft->spec->padding;
    double dy = draft->spec->padding;
    if (draft->spec->title_orient == FW_ORIENT_LEFT) {
        dx += ceil(draft->title_box.x2 - draft->title_box.x1) + padding;
    } else if (draft->spec->title_orient == FW_ORIENT_TOP) {
        dy += draft->title_box.y2 - draft->title_box.y1 + padding;
    }
    shift_body(draft, dx, dy);
}

/** Moves the title to its side and anchor, and all to the right when it sticks out at the left. */
static void place_title(struct draft *draft)
{
    const struct offset_rule down = { .down = true, .beside = true, .lines = true };
    const struct offset_rule across = { 0 };
    const struct offset_rule below = { .down = true, .whole = true };
    enum fw_anchor anchor = title_anchor(draft->spec);
    double padding = draft->spec->title_padding;
    double dx = 0;
    double dy = 0;
    if (draft->spec->title_orient == FW_ORIENT_LEFT) {
        dy = title_offset(draft, anchor, down);
    } else if (draft->spec->title_orient == FW_ORIENT_RIGHT) {
        dx = title_offset(draft, FW_ANCHOR_END, across) + padding;
        dy = title_offset(draft, anchor, down);
    } else {
        dx = title_offset(draft, anchor, across);
        if (draft->spec->title_orient == FW_ORIENT_BOTTOM) {
            dy = title_offset(draft, FW_ANCHOR_END, below) + padding;
        }
    }
    shift_title(draft, dx, dy);
    double left = fw_round(draft->title_box.x1 - draft->spec->padding);
    if (left < 0) {
        shift_body(draft, -left, 0);
        shift_title(draft, -left, 0);
    }
}

static struct fw_legend_body build_body(const struct fw_guide_env *env,
                                        struct fw_scene_node *parent,
                                        const struct fw_legend_spec *spec)
{
    switch (spec->type) {
    case FW_LEGEND_SYMBOL:
        return fw_legend_symbols_build(env, parent, spec);
    case FW_LEGEND_GRADIENT:
        return fw_legend_gradient_build(env, parent, spec);
    case FW_LEGEND_DISCRETE:
        return fw_legend_bands_build(env, parent, spec);
    }
    return (struct fw_legend_body){ fw_box_empty(), fw_box_empty() };
}

static void add_title(const struct fw_guide_env *env, struct fw_scene_node *parent,
                      const struct draft *draft)
{
    if (draft->title.text[0] == '\0') {
        return;
    }
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_TEXT, FW_ROLE_LEGEND_TITLE, 1);
    node->texts[0] = draft->title;
    struct fw_style style = fw_guide_text_style(&draft->spec->title_text);
    fw_scene_style(env->arena, node, &style);
}

/** Sets the size of the legend's box and its bounds at the group's own place. */
static void size_legend(const struct fw_guide_env *env, const struct draft *draft,
                        struct fw_legend *legend)
{
    const struct fw_legend_spec *spec = draft->spec;
    struct fw_box all = draft->body.bounds;
    fw_box_union(&all, draft->title_box);
    bool empty = fw_box_is_empty(all);
    legend->width = ceil((empty ? 0 : all.x2 - spec->padding) + 2 * spec->padding);
    legend->height = ceil((empty ? 0 : all.y2 - spec->padding) + 2 * spec->padding);
    struct fw_group *group = legend->node->group;
    group->width = legend->width;
    group->height = legend->height;
    for (size_t i = 0; i < 4; i++) {
        group->radius[i] = spec->corner_radius;
    }
    double width = spec->frame.stroke_width;
    group->half_pixel = spec->frame.stroke.kind != FW_PAINT_NONE && width > 0.5 && width < 1.5;
    fw_scene_style(env->arena, legend->node, &spec->frame);
    bool free = spec->orient == FW_ORIENT_NONE;
    double x = free ? spec->x : 0;
    double y = free ? spec->y : 0;
    group->x = isnan(x) ? 0 : x;
    group->y = isnan(y) ? 0 : y;
    /* One without a place is drawn at the origin, but takes no room. */
    struct fw_box box = { x, y, x + legend->width, y + legend->height };
    bool stroked = spec->frame.stroke.kind != FW_PAINT_NONE;
    legend->bounds = fw_box_expand(box, stroked ? width / 2 : 0);
}

struct fw_legend fw_legend_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                 const struct fw_legend_spec *spec)
{
    struct fw_legend legend = { .orient = spec->orient, .offset = spec->offset };
    legend.node = fw_scene_add(env->arena, parent, FW_NODE_GROUP, FW_ROLE_LEGEND, 1);
    struct fw_scene_node *inner =
        fw_scene_add(env->arena, legend.node, FW_NODE_GROUP, FW_ROLE_LEGEND, 1);
    struct draft draft = { .spec = spec, .title_box = fw_box_empty() };
    draft.body = build_body(env, inner, spec);
    if (spec->title == NULL) {
        shift_body(&draft, spec->padding, spec->padding);
    } else {
        draft.title = plain_title(env, spec);
        draft.title_box = fw_guide_text_box(env->fonts, &draft.title);
        make_room(&draft);
        place_title(&draft);
        add_title(env, legend.node, &draft);
    }
    inner->group->x = draft.shift.x;
    inner->group->y = draft.shift.y;
    size_legend(env, &draft, &legend);
    return legend;
}
