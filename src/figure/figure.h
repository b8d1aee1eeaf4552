/* A figure: a chart with what it must carry to be understood where nobody is there to explain it.
 */
#ifndef FW_FIGURE_FIGURE_H
#define FW_FIGURE_FIGURE_H

#include "chart/chart.h"
#include "figure/footnotes.h"
#include "figure/furniture.h"

/** What is asked of a figure from outside. */
struct fw_figure_options {
    const char *furniture; /* "all", "none"; NULL: as the spec and the theme say */
};

struct fw_figure {
    struct fw_chart *chart;
    struct fw_scene *scene;
    struct fw_evidence evidence;
    struct fw_furniture furniture; /* drawn or not: captions hold it too */
    struct fw_footnotes footnotes;
    struct fw_title_spec title; /* of the whole, with its markers; its text may be NULL */
};

/**
 * Compiles a chart and dresses it. Furniture is there when usermeta.figwright is, or a theme other
 * than Vega-Lite's own rules, unless an option or usermeta says "none": then the title is left out
 * of the picture too. A plain chart is as Vega draws it. NULL when there were errors.
 */
struct fw_figure *fw_figure_compile(struct fw_chart_context *context, const struct fw_json *json,
                                    const struct fw_figure_options *options);

#endif
