/* Rows for combinations that have none: what Vega's impute adds. */
#include "chart/fields.h"

void fw_view_fill(struct fw_view *view, const char *field, const char *key, struct fw_texts by,
                  struct fw_value value)
{
    (void)view;
    (void)field;
    (void)key;
    (void)by;
    (void)value;
}

void fw_unit_impute(struct fw_view *unit)
{
    (void)unit;
}
