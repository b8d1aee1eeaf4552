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

/* What tells the rows of a text layer apart: the field of its y, else of its x. */
static const struct fw_column *key_of(const struct fw_view *unit)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_Y);
    def = def == NULL ? fw_encoding_field(unit->encoding, FW_CHANNEL_X) : def;
    const char *name = def == NULL ? NULL : fw_def_column(unit->chart->make, def, NULL);
    return name == NULL ? NULL : fw_view_column(unit, unit->table, name);
}

static void put_row(const struct fw_gist *gist, struct fw_value key, struct fw_bytes *out)
{
    const char *gap = "";
    for (size_t i = 0; i < gist->unit_count; i++) {
        const struct fw_view *unit = gist->units[i];
        const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_TEXT);
        const struct fw_column *column = key_of(unit);
        for (size_t row = 0; def != NULL && column != NULL && row < unit->table->rows; row++) {
            if (!fw_equal(fw_table_value(unit->table, column, row), key)) {
                continue;
            }
            struct fw_label label = fw_label_new(unit->chart->make, &unit->chart->config,
                                                 unit->table, def, fw_undefined());
            fw_bytes_printf(out, "%s%s", gap, text_at(unit, &label, row));
            gap = " ";
        }
    }
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_view *unit = gist->unit;
    const struct fw_column *column = unit->table == NULL ? NULL : key_of(unit);
    if (!fw_gist_is(gist, " text ") || column == NULL || unit->table->rows > TEXTS_MOST) {
        return false;
    }
    struct fw_naming names = fw_naming_of(unit, &gist->dimension);
    fw_bytes_puts(out, "Figures: ");
    for (size_t row = 0; row < unit->table->rows; row++) {
        struct fw_value key = fw_table_value(unit->table, column, row);
        bool seen = false;
        for (size_t i = 0; !seen && i < row; i++) {
            seen = fw_equal(fw_table_value(unit->table, column, i), key);
        }
        if (!seen) {
            fw_bytes_puts(out, row == 0 ? "" : "; ");
            if (names.column == column && gist->dimension.shown) {
                fw_bytes_printf(out, "%s: ", fw_name_at(&names, row));
            }
            put_row(gist, key, out);
        }
    }
    fw_bytes_put(out, '.');
    return true;
}

const struct fw_form fw_form_figures = { "figures", tell };
