/* What stands where in a datapackage.json: one quick walk, so that a figure decodes only what it
 * uses. */
#ifndef FW_DATA_PACKAGE_INDEX_H
#define FW_DATA_PACKAGE_INDEX_H

#include "data/package.h"

/** A resource, not looked into yet. */
struct fw_package_entry {
    const char *name, *path;  /* NULL where they are not given, or no text */
    struct fw_json_part part; /* of the whole */
    struct fw_place name_place, path_place;
    const struct fw_resource *resource; /* once decoded; or NULL */
};

struct fw_package_index {
    const char *name, *title, *description; /* NULL where they are not given */
    struct fw_json_part sources;            /* end 0: not given */
    struct fw_package_entry *entries;       /* [count] */
    size_t count, capacity;
};

/**
 * Walks through the text of a package, all of which must be JSON, and keeps where its resources
 * are. Reports a package that is no object, has no resources, or two of one name. False: what it
 * reported left nothing to keep.
 */
bool fw_package_index_read(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                           const struct fw_source *source, struct fw_package_index *index);

#endif
