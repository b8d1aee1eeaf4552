/* The labels of a scale's ticks and legend entries, as Vega writes them. */
#ifndef FW_SCALE_LABEL_H
#define FW_SCALE_LABEL_H

#include "scale/scale.h"

/** A way to write the labels of one guide; lives in its arena. */
struct fw_labels;

/**
 * The labels of an axis or gradient with `wanted` ticks (`preset` of them where none are wanted).
 * With `every` none is left out; else a logarithmic scale labels only the round ones of its ticks.
 * Method: vega-scale, tickFormat.
 */
const struct fw_labels *fw_labels_new(struct fw_arena *arena, struct fw_strings *strings,
                                      const struct fw_scale *scale, struct fw_tick_count wanted,
                                      double preset, const struct fw_tick_format *format,
                                      bool every);

/**
 * The labels of a legend's entries: as above, but quantile and quantize scales get the precision
 * that tells their classes apart. Method: vega-scale, labelFormat.
 */
const struct fw_labels *fw_legend_labels_new(struct fw_arena *arena, struct fw_strings *strings,
                                             const struct fw_scale *scale,
                                             struct fw_tick_count wanted, double preset,
                                             const struct fw_tick_format *format, bool every);

/** The label of a value; "" where a logarithmic scale leaves it out. Items of arrays become lines.
 */
fw_str fw_labels_text(const struct fw_labels *labels, struct fw_value value);

/** The label of the class from `low` to `high`: "10 – 20", "< 10" or "≥ 20" where one is infinite.
 */
fw_str fw_labels_range(const struct fw_labels *labels, double low, double high);

/** What a legend shows of its scale. */
struct fw_scale_entries {
    struct fw_value *values; /* classes: their lower ends, the first -Infinity or the first bin */
    size_t count;
    bool classes; /* each entry stands for all from its value to the next one's */
    double max;   /* classes: upper end of the last */
};

/** The entries of a legend. Method: vega-scale, labelValues. */
struct fw_scale_entries fw_scale_entries(const struct fw_scale *scale, struct fw_arena *arena,
                                         struct fw_tick_count wanted, double preset);

#endif
