/* Taking the shorthand out of a chart spec: what is left is units, layers, facets and
 * concatenations. */
#ifndef FW_CHART_NORMALIZE_H
#define FW_CHART_NORMALIZE_H

#include "theme/config.h"
#include "json/json.h"

/** What a spec is rewritten with. All but `json` are needed. */
struct fw_normalize_context {
    struct fw_maker make; /* takes the rewritten spec */
    const struct fw_config *config;
    struct fw_diag *diag;
    const struct fw_json
        *json; /* the document that objects' origins are nodes of; NULL: no places */
    bool redundant; /* series differ by dash or marker as well as by color */
};

/**
 * The spec in plain form, as Vega-Lite's normalize stage gives it:
 * - row, column and facet channels of a unit become a facet view around it;
 * - repeats become concatenations and layers, with each {"repeat": ...} replaced by its field;
 * - the encoding and projection of a layer go down into its units;
 * - points on lines, and lines on areas, become layers; ranged lines become rules;
 * - boxplot, errorbar and errorband become layers of plain marks, with the transforms they need;
 * - where `redundant` asks for it, lines and points told apart by color get dashes and shapes too;
 * - `autosize` of the top level is an object, or left out where it is Vega's default.
 *
 * Differences from Vega-Lite: tooltips of composite marks are left out, with what is worked out for
 * them alone; so are groups by the text of a bin; params stay in the view that they were written
 * in; references to a repeat in a layer's shared encoding or in a facet are replaced as well;
 * nested fields and quotes in names work in composite marks too.
 *
 * An object that was made of one in the document keeps its origin. What cannot be rewritten is
 * reported and left as it is: the caller asks the diagnostics for errors. Source: vega-lite,
 * normalize and compositemark.
 */
struct fw_value fw_normalize(const struct fw_normalize_context *context, struct fw_value spec);

#endif
