/* Labels that found no room: collected while a chart is drawn, reported when it is drawn for good.
 */
#ifndef FW_EXPLAIN_UNFIT_H
#define FW_EXPLAIN_UNFIT_H

#include "view/view.h"

/** Forgets what an earlier drawing collected. */
void fw_unfit_begin(struct fw_chart *chart);

/** A value label that was left out; a label of an axis, a legend or a header that ends in "...". */
void fw_unfit_drop(struct fw_chart *chart, const char *text);
void fw_unfit_cut(struct fw_chart *chart, const char *text);

/** Reports both, each in one sentence that lists the first few. */
void fw_unfit_report(const struct fw_chart *chart);

#endif
