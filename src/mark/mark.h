/* Marks: what turns the rows of a unit into scene items, one file each. */
#ifndef FW_MARK_MARK_H
#define FW_MARK_MARK_H

#include "encoding/unit.h"
#include "scene/scene.h"

struct fw_mark_type {
    const char *name; /* "bar" */
    const char *doc;  /* one sentence for the reference */
    /** Appends the unit's items to `parent`. */
    void (*build)(const struct fw_unit *unit, struct fw_scene_node *parent);
    bool path; /* one item for a series of rows: line, area, trail */
};

/** The type of that name, or NULL. */
const struct fw_mark_type *fw_mark_find(const char *name);

/** All names, for suggestions. */
const char *const *fw_mark_names(size_t *count);

/** Draws a unit's mark into `parent`. */
void fw_mark_build(const struct fw_unit *unit, struct fw_scene_node *parent);

#endif
