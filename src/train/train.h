/* Scales of a view tree: parsed, merged, given domains and ranges, trained; and the sizes that hang
 * on them. */
#ifndef FW_TRAIN_TRAIN_H
#define FW_TRAIN_TRAIN_H

#include "view/view.h"

/** Types, domains and properties of all scales below `view`, merged as `resolve` says. */
void fw_scales_parse(struct fw_view *view);

/** Domain sources of one channel of a unit, appended to `scale`. */
void fw_domain_parse(struct fw_view *unit, struct fw_scale_model *scale);

/** The values of a merged domain, in order. */
struct fw_value *fw_domain_values(const struct fw_scale_model *scale, size_t *count);

/** The scale's range for a view of known size; with its step in px where it goes by step. */
void fw_range_parse(struct fw_view *unit, struct fw_scale_model *scale);
void fw_range_resolve(struct fw_scale_model *scale, struct fw_scale_spec *spec);

/**
 * Makes the colors of a trained scale hatched, but for the first, where redundant coding asks for
 * it and marks with areas use the scale to tell series apart.
 */
void fw_range_hatch(struct fw_scale_model *scale, struct fw_scale_spec *spec);

/** Trains one scale (and what its range depends on). The extent of its view must be known. */
const struct fw_scale *fw_scale_model_train(struct fw_scale_model *scale);

/** Whether 0 is in the domain: Vega-Lite's domainHasZero. */
enum fw_domain_zero fw_scale_model_zero(const struct fw_scale_model *scale);

/** Has the scales of `view` and below trained anew: the sizes that their ranges hang on changed. */
void fw_scales_forget(struct fw_view *view);

/* sizes.c */

/** Finds the px size of every view below `view`, from sizes given, steps and domains. */
void fw_sizes_solve(struct fw_view *view);

/** Whether a view has one width (side 0) or height (1) of its own: a facet has none, a
 * concatenation the one across its direction that its children agree on. Source:
 * component.layoutSize. */
bool fw_view_is_sized(const struct fw_view *view, int side);

/* unit.c */

/** The unit as marks see it. */
struct fw_unit fw_view_unit(const struct fw_view *view);

#endif
