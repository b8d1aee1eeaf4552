/* What an output says of itself, decoded. */
#ifndef FW_DOCUMENT_INSPECT_H
#define FW_DOCUMENT_INSPECT_H

#include "base/arena.h"
#include "figwright/inspect.h"

/**
 * Reads the description out of the bytes of a PNG, SVG or PDF, all texts in `arena`. False when
 * they are none of these. What is damaged is left out.
 */
bool fw_inspect_read(struct fw_arena *arena, const void *bytes, size_t length,
                     struct fw_self_description *description);

/** The text of the fact called `name`; NULL when there is none. */
const char *fw_fact_find(const struct fw_fact *facts, size_t count, const char *name);

#endif
