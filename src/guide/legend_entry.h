/* The body of a legend: entries with symbols, a gradient, or bands. Private to src/guide. */
#ifndef FW_GUIDE_LEGEND_ENTRY_H
#define FW_GUIDE_LEGEND_ENTRY_H

#include "guide/legend.h"

/** The body of a legend, built at the origin of its group. */
struct fw_legend_body {
    struct fw_box bounds;   /* of all of it */
    struct fw_box gradient; /* of the gradient or the bands alone; empty for symbols */
};

/** The first scale of a legend: it makes the entries. */
const struct fw_scale *fw_legend_main_scale(const struct fw_legend_spec *spec);

/** The columns that the entries stand in; 0: all in one row. */
size_t fw_legend_columns(const struct fw_legend_spec *spec);

/* Each builds one type of legend into `parent`, a group with nothing in it. */
struct fw_legend_body fw_legend_symbols_build(const struct fw_guide_env *env,
                                              struct fw_scene_node *parent,
                                              const struct fw_legend_spec *spec);
struct fw_legend_body fw_legend_gradient_build(const struct fw_guide_env *env,
                                               struct fw_scene_node *parent,
                                               const struct fw_legend_spec *spec);
struct fw_legend_body fw_legend_bands_build(const struct fw_guide_env *env,
                                            struct fw_scene_node *parent,
                                            const struct fw_legend_spec *spec);

#endif
