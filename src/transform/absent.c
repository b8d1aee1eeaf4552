/* Fields that a transform names and no row has: warned of, since each gives nothing but undefined.
 */
#include "transform/absent.h"

#include <string.h>

static bool is_listed(fw_str name, const fw_str *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (names[i] == name) {
            return true;
        }
    }
    return false;
}

/** Whether some column is what transforms leave of a field nested in `root`: "root.a". */
static bool has_nested(const struct fw_table *table, fw_str root)
{
    for (size_t i = 0; i < table->column_count; i++) {
        fw_str name = table->columns[i]->name;
        if (name->length > root->length && name->text[root->length] == '.' &&
            memcmp(name->text, root->text, root->length) == 0) {
            return true;
        }
    }
    return false;
}

/** Tables without rows or columns cannot tell: a filter or an empty file left them so. */
static bool is_telling(const struct fw_table *table)
{
    return table->rows > 0 && table->column_count + table->unread_count > 0;
}

static bool is_known(const struct fw_table *table, fw_str root)
{
    return fw_table_find(table, root) != NULL ||
           is_listed(root, table->unread, table->unread_count) || has_nested(table, root);
}

static void warn(const struct fw_transform_context *context, const struct fw_table *table,
                 const char *name, struct fw_place place)
{
    size_t count;
    const char *const *names = fw_table_names(context->arena, table, &count);
    struct fw_diagnostic *d =
        fw_report(context->diag, place, FW_ABSENT_FIELD, "no row has a field '%s'", name);
    fw_hint_nearest(context->diag, d, name, names, count);
}

/* ---- paths -------------------------------------------------------------------------------- */

static void check_path(const struct fw_transform_context *context, const struct fw_table *table,
                       struct fw_node node)
{
    if (fw_node_kind(node) != FW_JSON_STRING) {
        return;
    }
    fw_str path = fw_node_get(node)->string;
    if (path->length == 0 || fw_str_is(path, "*")) { /* "*": every row, of count */
        return;
    }
    const fw_str *keys;
    fw_path_split(context->arena, context->strings, path->text, &keys);
    if (!is_known(table, keys[0]) && !is_known(table, path)) {
        warn(context, table, path->text, fw_node_place(context->arena, node));
    }
}

void fw_absent_check_paths(const struct fw_transform_context *context, const struct fw_table *table,
                           struct fw_node node)
{
    if (!fw_node_there(node) || !is_telling(table)) {
        return;
    }
    check_path(context, table, node);
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        check_path(context, table, n);
    }
}

void fw_absent_check(const struct fw_transform_context *context, const struct fw_table *table,
                     const struct fw_transform *transform)
{
    const struct fw_transform_type *type = transform->type;
    for (size_t i = 0; i < type->property_count && fw_node_there(transform->at); i++) {
        struct fw_node node = fw_node_member(transform->at, type->properties[i].name);
        if ((type->properties[i].type & FW_P_FIELD) == 0 || !fw_node_there(node)) {
            continue;
        }
        fw_absent_check_paths(context, table, node);
        for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
            fw_absent_check_paths(context, table, fw_node_member(n, "field"));
        }
    }
}

/* ---- expressions and predicates ----------------------------------------------------------- */

/** Where a field stands in an expression: "datum.name" or "datum['name']"; NULL: not at all. */
static const char *find_field(fw_str expression, fw_str name)
{
    static const char word[] = "datum";
    for (const char *p = strstr(expression->text, word); p != NULL; p = strstr(p + 1, word)) {
        const char *field = p + sizeof word - 1;
        field += strspn(field, " .['\"");
        if (strncmp(field, name->text, name->length) == 0) {
            return field;
        }
    }
    return NULL;
}

/** The place of a field in what is written at `at`: in an expression, or as a "field". */
static struct fw_place locate(const struct fw_transform_context *context, fw_str name,
                              struct fw_node at)
{
    int32_t end = fw_node_get(at)->next;
    for (int32_t i = at.index; i < end; i++) {
        const struct fw_json_node *node = &at.json->nodes[i];
        struct fw_node n = { at.json, i };
        if (node->kind != FW_JSON_STRING) {
            continue;
        }
        bool is_field = node->key != NULL && fw_str_is(node->key, "field");
        const char *field = is_field ? NULL : find_field(node->string, name);
        if (is_field && strncmp(node->string->text, name->text, name->length) == 0) {
            return fw_node_place(context->arena, n);
        }
        if (field != NULL) {
            return fw_node_text_place(context->arena, n, (size_t)(field - node->string->text),
                                      name->length);
        }
    }
    return fw_node_place(context->arena, at);
}

void fw_absent_check_roots(const struct fw_transform_context *context, const struct fw_table *table,
                           const fw_str *roots, size_t count, struct fw_node at)
{
    for (size_t i = 0; i < count && fw_node_there(at) && is_telling(table); i++) {
        if (!is_known(table, roots[i])) {
            warn(context, table, roots[i]->text, locate(context, roots[i], at));
        }
    }
}
