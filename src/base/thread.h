/* Threads and locks. */
#ifndef FW_BASE_THREAD_H
#define FW_BASE_THREAD_H

#include <stddef.h>

/** One lock for each library that keeps state of its own between all threads, and one of our own.
 */
enum fw_lock {
    FW_LOCK_CJSON,   /* its error record */
    FW_LOCK_FONTS,   /* Fontconfig's current configuration */
    FW_LOCK_REPORTS, /* the order in which a job's results are told */
    FW_LOCK_COUNT,
};

void fw_lock(enum fw_lock lock);
void fw_unlock(enum fw_lock lock);

/** Does the work on one thread; `worker` counts from 0. */
typedef void (*fw_thread_fn)(void *context, size_t worker);

/**
 * Calls `run` for worker 0 to `count` - 1, each on a thread of its own (worker 0 on the caller's),
 * and returns when all are done. Where a thread cannot be started, its part runs on the caller's.
 */
void fw_threads_run(size_t count, fw_thread_fn run, void *context);

#endif
