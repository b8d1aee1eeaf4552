/* Directions of a view by what its sides are for: along the categories or times, and up the values.
 */
#ifndef FW_ANNOTATION_FRAME_H
#define FW_ANNOTATION_FRAME_H

#include "annotation/annotation.h"

/** The point at `along` on the side of categories or times and at `level` on that of values. */
struct fw_point fw_frame_point(const struct fw_annotation *annotation, double along, double level);

/** The two coordinates of a point. */
double fw_frame_along(const struct fw_annotation *annotation, struct fw_point point);
double fw_frame_level(const struct fw_annotation *annotation, struct fw_point point);

/** Where values grow to in px: -1 where they are read on y, 1 where on x. */
double fw_frame_outwards(const struct fw_annotation *annotation);

/** A text that stands outside (1), centred on (0) or inside (-1) of `level`, centred on `along`. */
struct fw_annotation_spot fw_frame_spot(const struct fw_annotation *annotation, double along,
                                        double level, int outwards);

/** The same beside `along`: before it (-1) or behind it (1), centred on `level`. */
struct fw_annotation_spot fw_frame_beside(const struct fw_annotation *annotation, double along,
                                          double level, int behind);

/**
 * The level beyond all that was drawn between `lo` and `hi` along, from `level` on: with `gap` px
 * before it, and room of `depth` px behind it that nothing is in. Reference lines are passed over
 * by what `crosses` them.
 */
double fw_frame_beyond(const struct fw_annotation *annotation,
                       const struct fw_annotation_canvas *canvas, double lo, double hi,
                       double level, double gap, double depth, bool crosses);

/** Texts around a point, nearest first, for fw_canvas_say: above and beside it, then further off.
 */
enum { FW_SPOTS_AROUND = 32 };
size_t fw_spots_around(struct fw_point at, double gap,
                       struct fw_annotation_spot spots[FW_SPOTS_AROUND]);

/**
 * Says the annotation's text at the first of `spots` that is free, or by its dx and dy from
 * `anchor`. Nothing happens where it has no text.
 */
void fw_annotation_say(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas,
                       struct fw_annotation_label *label, struct fw_point anchor);

#endif
