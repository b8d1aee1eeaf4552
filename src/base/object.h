/* Reading and rewriting object values: what a specification is while shorthand is taken out of it.
 */
#ifndef FW_BASE_OBJECT_H
#define FW_BASE_OBJECT_H

#include "base/value.h"

/** Where rewritten values are made. */
struct fw_maker {
    struct fw_arena *arena;
    struct fw_strings *strings;
};

/** The member `key`; undefined when there is none or `object` is no object. */
struct fw_value fw_get(struct fw_value object, const char *key);

/** Whether `object` has a member `key`, whatever its value. */
bool fw_has(struct fw_value object, const char *key);

/** Typed reads with a fallback for what is not there or of another kind. */
double fw_get_number(struct fw_value object, const char *key, double fallback);
bool fw_get_boolean(struct fw_value object, const char *key, bool fallback);
const char *fw_get_text(struct fw_value object, const char *key, const char *fallback);

/** The text of a string value, else NULL. */
const char *fw_text_of(struct fw_value value);

/** Whether `value` is a string equal to `text`. */
bool fw_is_text(struct fw_value value, const char *text);

/** Item `i` of an array; undefined beyond its end or when no array. The count: 0 when no array. */
struct fw_value fw_at(struct fw_value array, size_t i);
size_t fw_length(struct fw_value array);

/** Shallow copies with one member set, or left out. `object` may be undefined (an empty object). */
struct fw_value fw_with(struct fw_maker make, struct fw_value object, const char *key,
                        struct fw_value value);
struct fw_value fw_without(struct fw_maker make, struct fw_value object, const char *key);

/** fw_with, but `object` as it is when `value` is undefined. */
struct fw_value fw_with_given(struct fw_maker make, struct fw_value object, const char *key,
                              struct fw_value value);

/** Shallow copies with only the members named in `keys` (NULL behind the last), or without them. */
struct fw_value fw_pick(struct fw_maker make, struct fw_value object, const char *const *keys);
struct fw_value fw_omit(struct fw_maker make, struct fw_value object, const char *const *keys);

/** `under` with the members of `over` on top; the deep one descends where both are objects. */
struct fw_value fw_merge(struct fw_maker make, struct fw_value under, struct fw_value over);
struct fw_value fw_merge_deep(struct fw_maker make, struct fw_value under, struct fw_value over);

/** An empty object; a string value of a C text; an array of values. */
struct fw_value fw_object_empty(struct fw_maker make);
struct fw_value fw_text_value(struct fw_maker make, const char *text);

/** `array` with `value` appended (undefined: a new array). */
struct fw_value fw_append(struct fw_maker make, struct fw_value array, struct fw_value value);

/** The items of `array`, then those of `more` (either may be undefined); always an array. */
struct fw_value fw_concat(struct fw_maker make, struct fw_value array, struct fw_value more);

#endif
