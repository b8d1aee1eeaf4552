/* Color spaces: sRGB to HSL, Lab, HCL and cubehelix, and back. Formulas and constants: d3-color. */
#include "color/space.h"

#include <math.h>

static const double degrees_per_radian = 57.29577951308232;

/** A hue in [0, 360); NaN stays. */
static double positive_hue(double degrees)
{
    return degrees < 0 ? degrees + 360 : degrees;
}

struct fw_hsl fw_hsl_from(struct fw_color color)
{
    double r = color.r / 255, g = color.g / 255, b = color.b / 255;
    double low = fmin(r, fmin(g, b)), high = fmax(r, fmax(g, b));
    double span = high - low, l = (high + low) / 2;
    if (span == 0) {
        return (struct fw_hsl){ NAN, l > 0 && l < 1 ? 0 : NAN, l, color.a };
    }
    double h;
    if (r == high) {
        h = (g - b) / span + (g < b ? 6 : 0);
    } else if (g == high) {
        h = (b - r) / span + 2;
    } else {
        h = (r - g) / span + 4;
    }
    return (struct fw_hsl){ h * 60, span / (l < 0.5 ? high + low : 2 - high - low), l, color.a };
}

/** One channel of HSL, 0..255, at hue `h` in [0, 360). */
static double hsl_channel(double h, double low, double high)
{
    double fraction = 0;
    if (h < 60) {
        fraction = h / 60;
    } else if (h < 180) {
        return high * 255;
    } else if (h < 240) {
        fraction = (240 - h) / 60;
    }
    return (low + (high - low) * fraction) * 255;
}

struct fw_color fw_hsl_color(struct fw_hsl hsl)
{
    double h = fmod(hsl.h, 360);
    double s = isnan(h) || isnan(hsl.s) ? 0 : hsl.s;
    h = isnan(h) ? 0 : positive_hue(h);
    double high = hsl.l + (hsl.l < 0.5 ? hsl.l : 1 - hsl.l) * s;
    double low = 2 * hsl.l - high;
    return (struct fw_color){ hsl_channel(h >= 240 ? h - 240 : h + 120, low, high),
                              hsl_channel(h, low, high),
                              hsl_channel(h < 120 ? h + 240 : h - 120, low, high), hsl.a };
}

double fw_channel_linear(double channel)
{
    double x = channel / 255;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

double fw_channel_encoded(double linear)
{
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055);
}

/* The white point D50, and the bounds of the linear part of Lab's curve. */
static const double white_x = 0.96422, white_z = 0.82521;
static const double lab_offset = 4.0 / 29, lab_bound = 6.0 / 29;

static double lab_encoded(double t)
{
    double slope = 3 * lab_bound * lab_bound;
    return t > lab_bound * lab_bound * lab_bound ? pow(t, 1.0 / 3) : t / slope + lab_offset;
}

static double lab_linear(double t)
{
    return t > lab_bound ? t * t * t : 3 * lab_bound * lab_bound * (t - lab_offset);
}

struct fw_lab fw_lab_from(struct fw_color color)
{
    double r = fw_channel_linear(color.r), g = fw_channel_linear(color.g),
           b = fw_channel_linear(color.b);
    double y = lab_encoded(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
    double x = y, z = y;
    if (r != g || g != b) {
        x = lab_encoded((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white_x);
        z = lab_encoded((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white_z);
    }
    return (struct fw_lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z), color.a };
}

struct fw_color fw_lab_color(struct fw_lab lab)
{
    double y = (lab.l + 16) / 116;
    double x = isnan(lab.a) ? y : y + lab.a / 500;
    double z = isnan(lab.b) ? y : y - lab.b / 200;
    x = white_x * lab_linear(x);
    y = lab_linear(y);
    z = white_z * lab_linear(z);
    return (struct fw_color){
        fw_channel_encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
        fw_channel_encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
        fw_channel_encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z),
        lab.alpha,
    };
}

struct fw_hcl fw_hcl_from(struct fw_color color)
{
    struct fw_lab lab = fw_lab_from(color);
    if (lab.a == 0 && lab.b == 0) {
        return (struct fw_hcl){ NAN, lab.l > 0 && lab.l < 100 ? 0 : NAN, lab.l, lab.alpha };
    }
    double h = atan2(lab.b, lab.a) * degrees_per_radian;
    return (struct fw_hcl){ positive_hue(h), sqrt(lab.a * lab.a + lab.b * lab.b), lab.l,
                            lab.alpha };
}

struct fw_color fw_hcl_color(struct fw_hcl hcl)
{
    if (isnan(hcl.h)) {
        return fw_lab_color((struct fw_lab){ hcl.l, 0, 0, hcl.a });
    }
    double h = hcl.h / degrees_per_radian;
    return fw_lab_color((struct fw_lab){ hcl.l, cos(h) * hcl.c, sin(h) * hcl.c, hcl.a });
}

/* How far red, green and blue lie along the two axes across the grey diagonal (blue has but one).
 */
static const double red_cos = -0.14861, red_sin = 1.78277;
static const double green_cos = -0.29227, green_sin = -0.90649;
static const double blue_cos = 1.97294;

struct fw_cubehelix fw_cubehelix_from(struct fw_color color)
{
    double r = color.r / 255, g = color.g / 255, b = color.b / 255;
    double red = blue_cos * green_sin, green = blue_cos * red_sin;
    double blue = red_sin * green_cos - green_sin * red_cos;
    double l = (blue * b + red * r - green * g) / (blue + red - green);
    double across = b - l;
    double k = (blue_cos * (g - l) - green_cos * across) / green_sin;
    double s = sqrt(k * k + across * across) / (blue_cos * l * (1 - l)); /* NaN in black, white */
    bool grey = s == 0 || isnan(s);
    double h = grey ? NAN : atan2(k, across) * degrees_per_radian - 120;
    return (struct fw_cubehelix){ positive_hue(h), s, l, color.a };
}

struct fw_color fw_cubehelix_color(struct fw_cubehelix cubehelix)
{
    double h = isnan(cubehelix.h) ? 0 : (cubehelix.h + 120) / degrees_per_radian;
    double l = cubehelix.l;
    double amplitude = isnan(cubehelix.s) ? 0 : cubehelix.s * l * (1 - l);
    double c = cos(h), s = sin(h);
    return (struct fw_color){ 255 * (l + amplitude * (red_cos * c + red_sin * s)),
                              255 * (l + amplitude * (green_cos * c + green_sin * s)),
                              255 * (l + amplitude * (blue_cos * c)), cubehelix.a };
}
