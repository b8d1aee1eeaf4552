/* Threads and locks: the one home of pthreads. */
#include "base/thread.h"

#include <pthread.h>
#include <stdbool.h>

#include "base/arena.h"

static pthread_mutex_t locks[FW_LOCK_COUNT] = { PTHREAD_MUTEX_INITIALIZER,
                                                PTHREAD_MUTEX_INITIALIZER,
                                                PTHREAD_MUTEX_INITIALIZER };

void fw_lock(enum fw_lock lock)
{
    pthread_mutex_lock(&locks[lock]);
}

void fw_unlock(enum fw_lock lock)
{
    pthread_mutex_unlock(&locks[lock]);
}

struct worker {
    pthread_t thread;
    bool is_started;
    size_t number;
    fw_thread_fn run;
    void *context;
};

static void *run_worker(void *data)
{
    struct worker *worker = data;
    worker->run(worker->context, worker->number);
    return NULL;
}

void fw_threads_run(size_t count, fw_thread_fn run, void *context)
{
    struct fw_arena *arena = fw_arena_create();
    struct worker *workers = FW_NEW_ARRAY(arena, count, struct worker);
    for (size_t i = 0; i < count; i++) {
        struct worker *worker = &workers[i];
        *worker = (struct worker){ .number = i, .run = run, .context = context };
        worker->is_started =
            i > 0 && pthread_create(&worker->thread, NULL, run_worker, worker) == 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (workers[i].is_started) {
            pthread_join(workers[i].thread, NULL);
        } else {
            run_worker(&workers[i]);
        }
    }
    fw_arena_destroy(arena);
}
