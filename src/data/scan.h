/* JSON text to values and rows, without nodes in between: for data, where a spec's places are not
 * needed. */
#ifndef FW_DATA_SCAN_H
#define FW_DATA_SCAN_H

#include "base/bytes.h"
#include "base/diag.h"
#include "data/table.h"

/**
 * Reading a text from `p` to `end`; zeroed but for arena, strings, p and end. The text is UTF-8 and
 * has a NUL or other byte at `end` that may be read. Finish with fw_scan_finish.
 */
struct fw_scan {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const char *p, *end;
    int depth;
    const char *fault; /* what is wrong at p, or NULL */
    const char
        *duplicate; /* the first key that was twice in its object: the last one counts; or NULL */
    struct fw_bytes text;   /* a string with its escapes resolved */
    struct fw_value *stack; /* items of the arrays and objects that are open */
    size_t top, room;
};

/** Skips white space. */
void fw_scan_space(struct fw_scan *scan);

/** Reads one value. False, with `fault` set and p at the place, when it is wrong. */
bool fw_scan_value(struct fw_scan *scan, struct fw_value *value);

/** Reads an array of rows straight into columns. NULL and a fault when the text is wrong. */
const struct fw_table *fw_scan_rows(struct fw_scan *scan);

void fw_scan_finish(struct fw_scan *scan);

#endif
