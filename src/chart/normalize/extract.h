/* Taking bins, time units and aggregates out of an encoding, as transforms that go before it. */
#ifndef FW_CHART_NORMALIZE_EXTRACT_H
#define FW_CHART_NORMALIZE_EXTRACT_H

#include "chart/normalize/rewrite.h"

/** All arrays but `encoding`, which reads the columns that the transforms make. */
struct fw_extracted {
    struct fw_value bins, time_units; /* transforms */
    struct fw_value aggregate;        /* members of an aggregate transform */
    struct fw_value groupby;          /* fields that are not aggregated */
    struct fw_value encoding;
};

/** Source: vega-lite, encoding.ts, extractTransformsFromEncoding. `encoding` is normal
 * (definition.h). */
struct fw_extracted fw_extract_transforms(const struct fw_scope *scope, struct fw_value encoding);

#endif
