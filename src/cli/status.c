/* figwright status: which outputs are out of date, and why. */
#include <stdio.h>
#include <string.h>

#include "cli/common.h"
#include "json/write.h"

/* What is said of the outputs. */
struct telling {
    const struct fw_job_plan *plan;
    struct fw_json_writer *json; /* NULL: as text */
    size_t stale;
    enum fw_exit status;
};

static const char *word_of(enum fw_job_state state)
{
    switch (state) {
    case FW_JOB_MADE:
    case FW_JOB_CURRENT:
        return "current";
    case FW_JOB_STALE:
        return "stale";
    case FW_JOB_FAILED:
        return "failed";
    }
    return "failed";
}

static void put_text(const struct fw_job_output *output, const struct fw_job_output_result *result)
{
    printf("%s: ", output->path);
    for (size_t i = 0; i < result->reason_count; i++) {
        fputs(i == 0 ? "" : "; ", stdout);
        fw_cli_put_plain(result->reasons[i]);
    }
    puts(result->state == FW_JOB_FAILED ? "it cannot be drawn" : "");
}

static void put_json(struct fw_json_writer *json, const struct fw_job_task *task, size_t i,
                     const struct fw_job_output_result *result)
{
    fw_json_open(json, '{');
    fw_json_key(json, "output");
    fw_json_puts(json, task->outputs[i].path);
    fw_json_key(json, "spec");
    fw_json_puts(json, task->spec);
    fw_json_key(json, "format");
    fw_json_puts(json, task->outputs[i].format);
    fw_json_key(json, "state");
    fw_json_puts(json, word_of(result->state));
    fw_json_key(json, "reasons");
    fw_json_open(json, '[');
    for (size_t r = 0; r < result->reason_count; r++) {
        fw_json_puts(json, result->reasons[r]);
    }
    fw_json_close(json, ']');
    fw_json_close(json, '}');
}

static void tell(void *context, size_t index, const struct fw_job_result *result)
{
    struct telling *telling = context;
    const struct fw_job_task *task = &telling->plan->tasks[index];
    fputs(result->messages, stderr);
    for (size_t i = 0; i < task->output_count; i++) {
        bool is_current = strcmp(word_of(result->outputs[i].state), "current") == 0;
        telling->stale += is_current ? 0 : 1;
        if (telling->json != NULL) {
            put_json(telling->json, task, i, &result->outputs[i]);
        } else if (!is_current) {
            put_text(&task->outputs[i], &result->outputs[i]);
        }
    }
    telling->status = fw_cli_worse(telling->status, fw_cli_exit(result->status));
}

/* As with render -f names the formats of outputs; "json" and "text" are how to say what is found.
 */
static const char *formats_of(const struct fw_args *args, bool *is_json)
{
    const char *formats = NULL;
    *is_json = false;
    for (size_t i = 0; i < args->forms.count; i++) {
        const char *form = args->forms.items[i];
        *is_json |= strcmp(form, "json") == 0;
        if (strcmp(form, "json") != 0 && strcmp(form, "text") != 0) {
            formats = form;
        }
    }
    return formats;
}

static enum fw_exit tell_all(const struct fw_args *args, const struct fw_job_plan *plan,
                             bool is_json)
{
    struct fw_job_options options = fw_cli_job_options(args);
    options.mode = FW_JOB_LOOK;
    struct fw_bytes messages = { 0 }, text = { 0 };
    struct fw_json_writer json = { .out = &text, .indent = 2 };
    struct telling telling = { .plan = plan, .json = is_json ? &json : NULL };
    fw_json_open(&json, '[');
    bool is_good = fw_job_run(plan, &options, tell, &telling, &messages);
    fw_json_close(&json, ']');
    fw_bytes_put(&text, '\n');
    enum fw_exit status = fw_cli_fault(is_good ? FW_JOB_FINE : FW_JOB_UNREADABLE, &messages);
    if (is_good && is_json && !fw_cli_put(text.data, text.length)) {
        status = FW_EXIT_SYSTEM;
    }
    fw_bytes_finish(&text);
    status = fw_cli_worse(status, telling.status);
    return fw_cli_worse(status, telling.stale > 0 ? FW_EXIT_FINDINGS : FW_EXIT_FINE);
}

static enum fw_exit run(const struct fw_args *args)
{
    bool is_json;
    struct fw_job_request request = fw_cli_request("status", args);
    request.formats = formats_of(args, &is_json);
    struct fw_job_plan plan;
    struct fw_bytes messages = { 0 };
    enum fw_exit status =
        fw_cli_fault(fw_job_plan(args->arena, &request, &plan, &messages), &messages);
    if (status != FW_EXIT_FINE) {
        return status;
    }
    if (plan.task_count > 0 && plan.tasks[0].outputs[0].path == NULL) {
        fputs("figwright status: standard output is never out of date\n"
              "  hint: name the file with -o\n",
              stderr);
        return FW_EXIT_USAGE;
    }
    return tell_all(args, &plan, is_json);
}

static const struct fw_option option_format = {
    .name = "format",
    .letter = 'f',
    .kind = FW_OPTION_TEXTS,
    .offset = offsetof(struct fw_args, forms),
    .value = "LIST",
    .help = "formats of the outputs, as with render; besides, json: say it as JSON",
};

static const struct fw_option *const options_of[] = {
    &fw_option_output,
    &option_format,
    FW_OPTIONS_OF_OUTPUTS,
    NULL,
};

const struct fw_command fw_command_status = {
    .name = "status",
    .operands = "FILE|DIR...",
    .summary = "say which outputs are out of date, and why",
    .description =
        "Takes the arguments of render, and draws nothing: prints one line for each output\n"
        "that render would make. Exit status 1 when there is one.",
    .options = options_of,
    .least_operands = 1,
    .most_operands = (size_t)-1,
    .run = run,
};
