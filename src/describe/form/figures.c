/* Large numbers and tables: texts, row by row. */
#include <string.h>

#include "describe/form.h"
#include "describe/name.h"

enum { TEXTS_MOST = 40 };

static const char *text_at(const struct fw_view *unit, const struct fw_label *label, size_t row)
{
    struct fw_expr_env env = fw_view_env(unit);
    return fw_one_line(unit, fw_label_get(label, &env, unit->table, row));
}

/* A field on an axis that names its values. */
static struct fw_gist_field shown_on(const struct fw_view *unit, enum fw_channel channel)
{
    struct fw_gist_field field = { .channel = channel };
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
    if (def != NULL && fw_def_discrete(def) && fw_get(def->spec, "axis").kind != FW_NULL) {
        field.def = def;
        field.column = fw_def_column(unit->chart->make, def, NULL);
    }
    return field;
}

/* What tells the rows of a text layer apart: the field of its y, else of its x. */
static const struct fw_column *key_of(const struct fw_view *unit)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_Y);
    def = def == NULL ? fw_encoding_field(unit->encoding, FW_CHANNEL_X) : def;
    const char *name = def == NULL ? NULL : fw_def_column(unit->chart->make, def, NULL);
    return name == NULL ? NULL : fw_view_column(unit, unit->table, name);
}

/* The head of a table's column: a value of its x, or the one that the layer stands at. */
static const char *head_at(const struct fw_view *unit, const struct fw_naming *heads, size_t row)
{
    const struct fw_channel_def *x = &unit->encoding->defs[FW_CHANNEL_X];
    bool fixed = x->kind == FW_DEF_DATUM && x->datum.kind == FW_STRING;
    return fixed ? x->datum.string->text : fw_name_at(heads, row);
}

static void put_layer(const struct fw_view *unit, struct fw_value key, bool *begun,
                      struct fw_bytes *out)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_TEXT);
    const struct fw_column *column = unit->table == NULL ? NULL : key_of(unit);
    if (def == NULL || column == NULL) {
        return;
    }
    struct fw_label label =
        fw_label_new(unit->chart->make, &unit->chart->config, unit->table, def, fw_undefined());
    bool by_rows = fw_encoding_field(unit->encoding, FW_CHANNEL_Y) != NULL;
    struct fw_gist_field head = { 0 };
    head = by_rows ? shown_on(unit, FW_CHANNEL_X) : head;
    struct fw_naming heads = fw_naming_of(unit, &head);
    for (size_t row = 0; row < unit->table->rows; row++) {
        if (!fw_equal(fw_table_value(unit->table, column, row), key)) {
            continue;
        }
        const char *name = by_rows ? head_at(unit, &heads, row) : NULL;
        fw_bytes_puts(out, !*begun ? "" : name != NULL ? ", " : " ");
        fw_bytes_puts(out, name == NULL ? "" : name);
        fw_bytes_puts(out, name == NULL ? "" : " ");
        fw_bytes_puts(out, text_at(unit, &label, row));
        *begun = true;
    }
}

static bool is_first(const struct fw_table *table, const struct fw_column *column, size_t row)
{
    struct fw_value value = fw_table_value(table, column, row);
    for (size_t i = 0; i < row; i++) {
        if (fw_equal(fw_table_value(table, column, i), value)) {
            return false;
        }
    }
    return true;
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_view *unit = gist->unit;
    const struct fw_column *column = unit->table == NULL ? NULL : key_of(unit);
    if (!fw_gist_is(gist, " text ") || column == NULL || unit->table->rows > TEXTS_MOST) {
        return false;
    }
    struct fw_gist_field side = shown_on(unit, FW_CHANNEL_Y);
    struct fw_naming names = fw_naming_of(unit, &side);
    fw_bytes_puts(out, side.def != NULL ? "Table. " : "Figures: ");
    for (size_t row = 0; row < unit->table->rows; row++) {
        bool begun = false;
        if (!is_first(unit->table, column, row)) {
            continue;
        }
        fw_bytes_puts(out, row == 0 ? "" : "; ");
        const char *name = fw_name_at(&names, row);
        fw_bytes_puts(out, name == NULL ? "" : name);
        fw_bytes_puts(out, name == NULL ? "" : ": ");
        for (size_t i = 0; i < gist->unit_count; i++) {
            put_layer(gist->units[i], fw_table_value(unit->table, column, row), &begun, out);
        }
    }
    fw_bytes_put(out, '.');
    return true;
}

const struct fw_form fw_form_figures = { "figures", tell };
