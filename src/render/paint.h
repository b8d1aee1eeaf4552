/* A scene onto a Cairo context: what PNG, PDF and outlined SVG have in common. */
#ifndef FW_RENDER_PAINT_H
#define FW_RENDER_PAINT_H

#include <cairo.h>

#include "base/diag.h"
#include "scene/scene.h"
#include "text/fonts.h"

/** The figures of a tagged PDF: Cairo 1.16 drops their alternative texts. */
struct fw_paint_tags {
    struct fw_arena *arena;
    const char **figures; /* [figure_count] what each shows, in the order of their tags; NULL: the
                             description of the scene */
    size_t figure_count, figure_capacity;
};

/** How to paint, by what the surface is. */
struct fw_paint_target {
    cairo_t *cr; /* its matrix maps px of the scene to the surface */
    bool raster; /* an image: texts as outlines, which Cairo places to fractions of a pixel */
    struct fw_paint_tags *tags; /* for PDF: painted in reading order with Cairo's tags, links too;
                                   else NULL */
    struct fw_diag *diag;       /* images that cannot be read */
};

/** Paints background and items in order. Cairo's state is as before. */
void fw_paint_scene(const struct fw_paint_target *target, const struct fw_scene *scene,
                    struct fw_fonts *fonts);

/** Sets width, joins, caps and dashes. */
void fw_paint_stroke(cairo_t *cr, const struct fw_style *style);

/** Sets Cairo's operator for a CSS blend mode; NULL or unknown: over. */
void fw_paint_blend(cairo_t *cr, const char *blend);

/** Appends `path` to Cairo's. */
void fw_paint_path(cairo_t *cr, const struct fw_path *path);

/** A coordinate that Cairo can hold; one far outside the picture at nearly the same angle. */
double fw_paint_reachable(double number);

#endif
