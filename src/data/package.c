/* Evidence of a data file: the resources of a document, and their fields by name. */
#include "data/package.h"

#include <string.h>

struct fw_packages *fw_packages_new(struct fw_arena *arena)
{
    struct fw_packages *packages = FW_NEW(arena, struct fw_packages);
    packages->arena = arena;
    return packages;
}

const struct fw_resource_field *fw_resource_field(const struct fw_resource *resource,
                                                  const char *name)
{
    for (size_t i = 0; resource != NULL && i < resource->field_count; i++) {
        if (strcmp(resource->fields[i].name->text, name) == 0) {
            return &resource->fields[i];
        }
    }
    return NULL;
}

const struct fw_resource_field *fw_packages_field(const struct fw_packages *packages,
                                                  const char *name)
{
    for (size_t i = 0; i < packages->used_count; i++) {
        const struct fw_resource_field *field = fw_resource_field(packages->used[i], name);
        if (field != NULL) {
            return field;
        }
    }
    return NULL;
}
