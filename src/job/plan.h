/* What a job is to make: specs by file and by folder, and where their outputs go. */
#ifndef FW_JOB_PLAN_H
#define FW_JOB_PLAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/bytes.h"

/** What is asked for, as on the command line. Texts may be NULL: not given. */
struct fw_job_request {
    const char *command;         /* "render": what messages name */
    const char *const *operands; /* [operand_count] files, folders, or "-" for standard input */
    size_t operand_count;
    const char *output;   /* file or folder; "-" is standard output */
    const char *formats;  /* "png,svg" */
    const char *sidecars; /* "caption,csv": texts beside each figure */
    const char *shard;    /* "2/4": the second of four parts */
};

/** One file to make. */
struct fw_job_output {
    const char *path; /* NULL: standard output */
    const char *format;
};

/** One spec with all that is made of it. */
struct fw_job_task {
    const char *spec; /* a path; "-": standard input */
    const char *stem; /* where its outputs go below the output folder, without a suffix */
    const struct fw_job_output *outputs; /* [output_count] */
    size_t output_count;
};

struct fw_job_plan {
    struct fw_job_task *tasks; /* [task_count], in the order of the operands, folders sorted */
    size_t task_count;
};

/** Why there is no plan. */
enum fw_job_fault { FW_JOB_FINE, FW_JOB_USAGE, FW_JOB_NO_SPECS, FW_JOB_UNREADABLE };

/**
 * Makes the plan in `arena`. A folder stands for all specs (*.vl.json, *.page.json) below it.
 * Outputs are named for their specs and go to the folder of `output`, else to the current one; one
 * spec in one format may go to the file `output`. A part of a plan is chosen by the specs' names
 * alone, so that a new spec moves no other. Faults are told in `messages`.
 */
enum fw_job_fault fw_job_plan(struct fw_arena *arena, const struct fw_job_request *request,
                              struct fw_job_plan *plan, struct fw_bytes *messages);

/**
 * The specs alone: files as they are, folders for all specs below them. Tasks have no outputs.
 */
enum fw_job_fault fw_job_specs(struct fw_arena *arena, const struct fw_job_request *request,
                               struct fw_job_plan *plan, struct fw_bytes *messages);

#endif
