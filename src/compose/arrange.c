/* Concatenations and facets: their children drawn and placed in rows and columns. */
#include <math.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/headers.h"
#include "compose/names.h"
#include "explain/wrap.h"
#include "view/view.h"

/* A layout property of the view, else of config.facet or config.concat. */
static struct fw_value layout_prop(const struct fw_view *view, const char *name)
{
    struct fw_value value = fw_get(view->spec, name);
    const char *section = view->kind == FW_VIEW_FACET ? "facet" : "concat";
    return value.kind != FW_UNDEFINED ? value : fw_config_get(&view->chart->config, section, name);
}

/* One member of a property that may be given for rows and columns apart. */
static struct fw_value of_direction(struct fw_value value, const char *direction)
{
    return value.kind == FW_OBJECT ? fw_get(value, direction) : value;
}

static enum fw_grid_align align_of(struct fw_value value, enum fw_grid_align fallback)
{
    return fw_is_text(value, "all")    ? FW_GRID_ALL
           : fw_is_text(value, "each") ? FW_GRID_EACH
           : fw_is_text(value, "none") ? FW_GRID_NONE
                                       : fallback;
}

static enum fw_grid_align default_align(const struct fw_view *view)
{
    if (view->kind != FW_VIEW_FACET) {
        return FW_GRID_EACH;
    }
    bool rows = view->row_def.kind == FW_DEF_FIELD;
    bool columns = view->column_def.kind == FW_DEF_FIELD;
    bool free_x = !fw_view_shares_scale(view, FW_CHANNEL_X);
    bool free_y = !fw_view_shares_scale(view, FW_CHANNEL_Y);
    return (!rows && free_x) || (!columns && free_y && !(!rows && free_x)) ? FW_GRID_NONE
                                                                           : FW_GRID_ALL;
}

static double spacing_of(struct fw_value value)
{
    return value.kind == FW_NUMBER ? value.number : 20;
}

static void init_trellis(struct fw_view *view, struct fw_trellis *trellis)
{
    struct fw_value align = layout_prop(view, "align"), center = layout_prop(view, "center");
    struct fw_value spacing = layout_prop(view, "spacing");
    enum fw_grid_align fallback = default_align(view);
    trellis->columns = view->columns;
    double columns = fw_get_number(view->spec, "columns", NAN);
    if (isnan(columns) && fw_has(view->spec, "concat")) {
        struct fw_value configured = layout_prop(view, "columns");
        trellis->columns = configured.kind == FW_NUMBER ? (size_t)configured.number : 0;
    }
    trellis->flush = fw_is_text(layout_prop(view, "bounds"), "flush");
    trellis->column_align = align_of(of_direction(align, "column"), fallback);
    trellis->row_align = align_of(of_direction(align, "row"), fallback);
    trellis->column_center = fw_to_boolean(of_direction(center, "column"));
    trellis->row_center = fw_to_boolean(of_direction(center, "row"));
    trellis->column_padding = spacing_of(of_direction(spacing, "column"));
    trellis->row_padding = spacing_of(of_direction(spacing, "row"));
}

/* A label inside a cell joins what the cell holds. */
static void draw_cell_title(struct fw_view *view, const struct fw_facet_cell *cell)
{
    struct fw_title_spec spec;
    if (fw_header_cell_title(view, cell, &spec)) {
        struct fw_guide_env env = fw_view_guide_env(view);
        const struct fw_group *group = cell->view->group->group;
        fw_box_union(&cell->view->bounds,
                     fw_title_build(&env, cell->view->group, &spec, group->width, group->height,
                                    cell->view->bounds));
    }
}

/* All that a cell holds, and half the stroke of its frame around that, as Vega bounds groups: a
 * transparent stroke has width too. */
static struct fw_box cell_box(const struct fw_view *child)
{
    const struct fw_style *style = fw_item_style(child->group, 0);
    bool strokes =
        style->stroke.kind != FW_PAINT_NONE && style->opacity != 0 && style->stroke_opacity != 0;
    return fw_box_expand(child->bounds, strokes ? style->stroke_width / 2 : 0);
}

/* Vega makes no marks or axes where a row and a column have no data together: only the frame. */
static void draw_cell(struct fw_view *view, struct fw_view *child, size_t i)
{
    bool facet = view->kind == FW_VIEW_FACET;
    bool crossed = facet && view->row_count > 0 && view->column_count > 0;
    if (crossed && child->table != NULL && child->table->rows == 0) {
        fw_view_draw_empty(child, view->group);
        return;
    }
    fw_view_draw(child, view->group);
    if (facet) {
        draw_cell_title(view, &view->cells[i]);
    }
}

static void draw_cells(struct fw_view *view, struct fw_trellis *trellis)
{
    struct fw_arena *arena = view->chart->make.arena;
    trellis->cell_count = view->child_count;
    trellis->cells = FW_NEW_ARRAY(arena, view->child_count, struct fw_placed);
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_view *child = view->children[i];
        draw_cell(view, child, i);
        const struct fw_group *group = child->group->group;
        trellis->cells[i] =
            (struct fw_placed){ cell_box(child), group->width, group->height, 0, 0 };
    }
}

static void move_cells(struct fw_view *view, const struct fw_trellis *trellis)
{
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_group *group = view->children[i]->group->group;
        group->x = trellis->cells[i].x;
        group->y = trellis->cells[i].y;
    }
}

void fw_view_arrange(struct fw_view *view)
{
    struct fw_trellis trellis = { .row_title_band = 0.5, .column_title_band = 0.5 };
    struct fw_headers headers = { 0 };
    struct fw_style style = fw_style_default();
    fw_scene_style(view->chart->make.arena, view->group, &style);
    init_trellis(view, &trellis);
    trellis.clear_headers = view->chart->themed;
    if (view->kind == FW_VIEW_FACET) {
        fw_headers_draw(view, &headers, &trellis);
    }
    draw_cells(view, &trellis);
    if (view->kind == FW_VIEW_FACET) {
        fw_facet_name_series(view);
    }
    fw_trellis_place(view->chart->make.arena, &trellis);
    move_cells(view, &trellis);
    fw_headers_move(&headers);
    view->bounds = (struct fw_box){ 0, 0, 0, 0 };
    struct fw_box all = view->bounds;
    for (size_t i = 0; i < view->child_count; i++) {
        const struct fw_placed *cell = &trellis.cells[i];
        fw_box_union(&all, fw_box_translate(cell->box, cell->x, cell->y));
    }
    for (int i = 0; i < FW_STRIP_COUNT; i++) {
        for (size_t k = 0; k < headers.count[i]; k++) {
            const struct fw_placed *strip = &headers.strips[i][k];
            fw_box_union(&all, fw_box_translate(strip->box, strip->x, strip->y));
        }
    }
    for (int i = 0; i < 2; i++) {
        if (headers.titles[i] != NULL) {
            const struct fw_placed *title = &headers.title_boxes[i];
            fw_box_union(&all, fw_box_translate(title->box, title->x, title->y));
        }
    }
    fw_view_surround(view, all, all);
}
