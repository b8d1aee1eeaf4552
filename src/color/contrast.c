/* How well colors can be told apart: WCAG contrast, and colors as the color-blind see them. */
#include "color/contrast.h"

#include <math.h>

#include "color/space.h"

static const double pi = 3.14159265358979323846;

double fw_color_luminance(struct fw_color color)
{
    return 0.2126 * fw_channel_linear(color.r) + 0.7152 * fw_channel_linear(color.g) +
           0.0722 * fw_channel_linear(color.b);
}

double fw_color_contrast(struct fw_color a, struct fw_color b)
{
    double one = fw_color_luminance(a) + 0.05, other = fw_color_luminance(b) + 0.05;
    return fmax(one, other) / fmin(one, other);
}

struct fw_color fw_color_over(struct fw_color top, struct fw_color under)
{
    double a = fmax(0, fmin(1, top.a));
    return (struct fw_color){ under.r + a * (top.r - under.r), under.g + a * (top.g - under.g),
                              under.b + a * (top.b - under.b), 1 };
}

/** Moves linear light by `share` of the way to black, or white; rounded away from the ground. */
static double shaded(double channel, double share, bool lighter)
{
    double linear = fw_channel_linear(channel);
    double to = fw_channel_encoded(linear + share * ((lighter ? 1 : 0) - linear));
    return fmin(255, fmax(0, lighter ? ceil(to) : floor(to)));
}

struct fw_color fw_color_legible(struct fw_color color, struct fw_color under, double ratio)
{
    if (fw_color_contrast(color, under) >= ratio) {
        return color;
    }
    double ground = fw_color_luminance(under), own = fw_color_luminance(color);
    bool lighter = (1 + 0.05) / (ground + 0.05) > (ground + 0.05) / 0.05;
    double wanted = lighter ? (ground + 0.05) * ratio - 0.05 : (ground + 0.05) / ratio - 0.05;
    double share = lighter ? (wanted - own) / (1 - own) : (own - wanted) / own;
    share = fmin(1, fmax(0, share));
    return (struct fw_color){ shaded(color.r, share, lighter), shaded(color.g, share, lighter),
                              shaded(color.b, share, lighter), color.a };
}

/** cos of an angle in degrees. */
static double cos_deg(double degrees)
{
    return cos(degrees * pi / 180);
}

/** The hue of (a, b) in [0, 360) degrees; 0 where there is none. */
static double hue_of(double a, double b)
{
    if (a == 0 && b == 0) {
        return 0;
    }
    double h = atan2(b, a) * 180 / pi;
    return h < 0 ? h + 360 : h;
}

/** CIEDE2000's compression of chroma: near 0 for strong colors, near 1 for pale ones. */
static double chroma_weight(double chroma)
{
    double c7 = pow(chroma, 7);
    return sqrt(c7 / (c7 + 6103515625.0)); /* 25^7 */
}

/** Lightness, chroma and hue as CIEDE2000 corrects them: the a axis is stretched near grey. */
struct lch {
    double l, c, h;
};

static struct lch corrected(struct fw_lab lab, double mean_chroma)
{
    double a = lab.a * (1 + 0.5 * (1 - chroma_weight(mean_chroma)));
    return (struct lch){ lab.l, hypot(a, lab.b), hue_of(a, lab.b) };
}

/** The mean of two hues along the shorter way; their sum where one color has no hue. */
static double mean_hue(struct lch one, struct lch two)
{
    double sum = one.h + two.h;
    if (one.c * two.c == 0) {
        return sum;
    }
    if (fabs(one.h - two.h) <= 180) {
        return sum / 2;
    }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

static double hue_difference(struct lch one, struct lch two)
{
    double d = two.h - one.h;
    if (d > 180) {
        d -= 360;
    } else if (d < -180) {
        d += 360;
    }
    return 2 * sqrt(one.c * two.c) * sin(d / 2 * pi / 180);
}

/* Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula", equations 2 to 22. */
double fw_color_distance(struct fw_color a, struct fw_color b)
{
    struct fw_lab lab1 = fw_lab_from(a), lab2 = fw_lab_from(b);
    double mean_chroma = (hypot(lab1.a, lab1.b) + hypot(lab2.a, lab2.b)) / 2;
    struct lch one = corrected(lab1, mean_chroma), two = corrected(lab2, mean_chroma);
    double l = (one.l + two.l) / 2 - 50, c = (one.c + two.c) / 2, h = mean_hue(one, two);
    double t = 1 - 0.17 * cos_deg(h - 30) + 0.24 * cos_deg(2 * h) + 0.32 * cos_deg(3 * h + 6) -
               0.2 * cos_deg(4 * h - 63);
    double dl = (two.l - one.l) / (1 + 0.015 * l * l / sqrt(20 + l * l));
    double dc = (two.c - one.c) / (1 + 0.045 * c);
    double dh = hue_difference(one, two) / (1 + 0.015 * c * t);
    double turn = (h - 275) / 25;
    double rotation = -sin(60 * exp(-turn * turn) * pi / 180) * 2 * chroma_weight(c);
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

/** Rows give linear red, green and blue of what is seen from those of the color. */
struct vision_matrix {
    double row[3][3];
};

static struct fw_color seen_through(const struct vision_matrix *matrix, struct fw_color color)
{
    const double linear[3] = { fw_channel_linear(color.r), fw_channel_linear(color.g),
                               fw_channel_linear(color.b) };
    double seen[3];
    for (size_t i = 0; i < 3; i++) {
        double sum = 0;
        for (size_t k = 0; k < 3; k++) {
            sum += matrix->row[i][k] * linear[k];
        }
        seen[i] = fmax(0, fmin(255, fw_channel_encoded(sum)));
    }
    return (struct fw_color){ seen[0], seen[1], seen[2], color.a };
}

/*
 * Projections of linear sRGB along the confusion lines of each dichromat. Protan and deutan: one
 * half-plane is enough (Vienot et al. 1999). Tritan: two half-planes, parted by the plane of greys
 * with normal `tritan_plane` (Brettel et al. 1997, for sRGB primaries with Smith-Pokorny cones, as
 * published in libDaltonLens).
 */
static const struct vision_matrix protan_matrix = {
    { { 0.10889, 0.89111, 0 }, { 0.10889, 0.89111, 0 }, { 0.00447, -0.00447, 1 } }
};
static const struct vision_matrix deutan_matrix = {
    { { 0.29031, 0.70969, 0 }, { 0.29031, 0.70969, 0 }, { -0.02197, 0.02197, 1 } }
};
static const struct vision_matrix tritan_matrices[2] = {
    { { { 1.01277, 0.13548, -0.14826 },
        { -0.01243, 0.86812, 0.14431 },
        { 0.07589, 0.80500, 0.11911 } } },
    { { { 0.93678, 0.18979, -0.12657 },
        { 0.06154, 0.81526, 0.12320 },
        { -0.37562, 1.12767, 0.24796 } } },
};
static const double tritan_plane[3] = { 0.03901, -0.02788, -0.01113 };

static struct fw_color seen_grey(struct fw_color color)
{
    double grey = fw_channel_encoded(fw_color_luminance(color));
    return (struct fw_color){ grey, grey, grey, color.a };
}

struct fw_color fw_color_seen(struct fw_color color, enum fw_vision vision)
{
    switch (vision) {
    case FW_VISION_FULL:
        return color;
    case FW_VISION_PROTAN:
        return seen_through(&protan_matrix, color);
    case FW_VISION_DEUTAN:
        return seen_through(&deutan_matrix, color);
    case FW_VISION_TRITAN: {
        double side = tritan_plane[0] * fw_channel_linear(color.r) +
                      tritan_plane[1] * fw_channel_linear(color.g) +
                      tritan_plane[2] * fw_channel_linear(color.b);
        return seen_through(&tritan_matrices[side >= 0 ? 0 : 1], color);
    }
    case FW_VISION_GREY:
        return seen_grey(color);
    }
    return color;
}
