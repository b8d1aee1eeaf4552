/* Channel definitions as objects. Source: vega-lite, channeldef.ts. */
#include "chart/normalize/definition.h"

#include <string.h>

bool fw_is_field_def(struct fw_value def)
{
    return fw_has(def, "field") || fw_is_text(fw_get(def, "aggregate"), "count");
}

bool fw_is_datum_def(struct fw_value def)
{
    return fw_has(def, "datum");
}

bool fw_is_field_or_datum_def(struct fw_value def)
{
    return fw_is_field_def(def) || fw_is_datum_def(def);
}

bool fw_has_conditional_def(struct fw_value def)
{
    return fw_is_field_or_datum_def(fw_get(def, "condition"));
}

bool fw_is_continuous_def(struct fw_value def)
{
    if (fw_is_datum_def(def) && fw_get(def, "datum").kind == FW_NUMBER) {
        return true;
    }
    enum fw_type type = fw_type_parse(fw_get_text(def, "type", ""));
    return fw_is_field_def(def) &&
           (type == FW_TEMPORAL || (type == FW_QUANTITATIVE && !fw_to_boolean(fw_get(def, "bin"))));
}

/* The axis, legend or header of a definition; undefined where it has none. */
static const char *guide_member(struct fw_value def)
{
    static const char *const guides[] = { "axis", "legend", "header" };
    for (size_t i = 0; i < FW_COUNT(guides); i++) {
        if (fw_get(def, guides[i]).kind == FW_OBJECT) {
            return guides[i];
        }
    }
    return NULL;
}

/* Where a definition says how its values are written: itself, or else its guide. */
static struct fw_value format_holder(struct fw_value def, const char **guide)
{
    *guide = NULL;
    if (fw_has(def, "format") || fw_has(def, "formatType")) {
        return def;
    }
    *guide = guide_member(def);
    return *guide == NULL ? fw_undefined() : fw_get(def, *guide);
}

bool fw_is_time_def(struct fw_value def)
{
    const char *guide;
    struct fw_value format_type = fw_get(format_holder(def, &guide), "formatType");
    if (fw_to_boolean(format_type)) {
        return fw_is_text(format_type, "time");
    }
    return fw_is_text(fw_get(def, "type"), "temporal") ||
           (fw_is_field_def(def) && fw_to_boolean(fw_get(def, "timeUnit")));
}

bool fw_is_binning(struct fw_value bin)
{
    return bin.kind == FW_OBJECT ? !fw_get_boolean(bin, "binned", false)
                                 : bin.kind == FW_BOOLEAN && bin.boolean;
}

bool fw_is_binned(struct fw_value bin)
{
    return fw_is_text(bin, "binned") || fw_get_boolean(bin, "binned", false);
}

/* Format types other than Vega-Lite's own name functions in JavaScript, of which grammar/ warns:
 * their values are written plainly. */
static struct fw_value drop_custom_format(struct fw_maker make, struct fw_value def)
{
    static const char *const members[] = { "format", "formatType", NULL };
    const char *guide;
    struct fw_value holder = format_holder(def, &guide);
    const char *type = fw_get_text(holder, "formatType", "");
    if (type[0] == '\0' || strcmp(type, "number") == 0 || strcmp(type, "time") == 0) {
        return def;
    }
    struct fw_value plain = fw_omit(make, holder, members);
    return guide == NULL ? plain : fw_with(make, def, guide, plain);
}

/* A time unit as an object, with "utc" and "binned" as members. */
static struct fw_value normal_time_unit(struct fw_maker make, struct fw_value unit)
{
    struct fw_time_unit_def decoded = fw_time_unit_decode(unit);
    struct fw_value normal = unit.kind == FW_OBJECT ? unit : fw_undefined();
    if (decoded.unit != NULL) {
        normal = fw_with(make, normal, "unit", fw_text_value(make, decoded.unit));
    }
    if (decoded.binned) {
        normal = fw_with(make, normal, "binned", fw_boolean(true));
    }
    return decoded.utc ? fw_with(make, normal, "utc", fw_boolean(true)) : normal;
}

static struct fw_value normal_field_def(struct fw_maker make, struct fw_value def,
                                        enum fw_channel channel)
{
    struct fw_channel_def decoded = fw_channel_def_decode(make, def, channel);
    if (fw_to_boolean(fw_get(def, "timeUnit"))) {
        def = fw_with(make, def, "timeUnit", normal_time_unit(make, fw_get(def, "timeUnit")));
    }
    if (decoded.field != NULL) {
        def = fw_with(make, def, "field", fw_text_value(make, decoded.field));
    }
    def = fw_with_given(make, def, "bin", decoded.bin);
    def = fw_with_given(make, def, "sort", decoded.sort);
    if (decoded.type != FW_TYPE_NONE) {
        def = fw_with(make, def, "type", fw_text_value(make, fw_type_name(decoded.type)));
    }
    return def;
}

static struct fw_value normal_def(const struct fw_scope *scope, struct fw_value def,
                                  enum fw_channel channel)
{
    struct fw_maker make = scope->make;
    def = drop_custom_format(make, def);
    if (fw_is_field_def(def)) {
        return normal_field_def(make, def, channel);
    }
    struct fw_channel_def decoded = fw_channel_def_decode(make, def, channel);
    if (decoded.type == FW_TYPE_NONE || fw_has(def, "type")) {
        return def;
    }
    return fw_with(make, def, "type", fw_text_value(make, fw_type_name(decoded.type)));
}

/* xError and its like are positions that composite marks alone know: their fields are as those of
 * x. */
static enum fw_channel channel_of(fw_str name)
{
    static const char *const errors[] = { "xError", "xError2", "yError", "yError2" };
    for (size_t i = 0; i < FW_COUNT(errors); i++) {
        if (fw_str_is(name, errors[i])) {
            return errors[i][0] == 'x' ? FW_CHANNEL_X : FW_CHANNEL_Y;
        }
    }
    return fw_channel_find(name->text);
}

static struct fw_value normal_channel(const struct fw_scope *scope, struct fw_value def,
                                      enum fw_channel channel)
{
    if (def.kind == FW_STRING || def.kind == FW_NUMBER || def.kind == FW_BOOLEAN) {
        return fw_with(scope->make, fw_undefined(), "value", def);
    }
    if (channel != FW_CHANNEL_NONE && fw_is_field_or_datum_def(def)) {
        return normal_def(scope, def, channel);
    }
    if (channel != FW_CHANNEL_NONE && fw_has_conditional_def(def)) {
        return fw_with(scope->make, def, "condition",
                       normal_def(scope, fw_get(def, "condition"), channel));
    }
    return def;
}

struct fw_value fw_normal_encoding(const struct fw_scope *scope, struct fw_value encoding)
{
    struct fw_value normal = encoding;
    for (size_t i = 0; encoding.kind == FW_OBJECT && i < encoding.object->count; i++) {
        fw_str name = encoding.object->keys[i];
        struct fw_value def = normal_channel(scope, encoding.object->values[i], channel_of(name));
        normal = fw_with(scope->make, normal, name->text, def);
    }
    return normal;
}

struct fw_value fw_title_kept(const struct fw_scope *scope, struct fw_value def,
                              enum fw_channel channel)
{
    const char *guide = guide_member(def);
    struct fw_value title = guide == NULL ? fw_undefined() : fw_get(fw_get(def, guide), "title");
    if (fw_to_boolean(title)) {
        return fw_undefined();
    }
    title = title.kind == FW_UNDEFINED ? fw_get(def, "title") : title;
    if (title.kind != FW_UNDEFINED) {
        return title;
    }
    struct fw_channel_def decoded = fw_channel_def_decode(scope->make, def, channel);
    return fw_text_value(scope->make, fw_def_title(scope->make, scope->context->config, &decoded));
}
