/* A chain of blocks, bumped through; large requests get a block of their own. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* First block size in bytes; each next block doubles up to the largest. Our taste: a small chart
 * fits the first few. */
enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024, ALIGNMENT = 16 };

struct block {
    struct block *previous;
    size_t used, size; /* bytes of `bytes` */
    _Alignas(16) unsigned char bytes[];
};

struct deferred {
    struct deferred *previous;
    fw_arena_cleanup_fn cleanup;
    void *data;
};

struct fw_arena {
    struct block *block;
    struct deferred *deferred;
    size_t next_size;
};

void fw_out_of_memory(void)
{
    fputs("figwright: out of memory\n", stderr);
    exit(4);
}

struct fw_arena *fw_arena_create(void)
{
    struct fw_arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        fw_out_of_memory();
    }
    arena->next_size = FIRST_BLOCK;
    return arena;
}

void fw_arena_destroy(struct fw_arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct deferred *d = arena->deferred; d != NULL; d = d->previous) {
        d->cleanup(d->data);
    }
    for (struct block *block = arena->block; block != NULL;) {
        struct block *previous = block->previous;
        free(block);
        block = previous;
    }
    free(arena);
}

static struct block *new_block(struct fw_arena *arena, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block)) {
        fw_out_of_memory();
    }
    struct block *block = calloc(1, sizeof *block + size);
    if (block == NULL) {
        fw_out_of_memory();
    }
    block->size = size;
    /* A large request goes behind the current block, whose room is still good. */
    if (arena->block != NULL && size > arena->next_size) {
        block->previous = arena->block->previous;
        arena->block->previous = block;
    } else {
        block->previous = arena->block;
        arena->block = block;
    }
    return block;
}

void *fw_arena_alloc(struct fw_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) {
        fw_out_of_memory();
    }
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct block *block = arena->block;
    if (block == NULL || block->size - block->used < size) {
        if (size > arena->next_size) {
            block = new_block(arena, size);
        } else {
            block = new_block(arena, arena->next_size);
            if (arena->next_size < LARGEST_BLOCK) {
                arena->next_size *= 2;
            }
        }
    }
    void *room = block->bytes + block->used;
    block->used += size;
    return room;
}

void *fw_arena_array(struct fw_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        fw_out_of_memory();
    }
    return fw_arena_alloc(arena, count * size);
}

void *fw_arena_grow(struct fw_arena *arena, const void *old, size_t old_count, size_t count,
                    size_t size)
{
    void *room = fw_arena_array(arena, count, size);
    if (old_count > 0) {
        memcpy(room, old, old_count * size);
    }
    return room;
}

void fw_arena_defer(struct fw_arena *arena, fw_arena_cleanup_fn cleanup, void *data)
{
    struct deferred *d = FW_NEW(arena, struct deferred);
    *d = (struct deferred){ arena->deferred, cleanup, data };
    arena->deferred = d;
}

char *fw_arena_text(struct fw_arena *arena, const char *text, size_t length)
{
    char *copy = fw_arena_alloc(arena, length + 1);
    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *fw_arena_vprintf(struct fw_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) {
        return fw_arena_text(arena, "", 0);
    }
    char *text = fw_arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *fw_arena_printf(struct fw_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = fw_arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}
