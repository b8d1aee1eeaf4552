/* Changing single ticks and entries: what conditional properties and labelExpr do. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "guide/axis.h"
#include "guide/legend.h"
#include "text/fonts.h"

static struct fw_guide_env env;

static int set_up(void **state)
{
    (void)state;
    env.arena = fw_arena_create();
    env.strings = fw_strings_new(env.arena);
    env.fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(env.arena));
    return env.fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(env.fonts);
    fw_arena_destroy(env.arena);
    return 0;
}

static const struct fw_scale *linear_scale(void)
{
    struct fw_value domain[] = { fw_number(0), fw_number(100) };
    struct fw_value range[] = { fw_number(0), fw_number(200) };
    struct fw_scale_spec spec = fw_scale_spec_default(FW_SCALE_LINEAR);
    spec.domain = domain;
    spec.domain_count = 2;
    spec.range = range;
    spec.range_count = 2;
    return fw_scale_new(env.arena, env.strings, &spec);
}

static const struct fw_scale *ordinal_scale(void)
{
    struct fw_value domain[] = { fw_string(fw_intern_text(env.strings, "a")),
                                 fw_string(fw_intern_text(env.strings, "b")) };
    struct fw_scale_spec spec = fw_scale_spec_default(FW_SCALE_ORDINAL);
    spec.domain = domain;
    spec.domain_count = 2;
    spec.scheme = "tableau10";
    return fw_scale_new(env.arena, env.strings, &spec);
}

static struct fw_scene_node *new_root(void)
{
    return fw_scene_add(env.arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
}

static const struct fw_scene_node *find(const struct fw_scene_node *node, enum fw_role role)
{
    if (node->role == role && node->kind != FW_NODE_GROUP) {
        return node;
    }
    for (const struct fw_scene_node *child = node->first;
         node->kind == FW_NODE_GROUP && child != NULL; child = child->next) {
        const struct fw_scene_node *found = find(child, role);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

/** The middle tick gets two lines, a thick grid line and a long tick; all others lose their label.
 */
static void mark_middle(void *context, struct fw_axis_tick *tick)
{
    (*(int *)context)++;
    bool middle = tick->value.number == 50;
    tick->label = fw_intern_text(env.strings, middle ? "half\nway" : "");
    if (middle) {
        assert_float_equal(tick->index, 0.5, 1e-12);
        tick->grid.width = 3;
        tick->tick_size = 12;
    }
}

static void ticks_are_styled_one_by_one(void **state)
{
    (void)state;
    int calls = 0;
    struct fw_axis_spec spec = fw_axis_spec_default(linear_scale(), FW_ORIENT_BOTTOM);
    spec.grid = true;
    spec.tick_style = mark_middle;
    spec.tick_context = &calls;
    struct fw_scene_node *root = new_root();
    struct fw_axis_view view = { 200, 100 };
    fw_axis_build_grid(&env, root, &spec, view);
    struct fw_axis axis = fw_axis_build(&env, root, &spec, view);
    assert_int_equal(calls, 22); /* 11 ticks, for the grid and for the rest */
    const struct fw_scene_node *grid = find(root, FW_ROLE_AXIS_GRID);
    assert_float_equal(fw_item_style(grid, 5)->stroke_width, 3, 0);
    assert_float_equal(fw_item_style(grid, 4)->stroke_width, 1, 0);
    const struct fw_scene_node *labels = find(root, FW_ROLE_AXIS_LABEL);
    assert_int_equal(labels->count, 1);
    assert_string_equal(labels->texts[0].text, "half\nway");
    assert_float_equal(labels->texts[0].y, 14, 0);
    /* 12 px of tick, 2 of padding, two lines of 10 px, 12 apart: as Vega counts them. */
    assert_float_equal(axis.label_extent, 36, 0);
}

static void no_grid_means_no_node(void **state)
{
    (void)state;
    struct fw_axis_spec spec = fw_axis_spec_default(linear_scale(), FW_ORIENT_LEFT);
    assert_null(fw_axis_build_grid(&env, new_root(), &spec, (struct fw_axis_view){ 10, 10 }));
    struct fw_value none[1] = { { FW_UNDEFINED, { 0 } } };
    spec.grid = true;
    spec.values = none;
    assert_null(fw_axis_build_grid(&env, new_root(), &spec, (struct fw_axis_view){ 10, 10 }));
}

static void rename_entry(void *context, struct fw_legend_entry *entry)
{
    (void)context;
    if (entry->index == 1) {
        entry->label = fw_intern_text(env.strings, "second");
        entry->symbol.style.opacity = 0.5;
    }
}

static void entries_are_styled_one_by_one(void **state)
{
    (void)state;
    struct fw_legend_spec spec = fw_legend_spec_default(FW_LEGEND_SYMBOL);
    spec.scales[FW_LEGEND_FILL] = ordinal_scale();
    spec.entry_style = rename_entry;
    struct fw_legend legend = fw_legend_build(&env, new_root(), &spec);
    const struct fw_scene_node *entries = legend.node->first;
    const struct fw_scene_node *second = entries->first->next;
    assert_string_equal(find(entries->first, FW_ROLE_LEGEND_LABEL)->texts[0].text, "a");
    assert_string_equal(find(second, FW_ROLE_LEGEND_LABEL)->texts[0].text, "second");
    assert_float_equal(fw_item_style(find(second, FW_ROLE_LEGEND_SYMBOL), 0)->opacity, 0.5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_styled_one_by_one),
        cmocka_unit_test(no_grid_means_no_node),
        cmocka_unit_test(entries_are_styled_one_by_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
