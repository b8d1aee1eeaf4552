/* Sidecars: what a figure says, as texts for the document that it goes into. */
#include "figure/sidecar.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "figure/data_table.h"
#include "format/number.h"

/* ---- caption, alt --------------------------------------------------------------------------- */

static void put_line(struct fw_bytes *out, const char *text)
{
    for (; *text != '\0'; text++) {
        fw_bytes_put(out, *text == '\n' ? ' ' : *text);
    }
    fw_bytes_put(out, '\n');
}

static void put_heading(const struct fw_figure *figure, struct fw_bytes *out)
{
    const char *title = figure->title.text, *number = figure->furniture.number;
    if (number != NULL) {
        fw_bytes_puts(out, number);
        fw_bytes_puts(out, title != NULL && title[0] != '\0' ? ". " : "");
    }
    for (const char *at = title == NULL ? "" : title; *at != '\0'; at++) {
        fw_bytes_put(out, *at == '\n' ? ' ' : *at);
    }
}

/* The number and the title, the subtitle, and below a blank line the notes. */
static void write_caption(const struct fw_figure *figure, struct fw_bytes *out)
{
    put_heading(figure, out);
    fw_bytes_puts(out, out->length > 0 ? "\n" : "");
    if (figure->title.subtitle != NULL && figure->title.subtitle[0] != '\0') {
        put_line(out, figure->title.subtitle);
    }
    const struct fw_notes *notes = &figure->furniture.notes;
    fw_bytes_puts(out, out->length > 0 && notes->count > 0 ? "\n" : "");
    for (size_t i = 0; i < notes->count; i++) {
        if (notes->items[i].label != NULL) {
            fw_bytes_printf(out, "%s ", notes->items[i].label);
        }
        put_line(out, notes->items[i].text);
    }
}

static void write_alt(const struct fw_figure *figure, struct fw_bytes *out)
{
    if (figure->scene->description != NULL) {
        put_line(out, figure->scene->description);
    }
}

/* ---- tables --------------------------------------------------------------------------------- */

/* A value as programs read it: shortest numbers, ISO dates (in UTC), nothing for what is missing.
 */
static void put_plain(const struct fw_figure *figure, struct fw_value value, struct fw_bytes *out)
{
    bool missing = fw_is_nil(value) ||
                   ((value.kind == FW_NUMBER || value.kind == FW_TIME) && !isfinite(value.number));
    if (missing) {
        return;
    }
    const char *text = fw_to_string(figure->chart->make.strings, value)->text;
    const char *midnight = value.kind == FW_TIME ? strstr(text, "T00:00:00.000Z") : NULL;
    size_t length = midnight != NULL ? (size_t)(midnight - text) : strlen(text);
    fw_bytes_append(out, text, length);
}

/* A cell of CSV by RFC 4180. */
static void put_csv(struct fw_bytes *out, const char *text)
{
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    fw_bytes_puts(out, quoted ? "\"" : "");
    for (; *text != '\0'; text++) {
        fw_bytes_puts(out, *text == '"' ? "\"" : "");
        fw_bytes_put(out, *text);
    }
    fw_bytes_puts(out, quoted ? "\"" : "");
}

/* "Share (percent of reports)". */
static const char *header_of(const struct fw_figure *figure, const struct fw_drawn_column *column)
{
    bool said = column->unit == NULL || strstr(column->title, column->unit) != NULL;
    return said
               ? column->title
               : fw_arena_printf(figure->chart->make.arena, "%s (%s)", column->title, column->unit);
}

static void write_csv_table(const struct fw_figure *figure, const struct fw_drawn_table *table,
                            struct fw_bytes *out)
{
    for (size_t c = 0; c < table->column_count; c++) {
        fw_bytes_puts(out, c > 0 ? "," : "");
        put_csv(out, header_of(figure, &table->columns[c]));
    }
    fw_bytes_puts(out, "\r\n");
    for (size_t row = 0; row < table->rows; row++) {
        for (size_t c = 0; c < table->column_count; c++) {
            struct fw_bytes cell = { 0 };
            put_plain(figure, table->columns[c].values[row], &cell);
            fw_bytes_puts(out, c > 0 ? "," : "");
            put_csv(out, fw_bytes_text(&cell));
            fw_bytes_finish(&cell);
        }
        fw_bytes_puts(out, "\r\n");
    }
}

/* Tables of several views have a blank line between them. */
static void write_csv(const struct fw_figure *figure, struct fw_bytes *out)
{
    struct fw_drawn_tables tables = fw_drawn_tables_of(figure->chart->root);
    for (size_t i = 0; i < tables.count; i++) {
        fw_bytes_puts(out, i > 0 ? "\r\n" : "");
        write_csv_table(figure, &tables.items[i], out);
    }
}

static void put_html(struct fw_bytes *out, const char *text)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&':
            fw_bytes_puts(out, "&amp;");
            break;
        case '<':
            fw_bytes_puts(out, "&lt;");
            break;
        case '>':
            fw_bytes_puts(out, "&gt;");
            break;
        case '"':
            fw_bytes_puts(out, "&quot;");
            break;
        case '\n':
            fw_bytes_put(out, ' ');
            break;
        default:
            fw_bytes_put(out, *text);
        }
    }
}

/* A value as people read it: grouped digits of the figure's locale, but for years. */
static void put_cell(const struct fw_figure *figure, const struct fw_drawn_column *column,
                     size_t row, struct fw_bytes *out)
{
    struct fw_value value = column->values[row];
    struct fw_bytes text = { 0 };
    if (value.kind == FW_NUMBER && isfinite(value.number) && !column->years) {
        const struct fw_chart *chart = figure->chart;
        fw_bytes_puts(&text,
                      fw_number_text(chart->make.arena, chart->env.locale, ",", value.number));
    } else {
        put_plain(figure, value, &text);
    }
    put_html(out, fw_bytes_text(&text));
    fw_bytes_finish(&text);
}

/* The row's header is its first column, where that has categories. */
static void write_html_row(const struct fw_figure *figure, const struct fw_drawn_table *table,
                           size_t row, struct fw_bytes *out)
{
    fw_bytes_puts(out, "    <tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        const struct fw_drawn_column *column = &table->columns[c];
        bool header = c == 0 && column->dimension;
        fw_bytes_puts(out, header            ? "<th scope=\"row\">"
                           : column->numeric ? "<td class=\"number\">"
                                             : "<td>");
        put_cell(figure, column, row, out);
        fw_bytes_puts(out, header ? "</th>" : "</td>");
    }
    fw_bytes_puts(out, "</tr>\n");
}

static void write_html_caption(const struct fw_figure *figure, const struct fw_drawn_table *table,
                               struct fw_bytes *out)
{
    struct fw_bytes heading = { 0 };
    put_heading(figure, &heading);
    fw_bytes_puts(&heading, heading.length > 0 && table->title != NULL ? ": " : "");
    fw_bytes_puts(&heading, table->title != NULL ? table->title : "");
    fw_bytes_puts(out, "  <caption>");
    put_html(out, fw_bytes_text(&heading));
    fw_bytes_puts(out, "</caption>\n");
    fw_bytes_finish(&heading);
}

static void write_html_notes(const struct fw_figure *figure, size_t columns, struct fw_bytes *out)
{
    const struct fw_notes *notes = &figure->furniture.notes;
    if (notes->count == 0) {
        return;
    }
    fw_bytes_printf(out, "  <tfoot>\n    <tr><td colspan=\"%zu\">\n", columns);
    for (size_t i = 0; i < notes->count; i++) {
        fw_bytes_puts(out, "      <p>");
        if (notes->items[i].label != NULL) {
            fw_bytes_puts(out, "<strong>");
            put_html(out, notes->items[i].label);
            fw_bytes_puts(out, "</strong> ");
        }
        put_html(out, notes->items[i].text);
        fw_bytes_puts(out, "</p>\n");
    }
    fw_bytes_puts(out, "    </td></tr>\n  </tfoot>\n");
}

static void write_html(const struct fw_figure *figure, struct fw_bytes *out)
{
    struct fw_drawn_tables tables = fw_drawn_tables_of(figure->chart->root);
    for (size_t i = 0; i < tables.count; i++) {
        const struct fw_drawn_table *table = &tables.items[i];
        fw_bytes_puts(out, "<table>\n");
        write_html_caption(figure, table, out);
        fw_bytes_puts(out, "  <thead>\n    <tr>");
        for (size_t c = 0; c < table->column_count; c++) {
            fw_bytes_puts(out, "<th scope=\"col\">");
            put_html(out, header_of(figure, &table->columns[c]));
            fw_bytes_puts(out, "</th>");
        }
        fw_bytes_puts(out, "</tr>\n  </thead>\n  <tbody>\n");
        for (size_t row = 0; row < table->rows; row++) {
            write_html_row(figure, table, row, out);
        }
        fw_bytes_puts(out, "  </tbody>\n");
        if (i + 1 == tables.count) {
            write_html_notes(figure, table->column_count, out);
        }
        fw_bytes_puts(out, "</table>\n");
    }
}

/* ---- names ---------------------------------------------------------------------------------- */

/* clang-format off */
#define SIDECAR_LIST(X)                   \
    X("caption", ".caption.txt", caption) \
    X("alt", ".alt.txt", alt)             \
    X("csv", ".csv", csv)                 \
    X("html-table", ".html", html)
#define ENTRY(name, suffix, function) { name, suffix, write_##function },
#define NAME(name, suffix, function) name,
static const struct fw_sidecar_type types[] = { SIDECAR_LIST(ENTRY) };
static const char *const names[] = { SIDECAR_LIST(NAME) };
/* clang-format on */

const struct fw_sidecar_type *fw_sidecar_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (strcmp(types[i].name, name) == 0) {
            return &types[i];
        }
    }
    return NULL;
}

const char *const *fw_sidecar_names(size_t *count)
{
    *count = FW_COUNT(names);
    return names;
}
