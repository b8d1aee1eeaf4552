/* No projection: plane coordinates, scaled and moved, y downwards. */
#include "projection/type.h"

const struct fw_projection_type fw_projection_identity = {
    .scale = 1,
    .planar = true,
};
