/* Checks of texts that stand for something: color schemes, time units, formats, symbols, params. */
#include "grammar/texts.h"

#include <string.h>

#include "color/scheme.h"
#include "format/length.h"
#include "format/number.h"
#include "format/time.h"
#include "format/unit.h"
#include "shape/symbol.h"

static struct fw_diagnostic *fail(struct fw_decoder *decoder, struct fw_node node,
                                  enum fw_code code, const char *format, const char *written)
{
    return fw_report(decoder->diag, fw_node_place(decoder->arena, node), code, "%s '%s'", format,
                     written);
}

static const char *text_of(struct fw_node node)
{
    fw_str text = fw_node_string(node, NULL);
    return text == NULL ? NULL : text->text;
}

bool fw_check_scheme(struct fw_decoder *decoder, struct fw_node node)
{
    const char *text = text_of(node);
    struct fw_scheme scheme;
    if (text == NULL || fw_scheme_find(text, &scheme)) {
        return true;
    }
    size_t count;
    const char *const *names = fw_scheme_names(&count);
    struct fw_diagnostic *d = fail(decoder, node, FW_UNKNOWN_VALUE, "unknown color scheme", text);
    fw_hint_nearest(decoder->diag, d, text, names, count);
    return false;
}

bool fw_check_time_unit(struct fw_decoder *decoder, struct fw_node node)
{
    static const char *const units[] = {
        "year",         "quarter",          "month",           "week",           "date",
        "day",          "dayofyear",        "hours",           "minutes",        "seconds",
        "yearmonth",    "yearmonthdate",    "yearquarter",     "yearweek",       "monthdate",
        "hoursminutes", "minutesseconds",   "quartermonth",    "weekday",        "yeardayofyear",
        "milliseconds", "yearmonthdate",    "utcyear",         "utcyearmonth",   "binnedyear",
        "binnedmonth",  "utcmonth",         "binnedyearmonth", "binnedyearweek", "utcdate",
        "utcquarter",   "utcyearmonthdate",
    };
    const char *text = text_of(node);
    struct fw_time_unit unit;
    if (text == NULL || fw_time_unit_parse(text, &unit)) {
        return true;
    }
    struct fw_diagnostic *d = fail(decoder, node, FW_UNKNOWN_VALUE, "unknown time unit", text);
    fw_hint_nearest(decoder->diag, d, text, units, FW_COUNT(units));
    if (d->hint == NULL) {
        fw_hint(decoder->diag, d, "join parts from large to small, such as yearmonthdate");
    }
    return false;
}

bool fw_check_symbol(struct fw_decoder *decoder, struct fw_node node)
{
    const char *text = text_of(node);
    if (text == NULL || fw_symbol_known(text)) {
        return true;
    }
    struct fw_path path = fw_path_empty(decoder->arena);
    struct fw_symbol symbol = { .size = 1, .shape = text };
    if (fw_symbol_path(&symbol, &path)) {
        return true;
    }
    size_t count;
    const char *const *names = fw_symbol_names(&count);
    struct fw_diagnostic *d =
        fail(decoder, node, FW_UNKNOWN_VALUE, "neither a symbol nor an SVG path:", text);
    fw_hint_nearest(decoder->diag, d, text, names, count);
    return false;
}

static struct fw_node parent_of(struct fw_node node)
{
    int32_t parent = fw_node_get(node)->parent;
    return parent < 0 ? fw_node_none() : (struct fw_node){ node.json, parent };
}

/* Where a member of the same object with "Type" behind its name says of what it is a format. */
static const char *format_type(struct fw_decoder *decoder, struct fw_node node)
{
    const char *key = fw_arena_printf(decoder->arena, "%sType", fw_node_get(node)->key->text);
    struct fw_node type = fw_node_member(parent_of(node), key);
    return fw_node_there(type) ? text_of(type) : "";
}

bool fw_check_format(struct fw_decoder *decoder, struct fw_node node)
{
    const char *text = text_of(node);
    const char *type = format_type(decoder, node);
    if (text == NULL || type == NULL) {
        return true;
    }
    bool any = type[0] == '\0', number = strcmp(type, "number") == 0,
         time = strcmp(type, "time") == 0;
    struct fw_number_spec spec;
    if ((!any && !number && !time) || ((any || number) && fw_number_spec_parse(text, &spec)) ||
        ((time || strchr(text, '%') != NULL) && !number && fw_time_specifier_fault(text) < 0)) {
        return true;
    }
    struct fw_diagnostic *d = fail(decoder, node, FW_INVALID_FORMAT,
                                   number ? "no format of numbers:"
                                   : time ? "no format of times:"
                                          : "no format of numbers or times:",
                                   text);
    fw_hint(decoder->diag, d, "numbers: \",.1f\", \".0%%\", \"~s\"; times: \"%%d %%B %%Y\"");
    return false;
}

/* Whether the node, or one that it is in, is the tooltip of an encoding. */
static bool is_of_tooltip(struct fw_node node)
{
    for (struct fw_node n = node; fw_node_there(n); n = parent_of(n)) {
        fw_str key = fw_node_get(n)->key;
        if (key != NULL && fw_str_is(key, "tooltip")) {
            return true;
        }
    }
    return false;
}

bool fw_check_format_type(struct fw_decoder *decoder, struct fw_node node)
{
    static const char *const types[] = { "number", "time" };
    const char *text = text_of(node);
    if (text == NULL || strcmp(text, types[0]) == 0 || strcmp(text, types[1]) == 0 ||
        is_of_tooltip(node)) {
        return true;
    }
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_place(decoder->arena, node), FW_NOT_SUPPORTED,
                  "format type '%s' names a function in JavaScript, which is not run", text);
    fw_hint_nearest(decoder->diag, d, text, types, FW_COUNT(types));
    return true;
}

bool fw_check_length(struct fw_decoder *decoder, struct fw_node node)
{
    const char *text = text_of(node);
    double px;
    enum fw_length_unit unit;
    if (text == NULL || fw_length_parse(text, &px, &unit)) {
        return true;
    }
    struct fw_diagnostic *d = fail(decoder, node, FW_INVALID_FORMAT, "no length:", text);
    fw_hint(decoder->diag, d, "a number above 0 with px, mm, cm, pt or in: \"160mm\"");
    return false;
}

bool fw_check_named_size(struct fw_decoder *decoder, struct fw_node node)
{
    const char *text = text_of(node);
    if (text == NULL || fw_named_size_find(text) != NULL) {
        return true;
    }
    size_t count;
    const char *const *names = fw_named_size_names(&count);
    struct fw_diagnostic *d = fail(decoder, node, FW_UNKNOWN_VALUE, "unknown size", text);
    fw_hint_nearest(decoder->diag, d, text, names, count);
    if (d->hint == NULL) {
        const char *list = names[0];
        for (size_t i = 1; i < count; i++) {
            list = fw_arena_printf(decoder->arena, "%s, %s", list, names[i]);
        }
        fw_hint(decoder->diag, d, "sizes: %s", list);
    }
    return false;
}

bool fw_check_objects(struct fw_decoder *decoder, struct fw_node node)
{
    bool is_good = true;
    for (struct fw_node item = fw_node_first(node); fw_node_there(item);
         item = fw_node_next(item)) {
        if (fw_node_kind(item) != FW_JSON_OBJECT) {
            fw_report(decoder->diag, fw_node_place(decoder->arena, item), FW_WRONG_TYPE,
                      "an item of '%s' must be an object, not %s", fw_node_get(node)->key->text,
                      fw_json_kind_name(fw_node_kind(item)));
            is_good = false;
        }
    }
    return is_good;
}

/* ---- params ------------------------------------------------------------------------------ */

/* Whether a node names a param: a `name` in `params`, or the `param` of an extent transform. */
static bool is_definition(struct fw_node node)
{
    const struct fw_json_node *self = fw_node_get(node);
    if (self->kind != FW_JSON_STRING || self->key == NULL) {
        return false;
    }
    struct fw_node object = parent_of(node);
    if (fw_str_is(self->key, "param")) {
        return fw_node_string(fw_node_member(object, "extent"), NULL) != NULL;
    }
    if (!fw_str_is(self->key, "name") || fw_node_get(object)->parent < 0) {
        return false;
    }
    fw_str list = fw_node_get(parent_of(object))->key;
    return list != NULL && fw_str_is(list, "params");
}

/* Calls `is_it` for the name of each param; true when it was so for one. */
static bool any_param(const struct fw_json *json, fw_str name,
                      bool (*is_it)(fw_str param, fw_str name))
{
    for (int32_t i = 0; i < json->count; i++) {
        struct fw_node node = { json, i };
        if (is_definition(node) && is_it(fw_node_string(node, NULL), name)) {
            return true;
        }
    }
    return false;
}

static bool is_same(fw_str param, fw_str name)
{
    return param == name;
}

/* "brush_x" is a signal of the selection "brush". */
static bool is_signal_of(fw_str param, fw_str name)
{
    return strncmp(param->text, name->text, param->length) == 0 && name->text[param->length] == '_';
}

static void hint_param(struct fw_decoder *decoder, const struct fw_json *json,
                       struct fw_diagnostic *diagnostic, fw_str name)
{
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    for (int32_t i = 0; i < json->count; i++) {
        struct fw_node node = { json, i };
        if (is_definition(node)) {
            FW_RESERVE(decoder->arena, names, count, capacity);
            names[count++] = fw_node_string(node, NULL)->text;
        }
    }
    fw_hint_nearest(decoder->diag, diagnostic, name->text, names, count);
}

bool fw_check_param(struct fw_decoder *decoder, struct fw_node node)
{
    fw_str name = fw_node_string(node, NULL);
    if (name == NULL || any_param(node.json, name, is_same)) {
        return true;
    }
    hint_param(decoder, node.json,
               fail(decoder, node, FW_EXPR_UNKNOWN, "unknown param", name->text), name);
    return false;
}

/* Whether Vega or Vega-Lite makes a signal of this name: sizes and steps of views, for one. */
static bool is_made(fw_str name)
{
    static const char *const made[] = { "width",      "height", "padding", "autosize",
                                        "background", "cursor", "item",    "event",
                                        "parent",     "group",  "unit",    "facet" };
    static const char *const ends[] = { "width",  "height", "_step",  "Width",
                                        "Height", "_bins",  "_extent" };
    for (size_t i = 0; i < FW_COUNT(made); i++) {
        if (fw_str_is(name, made[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < FW_COUNT(ends); i++) {
        size_t length = strlen(ends[i]);
        if (name->length > length && strcmp(name->text + name->length - length, ends[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$';
}

/* Where a name stands in an expression: a word of its own that is no member. */
static size_t offset_of(const char *text, fw_str name)
{
    const char *at = text;
    while ((at = strstr(at, name->text)) != NULL) {
        bool begins = at == text || (!is_letter(at[-1]) && strchr(".'\"", at[-1]) == NULL);
        if (begins && !is_letter(at[name->length])) {
            return (size_t)(at - text);
        }
        at++;
    }
    return 0;
}

/* Whether a mark's property is not looked at, because its channel is encoded, or the channel that
 * it is the second end of. */
static bool is_encoded(struct fw_decoder *decoder, struct fw_node property)
{
    struct fw_node mark = parent_of(property);
    fw_str key = fw_node_get(property)->key;
    if (!fw_node_there(mark) || key == NULL || fw_node_get(mark)->key == NULL ||
        !fw_str_is(fw_node_get(mark)->key, "mark")) {
        return false;
    }
    struct fw_node encoding = fw_node_member(parent_of(mark), "encoding");
    bool second = key->length > 1 && key->text[key->length - 1] == '2';
    const char *first = fw_arena_text(decoder->arena, key->text, key->length - second);
    return fw_node_there(fw_node_member(encoding, key->text)) ||
           fw_node_there(fw_node_member(encoding, first));
}

void fw_check_name(struct fw_decoder *decoder, struct fw_node node, fw_str name)
{
    if (is_made(name) || any_param(node.json, name, is_same) ||
        any_param(node.json, name, is_signal_of) || is_encoded(decoder, parent_of(node))) {
        return;
    }
    size_t begin = offset_of(fw_node_string(node, name)->text, name);
    struct fw_place place = fw_node_text_place(decoder->arena, node, begin, name->length);
    struct fw_diagnostic *d =
        fw_report(decoder->diag, place, FW_EXPR_UNKNOWN, "unknown param '%s'", name->text);
    hint_param(decoder, node.json, d, name);
    if (d->hint == NULL) {
        fw_hint(decoder->diag, d, "a field is written datum.%s, and a param is named in 'params'",
                name->text);
    }
}
