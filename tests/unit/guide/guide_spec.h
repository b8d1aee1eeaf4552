/* Reads Vega's own axes, legends and titles, for tests: what Vega-Lite's compiler does for charts.
 */
#ifndef FW_TEST_GUIDE_SPEC_H
#define FW_TEST_GUIDE_SPEC_H

#include "guide/axis.h"
#include "guide/legend.h"
#include "guide/title.h"
#include "json/json.h"

struct spec_reader {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_node scales; /* an array of scale definitions */
};

/** The scale of that name, trained; NULL when there is none. */
const struct fw_scale *read_scale(const struct spec_reader *reader, const char *name);

struct fw_axis_spec read_axis(const struct spec_reader *reader, struct fw_node node);
struct fw_legend_spec read_legend(const struct spec_reader *reader, struct fw_node node);
struct fw_title_spec read_title(const struct spec_reader *reader, struct fw_node node);

#endif
