/* Expression functions of the normal, log-normal and uniform distributions. */
#include <math.h>

#include "base/normal.h"
#include "expr/function.h"

/* The two parameters of a normal distribution: nothing, or a mean of 0, and a deviation of 1. */
struct normal {
    double mean, deviation;
};

static struct normal normal_at(const struct fw_call *call, size_t index)
{
    double mean = fw_arg_number(call, index);
    return (struct normal){
        .mean = isnan(mean) ? 0 : mean,
        .deviation = fw_is_nil(fw_arg(call, index + 1)) ? 1 : fw_arg_number(call, index + 1),
    };
}

struct uniform {
    double lo, hi;
};

/* (lo, hi), (hi), or nothing for 0 to 1. */
static struct uniform uniform_at(const struct fw_call *call, size_t index)
{
    struct fw_value first = fw_arg(call, index);
    if (fw_is_nil(fw_arg(call, index + 1))) {
        return (struct uniform){ 0, fw_is_nil(first) ? 1 : fw_arg_number(call, index) };
    }
    return (struct uniform){ fw_arg_number(call, index), fw_arg_number(call, index + 1) };
}

/* Method: Box and Muller, in Marsaglia's polar form. Of the two values, one is taken. */
static double sample(const struct fw_call *call)
{
    for (;;) {
        double x = fw_call_random(call) * 2 - 1, y = fw_call_random(call) * 2 - 1;
        double square = x * x + y * y;
        if (square > 0 && square <= 1) {
            return x * sqrt(-2 * log(square) / square);
        }
    }
}

static double quantile_at(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 1);
    return normal.mean + normal.deviation * fw_normal_quantile(fw_arg_number(call, 0));
}

static struct fw_value sample_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 0);
    return fw_js_make_number(normal.mean + sample(call) * normal.deviation);
}

static struct fw_value density_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 1);
    double z = (fw_arg_number(call, 0) - normal.mean) / normal.deviation;
    return fw_js_make_number(fw_normal_density(z) / normal.deviation);
}

static struct fw_value cumulative_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 1);
    return fw_js_make_number(
        fw_normal_cumulative((fw_arg_number(call, 0) - normal.mean) / normal.deviation));
}

static struct fw_value quantile_normal(const struct fw_call *call)
{
    return fw_js_make_number(quantile_at(call));
}

static struct fw_value sample_log_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 0);
    return fw_js_make_number(exp(normal.mean + sample(call) * normal.deviation));
}

static struct fw_value density_log_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 1);
    double value = fw_arg_number(call, 0);
    if (value <= 0) {
        return fw_js_make_number(0);
    }
    double z = (log(value) - normal.mean) / normal.deviation;
    return fw_js_make_number(fw_normal_density(z) / (normal.deviation * value));
}

static struct fw_value cumulative_log_normal(const struct fw_call *call)
{
    struct normal normal = normal_at(call, 1);
    double value = log(fw_arg_number(call, 0));
    return fw_js_make_number(fw_normal_cumulative((value - normal.mean) / normal.deviation));
}

static struct fw_value quantile_log_normal(const struct fw_call *call)
{
    return fw_js_make_number(exp(quantile_at(call)));
}

static struct fw_value sample_uniform(const struct fw_call *call)
{
    struct uniform uniform = uniform_at(call, 0);
    return fw_js_make_number(uniform.lo + (uniform.hi - uniform.lo) * fw_call_random(call));
}

static struct fw_value density_uniform(const struct fw_call *call)
{
    struct uniform uniform = uniform_at(call, 1);
    double value = fw_arg_number(call, 0);
    bool inside = value >= uniform.lo && value <= uniform.hi;
    return fw_js_make_number(inside ? 1 / (uniform.hi - uniform.lo) : 0);
}

static struct fw_value cumulative_uniform(const struct fw_call *call)
{
    struct uniform uniform = uniform_at(call, 1);
    double value = fw_arg_number(call, 0);
    return fw_js_make_number(value < uniform.lo ? 0
                             : value > uniform.hi
                                 ? 1
                                 : (value - uniform.lo) / (uniform.hi - uniform.lo));
}

static struct fw_value quantile_uniform(const struct fw_call *call)
{
    struct uniform uniform = uniform_at(call, 1);
    double p = fw_arg_number(call, 0);
    bool inside = p >= 0 && p <= 1;
    return fw_js_make_number(inside ? uniform.lo + p * (uniform.hi - uniform.lo) : NAN);
}

static const struct fw_expr_function functions[] = {
    { .name = "sampleNormal", .call = sample_normal },
    { .name = "densityNormal", .call = density_normal, .flags = FW_EXPR_PURE },
    { .name = "cumulativeNormal", .call = cumulative_normal, .flags = FW_EXPR_PURE },
    { .name = "quantileNormal", .call = quantile_normal, .flags = FW_EXPR_PURE },
    { .name = "sampleLogNormal", .call = sample_log_normal },
    { .name = "densityLogNormal", .call = density_log_normal, .flags = FW_EXPR_PURE },
    { .name = "cumulativeLogNormal", .call = cumulative_log_normal, .flags = FW_EXPR_PURE },
    { .name = "quantileLogNormal", .call = quantile_log_normal, .flags = FW_EXPR_PURE },
    { .name = "sampleUniform", .call = sample_uniform },
    { .name = "densityUniform", .call = density_uniform, .flags = FW_EXPR_PURE },
    { .name = "cumulativeUniform", .call = cumulative_uniform, .flags = FW_EXPR_PURE },
    { .name = "quantileUniform", .call = quantile_uniform, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_statistics_functions = { functions, FW_COUNT(functions) };
