/* The rewrites of a unit view, in the order in which they are tried: the first that matches is run.
 */
#ifndef FW_CHART_NORMALIZE_LIST_H
#define FW_CHART_NORMALIZE_LIST_H

#define FW_REWRITE_LIST(X) X(boxplot) X(errorbar) X(errorband) X(overlay) X(ranged_line) X(redundant)

#endif
