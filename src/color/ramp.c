/* Color ramps: a color for each t in 0..1, interpolated between colors. Method: d3-interpolate. */
#include "color/ramp.h"

#include <math.h>
#include <string.h>

#include "color/space.h"

/** Channels in the ramp's own space; the fourth is the opacity. */
struct channels {
    double at[4];
};

/** From one color to the next: start + t * delta, channel by channel. */
struct piece {
    struct channels start, delta;
};

struct fw_ramp {
    enum fw_interpolation interpolation;
    double gamma;
    double lo, hi; /* t runs over [lo, hi] of the pieces */
    size_t piece_count;
    const struct piece *pieces;
    struct fw_color single;       /* when there are no pieces */
    const struct fw_color *basis; /* control points of FW_INTERPOLATE_RGB_BASIS [piece_count + 1] */
};

static const char *const interpolation_names[] = {
    [FW_INTERPOLATE_RGB] = "rgb",
    [FW_INTERPOLATE_RGB_BASIS] = "rgb-basis",
    [FW_INTERPOLATE_HSL] = "hsl",
    [FW_INTERPOLATE_HSL_LONG] = "hsl-long",
    [FW_INTERPOLATE_LAB] = "lab",
    [FW_INTERPOLATE_HCL] = "hcl",
    [FW_INTERPOLATE_HCL_LONG] = "hcl-long",
    [FW_INTERPOLATE_CUBEHELIX] = "cubehelix",
    [FW_INTERPOLATE_CUBEHELIX_LONG] = "cubehelix-long",
};

bool fw_interpolation_parse(const char *name, enum fw_interpolation *interpolation)
{
    for (size_t i = 0; i < FW_COUNT(interpolation_names); i++) {
        if (strcmp(name, interpolation_names[i]) == 0) {
            *interpolation = (enum fw_interpolation)i;
            return true;
        }
    }
    return false;
}

const char *const *fw_interpolation_names(size_t *count)
{
    *count = FW_COUNT(interpolation_names);
    return interpolation_names;
}

/** `color` in the space of `interpolation`. A fully transparent one has no channels but its
 * opacity. */
static struct channels to_space(enum fw_interpolation interpolation, struct fw_color color)
{
    if (color.a <= 0) {
        return (struct channels){ { NAN, NAN, NAN, color.a } };
    }
    switch (interpolation) {
    case FW_INTERPOLATE_RGB:
    case FW_INTERPOLATE_RGB_BASIS:
        break;
    case FW_INTERPOLATE_HSL:
    case FW_INTERPOLATE_HSL_LONG: {
        struct fw_hsl hsl = fw_hsl_from(color);
        return (struct channels){ { hsl.h, hsl.s, hsl.l, hsl.a } };
    }
    case FW_INTERPOLATE_LAB: {
        struct fw_lab lab = fw_lab_from(color);
        return (struct channels){ { lab.l, lab.a, lab.b, lab.alpha } };
    }
    case FW_INTERPOLATE_HCL:
    case FW_INTERPOLATE_HCL_LONG: {
        struct fw_hcl hcl = fw_hcl_from(color);
        return (struct channels){ { hcl.h, hcl.c, hcl.l, hcl.a } };
    }
    case FW_INTERPOLATE_CUBEHELIX:
    case FW_INTERPOLATE_CUBEHELIX_LONG: {
        struct fw_cubehelix helix = fw_cubehelix_from(color);
        return (struct channels){ { helix.h, helix.s, helix.l, helix.a } };
    }
    }
    return (struct channels){ { color.r, color.g, color.b, color.a } };
}

static struct fw_color from_space(enum fw_interpolation interpolation, struct channels c)
{
    const double *at = c.at;
    switch (interpolation) {
    case FW_INTERPOLATE_RGB:
    case FW_INTERPOLATE_RGB_BASIS:
        break;
    case FW_INTERPOLATE_HSL:
    case FW_INTERPOLATE_HSL_LONG:
        return fw_hsl_color((struct fw_hsl){ at[0], at[1], at[2], at[3] });
    case FW_INTERPOLATE_LAB:
        return fw_lab_color((struct fw_lab){ at[0], at[1], at[2], at[3] });
    case FW_INTERPOLATE_HCL:
    case FW_INTERPOLATE_HCL_LONG:
        return fw_hcl_color((struct fw_hcl){ at[0], at[1], at[2], at[3] });
    case FW_INTERPOLATE_CUBEHELIX:
    case FW_INTERPOLATE_CUBEHELIX_LONG:
        return fw_cubehelix_color((struct fw_cubehelix){ at[0], at[1], at[2], at[3] });
    }
    return (struct fw_color){ at[0], at[1], at[2], at[3] };
}

/** Whether the first channel is a hue that goes the short way round. */
static bool has_short_hue(enum fw_interpolation interpolation)
{
    return interpolation == FW_INTERPOLATE_HSL || interpolation == FW_INTERPOLATE_HCL ||
           interpolation == FW_INTERPOLATE_CUBEHELIX;
}

static bool has_channel_gamma(const struct fw_ramp *ramp)
{
    return ramp->interpolation == FW_INTERPOLATE_RGB && ramp->gamma != 1;
}

static bool has_lightness_gamma(const struct fw_ramp *ramp)
{
    return (ramp->interpolation == FW_INTERPOLATE_CUBEHELIX ||
            ramp->interpolation == FW_INTERPOLATE_CUBEHELIX_LONG) &&
           ramp->gamma != 1;
}

static struct piece make_piece(const struct fw_ramp *ramp, struct fw_color from, struct fw_color to)
{
    struct piece piece = { .start = to_space(ramp->interpolation, from) };
    struct channels end = to_space(ramp->interpolation, to);
    for (size_t i = 0; i < 4; i++) {
        double a = piece.start.at[i], b = end.at[i];
        if (has_channel_gamma(ramp) && i < 3) {
            a = pow(a, ramp->gamma);
            b = pow(b, ramp->gamma);
        }
        double delta = b - a;
        if (i == 0 && has_short_hue(ramp->interpolation) && fabs(delta) > 180) {
            delta -= 360 * floor(delta / 360 + 0.5);
        }
        piece.start.at[i] = isnan(a) ? b : a; /* what one end lacks, the other gives */
        piece.delta.at[i] = isnan(delta) ? 0 : delta;
    }
    return piece;
}

/** Control points of the spline: what is not there counts as black. */
static const struct fw_color *basis_points(struct fw_arena *arena, const struct fw_color *colors,
                                           size_t count)
{
    struct fw_color *points = FW_NEW_ARRAY(arena, count, struct fw_color);
    for (size_t i = 0; i < count; i++) {
        points[i] = colors[i].a <= 0 ? (struct fw_color){ 0, 0, 0, 1 } : colors[i];
    }
    return points;
}

const struct fw_ramp *fw_ramp_new(struct fw_arena *arena, enum fw_interpolation interpolation,
                                  double gamma, const struct fw_color *colors, size_t count)
{
    struct fw_ramp *ramp = FW_NEW(arena, struct fw_ramp);
    ramp->interpolation = interpolation;
    ramp->gamma = gamma == 0 || isnan(gamma) ? 1 : gamma;
    ramp->hi = 1;
    if (count > 0) {
        ramp->single = colors[0];
    }
    if (count < 2) {
        return ramp;
    }
    ramp->piece_count = count - 1;
    if (interpolation == FW_INTERPOLATE_RGB_BASIS) {
        ramp->basis = basis_points(arena, colors, count);
        return ramp;
    }
    struct piece *pieces = FW_NEW_ARRAY(arena, count - 1, struct piece);
    for (size_t i = 0; i + 1 < count; i++) {
        pieces[i] = make_piece(ramp, colors[i], colors[i + 1]);
    }
    ramp->pieces = pieces;
    return ramp;
}

const struct fw_ramp *fw_ramp_slice(struct fw_arena *arena, const struct fw_ramp *ramp, double lo,
                                    double hi)
{
    struct fw_ramp *slice = FW_NEW(arena, struct fw_ramp);
    *slice = *ramp;
    slice->lo = ramp->lo + lo * (ramp->hi - ramp->lo);
    slice->hi = ramp->lo + hi * (ramp->hi - ramp->lo);
    return slice;
}

/** The piece that holds t, and how far into it t is (outside 0..1 beyond the ends). */
static size_t find_piece(size_t count, double t, double *within)
{
    double place = t * (double)count;
    double index = fmax(0, fmin((double)count - 1, floor(place)));
    *within = place - index;
    return (size_t)index;
}

/** The uniform cubic B-spline through four control values. */
static double basis_value(double t, double v0, double v1, double v2, double v3)
{
    double t2 = t * t, t3 = t2 * t;
    return ((1 - 3 * t + 3 * t2 - t3) * v0 + (4 - 6 * t2 + 3 * t3) * v1 +
            (1 + 3 * t + 3 * t2 - 3 * t3) * v2 + t3 * v3) /
           6;
}

static double basis_channel(const struct fw_ramp *ramp, size_t i, double t, size_t channel)
{
    double v[4];
    for (size_t k = 0; k < 4; k++) {
        size_t last = ramp->piece_count, wanted = i + k; /* one more than its index */
        size_t index = wanted == 0 ? 0 : wanted - 1 > last ? last : wanted - 1;
        const struct fw_color *point = &ramp->basis[index];
        v[k] = channel == 0 ? point->r : channel == 1 ? point->g : point->b;
    }
    if (i == 0) {
        v[0] = 2 * v[1] - v[2]; /* beyond the ends the control polygon goes straight on */
    }
    if (i + 1 == ramp->piece_count) {
        v[3] = 2 * v[2] - v[1];
    }
    return basis_value(t, v[0], v[1], v[2], v[3]);
}

static struct fw_color basis_at(const struct fw_ramp *ramp, double t)
{
    double within;
    size_t i = find_piece(ramp->piece_count, fmax(0, fmin(1, t)), &within);
    return (struct fw_color){ basis_channel(ramp, i, within, 0), basis_channel(ramp, i, within, 1),
                              basis_channel(ramp, i, within, 2), 1 };
}

static struct fw_color piece_at(const struct fw_ramp *ramp, double t)
{
    double within;
    const struct piece *piece = &ramp->pieces[find_piece(ramp->piece_count, t, &within)];
    struct channels mixed;
    for (size_t i = 0; i < 4; i++) {
        double at = i == 2 && has_lightness_gamma(ramp) ? pow(within, ramp->gamma) : within;
        mixed.at[i] = piece->start.at[i] + at * piece->delta.at[i];
        if (has_channel_gamma(ramp) && i < 3) {
            mixed.at[i] = pow(mixed.at[i], 1 / ramp->gamma);
        }
    }
    return from_space(ramp->interpolation, mixed);
}

void fw_ramp_at(const struct fw_ramp *ramp, double t, struct fw_color *color)
{
    t = ramp->lo + (isnan(t) ? 0 : t) * (ramp->hi - ramp->lo);
    if (ramp->piece_count == 0) {
        *color = ramp->single;
    } else if (ramp->basis != NULL) {
        *color = basis_at(ramp, t);
    } else {
        *color = piece_at(ramp, t);
    }
    color->r = isnan(color->r) ? 0 : color->r;
    color->g = isnan(color->g) ? 0 : color->g;
    color->b = isnan(color->b) ? 0 : color->b;
    color->a = isnan(color->a) ? 1 : fmax(0, fmin(1, color->a));
}

struct fw_color *fw_ramp_sample(struct fw_arena *arena, const struct fw_ramp *ramp, size_t count)
{
    struct fw_color *colors = FW_NEW_ARRAY(arena, count, struct fw_color);
    for (size_t i = 0; i < count; i++) {
        fw_ramp_at(ramp, (double)(i + 1) / (double)(count + 1), &colors[i]);
    }
    return colors;
}
