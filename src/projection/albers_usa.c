/* Three equal-area maps in one: the lower 48 states, Alaska (at 0.35 of the scale) and Hawaii below
 * them. */
#include "projection/type.h"

/* Places and clips are d3-geo's, for a map of 960 x 500 at a scale of 1070. */
static const struct fw_projection_part parts[] = {
    {
        .type = &fw_projection_albers,
        .scale = 1,
        .center = { -0.6, 38.7 },
        .rotate = { 96, 0 },
        .parallels = { 29.5, 45.5 },
        .x1 = -0.455,
        .y1 = -0.238,
        .x2 = 0.455,
        .y2 = 0.238,
    },
    {
        .type = &fw_projection_conic_equal_area,
        .scale = 0.35,
        .center = { -2, 58.5 },
        .rotate = { 154, 0 },
        .parallels = { 55, 65 },
        .dx = -0.307,
        .dy = 0.201,
        .x1 = -0.425,
        .y1 = 0.120,
        .x2 = -0.214,
        .y2 = 0.234,
        .inset = FW_GEO_NEAR,
    },
    {
        .type = &fw_projection_conic_equal_area,
        .scale = 1,
        .center = { -3, 19.9 },
        .rotate = { 157, 0 },
        .parallels = { 8, 18 },
        .dx = -0.205,
        .dy = 0.212,
        .x1 = -0.214,
        .y1 = 0.166,
        .x2 = -0.115,
        .y2 = 0.234,
        .inset = FW_GEO_NEAR,
    },
};

const struct fw_projection_type fw_projection_albers_usa = {
    .scale = 1070,
    .parts = parts,
    .part_count = FW_COUNT(parts),
};
