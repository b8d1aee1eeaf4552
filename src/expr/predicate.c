/* Decoding of Vega-Lite's predicates. */
#include <math.h>
#include <string.h>

#include "base/object.h"
#include "expr/datetime.h"
#include "expr/predicate_tree.h"

static const struct {
    const char *name;
    enum fw_predicate_kind kind;
} operators[] = {
    { "equal", FW_PREDICATE_EQUAL }, { "lt", FW_PREDICATE_LT },
    { "gt", FW_PREDICATE_GT },       { "lte", FW_PREDICATE_LTE },
    { "gte", FW_PREDICATE_GTE },     { "oneOf", FW_PREDICATE_ONE_OF },
    { "in", FW_PREDICATE_ONE_OF },   { "valid", FW_PREDICATE_VALID },
    { "range", FW_PREDICATE_RANGE },
};

static const char *const field_names[] = { "field", "timeUnit", "equal", "lt",    "gt",   "lte",
                                           "gte",   "oneOf",    "in",    "valid", "range" };
static const char *const param_names[] = { "param", "empty" };

/* A part of a predicate: its value, and where it is written, or nowhere. */
struct spot {
    struct fw_value value;
    struct fw_node node;
};

struct decoder {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const struct fw_expr_env *env;
    struct fw_diag *diag; /* NULL: nothing is reported */
};

static struct spot member(struct spot object, const char *key)
{
    return (struct spot){ fw_get(object.value, key), fw_node_member(object.node, key) };
}

static struct spot item(struct spot array, size_t index)
{
    return (struct spot){ fw_at(array.value, index), fw_node_item(array.node, index) };
}

static bool is_there(struct spot spot)
{
    return spot.value.kind != FW_UNDEFINED;
}

/* Reports, where there is a list for it; returns false. `hint` may be NULL. */
static bool wrong(const struct decoder *decoder, struct spot spot, enum fw_code code,
                  const char *message, const char *hint)
{
    if (decoder->diag != NULL) {
        struct fw_diagnostic *report =
            fw_report(decoder->diag, fw_node_place(decoder->arena, spot.node), code, "%s", message);
        if (hint != NULL) {
            fw_hint(decoder->diag, report, "%s", hint);
        }
    }
    return false;
}

/* Reports members that are none of `names`: they do no harm otherwise. */
static void check_members(const struct decoder *decoder, struct spot object,
                          const char *const *names, size_t count)
{
    for (size_t k = 0; decoder->diag != NULL && k < object.value.object->count; k++) {
        fw_str key = object.value.object->keys[k];
        bool known = false;
        for (size_t i = 0; i < count; i++) {
            known = known || fw_str_is(key, names[i]);
        }
        if (!known) {
            struct fw_node node = fw_node_member(object.node, key->text);
            struct fw_diagnostic *unknown =
                fw_report(decoder->diag, fw_node_key_place(decoder->arena, node),
                          FW_UNKNOWN_PROPERTY, "a predicate has no property '%s'", key->text);
            fw_hint_nearest(decoder->diag, unknown, key->text, names, count);
        }
    }
}

static const struct fw_expr *parse(const struct decoder *decoder, struct spot text)
{
    struct fw_expr_fault fault = { 0 };
    const struct fw_expr *expr =
        fw_expr_parse(decoder->arena, decoder->strings, text.value.string->text,
                      text.value.string->length, &fault);
    if (expr == NULL && decoder->diag != NULL) {
        fw_expr_report(decoder->arena, text.node, &fault, decoder->diag);
    }
    return expr;
}

/* The text of {"expr": "..."} or {"signal": "..."}; undefined when it is neither. */
static struct spot expr_text(struct spot spot)
{
    struct spot text = member(spot, "expr");
    text = is_there(text) ? text : member(spot, "signal");
    return text.value.kind == FW_STRING ? text : (struct spot){ .value = fw_undefined() };
}

static bool reads_row(const struct fw_expr *expr, struct fw_arena *arena)
{
    const fw_str *fields;
    bool whole;
    return fw_expr_fields(expr, arena, &fields, &whole) > 0 || whole;
}

static bool decode_expr(const struct decoder *decoder, const struct fw_predicate *predicate,
                        struct spot text, struct fw_operand *operand)
{
    const struct fw_expr *expr = parse(decoder, text);
    if (expr == NULL) {
        return false;
    }
    operand->is_time = predicate->timed;
    operand->expr = expr;
    if (decoder->env != NULL && !reads_row(expr, decoder->arena)) {
        operand->resolved = true;
        operand->value = fw_expr_eval(expr, decoder->env);
    }
    return true;
}

/* A number or text compared with a field that has a time unit: a part of a date, or a date. */
static bool unit_time(const struct decoder *decoder, const struct fw_predicate *predicate,
                      struct spot spot, struct fw_value *time)
{
    const struct fw_zone *zone = decoder->env == NULL ? NULL : decoder->env->zone;
    unsigned parts = predicate->unit.parts;
    bool single = (parts & (parts - 1)) == 0;
    const char *part = single ? fw_time_part_name((enum fw_time_part)parts) : NULL;
    if (single && fw_datetime_of_unit(part, spot.value, zone, time)) {
        return true;
    }
    double time_ms = spot.value.kind == FW_NUMBER
                         ? fw_time_clip(spot.value.number)
                         : fw_date_parse(spot.value.string->text, spot.value.string->length, zone);
    *time = fw_time(time_ms);
    return !isnan(time_ms) ||
           wrong(decoder, spot, FW_UNKNOWN_VALUE,
                 fw_arena_printf(decoder->arena, "this is no %s", single ? part : "date"), NULL);
}

static bool decode_date(const struct decoder *decoder, struct spot spot, struct fw_value *time)
{
    const struct fw_zone *zone = decoder->env == NULL ? NULL : decoder->env->zone;
    if (fw_datetime_value(spot.value, zone, time)) {
        return true;
    }
    const char *name = fw_datetime_fault(spot.value);
    const char *hint = strcmp(name, "month") == 0 ? "write 1 to 12, or a name such as 'jan'"
                       : strcmp(name, "day") == 0 ? "write 1 to 7, or a name such as 'mon'"
                                                  : NULL;
    return wrong(decoder, member(spot, name), FW_UNKNOWN_VALUE,
                 fw_arena_printf(decoder->arena, "this is no %s of a date", name), hint);
}

static bool decode_operand(const struct decoder *decoder, const struct fw_predicate *predicate,
                           struct spot spot, struct fw_operand *operand)
{
    *operand = (struct fw_operand){ .item = -1, .value = spot.value };
    enum fw_kind kind = spot.value.kind;
    struct fw_value time;
    bool good = true;
    if (is_there(expr_text(spot))) {
        return decode_expr(decoder, predicate, expr_text(spot), operand);
    }
    if (fw_datetime_is(spot.value)) {
        good = decode_date(decoder, spot, &time);
    } else if (kind == FW_ARRAY || kind == FW_OBJECT) {
        return wrong(decoder, spot, FW_WRONG_TYPE,
                     "a field is compared with a number, a text, a truth value or a date", NULL);
    } else if (predicate->timed && (kind == FW_NUMBER || kind == FW_STRING)) {
        good = unit_time(decoder, predicate, spot, &time);
    } else {
        return true;
    }
    operand->value = good ? fw_number(time.number) : fw_undefined();
    return good;
}

static bool decode_range(const struct decoder *decoder, struct fw_predicate *predicate,
                         struct spot spot)
{
    if (is_there(expr_text(spot))) {
        bool good = decode_operand(decoder, predicate, spot, &predicate->lo);
        predicate->hi = predicate->lo;
        predicate->lo.item = 0;
        predicate->hi.item = 1;
        return good;
    }
    if (fw_length(spot.value) != 2) {
        return wrong(decoder, spot, FW_WRONG_TYPE, "a range is an array of its two ends", NULL);
    }
    bool good = decode_operand(decoder, predicate, item(spot, 0), &predicate->lo);
    return decode_operand(decoder, predicate, item(spot, 1), &predicate->hi) && good;
}

static bool decode_one_of(const struct decoder *decoder, struct fw_predicate *predicate,
                          struct spot spot)
{
    if (spot.value.kind != FW_ARRAY) {
        return wrong(decoder, spot, FW_WRONG_TYPE, "'oneOf' is an array of values", NULL);
    }
    size_t count = fw_length(spot.value);
    struct fw_value list = fw_array_value(decoder->arena, NULL, count);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        struct fw_operand operand;
        if (!decode_operand(decoder, predicate, item(spot, i), &operand)) {
            good = false;
        } else if (operand.expr != NULL && !operand.resolved && decoder->env != NULL) {
            good =
                wrong(decoder, item(spot, i), FW_WRONG_TYPE, "'oneOf' cannot read the row", NULL);
        }
        list.array->items[i] = operand.value;
    }
    predicate->lo = (struct fw_operand){ .value = list, .item = -1 };
    return good;
}

static bool decode_operator(const struct decoder *decoder, struct fw_predicate *predicate,
                            struct spot spot)
{
    if (predicate->kind == FW_PREDICATE_RANGE) {
        return decode_range(decoder, predicate, spot);
    }
    if (predicate->kind == FW_PREDICATE_ONE_OF) {
        return decode_one_of(decoder, predicate, spot);
    }
    if (predicate->kind == FW_PREDICATE_VALID) {
        predicate->lo.value = spot.value;
        return spot.value.kind == FW_BOOLEAN ||
               wrong(decoder, spot, FW_WRONG_TYPE, "'valid' is true or false", NULL);
    }
    return decode_operand(decoder, predicate, spot, &predicate->lo);
}

/* "year" or {"unit": "year"}. As in the reference the step does not count, nor that a unit is of
 * UTC. */
static bool decode_unit(const struct decoder *decoder, struct fw_predicate *predicate,
                        struct spot spot)
{
    struct spot name = spot.value.kind == FW_OBJECT ? member(spot, "unit") : spot;
    if (name.value.kind != FW_STRING) {
        return true;
    }
    if (!fw_time_unit_parse(name.value.string->text, &predicate->unit)) {
        return wrong(
            decoder, name, FW_UNKNOWN_VALUE,
            fw_arena_printf(decoder->arena, "unknown time unit '%s'", name.value.string->text),
            NULL);
    }
    predicate->timed = true;
    predicate->unit.utc = false;
    predicate->unit.binned = predicate->unit.binned || fw_get_boolean(spot.value, "binned", false);
    return true;
}

/* The operator that counts, and a warning about others. */
static struct spot find_operator(const struct decoder *decoder, struct spot object,
                                 enum fw_predicate_kind *kind)
{
    struct spot found = { .value = fw_undefined() };
    for (size_t i = 0; i < FW_COUNT(operators); i++) {
        struct spot spot = member(object, operators[i].name);
        if (!is_there(spot)) {
            continue;
        }
        if (!is_there(found)) {
            found = spot;
            *kind = operators[i].kind;
            continue;
        }
        wrong(decoder, spot, FW_IGNORED,
              fw_arena_printf(decoder->arena, "'%s' is ignored: a predicate has one condition",
                              operators[i].name),
              "put several conditions under 'and'");
    }
    return found;
}

static const struct fw_predicate *decode_field(const struct decoder *decoder, struct spot spot)
{
    struct fw_predicate *predicate = FW_NEW(decoder->arena, struct fw_predicate);
    struct spot field = member(spot, "field");
    check_members(decoder, spot, field_names, FW_COUNT(field_names));
    if (field.value.kind != FW_STRING) {
        wrong(decoder, is_there(field) ? field : spot, FW_MISSING_PROPERTY,
              "a predicate needs the name of a 'field', or 'param', 'and', 'or', 'not'", NULL);
        return NULL;
    }
    predicate->field = field.value.string->text;
    predicate->path_length =
        fw_path_split(decoder->arena, decoder->strings, predicate->field, &predicate->path);
    struct spot operand = find_operator(decoder, spot, &predicate->kind);
    if (!is_there(operand)) {
        wrong(decoder, spot, FW_MISSING_PROPERTY,
              fw_arena_printf(decoder->arena, "the predicate on '%s' says nothing of it",
                              predicate->field),
              "add one of equal, lt, lte, gt, gte, range, oneOf and valid");
        return NULL;
    }
    bool good = decode_unit(decoder, predicate, member(spot, "timeUnit"));
    good = decode_operator(decoder, predicate, operand) && good;
    return good ? predicate : NULL;
}

static const struct fw_predicate *decode(const struct decoder *decoder, struct spot spot);

static const struct fw_predicate *decode_list(const struct decoder *decoder, struct spot list,
                                              enum fw_predicate_kind kind)
{
    struct fw_predicate *predicate = FW_NEW(decoder->arena, struct fw_predicate);
    bool single = kind == FW_PREDICATE_NOT;
    if (!single && list.value.kind != FW_ARRAY) {
        wrong(decoder, list, FW_WRONG_TYPE, "'and' and 'or' hold an array of predicates", NULL);
        return NULL;
    }
    size_t count = single ? 1 : fw_length(list.value);
    predicate->kind = kind;
    predicate->children = FW_NEW_ARRAY(decoder->arena, count, const struct fw_predicate *);
    predicate->child_count = count;
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        predicate->children[i] = decode(decoder, single ? list : item(list, i));
        good = good && predicate->children[i] != NULL;
    }
    return good ? predicate : NULL;
}

static const struct fw_predicate *decode_param(const struct decoder *decoder, struct spot spot)
{
    struct fw_predicate *predicate = FW_NEW(decoder->arena, struct fw_predicate);
    struct spot param = member(spot, "param");
    if (param.value.kind != FW_STRING) {
        wrong(decoder, param, FW_WRONG_TYPE, "'param' is the name of a param", NULL);
        return NULL;
    }
    predicate->kind = FW_PREDICATE_PARAM;
    predicate->param = param.value.string;
    predicate->empty = fw_get_boolean(spot.value, "empty", true);
    return predicate;
}

static const struct fw_predicate *decode_text(const struct decoder *decoder, struct spot spot)
{
    struct fw_predicate *predicate = FW_NEW(decoder->arena, struct fw_predicate);
    predicate->kind = FW_PREDICATE_EXPR;
    predicate->expr = parse(decoder, spot);
    return predicate->expr == NULL ? NULL : predicate;
}

/* JSON is read to a limited depth, so this goes no deeper either. */
static const struct fw_predicate *decode(const struct decoder *decoder, struct spot spot)
{
    static const struct {
        const char *name;
        enum fw_predicate_kind kind;
    } logic[] = { { "not", FW_PREDICATE_NOT },
                  { "and", FW_PREDICATE_AND },
                  { "or", FW_PREDICATE_OR } };
    if (spot.value.kind == FW_STRING) {
        return decode_text(decoder, spot);
    }
    if (spot.value.kind != FW_OBJECT) {
        wrong(decoder, spot, FW_WRONG_TYPE, "a predicate is an expression or an object", NULL);
        return NULL;
    }
    for (size_t i = 0; i < FW_COUNT(logic); i++) {
        if (is_there(member(spot, logic[i].name))) {
            check_members(decoder, spot, &logic[i].name, 1);
            return decode_list(decoder, member(spot, logic[i].name), logic[i].kind);
        }
    }
    if (is_there(member(spot, "param"))) {
        check_members(decoder, spot, param_names, FW_COUNT(param_names));
        return decode_param(decoder, spot);
    }
    return decode_field(decoder, spot);
}

const struct fw_predicate *fw_predicate_decode(struct fw_arena *arena, struct fw_strings *strings,
                                               struct fw_value value, const struct fw_expr_env *env)
{
    const struct decoder decoder = { .arena = arena, .strings = strings, .env = env };
    return decode(&decoder, (struct spot){ value, fw_node_none() });
}

const struct fw_predicate *fw_predicate_of_condition(struct fw_arena *arena,
                                                     struct fw_strings *strings,
                                                     struct fw_value condition,
                                                     const struct fw_expr_env *env)
{
    const struct decoder decoder = { .arena = arena, .strings = strings, .env = env };
    const struct spot spot = { condition, fw_node_none() };
    if (is_there(member(spot, "test"))) {
        return decode(&decoder, member(spot, "test"));
    }
    return is_there(member(spot, "param")) ? decode_param(&decoder, spot) : NULL;
}

bool fw_predicate_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_node node,
                        struct fw_diag *diag)
{
    const struct decoder decoder = { .arena = arena, .strings = strings, .diag = diag };
    size_t errors = fw_diag_errors(diag);
    decode(&decoder, (struct spot){ fw_node_value(arena, node), node });
    return fw_diag_errors(diag) == errors;
}

/* What is read, gathered over the tree. */
struct gathering {
    struct fw_arena *arena;
    fw_str *fields, *names;
    size_t field_room, name_room;
    struct fw_predicate_uses uses;
};

static void add_text(struct fw_arena *arena, fw_str **list, size_t *count, size_t *room,
                     fw_str text)
{
    for (size_t i = 0; i < *count; i++) {
        if ((*list)[i] == text) {
            return;
        }
    }
    FW_RESERVE(arena, *list, *count, *room);
    (*list)[(*count)++] = text;
}

static void gather_expr(struct gathering *all, const struct fw_expr *expr)
{
    const fw_str *texts;
    bool whole;
    size_t count = expr == NULL ? 0 : fw_expr_fields(expr, all->arena, &texts, &whole);
    for (size_t i = 0; i < count; i++) {
        add_text(all->arena, &all->fields, &all->uses.field_count, &all->field_room, texts[i]);
    }
    all->uses.whole_datum = all->uses.whole_datum || (expr != NULL && whole);
    count = expr == NULL ? 0 : fw_expr_names(expr, all->arena, &texts);
    for (size_t i = 0; i < count; i++) {
        add_text(all->arena, &all->names, &all->uses.name_count, &all->name_room, texts[i]);
    }
}

static void gather(struct gathering *all, const struct fw_predicate *predicate)
{
    for (size_t i = 0; i < predicate->child_count; i++) {
        gather(all, predicate->children[i]);
    }
    gather_expr(all, predicate->expr);
    gather_expr(all, predicate->lo.expr);
    gather_expr(all, predicate->hi.expr);
    if (predicate->param != NULL) {
        add_text(all->arena, &all->names, &all->uses.name_count, &all->name_room, predicate->param);
    }
    if (predicate->field != NULL && predicate->path_length > 0) {
        add_text(all->arena, &all->fields, &all->uses.field_count, &all->field_room,
                 predicate->path[0]);
    }
}

struct fw_predicate_uses fw_predicate_uses(const struct fw_predicate *predicate,
                                           struct fw_arena *arena)
{
    struct gathering all = { .arena = arena };
    gather(&all, predicate);
    all.uses.fields = all.fields;
    all.uses.names = all.names;
    return all.uses;
}
