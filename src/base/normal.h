/* The standard normal distribution. */
#ifndef FW_BASE_NORMAL_H
#define FW_BASE_NORMAL_H

#include <stddef.h>

/** c[0] x^(count-1) + ... + c[count-1], by Horner's scheme; `count` at least 1. */
double fw_polynomial(const double *coefficients, size_t count, double x);

/** The density at `z`. */
double fw_normal_density(double z);

/**
 * The share below `z`; NaN for NaN. Good to about 15 digits. Method: West, "Better approximations
 * to cumulative normal functions", Wilmott 2009, as vega-statistics has it.
 */
double fw_normal_cumulative(double z);

/**
 * The `z` that the share `p` lies below; NaN outside [0, 1]. Method: Giles, "Approximating the
 * erfinv function", GPU Computing Gems 2, 2010.
 */
double fw_normal_quantile(double p);

#endif
