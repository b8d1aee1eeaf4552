/* Expression functions of arithmetic: JavaScript's Math. */
#include <math.h>

#include "expr/function.h"

/* For the functions of one number the table's `number` is called, unless the argument is missing.
 */
static struct fw_value of_nothing(const struct fw_call *call)
{
    return fw_js_make_number(call->function->number(NAN));
}

/* Halves go up, -0.5 to -0: Math.round. */
static double round_up(double x)
{
    double below = floor(x);
    return x - below < 0.5 ? below : copysign(below + 1, x);
}

static struct fw_value call_atan2(const struct fw_call *call)
{
    return fw_js_make_number(atan2(fw_arg_number(call, 0), fw_arg_number(call, 1)));
}

/* C and JavaScript differ where one is raised to what is no finite number. */
static double power(double base, double exponent)
{
    return isnan(exponent) || (fabs(base) == 1 && isinf(exponent)) ? NAN : pow(base, exponent);
}

static struct fw_value call_pow(const struct fw_call *call)
{
    return fw_js_make_number(power(fw_arg_number(call, 0), fw_arg_number(call, 1)));
}

/* The larger one, NaN when either is. */
static double larger(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return NAN;
    }
    return a > b || (a == b && !signbit(a)) ? a : b;
}

static double smaller(double a, double b)
{
    return -larger(-a, -b);
}

static struct fw_value call_max(const struct fw_call *call)
{
    double most = -INFINITY;
    for (size_t i = 0; i < call->count; i++) {
        most = larger(most, fw_arg_number(call, i));
    }
    return fw_js_make_number(most);
}

static struct fw_value call_min(const struct fw_call *call)
{
    double least = INFINITY;
    for (size_t i = 0; i < call->count; i++) {
        least = smaller(least, fw_arg_number(call, i));
    }
    return fw_js_make_number(least);
}

static struct fw_value call_clamp(const struct fw_call *call)
{
    double value = fw_arg_number(call, 0);
    return fw_js_make_number(
        larger(fw_arg_number(call, 1), smaller(fw_arg_number(call, 2), value)));
}

/* Scaled by the largest and summed with Kahan's correction, as V8 does. */
static struct fw_value call_hypot(const struct fw_call *call)
{
    double most = 0, sum = 0, carried = 0;
    bool nan = false;
    for (size_t i = 0; i < call->count; i++) {
        double size = fabs(fw_arg_number(call, i));
        if (isinf(size)) {
            return fw_js_make_number(INFINITY);
        }
        nan = nan || isnan(size);
        most = size > most ? size : most;
    }
    if (nan || most == 0) {
        return fw_js_make_number(nan ? NAN : 0);
    }
    for (size_t i = 0; i < call->count; i++) {
        double part = fabs(fw_arg_number(call, i)) / most;
        double summand = part * part - carried;
        double next = sum + summand;
        carried = (next - sum) - summand;
        sum = next;
    }
    return fw_js_make_number(sqrt(sum) * most);
}

static struct fw_value call_random(const struct fw_call *call)
{
    return fw_js_make_number(fw_call_random(call));
}

#define ONE(text, of_one)                                                                          \
    {                                                                                              \
        .name = text, .call = of_nothing, .flags = FW_EXPR_PURE, .number = of_one                  \
    }

static const struct fw_expr_function functions[] = {
    ONE("abs", fabs),
    ONE("acos", acos),
    ONE("asin", asin),
    ONE("atan", atan),
    { .name = "atan2", .call = call_atan2, .flags = FW_EXPR_PURE },
    ONE("ceil", ceil),
    { .name = "clamp", .call = call_clamp, .flags = FW_EXPR_PURE | FW_EXPR_EXACT, .arity = 3 },
    ONE("cos", cos),
    ONE("exp", exp),
    ONE("floor", floor),
    { .name = "hypot", .call = call_hypot, .flags = FW_EXPR_PURE },
    ONE("log", log),
    { .name = "max", .call = call_max, .flags = FW_EXPR_PURE },
    { .name = "min", .call = call_min, .flags = FW_EXPR_PURE },
    { .name = "pow", .call = call_pow, .flags = FW_EXPR_PURE },
    { .name = "random", .call = call_random },
    ONE("round", round_up),
    ONE("sin", sin),
    ONE("sqrt", sqrt),
    ONE("tan", tan),
};

const struct fw_expr_family fw_expr_math_functions = { functions, FW_COUNT(functions) };
