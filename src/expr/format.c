/* Expression functions that write numbers and dates as text, and read dates. */
#include <math.h>

#include "expr/function.h"
#include "format/number.h"
#include "format/time.h"
#include "format/unit.h"

static struct fw_value text_value(const struct fw_call *call, const char *text)
{
    return text == NULL ? fw_undefined() : fw_string(fw_intern_text(call->env->strings, text));
}

static bool is_null(struct fw_value value)
{
    return value.kind == FW_NULL;
}

/* (number, specifier); null is "null", as in the reference. */
static struct fw_value call_format(const struct fw_call *call)
{
    if (is_null(fw_arg(call, 0))) {
        return text_value(call, "null");
    }
    return text_value(call, fw_number_text(call->env->arena, call->env->locale,
                                           fw_arg_text(call, 1)->text, fw_arg_number(call, 0)));
}

/* A specifier, or an object of them by unit; without one, Vega's for the unit the time starts. */
static const char *specifier_of(const struct fw_zone *zone, struct fw_value specifier,
                                double time_ms)
{
    if (specifier.kind == FW_STRING) {
        return specifier.string->text;
    }
    struct fw_time_parts parts = fw_time_parts_of(specifier);
    return fw_time_parts_find(&parts, zone, time_ms);
}

static struct fw_value write_time(const struct fw_call *call, const struct fw_zone *zone)
{
    if (is_null(fw_arg(call, 0))) {
        return text_value(call, "null");
    }
    struct fw_value form = fw_arg(call, 1);
    bool primitive = form.kind == FW_NUMBER || form.kind == FW_BOOLEAN;
    if (primitive && fw_js_truth(form)) {
        return fw_undefined();
    }
    double time_ms = fw_time_clip(fw_arg_number(call, 0));
    const char *specifier = specifier_of(zone, form, time_ms);
    return text_value(call,
                      fw_time_text(call->env->arena, call->env->locale, zone, specifier, time_ms));
}

static struct fw_value call_time_format(const struct fw_call *call)
{
    return write_time(call, call->env->zone);
}

static struct fw_value call_utc_format(const struct fw_call *call)
{
    return write_time(call, NULL);
}

/* (text, specifier): null where the text does not match. */
static struct fw_value read_time(const struct fw_call *call, const struct fw_zone *zone)
{
    if (is_null(fw_arg(call, 0))) {
        return text_value(call, "null");
    }
    fw_str text = fw_arg_text(call, 0);
    double time_ms = fw_time_parse(fw_arg_text(call, 1)->text, call->env->locale, zone, text->text,
                                   text->length);
    return isnan(time_ms) ? fw_null() : fw_time(time_ms);
}

static struct fw_value call_time_parse(const struct fw_call *call)
{
    return read_time(call, call->env->zone);
}

static struct fw_value call_utc_parse(const struct fw_call *call)
{
    return read_time(call, NULL);
}

/* A name out of `count`, by a whole number of any size; "" for what is no whole number. */
static struct fw_value name_at(const struct fw_call *call, double number, const char *const *names,
                               double count)
{
    if (!isfinite(number) || number != floor(number)) {
        return text_value(call, "");
    }
    double index = fmod(number, count);
    return text_value(call, names[(size_t)(index < 0 ? index + count : index)]);
}

static const struct fw_locale *locale_of(const struct fw_call *call)
{
    return call->env->locale == NULL ? fw_locale_default() : call->env->locale;
}

/* A month is a number. A day is added to one in the reference, so null and truth values count too.
 */
static double month_at(const struct fw_call *call)
{
    return fw_arg(call, 0).kind == FW_NUMBER ? fw_arg(call, 0).number : NAN;
}

static double day_at(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    return value.kind >= FW_TIME ? NAN : fw_to_number(value);
}

static struct fw_value call_day_format(const struct fw_call *call)
{
    return name_at(call, day_at(call), locale_of(call)->days, 7);
}

static struct fw_value call_day_abbrev_format(const struct fw_call *call)
{
    return name_at(call, day_at(call), locale_of(call)->short_days, 7);
}

static struct fw_value call_month_format(const struct fw_call *call)
{
    return name_at(call, month_at(call), locale_of(call)->months, 12);
}

static struct fw_value call_month_abbrev_format(const struct fw_call *call)
{
    return name_at(call, month_at(call), locale_of(call)->short_months, 12);
}

/* (unit or units, specifiers): the format for a time unit. */
static struct fw_value call_time_unit_specifier(const struct fw_call *call)
{
    struct fw_value units = fw_arg(call, 0);
    struct fw_array one = { .count = 1, .items = &units };
    const struct fw_array *list = units.kind == FW_ARRAY ? units.array : &one;
    unsigned parts = 0;
    for (size_t i = 0; i < list->count; i++) {
        unsigned part = fw_time_part_find(fw_js_text(call->env, list->items[i])->text);
        if (part == 0) {
            return fw_undefined();
        }
        parts |= part;
    }
    if (!fw_time_parts_valid(parts)) {
        return fw_undefined();
    }
    return text_value(call, fw_time_parts_specifier(call->env->arena, parts, fw_arg(call, 1)));
}

static bool check_number_format(const struct fw_expr_env *env, struct fw_value *literal,
                                struct fw_expr_fault *fault)
{
    struct fw_number_spec spec;
    if (literal->kind != FW_STRING || fw_number_spec_parse(literal->string->text, &spec)) {
        return true;
    }
    fault->code = FW_INVALID_FORMAT;
    fault->message =
        fw_arena_printf(env->arena, "invalid number format '%.60s'", literal->string->text);
    fault->hint = "write a format such as ',.2f', '.1%', '.3s' or '$,d'";
    return false;
}

static const struct fw_expr_function functions[] = {
    { .name = "dayAbbrevFormat", .call = call_day_abbrev_format },
    { .name = "dayFormat", .call = call_day_format },
    { .name = "format", .call = call_format, .check = check_number_format, .checked = 1 },
    { .name = "monthAbbrevFormat", .call = call_month_abbrev_format },
    { .name = "monthFormat", .call = call_month_format },
    { .name = "timeFormat", .call = call_time_format },
    { .name = "timeParse", .call = call_time_parse },
    { .name = "timeUnitSpecifier", .call = call_time_unit_specifier },
    { .name = "utcFormat", .call = call_utc_format },
    { .name = "utcParse", .call = call_utc_parse },
};

const struct fw_expr_family fw_expr_format_functions = { functions, FW_COUNT(functions) };
