/* Longitude and latitude as they are (plate carree). */
#include "projection/type.h"

static struct fw_point same(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return (struct fw_point){ x, y };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = same, .back = same };
}

const struct fw_projection_type fw_projection_equirectangular = {
    .scale = 152.63,
    .prepare = prepare,
};
