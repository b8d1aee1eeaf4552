/* Redundant coding: series told apart by color are told apart by dashes or markers too. Fills are
 * hatched where their scale gets its range: train/hatch.c. */
#include <string.h>

#include "chart/normalize/definition.h"
#include "mark/style.h"

/* The channel that says the same as a color on marks of this kind. */
static enum fw_channel second_channel(const char *mark)
{
    static const struct {
        const char *mark;
        enum fw_channel channel;
    } channels[] = {
        { "line", FW_CHANNEL_STROKEDASH },
        { "point", FW_CHANNEL_SHAPE },
        { "circle", FW_CHANNEL_SHAPE },
        { "square", FW_CHANNEL_SHAPE },
    };
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        if (strcmp(mark, channels[i].mark) == 0) {
            return channels[i].channel;
        }
    }
    return FW_CHANNEL_NONE;
}

static struct fw_unit decode(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_unit decoded = { .make = scope->make, .config = scope->context->config };
    decoded.mark_def = fw_mark_def_of(scope, unit);
    decoded.mark = fw_get_text(decoded.mark_def, "type", "");
    decoded.encoding = fw_encoding_decode(scope->make, fw_get(unit, "encoding"), decoded.mark);
    return decoded;
}

/* Below this a hatch cannot be seen on a circle or square: 10 px across, our taste. */
static const double least_hatched = 100; /* px^2 */

/* Whether a circle or square is large enough to keep the shape that it is named for, and be
 * hatched: the cells of a waffle, the dots of a pictogram. */
static bool keeps_shape(const struct fw_scope *scope, const struct fw_unit *unit)
{
    struct fw_value size = fw_mark_prop(scope, unit->mark_def, "size");
    return fw_mark_hatches(unit->mark) && size.kind == FW_NUMBER && size.number >= least_hatched &&
           !fw_encoding_has(unit->encoding, FW_CHANNEL_SIZE);
}

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    enum fw_channel second = second_channel(fw_mark_type_of(unit));
    if (!scope->context->redundant || second == FW_CHANNEL_NONE) {
        return false;
    }
    struct fw_unit decoded = decode(scope, unit);
    return !keeps_shape(scope, &decoded) && !fw_has(decoded.mark_def, fw_channel_name(second)) &&
           !fw_encoding_has(decoded.encoding, second) &&
           fw_encoding_series_color(decoded.encoding) != FW_CHANNEL_NONE;
}

/* Vega-Lite's dashes are too fine for lines of 2 px and more. px, zero-terminated; our taste: each
 * is told from its neighbors, and shows in a legend's symbol of 12 px. */
static const double dashes[][5] = {
    { 1, 0 }, { 6, 3 }, { 2, 2 }, { 8, 2, 2, 2 }, { 10, 2 }, { 4, 1 },
};

static struct fw_value dash_range(struct fw_maker make)
{
    struct fw_value list = fw_array_value(make.arena, NULL, FW_COUNT(dashes));
    for (size_t i = 0; i < FW_COUNT(dashes); i++) {
        struct fw_value dash = fw_append(make, fw_undefined(), fw_number(dashes[i][0]));
        for (size_t k = 1; k < 2 || dashes[i][k] > 0; k++) {
            dash = fw_append(make, dash, fw_number(dashes[i][k]));
        }
        list.array->items[i] = dash;
    }
    return list;
}

/* The definition of a color for the second channel: of the same field, with the same domain, order,
 * title and legend, so that the two legends become one. */
static struct fw_value second_def(struct fw_maker make, struct fw_value def, enum fw_channel second)
{
    static const char *const of_color[] = { "condition", "scale", "value", NULL };
    static const char *const of_domain[] = { "domain", "domainRaw", "reverse", NULL };
    struct fw_value scale = fw_pick(make, fw_get(def, "scale"), of_domain);
    if (second == FW_CHANNEL_STROKEDASH) {
        scale = fw_with(make, scale, "range", dash_range(make));
    }
    def = fw_omit(make, def, of_color);
    return fw_has(scale, "domain") || fw_has(scale, "range") ? fw_with(make, def, "scale", scale)
                                                             : def;
}

/* Circles and squares are always that: small ones become points, with what is configured for them,
 * and so take other shapes. */
static struct fw_value as_point(const struct fw_scope *scope, struct fw_value mark_def)
{
    struct fw_maker make = scope->make;
    struct fw_value type = fw_get(mark_def, "type");
    if (fw_is_text(type, "point")) {
        return mark_def;
    }
    struct fw_value point = fw_config_get(scope->context->config, NULL, type.string->text);
    point = fw_merge(make, point, mark_def);
    point = fw_with(make, point, "filled", fw_boolean(true));
    return fw_with(make, point, "type", fw_text_value(make, "point"));
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_maker make = scope->make;
    struct fw_unit decoded = decode(scope, unit);
    enum fw_channel second = second_channel(decoded.mark);
    enum fw_channel color = fw_encoding_series_color(decoded.encoding);
    struct fw_value encoding = fw_get(unit, "encoding");
    struct fw_value def = second_def(make, fw_get(encoding, fw_channel_name(color)), second);
    encoding = fw_with(make, encoding, fw_channel_name(second), def);
    unit = fw_with(make, unit, "encoding", encoding);
    return second == FW_CHANNEL_SHAPE
               ? fw_with(make, unit, "mark", as_point(scope, decoded.mark_def))
               : unit;
}

const struct fw_rewrite fw_rewrite_redundant = { matches, run };
