/* The annotations of a chart: which views they are drawn in, and what their texts keep clear of. */
#ifndef FW_COMPOSE_ANNOTATIONS_H
#define FW_COMPOSE_ANNOTATIONS_H

#include "view/view.h"

/**
 * Reads usermeta.figwright.annotations into chart->annotations, and reports what is wrong with
 * them by themselves. False when there were errors. A chart without any has none to draw.
 */
bool fw_annotations_read(struct fw_chart *chart);

/**
 * Draws the annotations of a unit or layer whose axes and marks are in its group, over them (spans:
 * under them), and returns the box of all of it: empty where there are none.
 */
struct fw_box fw_annotations_draw(struct fw_view *view);

/** Reports the annotations that no view had a place for, once all are drawn. */
void fw_annotations_finish(const struct fw_chart *chart);

#endif
