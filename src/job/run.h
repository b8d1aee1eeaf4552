/* Does a plan: draws what is out of date, or says what is, on several threads. */
#ifndef FW_JOB_RUN_H
#define FW_JOB_RUN_H

#include "figwright/figwright.h"
#include "job/plan.h"

enum fw_job_mode {
    FW_JOB_UPDATE, /* draw what is out of date */
    FW_JOB_ALL,    /* draw everything */
    FW_JOB_LOOK,   /* write nothing: say what is out of date */
};

struct fw_job_options {
    enum fw_job_mode mode;
    struct fw_session_options session;
    struct fw_output_options output;
    size_t workers; /* 0: one for each processor */
};

/** What became of an output. */
enum fw_job_state {
    FW_JOB_MADE,    /* written */
    FW_JOB_CURRENT, /* nothing to do; left as it is */
    FW_JOB_STALE,   /* out of date, and nothing was written: see the reasons */
    FW_JOB_FAILED,  /* there was an error, which is in the messages */
};

struct fw_job_output_result {
    enum fw_job_state state;
    const char *const *reasons; /* [reason_count] why it is not current, one clause each */
    size_t reason_count;
};

/** What became of a task. Lives until the function that is told of it returns. */
struct fw_job_result {
    enum fw_status status;
    const char *messages;                       /* diagnostics as a text, "" when there are none */
    const struct fw_job_output_result *outputs; /* as in the task */
    const struct fw_input_file
        *inputs; /* [input_count] what the outputs are made of; 0 on errors */
    size_t input_count;
    const void *bytes; /* of the one output that goes to standard output, or NULL */
    size_t length;
};

/**
 * Is told the results in the order of the tasks, as soon as those before are there; by one thread
 * at a time.
 */
typedef void (*fw_job_told_fn)(void *context, size_t task, const struct fw_job_result *result);

/**
 * Does all tasks of the plan. Each worker has a session of its own; what is wrong with its options
 * is put into `messages`, and with errors nothing is done: false.
 *
 * An output that tells what it was made of is compared by that alone (fw_freshness_check). Others
 * are drawn: a scene, one of a spec from standard input, one that is to embed nothing. A file whose
 * bytes would stay the same is not touched, but in FW_JOB_ALL. All outputs of a task are drawn
 * before the first is written.
 */
bool fw_job_run(const struct fw_job_plan *plan, const struct fw_job_options *options,
                fw_job_told_fn told, void *context, struct fw_bytes *messages);

#endif
