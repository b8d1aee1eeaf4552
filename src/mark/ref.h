/* Value references: where an item's position, color or text comes from, decided once, read for
 * every row. */
#ifndef FW_MARK_REF_H
#define FW_MARK_REF_H

#include "encoding/unit.h"

struct fw_predicate; /* expr/predicate.h */

enum fw_ref_kind {
    FW_REF_NONE,   /* nothing: the property keeps its default */
    FW_REF_VALUE,  /* a constant */
    FW_REF_COLUMN, /* a column's value */
    FW_REF_MIX,    /* (1 - t) * column + t * column2 */
    FW_REF_EXPR,   /* an expression over the row */
    FW_REF_BAND,   /* nothing but a band's width */
};

/**
 * The value before scaling, then `scale` when there is one, then `band` of its bandwidth, then
 * offsets: as Vega's value references. The first case whose test holds for the row replaces all of
 * it.
 */
struct fw_ref {
    enum fw_ref_kind kind;
    struct fw_value value;
    const struct fw_column *column, *column2;
    double t;
    double add_data; /* added before the scale (mixes only) */
    const struct fw_expr *expr;
    const struct fw_scale *scale;
    double band;                 /* part of the bandwidth that is added */
    double add;                  /* px */
    const struct fw_ref *offset; /* added too; NULL: none */
    double floor;                /* at least this; NaN: no floor (band sizes) */
    const struct fw_ref_case *cases;
    size_t case_count;
};

/** One case: a predicate, or "the value of `invalid` is null or no finite number". */
struct fw_ref_case {
    const struct fw_predicate *test;
    const struct fw_column *invalid;
    struct fw_ref ref;
};

struct fw_ref fw_ref_none(void);
struct fw_ref fw_ref_value(struct fw_value value);
struct fw_ref fw_ref_number(double number);

/** A column of the unit's table by name; reads nested paths. Undefined values when there is none.
 */
struct fw_ref fw_ref_column(const struct fw_unit *unit, const char *name,
                            const struct fw_scale *scale);

/** A constant as written in a spec: ExprRef become expressions; "width" and "height" for `size_of`.
 */
struct fw_ref fw_ref_written(const struct fw_unit *unit, struct fw_value value,
                             enum fw_channel size_of);

/** The column of a unit's table that a name or path names, or NULL. */
const struct fw_column *fw_unit_column(const struct fw_unit *unit, const char *name);

/** The field or datum of `def` (its column with `suffix`), scaled. Source:
 * valueRefForFieldOrDatumDef. */
struct fw_ref fw_ref_def(const struct fw_unit *unit, const struct fw_channel_def *def,
                         const struct fw_scale *scale, const char *suffix);

/** Between the columns `start` and `end`, at `t`. Source: interpolatedSignalRef. */
struct fw_ref fw_ref_between(const struct fw_unit *unit, const char *start, const char *end,
                             double t, const struct fw_scale *scale);

bool fw_ref_there(const struct fw_ref *ref);

/** Whether the result is the same for every row. */
bool fw_ref_constant(const struct fw_ref *ref);

/** The result for one row; undefined when there is none. */
struct fw_value fw_ref_get(const struct fw_unit *unit, const struct fw_ref *ref, size_t row);

/** The same as a number (JavaScript's ToNumber; undefined gives NaN). */
double fw_ref_get_number(const struct fw_unit *unit, const struct fw_ref *ref, size_t row);

/** The same as a place: what has none (a category that the domain leaves out, a logarithm of what is
 * not positive) is drawn at 0, as Vega does. */
double fw_ref_get_place(const struct fw_unit *unit, const struct fw_ref *ref, size_t row);

#endif
