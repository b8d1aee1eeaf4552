/* What each projection tells of itself, and the projections as they are built. Private to
 * projection/. */
#ifndef FW_PROJECTION_TYPE_H
#define FW_PROJECTION_TYPE_H

#include "base/arena.h"
#include "projection/globe.h"
#include "projection/list.h"
#include "projection/projection.h"

/** How a cylinder's endless ends are cut off. */
enum fw_cylinder {
    FW_CYLINDER_NONE,
    FW_CYLINDER_UPRIGHT,    /* mercator: a square about the centre; a clip extent narrows it */
    FW_CYLINDER_TRANSVERSE, /* the same lying on its side: centre and rotation are turned with it */
};

struct fw_projection_type;

/** A part of a composite projection: where its inset lies, in units of the whole's scale. */
struct fw_projection_part {
    const struct fw_projection_type *type;
    double scale; /* times the whole's */
    double center[2], rotate[2], parallels[2];
    double dx, dy;         /* of its translation from the whole's */
    double x1, y1, x2, y2; /* the clip about the whole's translation */
    double inset;          /* px that the clip is held off its neighbours */
};

struct fw_projection_type {
    double scale; /* the default ones of d3-geo; degrees */
    double center[2], rotate[2], parallels[2];
    double clip_angle; /* 0: cut at the antimeridian */
    enum fw_cylinder cylinder;
    bool planar; /* coordinates that are px already */
    /** Sets the formula and its numbers; `parallels` in radians. NULL for composites and planar
     * ones. */
    void (*prepare)(struct fw_raw *raw, const double parallels[2]);
    const struct fw_projection_part *parts; /* [part_count] of a composite */
    size_t part_count;
};

#define FW_PROJECTION_DECLARE(id, name) extern const struct fw_projection_type fw_projection_##id;
FW_PROJECTION_LIST(FW_PROJECTION_DECLARE)
#undef FW_PROJECTION_DECLARE

enum { FW_PROJECTION_PARTS = 3 };

struct fw_projection {
    const struct fw_projection_type *type;
    struct fw_projection_spec spec; /* with all defaults filled in */
    size_t globe_count;
    struct fw_globe
        globes[FW_PROJECTION_PARTS]; /* one, or the parts of a composite, first come first seen */
};

/** Sets scale and translate and builds the globes anew. */
void fw_projection_place(struct fw_projection *projection, double scale, double x, double y);

#endif
