/* Point symbols: the shapes of Vega, and shapes given as SVG paths. */
#ifndef FW_SHAPE_SYMBOL_H
#define FW_SHAPE_SYMBOL_H

#include "shape/path.h"

/** Also stands for circle, square and the legend symbols. */
struct fw_symbol {
    double x, y;  /* centre */
    double size;  /* area in px^2 */
    double angle; /* degrees */
    const char *
        shape; /* a Vega name or an SVG path in a 2x2 box (d3/Vega custom symbol); NULL: "circle" */
};

/**
 * Appends the outline of the symbol at its place, turned. A shape that is neither a name nor path
 * data adds nothing and gives false.
 */
bool fw_symbol_path(const struct fw_symbol *symbol, struct fw_path *path);

/** Whether `shape` names a built-in symbol. */
bool fw_symbol_known(const char *shape);

/** The names of the built-in symbols, for suggestions. */
const char *const *fw_symbol_names(size_t *count);

#endif
