/* From a projection to the stages that its geometries pass. Private to projection/. */
#ifndef FW_PROJECTION_GEOPATH_H
#define FW_PROJECTION_GEOPATH_H

#include "projection/projection.h"
#include "projection/stream.h"

/** A stream that takes GeoJSON's degrees and sends px to `last`. `projection` may be NULL. Lives in
 * `arena`. */
struct fw_geo_sink *fw_projection_stream(struct fw_arena *arena,
                                         const struct fw_projection *projection,
                                         struct fw_geo_sink *last);

#endif
