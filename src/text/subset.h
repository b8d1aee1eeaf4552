/* The characters that a document uses, as font files with nothing else in them. */
#ifndef FW_TEXT_SUBSET_H
#define FW_TEXT_SUBSET_H

#include "base/bytes.h"
#include "text/fonts.h"

struct fw_subset;

/** An empty collection; `fonts` outlives it. */
struct fw_subset *fw_subset_create(struct fw_fonts *fonts);
void fw_subset_destroy(struct fw_subset *subset);

/** Adds the characters of a text in the face that `font` finds. */
void fw_subset_add(struct fw_subset *subset, const struct fw_font *font, const char *text,
                   size_t length);

/** Whether font number `index` of the set is used by any text. */
bool fw_subset_uses(const struct fw_subset *subset, size_t index);

/**
 * The next run of characters that texts use in font number `index`: behind *last, which is
 * UINT32_MAX to begin with. False when there are no more.
 */
bool fw_subset_next(const struct fw_subset *subset, size_t index, uint32_t *first, uint32_t *last);

/**
 * Appends font number `index`, cut down to those characters and to the features that shape lines
 * (kerning, contextual alternates, marks): an OpenType file. False where the font cannot be cut.
 */
bool fw_subset_write(const struct fw_subset *subset, size_t index, struct fw_bytes *file);

#endif
