/* Expression functions of easing: time in [0, 1] to position in [0, 1], as in d3-ease. */
#include <math.h>

#include "expr/function.h"

#define HALF_PI 1.5707963267948966

/* An ease-in function, mirrored: easing out; half of each: easing in and out. */
typedef double (*ease_fn)(double);

static double out_of(ease_fn in, double t)
{
    return 1 - in(1 - t);
}

static double in_out_of(ease_fn in, double t)
{
    return (2 * t <= 1 ? in(2 * t) : 2 - in(2 - 2 * t)) / 2;
}

static double linear(double t)
{
    return t;
}

static double quad_in(double t)
{
    return t * t;
}

static double cubic_in(double t)
{
    return t * t * t;
}

static double sin_in(double t)
{
    return t == 1 ? 1 : 1 - cos(t * HALF_PI);
}

static double sin_in_out(double t)
{
    return (1 - cos(2 * HALF_PI * t)) / 2;
}

/* 2^(-10 t), moved and stretched to go from 1 to 0 exactly. */
static double fading(double t)
{
    return (pow(2, -10 * t) - 0.0009765625) * 1.0009775171065494;
}

static double exp_in(double t)
{
    return fading(1 - t);
}

static double circle_in(double t)
{
    return 1 - sqrt(1 - t * t);
}

/* Four parabolas of one width of opening: a ball that bounces off 1. */
static double bounce_out(double t)
{
    static const struct {
        double before, centre, height;
    } arcs[] = {
        { 4.0 / 11, 0, 0 },
        { 8.0 / 11, 6.0 / 11, 3.0 / 4 },
        { 10.0 / 11, 9.0 / 11, 15.0 / 16 },
        { INFINITY, 21.0 / 22, 63.0 / 64 },
    };
    size_t i = 0;
    while (i + 1 < FW_COUNT(arcs) && !(t < arcs[i].before)) {
        i++;
    }
    double x = t - arcs[i].centre;
    return 121.0 / 16 * x * x + arcs[i].height;
}

static double bounce_in(double t)
{
    return 1 - bounce_out(1 - t);
}

/* Overshoots by a tenth: Penner's constant. */
static double back_in(double t)
{
    return t * t * (1.70158 * (t - 1) + t);
}

/* A spring of amplitude 1 and period 0.3. */
static double elastic_in(double t)
{
    double period = 0.3 / (4 * HALF_PI);
    double phase = HALF_PI * period;
    return fading(1 - t) * sin((phase - (t - 1)) / period);
}

/* The in-out form of the spring is stretched about its middle. */
static double elastic_in_out(double t)
{
    return in_out_of(elastic_in, t);
}

static struct fw_value of_nothing(const struct fw_call *call)
{
    return fw_js_make_number(call->function->number(NAN));
}

#define FORMS(name)                                                                                \
    static double name##_out(double t)                                                             \
    {                                                                                              \
        return out_of(name##_in, t);                                                               \
    }
FORMS(quad)
FORMS(cubic)
FORMS(sin)
FORMS(exp)
FORMS(circle)
FORMS(back)
FORMS(elastic)

#define BOTH(name)                                                                                 \
    static double name##_in_out(double t)                                                          \
    {                                                                                              \
        return in_out_of(name##_in, t);                                                            \
    }
BOTH(quad)
BOTH(cubic)
BOTH(exp)
BOTH(circle)
BOTH(bounce)
BOTH(back)

#define ONE(text, ease)                                                                            \
    {                                                                                              \
        .name = text, .call = of_nothing, .flags = FW_EXPR_PURE, .number = ease                    \
    }
#define FAMILY(text, prefix, usual)                                                                \
    ONE(text, prefix##_##usual), ONE(text "In", prefix##_in), ONE(text "Out", prefix##_out),       \
        ONE(text "InOut", prefix##_in_out)

static const struct fw_expr_function functions[] = {
    ONE("easeLinear", linear),
    FAMILY("easeQuad", quad, in_out),
    FAMILY("easeCubic", cubic, in_out),
    FAMILY("easePoly", cubic, in_out), /* its exponent is 3 here */
    FAMILY("easeSin", sin, in_out),
    FAMILY("easeExp", exp, in_out),
    FAMILY("easeCircle", circle, in_out),
    FAMILY("easeBounce", bounce, out),
    FAMILY("easeBack", back, in_out),
    FAMILY("easeElastic", elastic, out),
};

const struct fw_expr_family fw_expr_ease_functions = { functions, FW_COUNT(functions) };
