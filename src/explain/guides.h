/* Reading guide properties: from a parsed guide, then configuration, into the looks that guide/
 * draws. */
#ifndef FW_EXPLAIN_GUIDES_H
#define FW_EXPLAIN_GUIDES_H

#include "view/view.h"

/** Where a guide's properties come from, first to last. */
struct fw_guide_source {
    const struct fw_view *view;
    const struct fw_component *props;
    struct fw_value config; /* merged sections of the configuration that Vega reads */
};

/** The property with ExprRef resolved; conditional ones give their value without conditions. */
struct fw_value fw_guide_get(const struct fw_guide_source *source, const char *name);

/** Overwrites `*into` when the property is given. */
void fw_guide_number(const struct fw_guide_source *source, const char *name, double *into);
void fw_guide_flag(const struct fw_guide_source *source, const char *name, bool *into);
void fw_guide_paint(const struct fw_guide_source *source, const char *name, struct fw_paint *into);
void fw_guide_text_prop(const struct fw_guide_source *source, const char *name, const char **into);
void fw_guide_dash(const struct fw_guide_source *source, const char *name,
                   struct fw_guide_line *line);
void fw_guide_align(const struct fw_guide_source *source, const char *name,
                    struct fw_opt_align *into);
void fw_guide_baseline(const struct fw_guide_source *source, const char *name,
                       struct fw_opt_baseline *into);

/** "labelColor", "labelFont", ...: the properties of a text that begin with `prefix`; then those of
 * a config style. */
void fw_guide_look(const struct fw_guide_source *source, const char *prefix, const char *style,
                   struct fw_guide_text *text);

/** "gridColor", "gridWidth", ...: the properties of a line. */
void fw_guide_line_look(const struct fw_guide_source *source, const char *prefix,
                        struct fw_guide_line *line);

/** "left" ..., "alphabetic" ...; false when it is no such word. */
bool fw_align_word(const char *word, enum fw_align *align);
bool fw_baseline_word(const char *word, enum fw_baseline *baseline);

/** The text of a title as merged: a string, lines, or {"fields": [...]}; NULL when there is none.
 */
const char *fw_title_text(struct fw_maker make, struct fw_value title);

/** A tick count as a spec has it: a number, an interval, {"interval", "step"}, or {"per": px} of
 * `extent`. */
struct fw_tick_count fw_tick_count_of(struct fw_value value, double extent);

/**
 * Sets the callback of a legend's entries where they need one: for labels by expression, and for
 * entries that a selection bound to the legend leaves out. Source: legend/encode.ts.
 */
void fw_legend_entries(const struct fw_guide_source *source, const struct fw_legend_mark *look,
                       struct fw_legend_spec *spec);

/** Whether a selection is bound to the legend of a mark's channel. */
bool fw_legend_interactive(const struct fw_legend_mark *look);

/** A font weight as written: a number or a word. */
int fw_weight_of(struct fw_value value);

/** Whether the labels of a definition's guide are times; `guide` is its axis or legend object. */
bool fw_guide_is_temporal(const struct fw_channel_def *def, struct fw_value guide);

/** "number", "time" or "utc", where the scale's kind does not say it. Source: guideFormatType. */
struct fw_value fw_guide_format_type(const struct fw_view *unit, const struct fw_channel_def *def,
                                     struct fw_value guide, enum fw_scale_kind kind);

#endif
