/* Random numbers that are the same in each run: for samples and bootstraps. */
#ifndef FW_TRANSFORM_RANDOM_H
#define FW_TRANSFORM_RANDOM_H

/** The seed that every sample and every bootstrap starts from: their pictures never change. */
#define FW_RANDOM_SEED 42

/** A linear congruential generator, that of vega-statistics' randomLCG. */
struct fw_random {
    double seed;
};

/** The next number, from 0 to just below 1. */
double fw_random_next(struct fw_random *random);

#endif
