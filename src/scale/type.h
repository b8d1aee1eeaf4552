/* What a kind of scale is made of, and a scale as trained. Private to src/scale. */
#ifndef FW_SCALE_TYPE_H
#define FW_SCALE_TYPE_H

#include "color/ramp.h"
#include "scale/list.h"
#include "scale/scale.h"

/** The nature of a kind; see fw_scale_kind_continuous and its neighbours. */
enum fw_scale_trait {
    FW_TRAIT_CONTINUOUS = 1,
    FW_TRAIT_DISCRETE = 2,
    FW_TRAIT_DISCRETIZING = 4,
    FW_TRAIT_TEMPORAL = 8,
    FW_TRAIT_LOG = 16,
    FW_TRAIT_NUMBERS = 32, /* the domain is a list of numbers, kept in fw_scale.numbers */
    FW_TRAIT_SPAN = 64,    /* labels get the precision that tells ticks apart (d3's tickFormat) */
};

/** What comes out of a continuous scale. */
enum fw_scale_output {
    FW_OUTPUT_NUMBERS, /* between numbers */
    FW_OUTPUT_COLORS,  /* between the colors of neighbouring range values */
    FW_OUTPUT_RAMP,    /* one ramp of colors over the domain: sequential and diverging scales */
    FW_OUTPUT_VALUES,  /* neither: arrays are mixed item by item, all else jumps */
};

/** Vega's tickCount resolved: an interval of time, or a count. */
struct fw_tick_target {
    double count;         /* NaN when there is an interval */
    const char *interval; /* or NULL */
    double step;
};

enum { FW_NOT_FOUND = -1 };

/** One kind of scale. Members that do not apply are NULL. */
struct fw_scale_type {
    const char *name; /* as Vega-Lite writes it */
    unsigned traits;
    /** Makes what `apply` needs; domain and range are there. */
    void (*train)(struct fw_scale *scale);
    struct fw_value (*apply)(const struct fw_scale *scale, struct fw_value value);
    /** In place of `apply`: which range value it is, or FW_NOT_FOUND. */
    ptrdiff_t (*pick)(const struct fw_scale *scale, struct fw_value value);
    struct fw_value (*invert)(const struct fw_scale *scale, double position);
    /** Continuous: the transform in which the scale is linear, and back. */
    double (*forward)(const struct fw_scale *scale, double x);
    double (*backward)(const struct fw_scale *scale, double x);
    /** Moves the ends of scale->numbers outwards to round values. */
    void (*nice)(struct fw_scale *scale);
    /** Tick values; NULL: the domain. */
    struct fw_value *(*ticks)(const struct fw_scale *scale, struct fw_arena *arena,
                              const struct fw_tick_target *target, size_t *count);
};

#define FW_SCALE_DECLARE(name) extern const struct fw_scale_type fw_scale_##name;
FW_SCALE_LIST(FW_SCALE_DECLARE)
#undef FW_SCALE_DECLARE

/** A hash index from domain values to their place. */
struct fw_value_index {
    uint32_t *slots; /* [capacity] place + 1, 0: free */
    size_t capacity; /* a power of two */
};

struct fw_scale {
    const struct fw_scale_type *type;
    struct fw_scale_spec spec;
    struct fw_arena *arena;
    struct fw_strings *strings;

    struct fw_value *domain; /* [domain_count] */
    size_t domain_count;
    double *numbers; /* [domain_count] with FW_TRAIT_NUMBERS */
    struct fw_value *range;
    size_t range_count;
    double *range_numbers;         /* [range_count] continuous: NaN where not a number */
    struct fw_color *range_colors; /* [range_count] where color_known */
    bool *color_known;

    /* Continuous. */
    enum fw_scale_output output;
    double *forwarded;                  /* [domain_count] the domain, transformed */
    const struct fw_ramp *const *ramps; /* FW_OUTPUT_COLORS: [pieces]; FW_OUTPUT_RAMP: one */
    size_t pieces;

    /* Discretizing, and bin-ordinal. */
    double *thresholds;
    size_t threshold_count;

    /* Discrete. */
    struct fw_value_index index;
    double start, step, bandwidth; /* band and point: of the first band from the left; distances */
    bool descending;               /* the range runs from right to left */
};

/** The type of a kind. */
const struct fw_scale_type *fw_scale_type_of(enum fw_scale_kind kind);

/** The number of a value as a scale takes it: nil is NaN, unlike fw_to_number. */
double fw_scale_input(struct fw_value value);

/** d3's bisectRight of ascending numbers: how many are <= x. NaN counts as above all. */
size_t fw_bisect(const double *numbers, size_t count, double x);

#endif
