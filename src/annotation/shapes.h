/* What the members of annotations of several types may hold. */
#ifndef FW_ANNOTATION_SHAPES_H
#define FW_ANNOTATION_SHAPES_H

#include "grammar/rows.h"

/** type, view, cell, text, dx, dy: what every annotation may have. */
extern const struct fw_shape fw_shape_annotation_base;

/** A place by values: {"x": ..., "y": ..., "color": ...}. */
extern const struct fw_shape fw_shape_annotation_place;

/** A value on x or y: a date, or {"aggregate": "mean", "field": ..., "filter": ...}. */
extern const struct fw_shape fw_shape_annotation_level;

/* clang-format off */
/** A place: an expression that picks a row, or values by channel. */
#define PLACE(name, more) { name, STR | OBJ | CODE | (more), &fw_shape_annotation_place, NULL, NULL, NULL }
/** A value in data units. */
#define LEVEL(name)       { name, NUM | STR | BOOL | OBJ, &fw_shape_annotation_level, NULL, NULL, NULL }
/* clang-format on */

/** The shape of a type whose member table is `NAME_members`. */
#define FW_ANNOTATION_SHAPE(name, title, needed)                                                   \
    static const struct fw_shape shape = {                                                         \
        .what = title,                                                                             \
        .members = name##_members,                                                                 \
        .count = FW_COUNT(name##_members),                                                         \
        .bases = { &fw_shape_annotation_base },                                                    \
        .one_of = needed,                                                                          \
    }

#endif
