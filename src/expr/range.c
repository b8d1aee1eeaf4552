/* Expression functions of ranges: panning, zooming and clamping of a domain, the space of bands. */
#include <math.h>

#include "expr/function.h"

/* A function and its inverse, in which a domain is moved: each with a parameter. */
struct way {
    double (*lift)(double x, double parameter);
    double (*ground)(double x, double parameter);
    double parameter;
};

static double keep(double x, double parameter)
{
    (void)parameter;
    return x;
}

static double log_lift(double x, double sign)
{
    return log(sign * x);
}

static double log_ground(double x, double sign)
{
    return sign * exp(x);
}

static double pow_lift(double x, double exponent)
{
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent);
}

static double pow_ground(double x, double exponent)
{
    return pow_lift(x, 1 / exponent);
}

static double sign_of(double x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

static double symlog_lift(double x, double constant)
{
    return sign_of(x) * log1p(fabs(x / constant));
}

static double symlog_ground(double x, double constant)
{
    return sign_of(x) * expm1(fabs(x)) * constant;
}

static const struct fw_array *domain_at(const struct fw_call *call)
{
    struct fw_value domain = fw_arg(call, 0);
    return domain.kind == FW_ARRAY && domain.array->count > 0 ? domain.array : NULL;
}

static struct fw_value pair(const struct fw_call *call, double a, double b)
{
    struct fw_value items[] = { fw_js_make_number(a), fw_js_make_number(b) };
    return fw_array_value(call->env->arena, items, 2);
}

static struct way log_way(const struct fw_call *call)
{
    const struct fw_array *domain = domain_at(call);
    double first = domain == NULL ? NAN : fw_js_number(call->env, domain->items[0]);
    return (struct way){ log_lift, log_ground, sign_of(first) };
}

/* (domain, fraction of its length): both ends moved down by it. */
static struct fw_value pan(const struct fw_call *call, struct way way)
{
    const struct fw_array *domain = domain_at(call);
    if (domain == NULL) {
        return fw_undefined();
    }
    double lo = way.lift(fw_js_number(call->env, domain->items[0]), way.parameter);
    double hi = way.lift(fw_js_number(call->env, domain->items[domain->count - 1]), way.parameter);
    double by = (hi - lo) * fw_arg_number(call, 1);
    return pair(call, way.ground(lo - by, way.parameter), way.ground(hi - by, way.parameter));
}

/* (domain, anchor, factor): both ends moved from the anchor, null for the middle. */
static struct fw_value zoom(const struct fw_call *call, struct way way)
{
    const struct fw_array *domain = domain_at(call);
    if (domain == NULL) {
        return fw_undefined();
    }
    double lo = way.lift(fw_js_number(call->env, domain->items[0]), way.parameter);
    double hi = way.lift(fw_js_number(call->env, domain->items[domain->count - 1]), way.parameter);
    double anchor = fw_is_nil(fw_arg(call, 1)) ? (lo + hi) / 2
                                               : way.lift(fw_arg_number(call, 1), way.parameter);
    double factor = fw_arg_number(call, 2);
    return pair(call, way.ground(anchor + (lo - anchor) * factor, way.parameter),
                way.ground(anchor + (hi - anchor) * factor, way.parameter));
}

static struct fw_value call_pan_linear(const struct fw_call *call)
{
    return pan(call, (struct way){ keep, keep, 0 });
}

static struct fw_value call_pan_log(const struct fw_call *call)
{
    return pan(call, log_way(call));
}

static struct fw_value call_pan_pow(const struct fw_call *call)
{
    return pan(call, (struct way){ pow_lift, pow_ground, fw_arg_number(call, 2) });
}

static struct fw_value call_pan_symlog(const struct fw_call *call)
{
    return pan(call, (struct way){ symlog_lift, symlog_ground, fw_arg_number(call, 2) });
}

static struct fw_value call_zoom_linear(const struct fw_call *call)
{
    return zoom(call, (struct way){ keep, keep, 0 });
}

static struct fw_value call_zoom_log(const struct fw_call *call)
{
    return zoom(call, log_way(call));
}

static struct fw_value call_zoom_pow(const struct fw_call *call)
{
    return zoom(call, (struct way){ pow_lift, pow_ground, fw_arg_number(call, 3) });
}

static struct fw_value call_zoom_symlog(const struct fw_call *call)
{
    return zoom(call, (struct way){ symlog_lift, symlog_ground, fw_arg_number(call, 3) });
}

/* (range, min, max): the range moved to lie between them, or the two where it is too long for that.
 */
static struct fw_value call_clamp_range(const struct fw_call *call)
{
    const struct fw_array *range = domain_at(call);
    if (range == NULL) {
        return fw_undefined();
    }
    double a = fw_js_number(call->env, range->items[0]);
    double b = range->count > 1 ? fw_js_number(call->env, range->items[1]) : NAN;
    double lo = b < a ? b : a, hi = b < a ? a : b, span = hi - lo;
    double least = fw_arg_number(call, 1), most = fw_arg_number(call, 2);
    if (span >= most - least) {
        return pair(call, least, most);
    }
    lo = lo < least ? least : lo;
    lo = lo > most - span ? most - span : lo;
    return pair(call, lo, lo + span);
}

static double number_or_zero(const struct fw_call *call, size_t index)
{
    double number = fw_arg_number(call, index);
    return isnan(number) ? 0 : number;
}

/* (count, inner padding, outer padding): the steps that bands take up. */
static struct fw_value call_bandspace(const struct fw_call *call)
{
    double count = number_or_zero(call, 0);
    double space = count - number_or_zero(call, 1) + number_or_zero(call, 2) * 2;
    return fw_js_make_number(count == 0 ? 0 : space > 0 ? space : 1);
}

static const struct fw_expr_function functions[] = {
    { .name = "bandspace", .call = call_bandspace, .flags = FW_EXPR_PURE },
    { .name = "clampRange", .call = call_clamp_range, .flags = FW_EXPR_PURE },
    { .name = "panLinear", .call = call_pan_linear, .flags = FW_EXPR_PURE },
    { .name = "panLog", .call = call_pan_log, .flags = FW_EXPR_PURE },
    { .name = "panPow", .call = call_pan_pow, .flags = FW_EXPR_PURE },
    { .name = "panSymlog", .call = call_pan_symlog, .flags = FW_EXPR_PURE },
    { .name = "zoomLinear", .call = call_zoom_linear, .flags = FW_EXPR_PURE },
    { .name = "zoomLog", .call = call_zoom_log, .flags = FW_EXPR_PURE },
    { .name = "zoomPow", .call = call_zoom_pow, .flags = FW_EXPR_PURE },
    { .name = "zoomSymlog", .call = call_zoom_symlog, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_range_functions = { functions, FW_COUNT(functions) };
