/* The ticks of an axis: values, labels and positions. Method: vega-encode, AxisTicks. */
#include "guide/axis_tick.h"

#include <math.h>

#include "base/round.h"
#include "scale/label.h"

enum { TICKS_WANTED = 10 }; /* vega-encode's, where the axis names no count */

/** Where ticks of a band scale stand, with `tickBand` resolved. */
struct band_position {
    double share;  /* of the bandwidth */
    bool extra;    /* one more tick, at the start of the first band */
    double offset; /* px */
};

static struct band_position band_position(const struct fw_axis_spec *spec)
{
    switch (spec->tick_band) {
    case FW_TICK_BAND_NONE:
        break;
    case FW_TICK_BAND_CENTER:
        return (struct band_position){ 0.5, false, spec->tick_offset };
    case FW_TICK_BAND_EXTENT:
        return (struct band_position){ 1, true, 0 };
    }
    return (struct band_position){ spec->band_position, spec->tick_extra, spec->tick_offset };
}

bool fw_axis_is_x(const struct fw_axis_spec *spec)
{
    return spec->orient == FW_ORIENT_BOTTOM || spec->orient == FW_ORIENT_TOP;
}

void fw_axis_range(const struct fw_scale *scale, double *first, double *last)
{
    size_t count;
    const struct fw_value *range = fw_scale_range(scale, &count);
    *first = count > 0 ? fw_to_number(range[0]) : 0;
    *last = count > 0 ? fw_to_number(range[count - 1]) : 0;
}

static struct fw_value *tick_values(const struct fw_guide_env *env, const struct fw_axis_spec *spec,
                                    size_t *count)
{
    if (spec->values != NULL) {
        return fw_scale_valid_ticks(spec->scale, env->arena, spec->values, spec->value_count,
                                    spec->tick_count, count);
    }
    return fw_scale_ticks(spec->scale, env->arena, spec->tick_count, count);
}

static struct fw_axis_tick plain_tick(const struct fw_axis_spec *spec)
{
    return (struct fw_axis_tick){
        .grid = spec->grid_line,
        .tick = spec->tick_line,
        .tick_size = spec->tick_size,
        .text = spec->label_text,
        .label_angle = spec->label_angle,
        .label_padding = spec->label_padding,
        .label_offset = spec->label_offset,
        .label_align = spec->label_align,
        .label_baseline = spec->label_baseline,
    };
}

static void style_tick(const struct fw_axis_spec *spec, struct fw_axis_tick *tick)
{
    if (spec->tick_style != NULL) {
        spec->tick_style(spec->tick_context, tick);
    }
}

/** Sets the positions of tick i. */
static void place_tick(const struct fw_axis_spec *spec, struct band_position band, size_t i,
                       struct fw_axis_ticks *ticks)
{
    double scaled = fw_scale_number(spec->scale, ticks->ticks[i].value);
    double bandwidth = fw_scale_bandwidth(spec->scale);
    double at = scaled + bandwidth * band.share + band.offset;
    ticks->scaled[i] = scaled;
    ticks->tick_at[i] = spec->tick_round ? fw_round(at) : at;
    ticks->label_at[i] = scaled + bandwidth * 0.5 + band.offset + ticks->ticks[i].label_offset;
}

/** Appends the tick at the start of the first band, which has no label. */
static void add_extra(const struct fw_guide_env *env, const struct fw_axis_spec *spec,
                      struct band_position band, struct fw_axis_ticks *ticks)
{
    size_t i = ticks->count++;
    ticks->ticks[i] = plain_tick(spec);
    ticks->ticks[i].index = -1;
    ticks->ticks[i].label = fw_intern_text(env->strings, "");
    style_tick(spec, &ticks->ticks[i]);
    double at = fw_scale_number(spec->scale, ticks->ticks[0].value) + band.offset;
    ticks->tick_at[i] = spec->tick_round ? fw_round(at) : at;
    ticks->label_at[i] = 0; /* its empty label takes room at the origin, as in Vega */
    ticks->scaled[i] = NAN;
}

struct fw_axis_ticks fw_axis_ticks_make(const struct fw_guide_env *env,
                                        const struct fw_axis_spec *spec)
{
    struct band_position band = band_position(spec);
    size_t count;
    struct fw_value *values = tick_values(env, spec, &count);
    bool given = spec->values != NULL;
    const struct fw_labels *labels =
        fw_labels_new(env->arena, env->strings, spec->scale, spec->tick_count,
                      given ? (double)spec->value_count : TICKS_WANTED, &spec->format, given);
    struct fw_axis_ticks ticks = {
        .ticks = FW_NEW_ARRAY(env->arena, count + 1, struct fw_axis_tick),
        .tick_at = FW_NEW_ARRAY(env->arena, count + 1, double),
        .label_at = FW_NEW_ARRAY(env->arena, count + 1, double),
        .scaled = FW_NEW_ARRAY(env->arena, count + 1, double),
        .count = count,
    };
    for (size_t i = 0; i < count; i++) {
        ticks.ticks[i] = plain_tick(spec);
        ticks.ticks[i].value = values[i];
        ticks.ticks[i].index = count > 1 ? (double)i / (double)(count - 1) : 0;
        ticks.ticks[i].label = fw_labels_text(labels, values[i]);
        style_tick(spec, &ticks.ticks[i]);
        place_tick(spec, band, i, &ticks);
    }
    if (band.extra && count > 0) {
        add_extra(env, spec, band, &ticks);
    }
    return ticks;
}
