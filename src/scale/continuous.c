/* What all continuous scales do alike: piecewise mapping between transformed domain and range. */
#include "scale/continuous.h"

#include <math.h>

#include "base/round.h"
#include "scale/sequential.h"

double fw_same(const struct fw_scale *scale, double x)
{
    (void)scale;
    return x;
}

void fw_continuous_train(struct fw_scale *scale)
{
    scale->forwarded = FW_NEW_ARRAY(scale->arena, scale->domain_count, double);
    for (size_t i = 0; i < scale->domain_count; i++) {
        scale->forwarded[i] = scale->type->forward(scale, scale->numbers[i]);
    }
}

/** Where x lies between two neighbouring knots of an ascending or descending list. */
struct piece {
    size_t low, high; /* the knots, `low` the one with the lower value */
    double t;         /* 0 at `low`, 1 at `high` */
};

/** d3's normalize: 0.5 everywhere on a piece without length. */
static double normalize(double from, double to, double x)
{
    double span = to - from;
    return span != 0 ? (x - from) / span : 0.5;
}

/** The piece that x lies on or extends; `knots` has `count` >= 2 values. */
static struct piece find_piece(const double *knots, size_t count, double x)
{
    bool descending = knots[count - 1] < knots[0];
    size_t i = 0;
    while (i + 2 < count && (descending ? knots[i + 1] > x : knots[i + 1] <= x)) {
        i++;
    }
    struct piece piece = { .low = descending ? i + 1 : i, .high = descending ? i : i + 1 };
    piece.t = normalize(knots[piece.low], knots[piece.high], x);
    return piece;
}

/** How many values of domain and range belong together. */
static size_t knot_count(const struct fw_scale *scale)
{
    return scale->domain_count < scale->range_count ? scale->domain_count : scale->range_count;
}

static double clamp_to_domain(const struct fw_scale *scale, double x)
{
    size_t count = scale->output == FW_OUTPUT_RAMP ? scale->domain_count : knot_count(scale);
    if (!scale->spec.clamp || count == 0 || isnan(x)) {
        return x;
    }
    double first = scale->numbers[0];
    double last = scale->numbers[count - 1];
    return fmax(fmin(first, last), fmin(fmax(first, last), x));
}

static bool locate(const struct fw_scale *scale, double x, struct piece *piece)
{
    size_t count = knot_count(scale);
    if (count < 2 || isnan(x)) {
        return false;
    }
    double inside = clamp_to_domain(scale, x);
    *piece = find_piece(scale->forwarded, count, scale->type->forward(scale, inside));
    return !isnan(piece->t);
}

/** The number between two of the range, mixed as d3 does. */
static double mix(const struct fw_scale *scale, double low, double high, double t)
{
    double mixed = low * (1 - t) + high * t;
    return scale->spec.round ? fw_round(mixed) : mixed;
}

double fw_continuous_number(const struct fw_scale *scale, double x)
{
    struct piece piece;
    if (scale->output != FW_OUTPUT_NUMBERS || !locate(scale, x, &piece)) {
        return NAN;
    }
    return mix(scale, scale->range_numbers[piece.low], scale->range_numbers[piece.high], piece.t);
}

bool fw_continuous_color(const struct fw_scale *scale, double x, struct fw_color *color)
{
    if (scale->output == FW_OUTPUT_RAMP) {
        double t = fw_sequential_fraction(scale, x);
        if (isnan(t)) {
            return false;
        }
        fw_ramp_at(scale->ramps[0], t, color);
        return true;
    }
    struct piece piece;
    if (scale->output != FW_OUTPUT_COLORS || !locate(scale, x, &piece)) {
        return false;
    }
    bool along = piece.low < piece.high; /* the ramps run in the order of the range */
    fw_ramp_at(scale->ramps[along ? piece.low : piece.high], along ? piece.t : 1 - piece.t, color);
    return true;
}

/** Arrays item by item (dashes), numbers as such, all else as the upper of the two. */
static struct fw_value mix_values(const struct fw_scale *scale, struct piece piece)
{
    struct fw_value low = scale->range[piece.low];
    struct fw_value high = scale->range[piece.high];
    if (low.kind == FW_NUMBER && high.kind == FW_NUMBER) {
        return fw_number(mix(scale, low.number, high.number, piece.t));
    }
    if (low.kind != FW_ARRAY || high.kind != FW_ARRAY) {
        return high;
    }
    struct fw_value mixed = fw_array_value(scale->arena, high.array->items, high.array->count);
    for (size_t i = 0; i < high.array->count && i < low.array->count; i++) {
        double from = fw_to_number(low.array->items[i]);
        mixed.array->items[i] =
            fw_number(mix(scale, from, fw_to_number(high.array->items[i]), piece.t));
    }
    return mixed;
}

struct fw_value fw_continuous_apply(const struct fw_scale *scale, struct fw_value value)
{
    double x = fw_scale_input(value);
    if (isnan(x)) {
        return fw_undefined();
    }
    if (scale->output == FW_OUTPUT_NUMBERS) {
        return fw_number(fw_continuous_number(scale, x));
    }
    struct fw_color color;
    if (fw_continuous_color(scale, x, &color)) {
        char text[FW_COLOR_ROOM];
        fw_color_text(color, text);
        return fw_string(fw_intern_text(scale->strings, text));
    }
    struct piece piece;
    if (scale->output == FW_OUTPUT_VALUES && locate(scale, x, &piece)) {
        return mix_values(scale, piece);
    }
    return fw_undefined();
}

struct fw_value fw_continuous_invert(const struct fw_scale *scale, double position)
{
    size_t count = knot_count(scale);
    if (scale->output != FW_OUTPUT_NUMBERS || count < 2 || isnan(position)) {
        return fw_undefined();
    }
    struct piece piece = find_piece(scale->range_numbers, count, position);
    double low = scale->forwarded[piece.low];
    double high = scale->forwarded[piece.high];
    double x = scale->type->backward(scale, low * (1 - piece.t) + high * piece.t);
    x = clamp_to_domain(scale, x);
    bool temporal = (scale->type->traits & FW_TRAIT_TEMPORAL) != 0;
    return temporal ? fw_time(fw_round(x)) : fw_number(x);
}
