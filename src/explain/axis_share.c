/* Axes of layers: those of one side become one where they are shared, and stand apart where not.
 * Source: Vega-Lite, compile/axis/parse.ts. */
#include "explain/axes.h"

#include <string.h>

static struct fw_value as_array(struct fw_maker make, struct fw_value title)
{
    return title.kind == FW_ARRAY ? title : fw_append(make, fw_undefined(), title);
}

/* Source: mergeTitleComponent. */
struct fw_split fw_title_merge(struct fw_maker make, struct fw_split a, struct fw_split b)
{
    struct fw_value x = a.value, y = b.value;
    bool x_fields = fw_has(x, "fields"), y_fields = fw_has(y, "fields");
    if (fw_is_nil(x) || y.kind == FW_NULL) {
        return (struct fw_split){ fw_null(), a.written };
    }
    if (x_fields && y_fields) {
        struct fw_value list = fw_get(x, "fields"), more = fw_get(y, "fields");
        for (size_t i = 0; i < fw_length(more); i++) {
            bool there = false;
            for (size_t k = 0; k < fw_length(list); k++) {
                there = there || fw_equal(fw_at(list, k), fw_at(more, i));
            }
            list = there ? list : fw_append(make, list, fw_at(more, i));
        }
        x = fw_with(make, fw_undefined(), "fields", list);
    } else if (x_fields && !fw_is_nil(y)) {
        x = y;
    } else if (!x_fields && !y_fields && fw_to_boolean(y) && !fw_equal(x, y)) {
        struct fw_value list = as_array(make, x), more = as_array(make, y);
        for (size_t i = 0; i < fw_length(more); i++) {
            list = fw_append(make, list, fw_at(more, i));
        }
        x = fw_with(make, fw_undefined(), "fields", list);
    }
    return (struct fw_split){ x, a.written };
}

static struct fw_split merge_tie(void *context, const char *name, struct fw_split a,
                                 struct fw_split b)
{
    const struct fw_maker *make = context;
    return strcmp(name, "title") == 0 ? fw_title_merge(*make, a, b) : a;
}

/* Whether two axes can be one: not when both say where they stand, and differ. */
static bool can_merge(const struct fw_axis_model *a, const struct fw_axis_model *b)
{
    struct fw_split x = fw_component_split(&a->props, "orient");
    struct fw_split y = fw_component_split(&b->props, "orient");
    return !x.written || !y.written || fw_equal(x.value, y.value);
}

/* The axes of all children as one list, one a child that has any. */
static void append_axes(struct fw_view *view, int side, const struct fw_view *child)
{
    struct fw_arena *arena = view->chart->make.arena;
    size_t count = view->axis_count[side], more = child->axis_count[side];
    struct fw_axis_model *axes =
        fw_arena_grow(arena, view->axes[side], count, count + more, sizeof *axes);
    for (size_t i = 0; i < more; i++) {
        axes[count + i] = child->axes[side][i];
        axes[count + i].props = fw_component_clone(arena, &child->axes[side][i].props);
    }
    view->axes[side] = axes;
    view->axis_count[side] = count + more;
}

static bool merge_side(struct fw_view *view, int side)
{
    struct fw_maker make = view->chart->make;
    bool first = true;
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_view *child = view->children[i];
        if (child->axis_count[side] == 0) {
            continue;
        }
        if (first) {
            append_axes(view, side, child);
            first = false;
            continue;
        }
        if (child->axis_count[side] != view->axis_count[side]) {
            return false;
        }
        for (size_t k = 0; k < view->axis_count[side]; k++) {
            struct fw_axis_model *axis = &view->axes[side][k];
            if (!can_merge(axis, &child->axes[side][k])) {
                return false;
            }
            fw_component_merge(make.arena, &axis->props, &child->axes[side][k].props, merge_tie,
                               &make);
            if (axis->grid_scale == NULL) {
                axis->grid_scale = child->axes[side][k].grid_scale;
            }
        }
    }
    return true;
}

static const char *opposite(const char *orient)
{
    return strcmp(orient, "left") == 0    ? "right"
           : strcmp(orient, "right") == 0 ? "left"
           : strcmp(orient, "top") == 0   ? "bottom"
                                          : "top";
}

/* Independent axes of a layer: the second goes to the other side, without a grid of its own. */
static void spread_side(struct fw_view *view, int side)
{
    struct fw_maker make = view->chart->make;
    size_t at_main = 0, at_other = 0;
    const char *main = side == 0 ? "bottom" : "left";
    for (size_t i = 0; i < view->axis_count[side]; i++) {
        struct fw_axis_model *axis = &view->axes[side][i];
        struct fw_split orient = fw_component_split(&axis->props, "orient");
        const char *word = fw_text_of(orient.value);
        word = word == NULL ? main : word;
        bool is_main = strcmp(word, main) == 0;
        size_t here = is_main ? at_main : at_other, there = is_main ? at_other : at_main;
        if (here > 0 && !orient.written && here > there) {
            word = opposite(word);
            fw_component_set(make.arena, &axis->props, "orient", fw_text_value(make, word), false);
            is_main = !is_main;
        }
        *(is_main ? &at_main : &at_other) += 1;
        if (i > 0 && !fw_component_split(&axis->props, "grid").written) {
            fw_component_set(make.arena, &axis->props, "grid", fw_boolean(false), false);
        }
    }
}

void fw_axes_share(struct fw_view *view)
{
    for (int side = 0; side < 2; side++) {
        enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
        bool shared = fw_view_shares_axis(view, channel);
        if (shared && !merge_side(view, side)) {
            shared = false;
            view->axis_count[side] = 0;
            view->axis_resolve[channel] = 'i';
        }
        if (!shared) {
            view->axis_count[side] = 0;
            for (size_t i = 0; i < view->child_count; i++) {
                append_axes(view, side, view->children[i]);
            }
            spread_side(view, side);
        }
        for (size_t i = 0; i < view->child_count; i++) {
            view->children[i]->axis_count[side] = 0;
        }
    }
}
