/* Views drawn and placed: units with their guides, and the grids of facets and concatenations. */
#ifndef FW_COMPOSE_COMPOSE_H
#define FW_COMPOSE_COMPOSE_H

#include "view/view.h"

/** Sets the size of a view and of those below it on one side: they must have one size there. */
void fw_view_resize(struct fw_view *view, int side, double extent);

/** Lays out what is around a drawn group: legends and title, beside `x_bounds` and `y_bounds`. */
void fw_view_surround(struct fw_view *view, struct fw_box x_bounds, struct fw_box y_bounds);

/** Draws and places the children of a concatenation or facet into its group. */
void fw_view_arrange(struct fw_view *view);

/** Draws a view and all below into a new group under `parent`, laid out at the origin. */
struct fw_scene_node *fw_view_draw(struct fw_view *view, struct fw_scene_node *parent);

/** The same with nothing in it: the frame of a unit or layer without data. */
struct fw_scene_node *fw_view_draw_empty(struct fw_view *view, struct fw_scene_node *parent);

#endif
