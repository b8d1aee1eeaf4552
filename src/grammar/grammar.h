/* The grammar of charts: everything that a Vega-Lite spec may hold, and a check of a spec against
 * it. */
#ifndef FW_GRAMMAR_GRAMMAR_H
#define FW_GRAMMAR_GRAMMAR_H

#include "json/shape.h"

/** The shape of a chart spec, with all others below it. */
extern const struct fw_shape fw_shape_view;

/** The shape of a `config`, of a theme's too. */
extern const struct fw_shape fw_shape_config;

/**
 * Checks a spec against the grammar: names, types, words, ranges, colors, and the syntax of
 * expressions. It says what is wrong with all of it in one go. False when there were errors.
 */
bool fw_grammar_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                      const struct fw_json *json);

/** Checks one value of a document, with all in it, against a shape: a theme's config. */
bool fw_grammar_check_node(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                           struct fw_node node, const struct fw_shape *shape);

#endif
