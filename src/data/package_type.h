/* Types of a table schema: their words, and what the text of a cell is by them. */
#ifndef FW_DATA_PACKAGE_TYPE_H
#define FW_DATA_PACKAGE_TYPE_H

#include "data/package.h"

/** The words of "type", NULL-terminated, and the type of a word: NULL is "any". */
extern const char *const fw_field_type_names[];
enum fw_field_type fw_field_type_find(const char *name);
const char *fw_field_type_name(enum fw_field_type type);

/** Whether values of a type have an order, so that "minimum" means something. */
bool fw_field_is_ordered(enum fw_field_type type);

/** Whether cells of a type are checked at all: those that hold JSON are not. */
bool fw_field_is_checked(enum fw_field_type type);

/** What a text is by a type. */
struct fw_field_cell {
    bool fits;     /* it can be read as the type */
    double number; /* of ordered types: the number, year, ms since 1970 or since midnight; booleans:
                      0, 1 */
};

/**
 * Reads a text that is not a missing value. Numbers, dates and words are those of Frictionless
 * Table Schema 1.0: 2010-02-30 is no date, 1e3 is a number and no integer, TRUE and 1 are booleans.
 */
struct fw_field_cell fw_field_read(const struct fw_resource_field *field, const char *text,
                                   size_t length);

#endif
