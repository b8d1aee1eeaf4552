/* Data of a spec to tables: inline, by file, by name, or generated; nothing outside the allowed
 * folders. */
#ifndef FW_DATA_LOAD_H
#define FW_DATA_LOAD_H

#include "data/infer.h"
#include "json/json.h"

struct fw_inputs;
struct fw_mention;
struct fw_packages;

/** What a chart reads of a dataset. Zeroed: everything, as it stands. See fw_request_of. */
struct fw_load_request {
    /** All that a spec says of columns, [mention_count]: see data/request.h; NULL: not known. */
    const struct fw_mention *mentions;
    size_t mention_count;
    /**
     * Columns that are read at all, by the roots of their field paths; NULL: all of them. A CSV
     * column that is not named is skipped over, never stored.
     */
    const fw_str *columns;
    size_t column_count;
    /**
     * CSV columns whose values are only ever taken as numbers: stored as such when every cell is
     * the text of a number, else as texts. Without this a CSV column is text, as in Vega, unless it
     * is parsed.
     */
    const fw_str *numeric;
    size_t numeric_count;
    /** Conversions that encodings and transforms imply; where data.format.parse names a field, it
     * wins. */
    const struct fw_parse *parses;
    size_t parse_count;
};

/** Where data come from and where tables go. */
struct fw_load {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    const struct fw_zone *zone;     /* NULL: UTC */
    const struct fw_locale *locale; /* NULL: en-US */
    const char *folder;         /* of the spec: relative urls start here; NULL: the current one */
    const char *base_url;       /* folder that relative urls start from instead, or NULL */
    const char *const *allowed; /* more folders that may be read, [allowed_count] */
    size_t allowed_count;
    struct fw_inputs *inputs; /* takes what is read; NULL: nothing does */
    struct fw_node datasets;  /* the spec's "datasets" object, or none */
    /** Datasets that the caller holds, asked before `datasets`: NULL where it has none of that
     * name. */
    const struct fw_table *(*named)(const struct fw_load *load, fw_str name);
    const void *context; /* of `named` */
    /**
     * Takes what datapackage.json files say of the files that are read, and which resources were
     * used, see data/package.h; NULL: none are looked for.
     */
    struct fw_packages *packages;
};

/**
 * The table of a "data" block: {"url"}, {"values"}, {"name"}, {"sequence"}, {"sphere"},
 * {"graticule"}. A sphere is one row of type "Sphere"; a graticule one of type "Graticule" whose
 * column "graticule" has the parameters: its lines are the projection's to make. `request` may be
 * NULL. NULL when something was wrong, which has been reported.
 */
const struct fw_table *fw_data_load(const struct fw_load *load, struct fw_node data,
                                    const struct fw_load_request *request);

/** The table of "values": an array of rows, one row, or a text in the format of `format` (may be
 * none). */
const struct fw_table *fw_data_inline(const struct fw_load *load, struct fw_node values,
                                      struct fw_node format, const struct fw_load_request *request);

#endif
