/* Times to the time unit that they lie in. */
#ifndef FW_TRANSFORM_TIMEUNIT_H
#define FW_TRANSFORM_TIMEUNIT_H

#include "format/unit.h"
#include "transform/step.h"

struct fw_timeunit {
    const char *field;
    struct fw_time_unit unit; /* without parts: chosen for at most `maxbins` units */
    double maxbins;           /* 0: Vega's default */
    const char *as[2];        /* columns of starts and ends */
};

/**
 * `table` with the start and end of each row's unit; nil gives null. Texts are read as dates first,
 * and the field's column is replaced by those dates, as Vega-Lite does.
 */
const struct fw_table *fw_timeunit_run(const struct fw_transform_context *context,
                                       const struct fw_table *table,
                                       const struct fw_timeunit *timeunit);

/**
 * A unit as Vega-Lite writes it: "utcyearmonth", or {"unit", "maxbins", "step", "utc"}. False: no
 * such unit, and nothing reported.
 */
bool fw_timeunit_read(struct fw_value value, struct fw_time_unit *unit, double *maxbins);

#endif
