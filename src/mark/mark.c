/* The registry of marks. */
#include "mark/mark.h"

#include <string.h>

#include "mark/list.h"

#define DECLARE(name) extern const struct fw_mark_type fw_mark_##name;
FW_MARK_LIST(DECLARE)
#undef DECLARE

static const struct fw_mark_type *const types[] = {
#define ENTRY(name) &fw_mark_##name,
    FW_MARK_LIST(ENTRY)
#undef ENTRY
};

static const char *const names[] = {
#define ENTRY(name) #name,
    FW_MARK_LIST(ENTRY)
#undef ENTRY
};

const struct fw_mark_type *fw_mark_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (strcmp(types[i]->name, name) == 0) {
            return types[i];
        }
    }
    return NULL;
}

const char *const *fw_mark_names(size_t *count)
{
    *count = FW_COUNT(names);
    return names;
}

void fw_mark_build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    const struct fw_mark_type *type = fw_mark_find(unit->mark);
    if (type != NULL && unit->table->rows > 0) {
        type->build(unit, parent);
    }
}
