/* The rules of a table schema for one cell, and the reports of cells that break them. */
#ifndef FW_DATA_PACKAGE_CELL_H
#define FW_DATA_PACKAGE_CELL_H

#include "data/cells.h"
#include "data/format.h"
#include "data/package.h"
#include "data/seen.h"
#include "regexp/regexp.h"

enum {
    FW_RULE_REPORTED = 20, /* cells reported one by one before the rest are counted; our taste */
    FW_RULE_COUNTED = 1000 /* cells counted before the check stops: what a hard pattern may cost */
};

/** A column of the file. */
struct fw_rule_column {
    const struct fw_resource_field *field; /* NULL: the schema does not know it */
    const struct fw_regexp *pattern;       /* or NULL */
    struct fw_seen seen;                   /* of unique columns */
    struct fw_seen values;                 /* "enum" as hashes, once the first cell asks for it */
    uint64_t hash; /* of this row's cell, where it is unique or in the key */
    bool is_hashed;
};

/** The check of one file. */
struct fw_rule_check {
    const struct fw_read *read;
    const struct fw_resource *resource;
    struct fw_arena *arena; /* scratch: ends with the check */
    struct fw_cells cells;
    struct fw_rule_column *columns;
    size_t count, capacity;
    const uint32_t *key; /* [resource->key_count] columns of the primary key; NULL: none */
    struct fw_seen rows; /* by the primary key */
    size_t broken;       /* cells and rows that break a rule */
};

/** What breaks a rule: a cell (NULL: a row) and the bytes that it takes in the file. */
struct fw_breach {
    const struct fw_csv_cell *cell;
    const char *begin, *end;
    struct fw_node rule; /* what it breaks, in the package */
};

/** Counts a breach and reports it while there are few; NULL: only counted. */
struct fw_diagnostic *fw_rule_report(struct fw_rule_check *check, const struct fw_breach *breach,
                                     const char *message);

/** A message for fw_rule_report, made only while it is wanted. */
#define FW_RULE_MESSAGE(check, ...)                                                                \
    ((check)->broken < FW_RULE_REPORTED ? fw_arena_printf((check)->arena, __VA_ARGS__) : "")

/** Checks a cell of a described column and remembers its hash where it is needed. */
void fw_rule_check_cell(struct fw_rule_check *check, struct fw_rule_column *column,
                        struct fw_breach *breach);

/** Where the same hash was seen before, or NULL; it is seen at `where` from now on. */
const char *fw_rule_see(struct fw_rule_check *check, struct fw_seen *seen, uint64_t hash,
                        const char *where);

/** The line of a byte of the file. */
size_t fw_rule_line(const struct fw_rule_check *check, const char *where);

#endif
