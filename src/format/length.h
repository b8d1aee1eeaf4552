/* Lengths as people write them: "160mm", "6.3in"; and the named sizes of figures. */
#ifndef FW_FORMAT_LENGTH_H
#define FW_FORMAT_LENGTH_H

#include <stdbool.h>
#include <stddef.h>

struct fw_arena;

/** The units: CSS pixels (1/96 inch), millimetres, centimetres, points (1/72 inch), inches. */
enum fw_length_unit {
    FW_UNIT_PX,
    FW_UNIT_MM,
    FW_UNIT_CM,
    FW_UNIT_PT,
    FW_UNIT_IN,
};

/**
 * A number with a unit behind it, with a space between or none: "160mm", "6.3 in". A number alone
 * is px. Finite and above 0, else false.
 */
bool fw_length_parse(const char *text, double *px, enum fw_length_unit *unit);

/** "92 mm", "5.1 in", "347 px": `px` in `unit`, rounded up to what a ruler shows. */
const char *fw_length_text(struct fw_arena *arena, double px, enum fw_length_unit unit);

/** A size that figures are often made for. */
struct fw_named_size {
    const char *name; /* "a4-column" */
    double width;     /* px */
    double height;    /* px; 0: whatever the figure needs */
    enum fw_length_unit unit;
};

/** The size of that name, or NULL; the names, sorted. */
const struct fw_named_size *fw_named_size_find(const char *name);
const char *const *fw_named_size_names(size_t *count);

#endif
