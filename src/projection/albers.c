/* Albers' projection set for the lower 48 states of the USA. */
#include "projection/type.h"

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    fw_projection_conic_equal_area.prepare(raw, parallels);
}

const struct fw_projection_type fw_projection_albers = {
    .scale = 1070,
    .center = { -0.6, 38.7 },
    .rotate = { 96, 0 },
    .parallels = { 29.5, 45.5 },
    .prepare = prepare,
};
