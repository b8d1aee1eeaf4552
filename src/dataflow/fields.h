/* What the fields of an encoding ask of its table: conversions, bins, time units, orders, stacks.
 */
#ifndef FW_DATAFLOW_FIELDS_H
#define FW_DATAFLOW_FIELDS_H

#include "format/unit.h"
#include "view/view.h"

/** One field definition of an encoding. */
struct fw_field_ref {
    const struct fw_channel_def *def;
    enum fw_channel channel;
};

/** All field definitions of a unit: channels, those in conditions, details and orders. */
struct fw_field_ref *fw_unit_fields(const struct fw_view *unit, size_t *count);

/**
 * What a field definition implies of its field, as part of `encoding` (NULL: of a facet); false:
 * nothing. Source: getImplicitFromEncoding.
 */
bool fw_field_implies(const struct fw_encoding *encoding, enum fw_channel channel,
                      const struct fw_channel_def *def, enum fw_parse_kind *kind);

/** `table` with a field converted, unless a transform made it; notes a field as made by one. */
const struct fw_table *fw_view_convert(struct fw_view *view, const struct fw_table *table,
                                       const char *field, enum fw_parse_kind kind);
void fw_view_derive(struct fw_view *view, const char *field);

/** Reports fields of the encoding that no row of unit->table has. */
void fw_unit_check_fields(const struct fw_view *unit);

/** Converts what encodings imply: times to dates, nested fields to columns. */
void fw_unit_parse_fields(struct fw_view *unit);

/** The bins, time units, sort positions of the encoding's fields as columns of unit->table. */
void fw_unit_bin(struct fw_view *unit);
void fw_unit_time_units(struct fw_view *unit);
void fw_unit_sort_indices(struct fw_view *unit);

/** Bin parameters with {"extent": {"param": ...}} as the span that Vega makes of it. */
struct fw_value fw_bin_parameters(struct fw_chart *chart, struct fw_value bin);

/** The same for one definition: facets bin and sort by theirs. */
void fw_view_bin_field(struct fw_view *view, enum fw_channel channel,
                       const struct fw_channel_def *def);
void fw_view_time_unit_field(struct fw_view *view, enum fw_channel channel,
                             const struct fw_channel_def *def);
void fw_view_sort_index_field(struct fw_view *view, enum fw_channel channel,
                              const struct fw_channel_def *def);
void fw_view_parse_field(struct fw_view *view, enum fw_channel channel,
                         const struct fw_channel_def *def);

/** Orders the unit by the places of a field's values in `list`; those not in it come first. */
void fw_unit_order_by(struct fw_view *unit, const char *field, struct fw_value list,
                      bool descending);

/**
 * A row with `value` in `field` for each combination of `key` and the groups of `by` that has none:
 * Vega's impute.
 */
void fw_view_fill(struct fw_view *view, const char *field, const char *key, struct fw_texts by,
                  struct fw_value value);

/** Missing combinations of a path, and stacks. */
void fw_unit_impute(struct fw_view *unit);
void fw_unit_stack(struct fw_view *unit);

#endif
