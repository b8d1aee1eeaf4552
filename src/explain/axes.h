/* Axes as they are parsed and shared, and what legends share with them: merging of titles. */
#ifndef FW_EXPLAIN_AXES_H
#define FW_EXPLAIN_AXES_H

#include "view/view.h"

/** Two titles as one: {"fields": [...]} lists are joined without repeats; null stays null. */
struct fw_split fw_title_merge(struct fw_maker make, struct fw_split a, struct fw_split b);

/** Merges the axes of the children of a layer, or hands them up side by side. */
void fw_axes_share(struct fw_view *view);

#endif
