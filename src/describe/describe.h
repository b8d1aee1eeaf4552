/* A chart in plain words: a draft of its text alternative, made of the rows that are drawn. */
#ifndef FW_DESCRIBE_DESCRIBE_H
#define FW_DESCRIBE_DESCRIBE_H

#include "view/view.h"

/**
 * What a built chart shows: its form, its measure, and all of its numbers where they are few, else
 * the main trend or the extremes: "Bar chart of percent of reports by type of environment: Social
 * networking 48.5%, Gaming sites 10%." Names and units come from titles of the spec and from a
 * datapackage.json; numbers are worded as the chart's own labels word them. One sentence or several
 * in the chart's arena; never NULL. Rules are plain and the same each time. Source of what a text
 * alternative says (form, measure, main trend): ONS Service Manual, "Alternative text".
 */
const char *fw_describe(const struct fw_view *root);

#endif
