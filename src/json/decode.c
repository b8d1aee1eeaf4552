/* Property tables at work: members to struct, each checked against its type. */
#include "json/decode.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/limits.h"

/* The kinds that a property takes, as a message names them, in the order it does. */
static const struct {
    unsigned flags;
    const char *name;
} kind_words[] = {
    { FW_P_NUMBER, "a number" },
    { FW_P_STRING, "a string" },
    { FW_P_COLOR, "a color" },
    { FW_P_BOOLEAN, "true or false" },
    { FW_P_ARRAY, "an array" },
    { FW_P_STRINGS, "an array of strings" },
    { FW_P_NUMBERS, "an array of numbers" },
    { FW_P_OBJECT, "an object" },
    { FW_P_GRADIENT, "a gradient" },
    { FW_P_EXPR, "an expression {\"expr\": ...}" },
    { FW_P_CONDITION, "a condition {\"condition\": ...}" },
    { FW_P_NULL, "null" },
};

/* Appends "a", "a or b", "a, b or c": the i-th of `count` words. */
static void put_word(struct fw_bytes *out, size_t i, size_t count, const char *quote,
                     const char *word)
{
    if (i > 0) {
        fw_bytes_puts(out, i + 1 == count ? " or " : ", ");
    }
    fw_bytes_puts(out, quote);
    fw_bytes_puts(out, word);
    fw_bytes_puts(out, quote);
}

static size_t count_words(const char *const *words)
{
    size_t count = 0;
    while (words != NULL && words[count] != NULL) {
        count++;
    }
    return count;
}

/* The most words that stand in a message for "a string"; the most that a hint lists. Our taste. */
enum { NAMED_WORDS = 3, LISTED_WORDS = 12 };

static void put_kinds(struct fw_bytes *out, const struct fw_property *property)
{
    size_t words = count_words(property->choices), count = 0, i = 0;
    bool has_words = words > 0 && words <= NAMED_WORDS;
    for (size_t k = 0; k < FW_COUNT(kind_words); k++) {
        if ((property->type & kind_words[k].flags) != 0) {
            count += has_words && kind_words[k].flags == FW_P_STRING ? words : 1;
        }
    }
    for (size_t k = 0; k < FW_COUNT(kind_words); k++) {
        if ((property->type & kind_words[k].flags) == 0) {
            continue;
        }
        if (!has_words || kind_words[k].flags != FW_P_STRING) {
            put_word(out, i++, count, "", kind_words[k].name);
            continue;
        }
        for (size_t w = 0; w < words; w++) {
            put_word(out, i++, count, "'", property->choices[w]);
        }
    }
}

static bool is_among(const char *const *words, fw_str text)
{
    for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
        if (fw_str_is(text, words[i])) {
            return true;
        }
    }
    return false;
}

static struct fw_diagnostic *report(struct fw_decoder *decoder, struct fw_node node,
                                    enum fw_code code, const char *message)
{
    return fw_report(decoder->diag, fw_node_place(decoder->arena, node), code, "%s", message);
}

static bool fail_type(struct fw_decoder *decoder, struct fw_node node,
                      const struct fw_property *property)
{
    struct fw_bytes message = { 0 };
    fw_bytes_printf(&message, "'%s' must be ", property->name);
    put_kinds(&message, property);
    fw_bytes_printf(&message, ", not %s", fw_json_kind_name(fw_node_kind(node)));
    struct fw_diagnostic *d = report(decoder, node, FW_WRONG_TYPE, fw_bytes_text(&message));
    fw_bytes_finish(&message);
    if (fw_node_there(fw_node_member(node, "signal"))) {
        fw_hint(decoder->diag, d, "signals are Vega's: Vega-Lite writes {\"expr\": \"...\"}");
    }
    return false;
}

static bool fail_choice(struct fw_decoder *decoder, struct fw_node node,
                        const struct fw_property *property)
{
    size_t count = count_words(property->choices);
    const char *written = fw_node_get(node)->string->text;
    struct fw_place place = fw_node_place(decoder->arena, node);
    struct fw_diagnostic *d =
        (property->type & FW_P_MARK) != 0
            ? fw_report(decoder->diag, place, FW_UNKNOWN_MARK, "unknown mark '%s'", written)
            : fw_report(decoder->diag, place, FW_UNKNOWN_VALUE, "unknown value '%s' of '%s'",
                        written, property->name);
    fw_hint_nearest(decoder->diag, d, written, property->choices, count);
    if (d->hint == NULL && count <= LISTED_WORDS) {
        struct fw_bytes words = { 0 };
        for (size_t i = 0; i < count; i++) {
            put_word(&words, i, count, "'", property->choices[i]);
        }
        fw_hint(decoder->diag, d, "write %s", fw_bytes_text(&words));
        fw_bytes_finish(&words);
    }
    return false;
}

static bool check_number(struct fw_decoder *decoder, struct fw_node node,
                         const struct fw_property *property)
{
    double number = fw_node_get(node)->number;
    const char *fault = NULL;
    if (!isfinite(number)) {
        fault = "is too large for a number";
    } else if ((property->type & FW_P_NOT_NEGATIVE) != 0 && number < 0) {
        fault = "must not be negative";
    } else if ((property->type & FW_P_FRACTION) != 0 && (number < 0 || number > 1)) {
        fault = "must be between 0 and 1";
    } else if ((property->type & FW_P_LENGTH) != 0 && number <= 0) {
        fault = "must be more than 0";
    } else if ((property->type & FW_P_LENGTH) != 0 && number > FW_LIMIT_FIGURE_PX) {
        fault = "is more than 32767 px, the largest picture";
    }
    if (fault == NULL) {
        return true;
    }
    fw_report(decoder->diag, fw_node_place(decoder->arena, node), FW_OUT_OF_RANGE, "'%s' %s",
              property->name, fault);
    return false;
}

static bool check_code(struct fw_decoder *decoder, struct fw_node text)
{
    if (decoder->check_expr == NULL) {
        return true;
    }
    size_t errors = fw_diag_errors(decoder->diag);
    decoder->check_expr(decoder, text);
    return fw_diag_errors(decoder->diag) == errors;
}

static bool check_string(struct fw_decoder *decoder, struct fw_node node,
                         const struct fw_property *property)
{
    fw_str text = fw_node_get(node)->string;
    if ((property->type & FW_P_CODE) != 0) {
        return check_code(decoder, node);
    }
    if (is_among(property->choices, text)) {
        return true;
    }
    if ((property->type & FW_P_COLOR) != 0) {
        if ((property->type & FW_P_STRING) != 0 && property->choices == NULL) {
            return true;
        }
        if (decoder->is_color == NULL || decoder->is_color(text->text, text->length)) {
            return true;
        }
        struct fw_diagnostic *d = fw_report(decoder->diag, fw_node_place(decoder->arena, node),
                                            FW_INVALID_COLOR, "'%s' is not a color", text->text);
        fw_hint_nearest(decoder->diag, d, text->text, decoder->color_names,
                        decoder->color_name_count);
        return false;
    }
    return property->choices == NULL || fail_choice(decoder, node, property);
}

/* Checks that all items are of one kind; reports the first that is not. */
static bool check_items(struct fw_decoder *decoder, struct fw_node array, enum fw_json_kind kind,
                        const struct fw_property *property)
{
    for (struct fw_node item = fw_node_first(array); fw_node_there(item);
         item = fw_node_next(item)) {
        if (fw_node_kind(item) != kind) {
            fw_report(decoder->diag, fw_node_place(decoder->arena, item), FW_WRONG_TYPE,
                      "an item of '%s' must be %s, not %s", property->name, fw_json_kind_name(kind),
                      fw_json_kind_name(fw_node_kind(item)));
            return false;
        }
    }
    return true;
}

static bool is_all(struct fw_node array, enum fw_json_kind kind)
{
    struct fw_node item = fw_node_first(array);
    while (fw_node_there(item) && fw_node_kind(item) == kind) {
        item = fw_node_next(item);
    }
    return !fw_node_there(item);
}

static bool check_array(struct fw_decoder *decoder, struct fw_node node,
                        const struct fw_property *property)
{
    unsigned type = property->type;
    if ((type & FW_P_ARRAY) != 0) {
        return true;
    }
    if ((type & FW_P_STRINGS) != 0 && (type & FW_P_NUMBERS) != 0) {
        return is_all(node, FW_JSON_NUMBER) || check_items(decoder, node, FW_JSON_STRING, property);
    }
    if ((type & (FW_P_STRINGS | FW_P_NUMBERS)) == 0) {
        return fail_type(decoder, node, property);
    }
    enum fw_json_kind kind = (type & FW_P_STRINGS) != 0 ? FW_JSON_STRING : FW_JSON_NUMBER;
    return check_items(decoder, node, kind, property);
}

static bool check_expr(struct fw_decoder *decoder, struct fw_node expr)
{
    if (fw_node_kind(expr) != FW_JSON_STRING) {
        fw_report(decoder->diag, fw_node_place(decoder->arena, expr), FW_WRONG_TYPE,
                  "'expr' must be a string, not %s", fw_json_kind_name(fw_node_kind(expr)));
        return false;
    }
    return check_code(decoder, expr);
}

static bool check_object(struct fw_decoder *decoder, struct fw_node node,
                         const struct fw_property *property)
{
    struct fw_node expr = fw_node_member(node, "expr");
    if ((property->type & FW_P_EXPR) != 0 && fw_node_there(expr)) {
        return check_expr(decoder, expr);
    }
    bool fits = (property->type & FW_P_OBJECT) != 0 ||
                ((property->type & FW_P_GRADIENT) != 0 &&
                 fw_node_there(fw_node_member(node, "gradient"))) ||
                ((property->type & FW_P_CONDITION) != 0 &&
                 fw_node_there(fw_node_member(node, "condition")));
    return fits || fail_type(decoder, node, property);
}

bool fw_decode_check(struct fw_decoder *decoder, struct fw_node node, const char *what,
                     const struct fw_property *property)
{
    (void)what;
    unsigned type = property->type;
    if ((type & FW_P_ANY) != 0) {
        return true;
    }
    switch (fw_node_kind(node)) {
    case FW_JSON_NUMBER:
        return (type & FW_P_NUMBER) != 0 ? check_number(decoder, node, property)
                                         : fail_type(decoder, node, property);
    case FW_JSON_STRING:
        return (type & (FW_P_STRING | FW_P_COLOR)) != 0 ? check_string(decoder, node, property)
                                                        : fail_type(decoder, node, property);
    case FW_JSON_BOOLEAN:
        return (type & FW_P_BOOLEAN) != 0 || fail_type(decoder, node, property);
    case FW_JSON_NULL:
        return (type & FW_P_NULL) != 0 || fail_type(decoder, node, property);
    case FW_JSON_ARRAY:
        return check_array(decoder, node, property);
    case FW_JSON_OBJECT:
        return check_object(decoder, node, property);
    }
    return false;
}

static const struct fw_property *find_property(const struct fw_property *table, size_t count,
                                               fw_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (fw_str_is(name, table[i].name)) {
            return &table[i];
        }
    }
    return NULL;
}

static void fail_unknown(struct fw_decoder *decoder, struct fw_node member, const char *what,
                         const struct fw_property *table, size_t count, const char *const *also)
{
    size_t also_count = count_words(also);
    const char **names = FW_NEW_ARRAY(decoder->arena, count + also_count, const char *);
    for (size_t i = 0; i < count; i++) {
        names[i] = table[i].name;
    }
    for (size_t i = 0; i < also_count; i++) {
        names[count + i] = also[i];
    }
    const char *written = fw_node_get(member)->key->text;
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_key_place(decoder->arena, member), FW_UNKNOWN_PROPERTY,
                  "unknown property '%s' of %s", written, what);
    fw_hint_nearest(decoder->diag, d, written, names, count + also_count);
}

static struct fw_prop *prop_at(void *out, const struct fw_property *property)
{
    return (struct fw_prop *)(void *)((char *)out + property->offset);
}

static bool decode_member(struct fw_decoder *decoder, struct fw_node member, const char *what,
                          const struct fw_property *property, void *out)
{
    if ((property->type & FW_P_UNSUPPORTED) != 0) {
        fw_report(decoder->diag, fw_node_key_place(decoder->arena, member), FW_NOT_SUPPORTED,
                  "'%s' of %s is not supported yet", property->name, what);
    }
    if (!fw_decode_check(decoder, member, what, property)) {
        return false;
    }
    *prop_at(out, property) =
        (struct fw_prop){ .value = fw_node_value(decoder->arena, member), .at = member };
    return true;
}

static bool check_required(struct fw_decoder *decoder, struct fw_node object, const char *what,
                           const struct fw_property *table, size_t count)
{
    bool is_good = true;
    for (size_t i = 0; i < count; i++) {
        if ((table[i].type & FW_P_REQUIRED) != 0 &&
            !fw_node_there(fw_node_member(object, table[i].name))) {
            fw_report(decoder->diag, fw_node_place(decoder->arena, object), FW_MISSING_PROPERTY,
                      "%s has no '%s'", what, table[i].name);
            is_good = false;
        }
    }
    return is_good;
}

bool fw_decode(struct fw_decoder *decoder, struct fw_node object, const char *what,
               const struct fw_property *table, size_t count, const char *const *also, void *out)
{
    if (fw_node_kind(object) != FW_JSON_OBJECT) {
        fw_report(decoder->diag, fw_node_place(decoder->arena, object), FW_WRONG_TYPE,
                  "%s must be an object, not %s", what, fw_json_kind_name(fw_node_kind(object)));
        return false;
    }
    bool is_good = true;
    for (struct fw_node member = fw_node_first(object); fw_node_there(member);
         member = fw_node_next(member)) {
        fw_str name = fw_node_get(member)->key;
        const struct fw_property *property = find_property(table, count, name);
        if (property != NULL) {
            is_good &= decode_member(decoder, member, what, property, out);
        } else if (!is_among(also, name)) {
            fail_unknown(decoder, member, what, table, count, also);
            is_good = false;
        }
    }
    return check_required(decoder, object, what, table, count) && is_good;
}

void fw_props_overlay(const struct fw_property *table, size_t count, void *under, const void *over)
{
    for (size_t i = 0; i < count; i++) {
        struct fw_prop prop;
        memcpy(&prop, (const char *)over + table[i].offset, sizeof prop);
        if (prop.value.kind != FW_UNDEFINED) {
            *prop_at(under, &table[i]) = prop;
        }
    }
}
