/* Channel definitions as objects: what kind they are, and their plain form. */
#ifndef FW_CHART_NORMALIZE_DEFINITION_H
#define FW_CHART_NORMALIZE_DEFINITION_H

#include "chart/normalize/rewrite.h"

/** A field (or a count), a constant in data space, either. */
bool fw_is_field_def(struct fw_value def);
bool fw_is_datum_def(struct fw_value def);
bool fw_is_field_or_datum_def(struct fw_value def);

/** Whether the condition of a definition is one field or datum definition. */
bool fw_has_conditional_def(struct fw_value def);

/** Whether a definition with its type has a continuous scale: a field not binned, or a number. */
bool fw_is_continuous_def(struct fw_value def);

/** Whether its values are written as times. */
bool fw_is_time_def(struct fw_value def);

/** {"bin": true} or its parameters: to be binned; "binned": it is already. */
bool fw_is_binning(struct fw_value bin);
bool fw_is_binned(struct fw_value bin);

/**
 * The encoding with types and bins filled in, time units and sorts as objects, so that composite
 * marks can go by them. Source: vega-lite, normalizeEncoding and initChannelDef.
 */
struct fw_value fw_normal_encoding(const struct fw_scope *scope, struct fw_value encoding);

/**
 * The title that a field definition has to be given when its field is replaced by another: its own,
 * null where it was taken away, or the default; undefined where its axis or legend has a title
 * anyhow.
 */
struct fw_value fw_title_kept(const struct fw_scope *scope, struct fw_value def,
                              enum fw_channel channel);

#endif
