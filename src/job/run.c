/* Does a plan: draws what is out of date, or says what is, on several threads. */
#define _XOPEN_SOURCE 700 /* sysconf */
#include "job/run.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/thread.h"
#include "job/task.h"

/* All tasks on several threads. */
struct crew {
    const struct fw_job_plan *plan;
    const struct fw_job_options *options;
    struct fw_session *session; /* of worker 0 */
    atomic_size_t next;         /* the task that nobody has begun */
    struct fw_job_done **done;  /* [task_count] NULL: not yet, or told */
    size_t told_count;          /* those before were told; with `done` under FW_LOCK_REPORTS */
    fw_job_told_fn told;
    void *context;
};

/* Tells what can be told in order. */
static void hand_in(struct crew *crew, size_t task, struct fw_job_done *done)
{
    fw_lock(FW_LOCK_REPORTS);
    crew->done[task] = done;
    while (crew->told_count < crew->plan->task_count && crew->done[crew->told_count] != NULL) {
        size_t next = crew->told_count++;
        crew->told(crew->context, next, fw_job_done_result(crew->done[next]));
        fw_job_done_destroy(crew->done[next]);
        crew->done[next] = NULL;
    }
    fw_unlock(FW_LOCK_REPORTS);
}

static void work(void *context, size_t worker)
{
    struct crew *crew = context;
    struct fw_session *session =
        worker == 0 ? crew->session : fw_session_create(&crew->options->session);
    struct fw_freshness *freshness = fw_freshness_create(session);
    for (;;) {
        size_t task = atomic_fetch_add(&crew->next, 1);
        if (task >= crew->plan->task_count) {
            break;
        }
        struct fw_job_work part = { session, freshness, crew->options };
        hand_in(crew, task, fw_job_do(&part, &crew->plan->tasks[task]));
    }
    fw_freshness_destroy(freshness);
    if (worker != 0) {
        fw_session_destroy(session);
    }
}

static size_t count_workers(const struct crew *crew)
{
    size_t tasks = crew->plan->task_count, workers = crew->options->workers;
    if (workers == 0) {
        long processors = tasks < 2 ? 1 : sysconf(_SC_NPROCESSORS_ONLN);
        workers = processors > 0 ? (size_t)processors : 1;
    }
    return workers < tasks ? workers : tasks;
}

static bool check_session(const struct fw_session *session, struct fw_bytes *messages)
{
    const struct fw_diag *diag = fw_session_diag(session);
    char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
    fw_bytes_puts(messages, text);
    free(text);
    return fw_diag_errors(diag) == 0;
}

bool fw_job_run(const struct fw_job_plan *plan, const struct fw_job_options *options,
                fw_job_told_fn told, void *context, struct fw_bytes *messages)
{
    struct fw_arena *arena = fw_arena_create();
    struct crew crew = {
        .plan = plan,
        .options = options,
        .session = fw_session_create(&options->session),
        .done = FW_NEW_ARRAY(arena, plan->task_count, struct fw_job_done *),
        .told = told,
        .context = context,
    };
    atomic_init(&crew.next, 0);
    bool is_good = check_session(crew.session, messages);
    if (is_good) {
        fw_threads_run(count_workers(&crew), work, &crew);
    }
    fw_session_destroy(crew.session);
    fw_arena_destroy(arena);
    return is_good;
}
