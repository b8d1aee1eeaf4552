/* Labels in one dimension: spread with the least displacement. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guide/label_solver.h"

/* A pool of neighbours that would overlap: they move as one. */
struct pool {
    double sum;   /* of what its members want */
    size_t count; /* of its members */
};

static int by_key(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int by_place(const void *left, const void *right)
{
    const struct fw_label_slot *a = *(struct fw_label_slot *const *)left;
    const struct fw_label_slot *b = *(struct fw_label_slot *const *)right;
    if (a->wanted != b->wanted) {
        return a->wanted < b->wanted ? -1 : 1;
    }
    int order = by_key(a->key, b->key);
    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

/* Drops the least of the slots that are left; of equals the last in order. */
static void drop_one(struct fw_label_slot **slots, size_t *count)
{
    size_t least = 0;
    for (size_t i = 1; i < *count; i++) {
        if (slots[i]->priority <= slots[least]->priority) {
            least = i;
        }
    }
    slots[least]->dropped = true;
    memmove(slots + least, slots + least + 1, (*count - least - 1) * sizeof *slots);
    (*count)--;
}

static double length_of(struct fw_label_slot *const *slots, size_t count, double gap)
{
    double length = 0;
    for (size_t i = 0; i < count; i++) {
        length += slots[i]->size + (i > 0 ? gap : 0);
    }
    return length;
}

/* The means of the pools, from first to last. */
static void solve(struct fw_arena *arena, struct fw_label_slot **slots, size_t count, double gap,
                  double low, double high)
{
    struct pool *pools = FW_NEW_ARRAY(arena, count, struct pool);
    double *before = FW_NEW_ARRAY(arena, count, double);
    size_t pool_count = 0;
    for (size_t i = 0; i < count; i++) {
        before[i] = i == 0 ? 0 : before[i - 1] + (slots[i - 1]->size + slots[i]->size) / 2 + gap;
        pools[pool_count++] = (struct pool){ slots[i]->wanted - before[i], 1 };
        while (pool_count > 1 &&
               pools[pool_count - 2].sum / (double)pools[pool_count - 2].count >
                   pools[pool_count - 1].sum / (double)pools[pool_count - 1].count) {
            pools[pool_count - 2].sum += pools[pool_count - 1].sum;
            pools[pool_count - 2].count += pools[pool_count - 1].count;
            pool_count--;
        }
    }
    double first = low + slots[0]->size / 2;
    double last = high - slots[count - 1]->size / 2 - before[count - 1];
    size_t slot = 0;
    for (size_t p = 0; p < pool_count; p++) {
        double mean = pools[p].sum / (double)pools[p].count;
        mean = fmax(first, fmin(last, mean));
        for (size_t k = 0; k < pools[p].count; k++, slot++) {
            slots[slot]->at = mean + before[slot];
        }
    }
}

size_t fw_labels_spread(struct fw_arena *arena, struct fw_label_slot *slots, size_t count,
                        double gap, double low, double high)
{
    struct fw_label_slot **order = fw_arena_array(arena, count, sizeof *order);
    for (size_t i = 0; i < count; i++) {
        slots[i].dropped = false;
        slots[i].at = slots[i].wanted;
        order[i] = &slots[i];
    }
    qsort(order, count, sizeof *order, by_place);
    size_t left = count;
    while (left > 0 && length_of(order, left, gap) > high - low) {
        drop_one(order, &left);
    }
    if (left > 0) {
        solve(arena, order, left, gap, low, high);
    }
    return count - left;
}
