/* A chart spec to its scene. */
#ifndef FW_CHART_CHART_H
#define FW_CHART_CHART_H

#include "data/package.h"
#include "format/locale.h"
#include "scene/scene.h"
#include "text/fonts.h"
#include "theme/theme.h"
#include "view/usermeta.h"
#include "json/json.h"

struct fw_chart;
struct fw_inputs;

/** What a chart is compiled with. The texts may be NULL, which is what is usual. */
struct fw_chart_context {
    struct fw_arena *arena; /* takes the scene and all on the way to it */
    struct fw_strings *strings;
    struct fw_diag *diag;
    struct fw_fonts *fonts;
    const char *spec_dir;     /* folder of the spec: relative urls start here */
    const char *base_url;     /* or here */
    const char *const *allow; /* [allow_count] more folders that may be read */
    size_t allow_count;
    const struct fw_theme *theme;   /* NULL: Vega-Lite's defaults */
    const struct fw_locale *locale; /* NULL: en-US */
    const char *timezone;           /* NULL: UTC */
    struct fw_inputs *inputs;       /* takes what is read; NULL: nothing does */
    /* takes the resources that the chart's data use, see data/package.h; NULL: its own, that the
     * caller does not see */
    struct fw_packages *packages;
    const struct fw_usermeta *usermeta; /* NULL: it has none */
};

/** How a built chart is drawn. Zeroed: as its spec says. */
struct fw_chart_frame {
    bool trial;            /* drawn to be measured: of labels that find no room nothing is said */
    bool untitled;         /* the title of the whole is not drawn: whoever asked draws it */
    double width, height;  /* px of the whole picture, to which its views are stretched; 0: any */
    double least[2];       /* out: px that it needs where width or height is too little; else 0 */
    struct fw_box content; /* out: the picture without its padding, px */
};

/**
 * Reads a Vega-Lite spec and its data up to where it could be drawn: views with tables, scales and
 * guides (view/view.h), for texts about the chart too. NULL when there were errors, which are in
 * context->diag.
 */
struct fw_chart *fw_chart_build(struct fw_chart_context *context, const struct fw_json *json);

/** Draws a built chart, perhaps again in another frame. NULL when there were errors. */
struct fw_scene *fw_chart_draw(struct fw_chart *chart, struct fw_chart_frame *frame);

/** The scene of a Vega-Lite spec: both in one go. */
struct fw_scene *fw_chart_compile(struct fw_chart_context *context, const struct fw_json *json);

#endif
