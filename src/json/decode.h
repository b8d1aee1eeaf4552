/* Property tables: what an object may hold. They decode, suggest, and later write schema and reference. */
#ifndef FW_JSON_DECODE_H
#define FW_JSON_DECODE_H

#include "json/json.h"

/** What a property's value may be: or-ed flags. FW_P_ANY stands for all kinds without a check. */
enum {
    FW_P_NUMBER = 1 << 0,
    FW_P_STRING = 1 << 1,
    FW_P_BOOLEAN = 1 << 2,
    FW_P_NULL = 1 << 3,
    FW_P_ARRAY = 1 << 4,      /* of any items */
    FW_P_OBJECT = 1 << 5,     /* of any members: decoded by a table of its own, if it has one */
    FW_P_EXPR = 1 << 6,       /* {"expr": "..."} */
    FW_P_CONDITION = 1 << 7,  /* {"condition": ..., "value": ...}: axis properties */
    FW_P_COLOR = 1 << 8,      /* a CSS color (string) */
    FW_P_GRADIENT = 1 << 9,   /* a gradient object */
    FW_P_STRINGS = 1 << 10,   /* an array of strings */
    FW_P_NUMBERS = 1 << 11,   /* an array of numbers */
    FW_P_NOT_NEGATIVE = 1 << 12, /* with FW_P_NUMBER: >= 0 */
    FW_P_FRACTION = 1 << 13,  /* with FW_P_NUMBER: 0 to 1 */
    FW_P_ANY = 1 << 14,
    FW_P_REQUIRED = 1 << 15,  /* the object is wrong without it */
    FW_P_NO_EFFECT = 1 << 16, /* valid, and nothing in a static picture (tooltip, cursor, ...) */
    FW_P_UNSUPPORTED = 1 << 17, /* valid Vega-Lite that we do not draw yet: warned about */
    FW_P_CODE = 1 << 18,        /* texts, of an array too, are expressions */
    FW_P_LENGTH = 1 << 19,      /* with FW_P_NUMBER: px of a view, > 0 and <= FW_LIMIT_FIGURE_PX */
    FW_P_FIELD = 1 << 21, /* of transforms: names columns, as texts or as the "field" of objects */
    FW_P_MARK = 1 << 20,        /* with choices: what is not among them is an unknown mark */
};

/** A property of a specification: its value, and where it stands. Zeroed: not given. */
struct fw_prop {
    struct fw_value value; /* FW_UNDEFINED when not given; FW_NULL when written as null */
    struct fw_node at;
};

/**
 * One property of a table. `offset` is that of a `struct fw_prop` in the struct that the table decodes to.
 */
struct fw_property {
    const char *name;
    unsigned type;              /* FW_P_ flags */
    size_t offset;
    const char *const *choices; /* NULL-terminated words a string value must be among, or NULL */
    const char *doc;            /* one clause for the reference */
};

struct fw_decoder {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    /* Checks the text of an expression and reports its faults; NULL: not checked here. */
    void (*check_expr)(struct fw_decoder *decoder, struct fw_node text);
    /* Whether a text is a color; NULL: not checked here (json knows nothing of colors). */
    bool (*is_color)(const char *text, size_t length);
    const char *const *color_names; /* [color_name_count] for suggestions, or NULL */
    size_t color_name_count;
};

/**
 * Decodes the members of `object` into `out` (a struct whose fw_prop members the table names), checking each
 * against its type. Reports unknown names (with the nearest of the table), wrong types and missing required
 * ones; `what` names the object in messages ("mark", "axis"). Names in `also` (NULL-terminated, may be NULL)
 * are known too and left to the caller. False when something was wrong; the good members are decoded all the
 * same.
 */
bool fw_decode(struct fw_decoder *decoder, struct fw_node object, const char *what,
               const struct fw_property *table, size_t count, const char *const *also, void *out);

/** Checks one value against type flags and choices; reports and returns false when it does not fit. */
bool fw_decode_check(struct fw_decoder *decoder, struct fw_node node, const char *what,
                     const struct fw_property *property);

/** Members of `over` that are given replace those of `under`: both are structs of the same table. */
void fw_props_overlay(const struct fw_property *table, size_t count, void *under,
                      const void *over);

/**
 * For open structs made by a list macro: X(member, "name", type, choices, "doc").
 *     struct fw_tick_style { FW_TICK_LIST(FW_PROP_MEMBER) };
 */
#define FW_PROP_MEMBER(member, name, type, choices, doc) struct fw_prop member;

#endif
