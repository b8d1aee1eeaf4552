/* Delimited text to cells: quotes, delimiters and line ends, as d3-dsv reads them. */
#include "data/cells.h"

#include <string.h>

struct fw_place fw_cells_place(const struct fw_cells *cells, const char *begin, const char *end)
{
    const struct fw_source *source = cells->source;
    return (struct fw_place){ .source = source,
                              .begin = (size_t)(begin - source->text),
                              .end = (size_t)(end - source->text) };
}

void fw_cells_end(struct fw_cells *cells, struct fw_csv_cell *cell)
{
    cell->last = cells->p >= cells->end || *cells->p != cells->delimiter;
    if (cells->p < cells->end) {
        bool cr = *cells->p++ == '\r';
        if (cr && cell->last && cells->p < cells->end && *cells->p == '\n') {
            cells->p++;
        }
    }
}

/** Takes the quotes off a cell whose text has doubled ones. */
static void unquote(struct fw_cells *cells, struct fw_csv_cell *cell)
{
    cells->unquoted.length = 0;
    for (const char *p = cell->begin; p < cell->end; p++) {
        fw_bytes_put(&cells->unquoted, *p);
        p += *p == '"';
    }
    cell->begin = cells->unquoted.data;
    cell->end = cell->begin + cells->unquoted.length;
}

static void read_quoted(struct fw_cells *cells, struct fw_csv_cell *cell)
{
    const char *open = cells->p++;
    bool doubled = false;
    cell->begin = cells->p;
    for (;;) {
        const char *quote = memchr(cells->p, '"', (size_t)(cells->end - cells->p));
        if (quote == NULL) {
            struct fw_place place = fw_cells_place(cells, open, open + 1);
            struct fw_diag *diag = cells->diag;
            fw_hint(diag,
                    fw_report(diag, place, FW_DATA_SYNTAX, "a quote without its closing quote"),
                    "write a quote inside a quoted cell twice");
            cells->broken = true;
            cell->end = cells->p = cells->end;
            break;
        }
        cells->p = quote + 1;
        if (cells->p < cells->end && *cells->p == '"') {
            doubled = true;
            cells->p++;
            continue;
        }
        cell->end = quote;
        break;
    }
    const char *behind = cells->p;
    while (cells->p < cells->end && !fw_cells_ends(cells, *cells->p)) {
        cells->p++;
    }
    if (cells->p > behind) {
        struct fw_diag *diag = cells->diag;
        fw_hint(diag,
                fw_report(diag, fw_cells_place(cells, behind, cells->p), FW_DATA_SYNTAX,
                          "text behind the closing quote of a cell"),
                "write a quote inside a quoted cell twice");
        cells->broken = true;
    }
    if (doubled) {
        unquote(cells, cell);
    }
}

void fw_cells_next(struct fw_cells *cells, struct fw_csv_cell *cell)
{
    if (cells->p < cells->end && *cells->p == '"') {
        read_quoted(cells, cell);
    } else {
        const char *p = cell->begin = cells->p;
        while (p < cells->end && !fw_cells_ends(cells, *p)) {
            p++;
        }
        cell->end = cells->p = p;
    }
    fw_cells_end(cells, cell);
}

void fw_cells_skip_blank(struct fw_cells *cells)
{
    while (cells->p < cells->end && (*cells->p == '\n' || *cells->p == '\r')) {
        cells->p++;
    }
}
