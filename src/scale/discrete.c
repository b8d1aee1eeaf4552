/* Looking up values in a discrete domain. */
#include "scale/discrete.h"

#include <math.h>

/** The form in which a value is compared. */
static struct fw_value key_of(struct fw_value value)
{
    return value.kind == FW_TIME ? fw_number(value.number) : value;
}

static bool same_key(struct fw_value a, struct fw_value b)
{
    if (a.kind == FW_NUMBER && b.kind == FW_NUMBER && isnan(a.number) && isnan(b.number)) {
        return true;
    }
    return fw_equal(a, b);
}

static uint32_t key_hash(struct fw_value key)
{
    if (key.kind == FW_NUMBER && isnan(key.number)) {
        return 0;
    }
    return fw_value_hash(key);
}

/** The slot that holds `key`, or the free one where it belongs. */
static size_t find_slot(const struct fw_scale *scale, struct fw_value key)
{
    const struct fw_value_index *index = &scale->index;
    size_t slot = key_hash(key) & (index->capacity - 1);
    while (index->slots[slot] != 0 &&
           !same_key(key_of(scale->domain[index->slots[slot] - 1]), key)) {
        slot = (slot + 1) & (index->capacity - 1);
    }
    return slot;
}

void fw_discrete_train(struct fw_scale *scale)
{
    size_t capacity = 8;
    while (capacity < scale->domain_count * 2) {
        capacity *= 2;
    }
    scale->index.capacity = capacity;
    scale->index.slots = FW_NEW_ARRAY(scale->arena, capacity, uint32_t);
    size_t count = 0;
    for (size_t i = 0; i < scale->domain_count; i++) {
        struct fw_value value = scale->domain[i];
        size_t slot = find_slot(scale, key_of(value));
        if (scale->index.slots[slot] == 0) {
            scale->domain[count++] = value;
            scale->index.slots[slot] = (uint32_t)count;
        }
    }
    scale->domain_count = count;
}

ptrdiff_t fw_discrete_find(const struct fw_scale *scale, struct fw_value value)
{
    size_t slot = find_slot(scale, key_of(value));
    return (ptrdiff_t)scale->index.slots[slot] - 1;
}
