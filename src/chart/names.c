/* Names in expressions that are neither params nor signals of Vega. */
#include "chart/params.h"

void fw_params_check(struct fw_chart *chart)
{
    (void)chart;
}
