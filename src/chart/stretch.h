/* Views made larger or smaller by a factor, until their picture has the size that was asked for. */
#ifndef FW_CHART_STRETCH_H
#define FW_CHART_STRETCH_H

#include "view/view.h"

/**
 * Gives all plots below `root` their own size times `factor` on a side, but none less than can
 * still be read; steps of bands with them. Scales are to be trained anew after it.
 */
void fw_stretch_apply(struct fw_view *root, int side, double factor);

/** px by which the drawn root grows for each 1 that the factor grows, guides left aside: the sizes
 * of the views that stand beside each other. */
double fw_stretch_span(const struct fw_view *root, int side);

/** The factor below which no plot becomes smaller; at most 1. */
double fw_stretch_least(const struct fw_view *root, int side);

#endif
