/* Kernel density estimates. */
#ifndef FW_TRANSFORM_DENSITY_H
#define FW_TRANSFORM_DENSITY_H

#include "transform/step.h"

struct fw_density {
    const char *field;
    struct fw_texts groupby;
    bool cumulative;
    bool counts;                      /* values are numbers of rows instead of probabilities */
    double bandwidth;                 /* of the normal kernel; 0: by Scott's rule */
    double extent[2];                 /* NaN: that of the data */
    bool independent;                 /* each group its own extent and steps; else all share them */
    double steps, minsteps, maxsteps; /* 0: not given */
    const char *as[2];                /* columns of the positions and of the densities */
};

/** For each group rows of position and density. Nil counts as 0, as in Vega. */
const struct fw_table *fw_density_run(const struct fw_transform_context *context,
                                      const struct fw_table *table,
                                      const struct fw_density *density);

#endif
