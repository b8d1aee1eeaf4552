/* Walking a document's nodes, and the values they stand for. */
#include <string.h>

#include "json/json.h"

struct fw_node fw_json_root(const struct fw_json *json)
{
    return (struct fw_node){ json, 0 };
}

struct fw_node fw_node_none(void)
{
    return (struct fw_node){ NULL, 0 };
}

bool fw_node_there(struct fw_node node)
{
    return node.json != NULL;
}

const struct fw_json_node *fw_node_get(struct fw_node node)
{
    return &node.json->nodes[node.index];
}

enum fw_json_kind fw_node_kind(struct fw_node node)
{
    return fw_node_get(node)->kind;
}

static bool is_kind(struct fw_node node, enum fw_json_kind kind)
{
    return fw_node_there(node) && fw_node_kind(node) == kind;
}

struct fw_node fw_node_first(struct fw_node parent)
{
    if (!fw_node_there(parent) || fw_node_get(parent)->next == parent.index + 1) {
        return fw_node_none();
    }
    return (struct fw_node){ parent.json, parent.index + 1 };
}

struct fw_node fw_node_next(struct fw_node child)
{
    const struct fw_json_node *node = fw_node_get(child);
    if (node->parent < 0 || node->next == child.json->nodes[node->parent].next) {
        return fw_node_none();
    }
    return (struct fw_node){ child.json, node->next };
}

struct fw_node fw_node_member(struct fw_node object, const char *key)
{
    if (!is_kind(object, FW_JSON_OBJECT)) {
        return fw_node_none();
    }
    struct fw_node member = fw_node_first(object);
    while (fw_node_there(member) && !fw_str_is(fw_node_get(member)->key, key)) {
        member = fw_node_next(member);
    }
    return member;
}

struct fw_node fw_node_item(struct fw_node array, size_t index)
{
    if (!is_kind(array, FW_JSON_ARRAY) || index >= fw_node_count(array)) {
        return fw_node_none();
    }
    struct fw_node item = fw_node_first(array);
    for (size_t i = 0; i < index; i++) {
        item = fw_node_next(item);
    }
    return item;
}

size_t fw_node_count(struct fw_node node)
{
    return fw_node_there(node) ? fw_node_get(node)->count : 0;
}

double fw_node_number(struct fw_node node, double fallback)
{
    return is_kind(node, FW_JSON_NUMBER) ? fw_node_get(node)->number : fallback;
}

bool fw_node_boolean(struct fw_node node, bool fallback)
{
    return is_kind(node, FW_JSON_BOOLEAN) ? fw_node_get(node)->boolean : fallback;
}

fw_str fw_node_string(struct fw_node node, fw_str fallback)
{
    return is_kind(node, FW_JSON_STRING) ? fw_node_get(node)->string : fallback;
}

static struct fw_value array_value(struct fw_arena *arena, struct fw_node node)
{
    struct fw_array *array = FW_NEW(arena, struct fw_array);
    array->items = FW_NEW_ARRAY(arena, fw_node_count(node), struct fw_value);
    for (struct fw_node item = fw_node_first(node); fw_node_there(item);
         item = fw_node_next(item)) {
        array->items[array->count++] = fw_node_value(arena, item);
    }
    return (struct fw_value){ .kind = FW_ARRAY, .array = array };
}

static struct fw_value object_value(struct fw_arena *arena, struct fw_node node)
{
    struct fw_object *object = FW_NEW(arena, struct fw_object);
    object->origin = (uint32_t)node.index + 1;
    object->keys = FW_NEW_ARRAY(arena, fw_node_count(node), fw_str);
    object->values = FW_NEW_ARRAY(arena, fw_node_count(node), struct fw_value);
    for (struct fw_node member = fw_node_first(node); fw_node_there(member);
         member = fw_node_next(member)) {
        object->keys[object->count] = fw_node_get(member)->key;
        object->values[object->count++] = fw_node_value(arena, member);
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

struct fw_value fw_node_value(struct fw_arena *arena, struct fw_node node)
{
    if (!fw_node_there(node)) {
        return fw_undefined();
    }
    const struct fw_json_node *n = fw_node_get(node);
    switch (n->kind) {
    case FW_JSON_NULL:
        return fw_null();
    case FW_JSON_BOOLEAN:
        return fw_boolean(n->boolean);
    case FW_JSON_NUMBER:
        return fw_number(n->number);
    case FW_JSON_STRING:
        return fw_string(n->string);
    case FW_JSON_ARRAY:
        return array_value(arena, node);
    case FW_JSON_OBJECT:
        return object_value(arena, node);
    }
    return fw_undefined();
}

const char *fw_json_kind_name(enum fw_json_kind kind)
{
    static const char *const names[] = {
        [FW_JSON_NULL] = "null",       [FW_JSON_BOOLEAN] = "a boolean",
        [FW_JSON_NUMBER] = "a number", [FW_JSON_STRING] = "a string",
        [FW_JSON_ARRAY] = "an array",  [FW_JSON_OBJECT] = "an object",
    };
    return names[kind];
}
