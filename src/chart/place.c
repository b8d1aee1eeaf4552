/* A chart drawn and placed in its picture: autosize, padding, and what sticks out of the views. */
#include "chart/place.h"

#include <math.h>
#include <string.h>

#include "chart/stretch.h"
#include "compose/compose.h"
#include "explain/direct.h"
#include "explain/unfit.h"
#include "explain/values.h"
#include "train/train.h"

/* Which sides are fit into what size. */
struct autosize {
    bool fit[2];
    bool none;
    bool with_padding; /* "contains": "padding" */
};

/* The view whose size on a side is that of all: `view`, or the first of those in it. */
static const struct fw_view *sized_view(const struct fw_view *view, int side)
{
    while (isnan(view->extent[side]) && view->child_count > 0) {
        view = view->children[0];
    }
    return view;
}

static double extent_of(const struct fw_view *view, int side)
{
    return sized_view(view, side)->extent[side];
}

/*
 * Sizes made of steps cannot be fit: where one is, the other side is fit, asked for or not. Of a
 * concatenation only "fit-x" and "fit-y" count. Source: normalizeAutoSize, getTopLevelProperties.
 */
static struct autosize read_autosize(const struct fw_chart *chart, struct fw_value spec)
{
    const struct fw_view *root = chart->root;
    struct fw_value value = fw_get(spec, "autosize");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "autosize");
    }
    const char *type =
        value.kind == FW_STRING ? value.string->text : fw_get_text(value, "type", "pad");
    struct autosize autosize = { .none = strcmp(type, "none") == 0 };
    bool single = root->kind == FW_VIEW_UNIT || root->kind == FW_VIEW_LAYER;
    bool both = strcmp(type, "fit") == 0 && single;
    bool fit[2] = { both || strcmp(type, "fit-x") == 0, both || strcmp(type, "fit-y") == 0 };
    if (fit[0] || fit[1]) {
        bool step[2] = { sized_view(root, 0)->by_step[0], sized_view(root, 1)->by_step[1] };
        bool one = step[0] != step[1];
        for (int side = 0; side < 2; side++) {
            bool asked = one ? step[1 - side] : fit[side] && !step[side];
            autosize.fit[side] = asked && (single || fw_view_is_sized(root, side));
        }
    }
    autosize.with_padding = fw_is_text(fw_get(value, "contains"), "padding");
    return autosize;
}

struct padding {
    double left, top, right, bottom;
};

static struct padding read_padding(const struct fw_chart *chart, struct fw_value spec)
{
    struct fw_value value = fw_get(spec, "padding");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "padding");
    }
    value = fw_view_eval(chart->root, value);
    if (value.kind == FW_NUMBER) {
        return (struct padding){ value.number, value.number, value.number, value.number };
    }
    return (struct padding){ fw_get_number(value, "left", 0), fw_get_number(value, "top", 0),
                             fw_get_number(value, "right", 0), fw_get_number(value, "bottom", 0) };
}

/* The size of the drawn view itself: that of its group, or what the views of a concatenation share.
 */
static double own_size(const struct fw_view *view, int side)
{
    const struct fw_group *group = view->group->group;
    if (view->kind == FW_VIEW_CONCAT && fw_view_is_sized(view, side)) {
        return extent_of(view, side);
    }
    return side == 0 ? group->width : group->height;
}

/* What sticks out of the view on each side, in whole px. Source: Vega's viewSizeLayout. */
static struct padding overhang(const struct fw_view *view)
{
    return (struct padding){
        .left = fmax(0, ceil(-view->bounds.x1)),
        .top = fmax(0, ceil(-view->bounds.y1)),
        .right = fmax(0, ceil(view->bounds.x2 - own_size(view, 0))),
        .bottom = fmax(0, ceil(view->bounds.y2 - own_size(view, 1))),
    };
}

/* Gives the view the room that what sticks out leaves of `whole`. False where it had that already,
 * or where `*change`, the px by which it was changed last, would hardly become less: what grows as
 * the view shrinks, as a title wider than it, would take all of it in the end. */
static bool fit_view(struct fw_view *root, const struct autosize *autosize,
                     const struct padding *padding, const struct padding *out,
                     const double whole[2], double *change)
{
    double around[2] = { out->left + out->right, out->top + out->bottom };
    double pads[2] = { padding->left + padding->right, padding->top + padding->bottom };
    double extent[2], sum = 0;
    for (int side = 0; side < 2; side++) {
        double room = whole[side] - (autosize->with_padding ? pads[side] : 0);
        extent[side] = autosize->fit[side] ? fmax(0, room - around[side]) : extent_of(root, side);
        sum += autosize->fit[side] ? fabs(extent[side] - extent_of(root, side)) : 0;
    }
    if (sum == 0 || sum > 0.9 * *change) {
        return false;
    }
    *change = sum;
    for (int side = 0; side < 2; side++) {
        if (autosize->fit[side] && extent[side] != extent_of(root, side)) {
            fw_view_resize(root, side, extent[side]);
        }
    }
    return true;
}

/* Vega fits once. What names of series, values and annotations take beside the plot hangs on its
 * size: then it takes a few more rounds, each with a smaller change than the one before. */
enum { ROUNDS_OF_LABELS = 5 };

static bool has_labels(const struct fw_view *root)
{
    return root->chart->annotations != NULL || fw_direct_any(root) ||
           fw_value_labels_read(root->chart).placement != FW_LABELS_NONE;
}

static struct fw_scene_node *new_canvas(struct fw_arena *arena)
{
    struct fw_scene_node *canvas = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style blank = fw_style_default();
    fw_scene_style(arena, canvas, &blank);
    return canvas;
}

static void draw(struct fw_view *root, struct fw_scene_node *canvas)
{
    canvas->first = canvas->last = NULL;
    fw_direct_begin(root);
    fw_unfit_begin(root->chart);
    fw_view_draw(root, canvas);
}

/* A chart on its way into its picture. */
struct placing {
    struct fw_view *root;
    struct fw_scene_node *canvas;
    struct autosize autosize;
    struct padding padding, out;
    double whole[2]; /* px that fit sides have in the end */
    double size[2];  /* px of the view itself */
};

/* px of the picture on a side, padding left aside. */
static double inner_size(const struct placing *placing, int side)
{
    const struct padding *out = &placing->out, *padding = &placing->padding;
    double around = side == 0 ? out->left + out->right : out->top + out->bottom;
    double pads = side == 0 ? padding->left + padding->right : padding->top + padding->bottom;
    if (placing->autosize.fit[side]) {
        return placing->whole[side] - (placing->autosize.with_padding ? pads : 0);
    }
    return placing->size[side] + around;
}

static void measure(struct placing *placing)
{
    placing->out = overhang(placing->root);
    placing->size[0] = own_size(placing->root, 0);
    placing->size[1] = own_size(placing->root, 1);
}

/* The sizes that the spec gives: a chart that was drawn before may have others. */
static void begin_sizes(struct placing *placing)
{
    struct fw_view *root = placing->root;
    if (root->group != NULL) {
        fw_stretch_apply(root, 0, 1);
        fw_stretch_apply(root, 1, 1);
        fw_scales_forget(root);
    }
    placing->whole[0] = extent_of(root, 0);
    placing->whole[1] = extent_of(root, 1);
}

/* Draws; and again, where views are fit into their size. */
static void draw_fit(struct placing *placing)
{
    struct fw_view *root = placing->root;
    draw(root, placing->canvas);
    measure(placing);
    bool labelled = has_labels(root);
    double change = INFINITY;
    int rounds = labelled ? ROUNDS_OF_LABELS : 1;
    for (int i = 0; i < rounds && fit_view(root, &placing->autosize, &placing->padding,
                                           &placing->out, placing->whole, &change);
         i++) {
        fw_scales_forget(root);
        draw(root, placing->canvas);
        /* What is fit once stands where it stood before. */
        placing->out = labelled ? overhang(root) : placing->out;
    }
}

/* The rounds that a picture of a certain size may take. A round leaves what guides and labels
 * changed with it; two or three are usual. */
enum { ROUNDS_OF_STRETCHING = 12 };

/* How a side comes to the size that is asked for. */
struct stretch {
    double wanted; /* px without padding; 0: any size will do */
    double factor, least;
    double span;                   /* px that a factor of 1 stands for */
    double last_factor, last_size; /* of the drawing before the last; 0: none */
    double fits, exceeds; /* the largest factor found to fit, the smallest found not to; 0: none */
};

static void begin_stretch(struct placing *placing, const struct fw_chart_frame *frame,
                          struct stretch sides[2])
{
    const struct padding *padding = &placing->padding;
    double pads[2] = { padding->left + padding->right, padding->top + padding->bottom };
    double outer[2] = { frame->width, frame->height };
    for (int side = 0; side < 2; side++) {
        struct stretch *stretch = &sides[side];
        *stretch = (struct stretch){ .factor = 1, .span = fw_stretch_span(placing->root, side) };
        bool fit = placing->autosize.fit[side];
        if (outer[side] > 0) {
            stretch->wanted = fmax(1e-3, outer[side] - pads[side]);
        } else if (fit) {
            stretch->wanted = inner_size(placing, side);
        }
        placing->autosize.fit[side] = false;
    }
}

/* A factor by Newton's step; between the two that fit and do not, where it would leave them: what
 * guides take comes in whole px, and more of it with labels that turn. */
static double next_factor(const struct stretch *stretch, double room)
{
    double slope = stretch->span, size = stretch->wanted - room;
    if (stretch->last_factor > 0 && stretch->last_factor != stretch->factor) {
        /* Plots that are as small as they may be do not follow. */
        slope = (size - stretch->last_size) / (stretch->factor - stretch->last_factor);
        slope = fmin(fmax(slope, stretch->span / 10), stretch->span);
    }
    double factor = stretch->factor + room / slope;
    bool outside = factor <= stretch->fits || factor >= stretch->exceeds;
    return stretch->fits > 0 && stretch->exceeds > 0 && outside
               ? (stretch->fits + stretch->exceeds) / 2
               : factor;
}

/* The next factor of a side; false where it stays. */
static bool step_stretch(const struct placing *placing, struct stretch *stretch, int side)
{
    double room = stretch->wanted - inner_size(placing, side), before = stretch->factor;
    if (stretch->wanted <= 0 || stretch->span <= 0) {
        return false;
    }
    if (room >= 0) {
        stretch->fits = fmax(stretch->fits, before);
    } else if (stretch->exceeds == 0 || before < stretch->exceeds) {
        stretch->exceeds = before;
    }
    if (room >= 0 && room < 1) {
        return false;
    }
    double next = next_factor(stretch, room);
    stretch->last_factor = before;
    stretch->last_size = stretch->wanted - room;
    stretch->least = fw_stretch_least(placing->root, side);
    stretch->factor = fmax(stretch->least, next);
    /* Half a px more or less is no reason to draw again. */
    return fabs(stretch->factor - before) * stretch->span >= 0.5;
}

/* Goes back to the largest factors that fit. True where that changes something. */
static bool settle_stretch(struct stretch sides[2])
{
    bool moved = false;
    for (int side = 0; side < 2; side++) {
        struct stretch *stretch = &sides[side];
        if (stretch->fits > 0 && stretch->factor != stretch->fits) {
            stretch->factor = stretch->fits;
            moved = true;
        }
    }
    return moved;
}

static void draw_stretched(struct placing *placing, const struct stretch sides[2])
{
    for (int side = 0; side < 2; side++) {
        if (sides[side].wanted > 0) {
            fw_stretch_apply(placing->root, side, sides[side].factor);
        }
    }
    fw_scales_forget(placing->root);
    draw(placing->root, placing->canvas);
    measure(placing);
}

/* Makes views larger or smaller until the picture has the size of the frame: Newton's method, as
 * all of it but guides and labels grows in proportion. */
static void stretch_views(struct placing *placing, struct fw_chart_frame *frame)
{
    struct stretch sides[2];
    begin_stretch(placing, frame, sides);
    draw_stretched(placing, sides);
    for (int round = 0; round < ROUNDS_OF_STRETCHING; round++) {
        bool moved = step_stretch(placing, &sides[0], 0);
        if (!step_stretch(placing, &sides[1], 1) && !moved) {
            break;
        }
        draw_stretched(placing, sides);
    }
    if (settle_stretch(sides)) {
        draw_stretched(placing, sides);
    }
    for (int side = 0; side < 2; side++) {
        double size = inner_size(placing, side);
        const struct padding *padding = &placing->padding;
        double pads = side == 0 ? padding->left + padding->right : padding->top + padding->bottom;
        /* Less than a px too large is the ceiling of what sticks out, which has no ink. */
        bool fits = sides[side].wanted <= 0 || size - sides[side].wanted < 1;
        frame->least[side] = fits ? 0 : size + pads;
        placing->autosize.fit[side] = sides[side].wanted > 0;
        placing->whole[side] = sides[side].wanted;
    }
    placing->autosize.with_padding = false;
}

struct fw_scene *fw_chart_place(struct fw_chart *chart, struct fw_chart_frame *frame)
{
    struct fw_view *root = chart->root;
    struct fw_scene *scene = FW_NEW(chart->make.arena, struct fw_scene);
    struct placing placing = {
        .root = root,
        .canvas = new_canvas(chart->make.arena),
        .autosize = read_autosize(chart, chart->spec),
        .padding = read_padding(chart, chart->spec),
    };
    begin_sizes(&placing);
    draw_fit(&placing);
    if (frame->width > 0 || frame->height > 0) {
        stretch_views(&placing, frame);
    }
    if (!frame->trial) {
        fw_direct_report(root);
        fw_unfit_report(chart);
    }
    struct fw_group *group = root->group->group;
    if (placing.autosize.none) {
        placing.out = (struct padding){ 0, 0, 0, 0 };
    }
    const struct padding *padding = &placing.padding;
    group->x = padding->left + placing.out.left;
    group->y = padding->top + placing.out.top;
    scene->width = inner_size(&placing, 0) + (padding->left + padding->right);
    scene->height = inner_size(&placing, 1) + (padding->top + padding->bottom);
    placing.canvas->group->width = scene->width;
    placing.canvas->group->height = scene->height;
    scene->root = placing.canvas;
    frame->content = (struct fw_box){ padding->left, padding->top, scene->width - padding->right,
                                      scene->height - padding->bottom };
    return scene;
}
