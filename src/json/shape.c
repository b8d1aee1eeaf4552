/* Checking a document against its shape. */
#include "json/shape.h"

#include <string.h>

/* The names that members of a shape may have, for suggestions. */
struct names {
    const char **items;
    size_t count, capacity;
};

static void add_names(struct fw_arena *arena, struct names *names, const struct fw_shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        FW_RESERVE(arena, names->items, names->count, names->capacity);
        names->items[names->count++] = shape->members[i].name;
    }
    for (size_t i = 0; i < FW_COUNT(shape->bases) && shape->bases[i] != NULL; i++) {
        add_names(arena, names, shape->bases[i]);
    }
}

static const struct fw_shape_member *find_member(const struct fw_shape *shape, fw_str name)
{
    for (size_t i = 0; i < shape->count; i++) {
        if (fw_str_is(name, shape->members[i].name)) {
            return &shape->members[i];
        }
    }
    const struct fw_shape_member *found = NULL;
    for (size_t i = 0; i < FW_COUNT(shape->bases) && shape->bases[i] != NULL && found == NULL;
         i++) {
        found = find_member(shape->bases[i], name);
    }
    return found;
}

static bool fail_unknown(struct fw_decoder *decoder, struct fw_node member,
                         const struct fw_shape *shape)
{
    struct names names = { 0 };
    add_names(decoder->arena, &names, shape);
    const char *written = fw_node_get(member)->key->text;
    struct fw_place place = fw_node_key_place(decoder->arena, member);
    struct fw_diagnostic *d = shape->unknown_word != NULL
                                  ? fw_report(decoder->diag, place, shape->unknown,
                                              "unknown %s '%s'", shape->unknown_word, written)
                                  : fw_report(decoder->diag, place, FW_UNKNOWN_PROPERTY,
                                              "unknown property '%s' of %s", written, shape->what);
    fw_hint_nearest(decoder->diag, d, written, names.items, names.count);
    return false;
}

/* Whether an item of an array is {"expr": ...}, which may stand for any item. */
static bool is_expr(struct fw_node item)
{
    return fw_node_count(item) == 1 && fw_node_there(fw_node_member(item, "expr"));
}

/* Checks an object, or the objects in an array; other values were checked by their type. */
static bool check_inside(struct fw_decoder *decoder, struct fw_node node,
                         const struct fw_shape *shape)
{
    if (fw_node_kind(node) == FW_JSON_OBJECT) {
        return fw_shape_check(decoder, node, shape);
    }
    bool is_good = true;
    if (fw_node_kind(node) == FW_JSON_ARRAY) {
        for (struct fw_node item = fw_node_first(node); fw_node_there(item);
             item = fw_node_next(item)) {
            is_good &= is_expr(item) || check_inside(decoder, item, shape);
        }
    }
    return is_good;
}

static void warn_unsupported(struct fw_decoder *decoder, struct fw_node node,
                             const struct fw_shape *shape, const struct fw_shape_member *member)
{
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_key_place(decoder->arena, node), FW_NOT_SUPPORTED,
                  "'%s' of %s is not supported yet", member->name, shape->what);
    if (member->note != NULL) {
        fw_hint(decoder->diag, d, "%s", member->note);
    }
}

/* The texts among the items of an array: each an expression. */
static bool check_code_items(struct fw_decoder *decoder, struct fw_node node,
                             const struct fw_property *property)
{
    struct fw_property text = { .name = property->name, .type = FW_P_STRING | FW_P_CODE };
    bool is_good = true;
    if (fw_node_kind(node) == FW_JSON_ARRAY) {
        for (struct fw_node item = fw_node_first(node); fw_node_there(item);
             item = fw_node_next(item)) {
            is_good &= fw_node_kind(item) != FW_JSON_STRING ||
                       fw_decode_check(decoder, item, text.name, &text);
        }
    }
    return is_good;
}

static bool check_member(struct fw_decoder *decoder, struct fw_node node,
                         const struct fw_shape *shape, const struct fw_shape_member *member)
{
    if ((member->type & FW_P_UNSUPPORTED) != 0) {
        warn_unsupported(decoder, node, shape, member);
    }
    struct fw_property property = { .name = member->name,
                                    .type = member->type,
                                    .choices = member->words };
    if (!fw_decode_check(decoder, node, shape->what, &property)) {
        return false;
    }
    if (member->check != NULL && !member->check(decoder, node)) {
        return false;
    }
    bool is_good = (member->type & FW_P_CODE) == 0 || check_code_items(decoder, node, &property);
    bool is_reference = (member->type & FW_P_EXPR) != 0 && is_expr(node);
    return (member->shape == NULL || is_reference || check_inside(decoder, node, member->shape)) &&
           is_good;
}

static bool check_required(struct fw_decoder *decoder, struct fw_node object,
                           const struct fw_shape *shape)
{
    bool is_good = true;
    for (size_t i = 0; i < shape->count; i++) {
        const struct fw_shape_member *member = &shape->members[i];
        if ((member->type & FW_P_REQUIRED) != 0 &&
            !fw_node_there(fw_node_member(object, member->name))) {
            fw_report(decoder->diag, fw_node_place(decoder->arena, object), FW_MISSING_PROPERTY,
                      "%s has no '%s'", shape->what, member->name);
            is_good = false;
        }
    }
    return is_good;
}

static bool has_any(struct fw_node object, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        if (fw_node_there(fw_node_member(object, names[i]))) {
            return true;
        }
    }
    return false;
}

static bool check_one_of(struct fw_decoder *decoder, struct fw_node object,
                         const struct fw_shape *shape)
{
    if (shape->one_of == NULL || has_any(object, shape->one_of)) {
        return true;
    }
    const char *list = "";
    for (size_t i = 0; shape->one_of[i] != NULL; i++) {
        const char *between = i == 0 ? "" : shape->one_of[i + 1] == NULL ? " and " : ", ";
        list = fw_arena_printf(decoder->arena, "%s%s'%s'", list, between, shape->one_of[i]);
    }
    fw_report(decoder->diag, fw_node_place(decoder->arena, object), FW_MISSING_PROPERTY,
              "%s has none of %s", shape->what, list);
    return false;
}

/* Of a shape of several kinds: the one that the object's members tell. */
static const struct fw_shape *find_kind(struct fw_decoder *decoder, struct fw_node object,
                                        const struct fw_shape *shape)
{
    struct names keys = { 0 };
    for (size_t i = 0; shape->kinds[i] != NULL; i++) {
        if (fw_node_there(fw_node_member(object, shape->kinds[i]->key))) {
            return shape->kinds[i];
        }
        FW_RESERVE(decoder->arena, keys.items, keys.count, keys.capacity);
        keys.items[keys.count++] = shape->kinds[i]->key;
    }
    struct fw_node first = fw_node_first(object);
    struct fw_place place = fw_node_there(first) ? fw_node_key_place(decoder->arena, first)
                                                 : fw_node_place(decoder->arena, object);
    struct fw_diagnostic *d = fw_report(decoder->diag, place, FW_UNKNOWN_PROPERTY,
                                        "this is no %s that is known", shape->what);
    for (; fw_node_there(first) && d->hint == NULL; first = fw_node_next(first)) {
        fw_hint_nearest(decoder->diag, d, fw_node_get(first)->key->text, keys.items, keys.count);
    }
    return NULL;
}

/* Recursion is bounded by the depth limit of a document. */
bool fw_shape_check(struct fw_decoder *decoder, struct fw_node node, const struct fw_shape *shape)
{
    if (shape->kinds != NULL) {
        shape = find_kind(decoder, node, shape);
        if (shape == NULL) {
            return false;
        }
    }
    bool is_good = true;
    for (struct fw_node member = fw_node_first(node); fw_node_there(member);
         member = fw_node_next(member)) {
        const struct fw_shape_member *known = find_member(shape, fw_node_get(member)->key);
        if (known != NULL) {
            is_good &= check_member(decoder, member, shape, known);
        } else if (shape->rest != NULL) {
            is_good &= check_inside(decoder, member, shape->rest);
        } else if (!shape->is_open) {
            is_good &= fail_unknown(decoder, member, shape);
        }
    }
    is_good &= check_required(decoder, node, shape);
    return check_one_of(decoder, node, shape) && is_good;
}
