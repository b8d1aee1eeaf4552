/* Memory that belongs to one document and goes with it in one call. */
#ifndef FW_BASE_ARENA_H
#define FW_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/banned.h"

struct fw_arena;

/** A function that an arena calls when it ends. */
typedef void (*fw_arena_cleanup_fn)(void *data);

/** A new, empty arena. Never NULL: out of memory ends the process here (see fw_out_of_memory). */
struct fw_arena *fw_arena_create(void);

/** Runs the deferred clean-ups, last one first, and frees all memory of the arena. NULL is fine. */
void fw_arena_destroy(struct fw_arena *arena);

/**
 * `size` zeroed bytes, aligned for any type, living as long as the arena. Never NULL; size 0 gives
 * a pointer that may be compared and not read.
 */
void *fw_arena_alloc(struct fw_arena *arena, size_t size);

/** Room for `count` zeroed elements of `size` bytes; a product that wraps ends the process. */
void *fw_arena_array(struct fw_arena *arena, size_t count, size_t size);

/** A copy of the first `old_count` elements in a new array of `count` elements, the rest zeroed. */
void *fw_arena_grow(struct fw_arena *arena, const void *old, size_t old_count, size_t count,
                    size_t size);

/** Calls `cleanup(data)` when the arena is destroyed: for objects of Cairo, Pango and the like. */
void fw_arena_defer(struct fw_arena *arena, fw_arena_cleanup_fn cleanup, void *data);

/** A copy of `length` bytes of `text` with a NUL behind them. */
char *fw_arena_text(struct fw_arena *arena, const char *text, size_t length);

/** Formats like printf into the arena. Not for numbers that a reader sees: base/decimal does those.
 */
char *fw_arena_printf(struct fw_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *fw_arena_vprintf(struct fw_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/** The one end for a small allocation that fails: one line to stderr, exit status 4. */
_Noreturn void fw_out_of_memory(void);

/** A new `type` in `arena`, zeroed. */
#define FW_NEW(arena, type) ((type *)fw_arena_alloc((arena), sizeof(type)))

/** A new array of `count` zeroed `type` in `arena`. */
#define FW_NEW_ARRAY(arena, count, type) ((type *)fw_arena_array((arena), (count), sizeof(type)))

/** The number of elements of an array (not of a pointer). */
#define FW_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/**
 * Makes room for one more element in a growing array that lives in an arena: `items` and `capacity`
 * are lvalues, `count` is how many there are. The old room stays in the arena until it ends.
 */
#define FW_RESERVE(arena, items, count, capacity)                                                  \
    do {                                                                                           \
        if ((count) >= (capacity)) {                                                               \
            size_t fw_wanted_ = (capacity) == 0 ? 8 : (size_t)(capacity)*2;                        \
            (items) = fw_arena_grow((arena), (items), (count), fw_wanted_, sizeof *(items));       \
            (capacity) = fw_wanted_;                                                               \
        }                                                                                          \
    } while (0)

#endif
