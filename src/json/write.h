/* JSON out: members in the order they are written, the shortest numbers, one form for one content.
 */
#ifndef FW_JSON_WRITE_H
#define FW_JSON_WRITE_H

#include "base/bytes.h"
#include "base/value.h"

/**
 * A writer in the caller's memory: set `out` and `indent`, leave the rest zeroed. It puts the
 * commas, line breaks and indents; the caller opens, closes and names in pairs.
 */
struct fw_json_writer {
    struct fw_bytes *out;
    int indent; /* spaces a level; 0: all on one line without spaces */
    int depth;
    bool has_items; /* something stands before in the open array or object */
    bool has_key;   /* a key waits for its value */
};

void fw_json_open(struct fw_json_writer *writer, char bracket);  /* '{' or '[' */
void fw_json_close(struct fw_json_writer *writer, char bracket); /* '}' or ']' */
void fw_json_key(struct fw_json_writer *writer, const char *key);

/** Values; a number that is not finite is null. */
void fw_json_text(struct fw_json_writer *writer, const char *text, size_t length);
void fw_json_puts(struct fw_json_writer *writer, const char *text); /* NULL: null */
void fw_json_member(struct fw_json_writer *writer, const char *key, const char *text);
void fw_json_number(struct fw_json_writer *writer, double number);
void fw_json_boolean(struct fw_json_writer *writer, bool boolean);
void fw_json_null(struct fw_json_writer *writer);

/** A whole value. As in JSON.stringify, times are ISO texts and undefined is null (members: left
 * out). */
void fw_json_value(struct fw_json_writer *writer, struct fw_value value);

/** Appends `text` (UTF-8) as a JSON string with its quotes. */
void fw_json_quote(struct fw_bytes *out, const char *text, size_t length);

#endif
