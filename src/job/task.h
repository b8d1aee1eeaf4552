/* One task of a plan: what of it is out of date, drawn and written. */
#ifndef FW_JOB_TASK_H
#define FW_JOB_TASK_H

#include "job/run.h"

/** What a worker does its tasks with. */
struct fw_job_work {
    struct fw_session *session;
    struct fw_freshness *freshness;
    const struct fw_job_options *options;
};

/** A task that was done, with all that its result points to. */
struct fw_job_done;

struct fw_job_done *fw_job_do(const struct fw_job_work *work, const struct fw_job_task *task);
const struct fw_job_result *fw_job_done_result(const struct fw_job_done *done);
void fw_job_done_destroy(struct fw_job_done *done);

#endif
