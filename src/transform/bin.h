/* Bins: numbers to the intervals that they lie in. */
#ifndef FW_TRANSFORM_BIN_H
#define FW_TRANSFORM_BIN_H

#include "transform/step.h"

/** How intervals are chosen. Members that are 0 or NaN are not given. fw_bin_params_default sets
 * all. */
struct fw_bin_params {
    double maxbins;   /* 0: 20 */
    double base;      /* 0: 10 */
    double divide[8]; /* [divide_count] allowed parts of a step */
    size_t divide_count;
    double extent[2];    /* NaN: that of the data */
    double span;         /* 0: that of the extent */
    double step;         /* 0: to be found */
    const double *steps; /* [steps_count] allowed steps, upwards */
    size_t steps_count;
    double minstep;
    double anchor; /* NaN: none */
    bool nice;
};

/** What came out: intervals from `start` to `stop`. */
struct fw_bins {
    double start, stop, step;
};

/** Vega-Lite's defaults with `maxbins` bins at most (10 in a transform; encodings by channel). */
struct fw_bin_params fw_bin_params_default(double maxbins);

/**
 * Parameters of an object (maxbins, base, step, steps, minstep, divide, anchor, nice, extent, span)
 * on top of the defaults; `maxbins` counts where neither maxbins nor step is given. Anything but an
 * object: defaults.
 */
struct fw_bin_params fw_bin_params_of(struct fw_arena *arena, struct fw_value value,
                                      double maxbins);

/** The intervals for parameters whose extent is given. Method: vega-statistics, bin;
 * vega-transforms, Bin. */
struct fw_bins fw_bins_find(const struct fw_bin_params *params);

/** Smallest and largest number of a column, as Vega's extent transform; NaN both when there is
 * none. */
void fw_column_extent(const struct fw_table *table, const struct fw_column *column,
                      double extent[2]);

/** The start of the interval of a number: infinite beyond the ends, NaN for NaN. */
double fw_bins_start(const struct fw_bins *bins, double number);

/** The end of the interval that starts at `start`. */
double fw_bins_end(const struct fw_bins *bins, double start);

struct fw_bin {
    const char *field;
    struct fw_bin_params params;
    const char *as[2]; /* columns of starts and ends */
};

/** `table` with the starts and ends of each row's interval; nil gives null. `bins` may be NULL. */
const struct fw_table *fw_bin_run(const struct fw_transform_context *context,
                                  const struct fw_table *table, const struct fw_bin *bin,
                                  struct fw_bins *bins);

#endif
