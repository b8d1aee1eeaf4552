/* Checks of texts that stand for something: color schemes, time units, formats, symbols, params. */
#ifndef FW_GRAMMAR_TEXTS_H
#define FW_GRAMMAR_TEXTS_H

#include "json/decode.h"

/*
 * Each checks the text of `node`, reports what is wrong with it and is then false. A node that is
 * no string is good: its type was checked.
 */

/** A color scheme of Vega, such as "blues" or "blues-5". */
bool fw_check_scheme(struct fw_decoder *decoder, struct fw_node node);

/** A time unit, such as "yearmonth" or "binnedutcyear". */
bool fw_check_time_unit(struct fw_decoder *decoder, struct fw_node node);

/** A symbol's name, or an SVG path. */
bool fw_check_symbol(struct fw_decoder *decoder, struct fw_node node);

/**
 * A format of numbers or of times: what is neither is wrong; and what is not that of the two which
 * a member of the same object with "Type" behind its name says.
 */
bool fw_check_format(struct fw_decoder *decoder, struct fw_node node);

/**
 * The type of a format: "number" or "time". Others name functions in JavaScript, which are not run:
 * a warning, but for tooltips, which are not drawn.
 */
bool fw_check_format_type(struct fw_decoder *decoder, struct fw_node node);

/** A length such as "160mm". */
bool fw_check_length(struct fw_decoder *decoder, struct fw_node node);

/** The name of a size of figures, such as "a4-column". */
bool fw_check_named_size(struct fw_decoder *decoder, struct fw_node node);

/** Of an array: each item is an object. */
bool fw_check_objects(struct fw_decoder *decoder, struct fw_node node);

/** The name of a param of the document. */
bool fw_check_param(struct fw_decoder *decoder, struct fw_node node);

/**
 * Reports a name that an expression at `node` reads and that is neither a param nor one of the
 * signals that Vega-Lite makes for views and selections, unless the expression is of a mark's
 * property that an encoded channel replaces: Vega-Lite never looks at it.
 */
void fw_check_name(struct fw_decoder *decoder, struct fw_node node, fw_str name);

#endif
