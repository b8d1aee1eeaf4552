/* Band scales: equal bands along a range, with gaps between and around them. */
#include "scale/band.h"

#include <math.h>

#include "base/round.h"
#include "scale/discrete.h"

static double unit_share(double share)
{
    return fmax(0, fmin(1, share));
}

double fw_band_space(size_t count, double padding_inner, double padding_outer)
{
    double space = (double)count - padding_inner + padding_outer * 2;
    return count == 0 ? 0 : space > 0 ? space : 1;
}

static double range_end(const struct fw_scale *scale, size_t i)
{
    return i < scale->range_count ? scale->range_numbers[i] : NAN;
}

void fw_band_train(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    fw_discrete_train(scale);
    double inner = spec->kind == FW_SCALE_POINT ? 1 : unit_share(spec->padding_inner);
    double outer = unit_share(spec->padding_outer);
    scale->descending = range_end(scale, 1) < range_end(scale, 0);
    double start = range_end(scale, scale->descending ? 1 : 0);
    double stop = range_end(scale, scale->descending ? 0 : 1);
    double space = fw_band_space(scale->domain_count, inner, outer);
    double step = (stop - start) / (space != 0 ? space : 1);
    if (spec->round) {
        step = floor(step);
    }
    double used = step * ((double)scale->domain_count - inner);
    start += (stop - start - used) * unit_share(spec->align);
    double bandwidth = step * (1 - inner);
    if (spec->round) {
        start = fw_round(start);
        bandwidth = fw_round(bandwidth);
    }
    scale->start = start;
    scale->step = step;
    scale->bandwidth = bandwidth;
}

struct fw_value fw_band_apply(const struct fw_scale *scale, struct fw_value value)
{
    ptrdiff_t place = fw_discrete_find(scale, value);
    if (place == FW_NOT_FOUND) {
        return fw_undefined();
    }
    size_t count = scale->domain_count;
    size_t from_left = scale->descending ? count - 1 - (size_t)place : (size_t)place;
    return fw_number(scale->start + scale->step * (double)from_left);
}

struct fw_value fw_band_invert(const struct fw_scale *scale, double position)
{
    const double tolerance = 1e-10; /* vega-scale, scaleBand */
    size_t count = scale->domain_count;
    double end = range_end(scale, scale->descending ? 0 : 1);
    if (count == 0 || !(position >= scale->start) || !(position <= end)) {
        return fw_undefined();
    }
    size_t band = count - 1;
    while (band > 0 && scale->start + scale->step * (double)band > position) {
        band--;
    }
    if (position - (scale->start + scale->step * (double)band) > scale->bandwidth + tolerance) {
        return fw_undefined();
    }
    return scale->domain[scale->descending ? count - 1 - band : band];
}

const struct fw_scale_type fw_scale_band = {
    .name = "band",
    .traits = FW_TRAIT_DISCRETE,
    .train = fw_band_train,
    .apply = fw_band_apply,
    .invert = fw_band_invert,
};
