/* Properties that remember whether the author wrote them. */
#include "view/component.h"

#include <string.h>

static struct fw_component_item *find(const struct fw_component *component, const char *name)
{
    for (size_t i = 0; i < component->count; i++) {
        if (strcmp(component->items[i].name, name) == 0) {
            return &component->items[i];
        }
    }
    return NULL;
}

struct fw_split fw_component_split(const struct fw_component *component, const char *name)
{
    const struct fw_component_item *item = find(component, name);
    return item != NULL ? item->split : (struct fw_split){ fw_undefined(), false };
}

struct fw_value fw_component_get(const struct fw_component *component, const char *name)
{
    return fw_component_split(component, name).value;
}

void fw_component_set(struct fw_arena *arena, struct fw_component *component, const char *name,
                      struct fw_value value, bool written)
{
    if (value.kind == FW_UNDEFINED) {
        return;
    }
    struct fw_component_item *item = find(component, name);
    if (item == NULL) {
        FW_RESERVE(arena, component->items, component->count, component->capacity);
        item = &component->items[component->count++];
        item->name = name;
    }
    item->split = (struct fw_split){ value, written };
}

struct fw_component fw_component_clone(struct fw_arena *arena, const struct fw_component *from)
{
    struct fw_component copy = { NULL, from->count, from->count };
    copy.items = fw_arena_grow(arena, from->items, from->count, from->count, sizeof *copy.items);
    return copy;
}

struct fw_split fw_split_merge(const char *name, struct fw_split a, struct fw_split b,
                               fw_tie_fn tie, void *context)
{
    if (a.value.kind == FW_UNDEFINED) {
        return b;
    }
    if (b.value.kind == FW_UNDEFINED || (a.written && !b.written)) {
        return a;
    }
    if (b.written && !a.written) {
        return b;
    }
    return fw_equal(a.value, b.value) || tie == NULL ? a : tie(context, name, a, b);
}

void fw_component_merge(struct fw_arena *arena, struct fw_component *into,
                        const struct fw_component *from, fw_tie_fn tie, void *context)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct fw_component_item *item = &from->items[i];
        struct fw_split merged = fw_split_merge(item->name, fw_component_split(into, item->name),
                                                item->split, tie, context);
        fw_component_set(arena, into, item->name, merged.value, merged.written);
    }
}
