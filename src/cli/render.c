/* figwright render: specs to PNG, SVG and PDF. */
#define _XOPEN_SOURCE 700 /* isatty */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/common.h"
#include "job/depfile.h"

/* What is said while the figures are drawn, and of them all. */
struct telling {
    const struct fw_job_plan *plan;
    bool shows_progress;
    size_t made, current, failed; /* outputs */
    struct fw_bytes *depfile;     /* NULL: nobody wants it */
    enum fw_exit status;
};

/* ---- progress ----------------------------------------------------------------------------- */

/* A line that is written over, on a terminal that can do that, when there is something to wait for.
 */
static bool can_show_progress(const struct fw_job_plan *plan)
{
    const char *terminal = getenv("TERM");
    return plan->task_count > 1 && isatty(STDERR_FILENO) && terminal != NULL &&
           strcmp(terminal, "dumb") != 0;
}

static void clear_progress(const struct telling *telling)
{
    if (telling->shows_progress) {
        fputs("\r\033[K", stderr);
    }
}

static void show_progress(const struct telling *telling, size_t done)
{
    if (telling->shows_progress) {
        enum { WIDTH = 24 };
        size_t count = telling->plan->task_count;
        int full = (int)(done * WIDTH / count);
        fprintf(stderr, "\r\033[K[%.*s%*s] %zu of %zu", full, "########################",
                WIDTH - full, "", done, count);
        fflush(stderr);
    }
}

/* ---- results ------------------------------------------------------------------------------ */

static void count_output(struct telling *telling, enum fw_job_state state)
{
    switch (state) {
    case FW_JOB_MADE:
        telling->made++;
        break;
    case FW_JOB_CURRENT:
        telling->current++;
        break;
    case FW_JOB_STALE: /* only where nothing is to be written */
    case FW_JOB_FAILED:
        telling->failed++;
        break;
    }
}

static void tell(void *context, size_t task, const struct fw_job_result *result)
{
    struct telling *telling = context;
    enum fw_exit status = fw_cli_exit(result->status);
    const struct fw_job_task *done = &telling->plan->tasks[task];
    clear_progress(telling);
    fputs(result->messages, stderr);
    for (size_t i = 0; i < done->output_count; i++) {
        count_output(telling, result->outputs[i].state);
    }
    if (result->bytes != NULL && !fw_cli_put(result->bytes, result->length)) {
        status = FW_EXIT_SYSTEM;
    }
    if (telling->depfile != NULL && result->input_count > 0) {
        fw_depfile_put(telling->depfile, done, result);
    }
    telling->status = fw_cli_worse(telling->status, status);
    show_progress(telling, task + 1);
}

/* "3 made, 79 current, 1 failed", unless it is one figure and was made. */
static void tell_counts(const struct telling *telling)
{
    clear_progress(telling);
    size_t all = telling->made + telling->current + telling->failed;
    if (all > 1 || telling->current > 0) {
        fprintf(stderr, "%zu made, %zu current", telling->made, telling->current);
        fprintf(stderr, telling->failed > 0 ? ", %zu failed\n" : "\n", telling->failed);
    }
}

static void write_depfile(struct telling *telling, const char *path)
{
    if (telling->depfile != NULL &&
        !fw_file_write(path, telling->depfile->data, telling->depfile->length)) {
        fprintf(stderr, "%s: error: cannot be written: %s\n", path, strerror(errno));
        telling->status = FW_EXIT_SYSTEM;
    }
}

static enum fw_exit check_depfile(const struct fw_args *args, const struct fw_job_plan *plan)
{
    bool is_piped = plan->task_count > 0 && plan->tasks[0].outputs[0].path == NULL;
    if (args->depfile != NULL && is_piped) {
        fputs("figwright render: --depfile needs an output that is a file\n"
              "  hint: name it with -o\n",
              stderr);
        return FW_EXIT_USAGE;
    }
    return FW_EXIT_FINE;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct fw_job_request request = fw_cli_request("render", args);
    struct fw_job_plan plan;
    struct fw_bytes messages = { 0 }, depfile = { 0 };
    enum fw_exit status =
        fw_cli_fault(fw_job_plan(args->arena, &request, &plan, &messages), &messages);
    if (status == FW_EXIT_FINE) {
        status = check_depfile(args, &plan);
    }
    if (status != FW_EXIT_FINE) {
        return status;
    }
    struct fw_job_options options = fw_cli_job_options(args);
    options.mode = args->is_forced ? FW_JOB_ALL : FW_JOB_UPDATE;
    struct telling telling = {
        .plan = &plan,
        .shows_progress = can_show_progress(&plan),
        .depfile = args->depfile != NULL ? &depfile : NULL,
    };
    if (!fw_job_run(&plan, &options, tell, &telling, &messages)) {
        return fw_cli_fault(FW_JOB_UNREADABLE, &messages);
    }
    fw_cli_fault(FW_JOB_FINE, &messages);
    tell_counts(&telling);
    write_depfile(&telling, args->depfile);
    fw_bytes_finish(&depfile);
    return telling.status;
}

static const struct fw_option *const options_of[] = {
    &fw_option_output, &fw_option_format,  FW_OPTIONS_OF_OUTPUTS,
    &fw_option_force,  &fw_option_depfile, NULL,
};

const struct fw_command fw_command_render = {
    .name = "render",
    .operands = "FILE|DIR...",
    .summary = "draw specs to PNG, SVG and PDF",
    .description =
        "A folder stands for all specs (*.vl.json) below it; '-' is standard\n"
        "input. Outputs are named for their specs and go to the folder of -o, else to the\n"
        "current one. A spec with errors leaves no output. Outputs that are not out of date\n"
        "are left as they are: 'figwright status' says which are, and why.",
    .options = options_of,
    .least_operands = 1,
    .most_operands = (size_t)-1,
    .run = run,
};
