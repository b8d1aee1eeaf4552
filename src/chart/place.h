/* A chart drawn and placed in its picture: autosize, padding, and what sticks out of the views. */
#ifndef FW_CHART_PLACE_H
#define FW_CHART_PLACE_H

#include "chart/chart.h"
#include "view/view.h"

/** The scene of a built chart, without background, title and description. */
struct fw_scene *fw_chart_place(struct fw_chart *chart, struct fw_chart_frame *frame);

#endif
