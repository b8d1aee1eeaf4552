/* What outputs are made of, as make and ninja read it. */
#ifndef FW_JOB_DEPFILE_H
#define FW_JOB_DEPFILE_H

#include "job/run.h"

/**
 * Appends one rule: the outputs of a task, a colon, and all files that they were made of, each
 * once, one a line. Names are escaped as GCC does; "a/../b" becomes "b" where that is the same
 * file, so that a rule that makes the file is found. Nothing is written for what was looked for in
 * vain: make has no words for that.
 */
void fw_depfile_put(struct fw_bytes *out, const struct fw_job_task *task,
                    const struct fw_job_result *result);

#endif
