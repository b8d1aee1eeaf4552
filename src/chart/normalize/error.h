/* Intervals of error, as error bars and error bands both draw them. */
#ifndef FW_CHART_NORMALIZE_ERROR_H
#define FW_CHART_NORMALIZE_ERROR_H

#include "chart/normalize/composite.h"

struct fw_error {
    struct fw_composite mark;
    struct fw_value transform; /* the unit's own and those that make lower_FIELD and upper_FIELD */
    struct fw_value encoding;  /* without the continuous axis and without tooltip */
};

/** False when the channels make no interval; that is reported. Source: errorBarParams. */
bool fw_error_init(struct fw_error *error, const struct fw_scope *scope, struct fw_value unit);

/** The view that holds the layers. */
struct fw_value fw_error_view(const struct fw_error *error, struct fw_value layers);

#endif
