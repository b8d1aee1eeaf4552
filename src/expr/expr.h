/* The Vega expression language: text to a flat tree, evaluated against a row and a set of names. */
#ifndef FW_EXPR_EXPR_H
#define FW_EXPR_EXPR_H

#include "base/diag.h"
#include "data/table.h"
#include "json/json.h"

struct fw_expr;   /* a parsed expression; immutable, lives in its arena */
struct fw_locale; /* format/locale.h */
struct fw_zone;   /* format/calendar.h; NULL is UTC */
struct fw_expr_env;

/**
 * The value of a name that is neither `datum` nor a constant of the language: a param. It is the
 * same for all rows of one fw_expr_column. False: there is no such name, and it is undefined.
 */
typedef bool (*fw_expr_lookup_fn)(const struct fw_expr_env *env, fw_str name,
                                  struct fw_value *value);

/**
 * Functions that need the chart (scale, invert, bandwidth, domain, range, data, indata, geoShape,
 * ...) ask it; false: not known there, which evaluates to undefined.
 */
typedef bool (*fw_expr_chart_fn)(const struct fw_expr_env *env, const char *function,
                                 const struct fw_value *args, size_t count, struct fw_value *value);

struct fw_expr_env {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const struct fw_locale *locale; /* NULL: en-US */
    const struct fw_zone *zone;
    fw_expr_lookup_fn lookup; /* NULL: no names */
    fw_expr_chart_fn chart;   /* NULL: no such functions */
    const void *context;      /* theirs */
    double now_ms; /* what now() gives: the library has no clock, so that pictures stay the same */
    /* `datum`: row `row` of `table`, or, when `table` is NULL, the value `datum`. */
    const struct fw_table *table;
    size_t row;
    struct fw_value datum;
};

/** Where a parse failed: byte offset and length in the text, and a sentence for a report. */
struct fw_expr_fault {
    size_t offset, length;
    enum fw_code code; /* FW_EXPR_SYNTAX, or FW_EXPR_UNKNOWN for a function that is none */
    const char *message;
    const char *hint; /* or NULL */
};

/** Parses `text`; NULL and `fault` filled in when it is wrong. */
const struct fw_expr *fw_expr_parse(struct fw_arena *arena, struct fw_strings *strings,
                                    const char *text, size_t length, struct fw_expr_fault *fault);

/** Reports a fault at its place inside the JSON string that the text came from. */
void fw_expr_report(struct fw_arena *arena, struct fw_node text, const struct fw_expr_fault *fault,
                    struct fw_diag *diag);

/** Parses the text of a JSON string and reports a fault at its place inside that string. */
const struct fw_expr *fw_expr_parse_node(struct fw_arena *arena, struct fw_strings *strings,
                                         struct fw_node text, struct fw_diag *diag);

/**
 * The value; never fails: what JavaScript would throw on is undefined, and so is what a function
 * would make beyond FW_EXPR_MAX_WORK. Time is bounded by the length of the text. Objects of rgb()
 * and its like come out as texts.
 *
 * random() and the samples are numbers that follow from the expression's text, env->row and how
 * many were drawn in the row before: the same in each run, different from row to row.
 */
struct fw_value fw_expr_eval(const struct fw_expr *expr, const struct fw_expr_env *env);

/** Values for every row of `env->table`, as a column called `name`. */
const struct fw_column *fw_expr_column(const struct fw_expr *expr, const struct fw_expr_env *env,
                                       fw_str name);

/** The names, other than datum and functions, that an expression reads; returns how many. */
size_t fw_expr_names(const struct fw_expr *expr, struct fw_arena *arena, const fw_str **names);

/** The root fields of datum that an expression reads; `*all` when it uses datum as a whole. */
size_t fw_expr_fields(const struct fw_expr *expr, struct fw_arena *arena, const fw_str **fields,
                      bool *all);

#endif
