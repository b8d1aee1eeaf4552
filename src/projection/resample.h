/* Lines of the sphere drawn in the plane: points are added until they are smooth. Private to
 * projection/. */
#ifndef FW_PROJECTION_RESAMPLE_H
#define FW_PROJECTION_RESAMPLE_H

#include "projection/globe.h"
#include "projection/stream.h"

/** Takes rotated points in radians, sends px. Lives in `arena`. */
struct fw_geo_sink *fw_resample(struct fw_arena *arena, const struct fw_globe *globe,
                                struct fw_geo_sink *next);

#endif
