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

/**
 * What the annotations of a drawn chart say, as a sentence: "Noted: New method; +22% a year." Those
 * that say something else in each cell of a facet are left out. NULL where none says anything.
 */
const char *fw_annotations_text(const struct fw_chart *chart);

/** Reports the annotations that no view had a place for, once all are drawn. */
void fw_annotations_finish(const struct fw_chart *chart);

#endif
