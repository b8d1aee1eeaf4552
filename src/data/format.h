/* Formats of data files and texts: the registry, and what a "format" block decodes to. */
#ifndef FW_DATA_FORMAT_H
#define FW_DATA_FORMAT_H

#include "data/load.h"

struct fw_data_format;

/** A text to read as a table. */
struct fw_read {
    const struct fw_load *load;
    const struct fw_source *source;
    const char *begin, *end; /* inside source->text */
    const struct fw_data_format *format;
    const struct fw_load_request *request; /* never NULL */
    const struct fw_resource *resource;    /* what is said of the file, or NULL */
};

/** One format: a word for "type", a clause for the reference, bytes to table. */
struct fw_data_reader {
    const char *name;
    const char *doc;
    char delimiter; /* of formats that have a fixed one */
    bool is_json;   /* reads JSON, so that rows written inside a spec are its text too */
    /** NULL when the text is wrong, which has been reported. Types are as the text has them. */
    const struct fw_table *(*read)(const struct fw_read *read);
};

/** A decoded "format" block. */
struct fw_data_format {
    const struct fw_data_reader *reader;
    struct fw_node at;    /* the block, or none */
    struct fw_node parse; /* its "parse" when that is an object, or none */
    char delimiter;
    const char *property, *feature, *mesh, *filter; /* NULL where not given */
    const struct fw_parse *parses;                  /* format.parse and what the request implies */
    size_t parse_count;
    bool infer; /* parse: "auto" */
    bool raw;   /* parse: null, nothing is converted, implied or not */
};

/** The reader of that name, or NULL. */
const struct fw_data_reader *fw_data_reader_find(const char *name);

/** What a column is to be parsed as, or NULL. */
const struct fw_parse *fw_data_format_parse(const struct fw_data_format *format,
                                            const char *column);

/** Rows of any value: an array of rows; a single row else; null and undefined have none. */
const struct fw_table *fw_table_of_value(const struct fw_load *load, struct fw_value value);

/** The JSON value of a text, after format->property. False and reported when wrong. */
bool fw_read_json_value(const struct fw_read *read, struct fw_value *value);

#endif
