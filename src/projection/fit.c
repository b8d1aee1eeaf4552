/* Fitting a projection to an extent. Method: d3-geo, fitExtent. */
#include <math.h>

#include "projection/geopath.h"
#include "projection/type.h"

/** The scale at which the objects are measured; it sets how finely lines are resampled, as in d3.
 */
static const double measuring_scale = 150;

/** The extent of all objects together, at the measuring scale about (0, 0). */
static struct fw_box measured(struct fw_projection *projection, const struct fw_value *objects,
                              size_t count)
{
    bool had_extent = projection->spec.has_clip_extent;
    struct fw_box box = fw_box_empty();
    projection->spec.has_clip_extent = false;
    fw_projection_place(projection, measuring_scale, 0, 0);
    for (size_t i = 0; i < count; i++) {
        fw_box_union(&box, fw_geo_bounds(projection, objects[i]));
    }
    projection->spec.has_clip_extent = had_extent;
    return box;
}

void fw_projection_fit(struct fw_projection *projection, struct fw_box extent,
                       const struct fw_value *objects, size_t count)
{
    struct fw_projection_spec before = projection->spec;
    struct fw_box box = measured(projection, objects, count);
    if (fw_box_is_empty(box)) {
        fw_projection_place(projection, before.scale, before.translate[0], before.translate[1]);
        return;
    }
    double width = extent.x2 - extent.x1, height = extent.y2 - extent.y1;
    double k = fmin(width / (box.x2 - box.x1), height / (box.y2 - box.y1));
    if (!isfinite(k)) { /* a single point has no size to fit */
        k = before.scale / measuring_scale;
    }
    double x = extent.x1 + (width - k * (box.x2 + box.x1)) / 2;
    double y = extent.y1 + (height - k * (box.y2 + box.y1)) / 2;
    fw_projection_place(projection, measuring_scale * k, x, y);
}
