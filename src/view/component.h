/* Properties that remember whether the author wrote them: what scales, axes and legends are merged
 * by. */
#ifndef FW_VIEW_COMPONENT_H
#define FW_VIEW_COMPONENT_H

#include "base/value.h"

/** A value, and whether the spec says so itself rather than a default. */
struct fw_split {
    struct fw_value value;
    bool written;
};

struct fw_component_item {
    const char *name;
    struct fw_split split;
};

/** A set of named properties. Zeroed memory is the empty set. */
struct fw_component {
    struct fw_component_item *items;
    size_t count, capacity;
};

/** The property, or an undefined one. */
struct fw_split fw_component_split(const struct fw_component *component, const char *name);
struct fw_value fw_component_get(const struct fw_component *component, const char *name);

/** Sets a property; undefined values are not kept. `name` is not copied. */
void fw_component_set(struct fw_arena *arena, struct fw_component *component, const char *name,
                      struct fw_value value, bool written);

/** A copy whose items can be changed apart from the original's. */
struct fw_component fw_component_clone(struct fw_arena *arena, const struct fw_component *from);

/** What two different values of one property become; `a` by default. */
typedef struct fw_split (*fw_tie_fn)(void *context, const char *name, struct fw_split a,
                                     struct fw_split b);

/** What was written wins over what was not; equal values are one; `tie` decides the rest (NULL: a).
 */
struct fw_split fw_split_merge(const char *name, struct fw_split a, struct fw_split b,
                               fw_tie_fn tie, void *context);

/** Merges every property of `from` into `into`. Source: Vega-Lite, mergeValuesWithExplicit. */
void fw_component_merge(struct fw_arena *arena, struct fw_component *into,
                        const struct fw_component *from, fw_tie_fn tie, void *context);

#endif
