/* lookup - values of another table's rows, found by a key. */
#include "transform/lookup.h"

#include "base/object.h"
#include "transform/absent.h"

/** Rows of the other table by the text of their key. */
struct index {
    fw_str *keys;
    uint32_t *rows; /* FW_NO_ROW: free */
    size_t size;    /* a power of two */
};

static size_t slot_of(const struct index *index, fw_str key)
{
    size_t slot = key->hash & (index->size - 1);
    while (index->keys[slot] != NULL && index->keys[slot] != key) {
        slot = (slot + 1) & (index->size - 1);
    }
    return slot;
}

static struct index build_index(const struct fw_transform_context *context,
                                const struct fw_lookup *lookup)
{
    struct index index = { .size = 16 };
    size_t count = lookup->from == NULL ? 0 : lookup->from->rows;
    while (index.size < count * 2) {
        index.size *= 2;
    }
    index.keys = FW_NEW_ARRAY(context->arena, index.size, fw_str);
    index.rows = FW_NEW_ARRAY(context->arena, index.size, uint32_t);
    const struct fw_column *column =
        count == 0 ? NULL : fw_transform_field(context, lookup->from, lookup->key);
    for (size_t i = 0; i < count; i++) {
        fw_str key = fw_to_string(context->strings, fw_table_value(lookup->from, column, i));
        size_t slot = slot_of(&index, key);
        index.keys[slot] = key;
        index.rows[slot] = (uint32_t)i;
    }
    return index;
}

/** The row of `from` for each row of the table, FW_NO_ROW where there is none. */
static uint32_t *find_rows(const struct fw_transform_context *context, const struct fw_table *table,
                           const struct fw_lookup *lookup)
{
    struct index index = build_index(context, lookup);
    const struct fw_column *column = fw_transform_field(context, table, lookup->field);
    uint32_t *found = FW_NEW_ARRAY(context->arena, table->rows, uint32_t);
    for (size_t i = 0; i < table->rows; i++) {
        fw_str key = fw_to_string(context->strings, fw_table_value(table, column, i));
        size_t slot = slot_of(&index, key);
        found[i] = index.keys[slot] == NULL ? FW_NO_ROW : index.rows[slot];
    }
    return found;
}

static struct fw_value fallback_of(const struct fw_lookup *lookup)
{
    return lookup->fallback.kind == FW_UNDEFINED ? fw_null() : lookup->fallback;
}

/** The column of one field of `from`, or of whole rows where `field` is NULL. */
static const struct fw_table *add_column(const struct fw_transform_context *context,
                                         const struct fw_table *table,
                                         const struct fw_lookup *lookup, const uint32_t *found,
                                         const char *field, const char *as)
{
    const struct fw_column *column = lookup->from == NULL || field == NULL
                                         ? NULL
                                         : fw_transform_field(context, lookup->from, field);
    struct fw_value *values = fw_transform_values(context, table);
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = fw_table_storage(table, i);
        if (found[i] == FW_NO_ROW) {
            values[at] = fallback_of(lookup);
        } else if (field == NULL) {
            values[at] = fw_table_row(context->arena, lookup->from, found[i]);
        } else {
            values[at] = fw_table_value(lookup->from, column, found[i]);
        }
    }
    return fw_transform_with(context, table, as, values);
}

const struct fw_table *fw_lookup_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_lookup *lookup)
{
    uint32_t *found = find_rows(context, table, lookup);
    if (lookup->values.count == 0) {
        const char *as = lookup->as.count > 0 ? lookup->as.items[0] : "_lookup";
        return add_column(context, table, lookup, found, NULL, as);
    }
    for (size_t i = 0; i < lookup->values.count; i++) {
        const char *field = lookup->values.items[i];
        const char *as = i < lookup->as.count
                             ? lookup->as.items[i]
                             : fw_path_flat(context->arena, context->strings, field)->text;
        table = add_column(context, table, lookup, found, field, as);
    }
    return table;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct lookup_props {
    struct fw_prop lookup, from, as, fallback;
};

static const struct fw_property lookup_properties[] = {
    { "lookup", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct lookup_props, lookup),
      NULL, "field whose value is looked up" },
    { "from", FW_P_OBJECT | FW_P_REQUIRED, offsetof(struct lookup_props, from), NULL,
      "where: {data, key, fields}, or {param, key, fields}" },
    { "as", FW_P_STRING | FW_P_STRINGS, offsetof(struct lookup_props, as), NULL,
      "names of the new columns" },
    { "default", FW_P_ANY, offsetof(struct lookup_props, fallback), NULL,
      "value where nothing is found; null by default" },
};

/** The other table: data of its own, or what a selection holds. False: reported. */
static bool load_from(const struct fw_transform_context *context, const struct lookup_props *props,
                      struct fw_node at, struct fw_lookup *step)
{
    struct fw_value from = props->from.value;
    const char *param = fw_get_text(from, "param", NULL);
    if (param != NULL) {
        step->from = context->selected == NULL ? NULL : context->selected(context, param);
        return true;
    }
    struct fw_node data = fw_node_member(props->from.at, "data");
    if (fw_node_there(data) && context->load != NULL) {
        step->from = fw_data_load(context->load, data, NULL);
        return step->from != NULL;
    }
    fw_hint(context->diag,
            fw_report(context->diag, fw_prop_place(context, &props->from, at), FW_MISSING_PROPERTY,
                      "'from' has no data to look up in"),
            "write \"from\": {\"data\": {\"url\": ...}, \"key\": ..., \"fields\": [...]}");
    return false;
}

static const void *lookup_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    const struct lookup_props *props = properties;
    struct fw_lookup *step = FW_NEW(context->arena, struct fw_lookup);
    struct fw_value from = props->from.value;
    step->field = fw_prop_text(&props->lookup, "");
    step->key = fw_get_text(from, "key", "");
    step->values = fw_texts_of(context->arena, fw_get(from, "fields"));
    struct fw_value as =
        props->as.value.kind == FW_UNDEFINED ? fw_get(from, "param") : props->as.value;
    bool whole_row = step->values.count == 0;
    bool usable = as.kind == FW_STRING || !whole_row;
    step->as = fw_texts_of(context->arena, usable ? as : fw_undefined());
    step->fallback = fw_to_boolean(props->fallback.value) ? props->fallback.value : fw_null();
    if (!load_from(context, props, at, step)) {
        return NULL;
    }
    if (step->from != NULL) {
        fw_absent_check_paths(context, step->from, fw_node_member(props->from.at, "key"));
        fw_absent_check_paths(context, step->from, fw_node_member(props->from.at, "fields"));
    }
    return step;
}

static const struct fw_table *lookup_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_lookup_run(context, table, step);
}

const struct fw_transform_type fw_transform_lookup = {
    .name = "lookup",
    .doc = "Columns of another table's rows, found by a key.",
    .properties = lookup_properties,
    .property_count = FW_COUNT(lookup_properties),
    .size = sizeof(struct lookup_props),
    .decode = lookup_decode,
    .run = lookup_run,
};
