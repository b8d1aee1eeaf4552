/* What axes and legends share: merging of titles, and how guides' lines and texts are read. */
#ifndef FW_EXPLAIN_AXES_H
#define FW_EXPLAIN_AXES_H

#include "view/view.h"

/** Two titles as one: {"fields": [...]} lists are joined without repeats; null stays null. */
struct fw_split fw_title_merge(struct fw_maker make, struct fw_split a, struct fw_split b);

#endif
