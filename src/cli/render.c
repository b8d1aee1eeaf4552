/* figwright render: specs to PNG, SVG and PDF. */
#define _XOPEN_SOURCE 700 /* sysconf */
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/thread.h"
#include "base/value.h"
#include "cli/common.h"

enum { MOST_FORMATS = 8 };

/* What is to be drawn: every input in every format. */
struct plan {
    const struct fw_args *args;
    const struct fw_input *inputs;
    size_t input_count;
    const char *formats[MOST_FORMATS];
    size_t format_count;
    bool to_stdout;
    const char *file;   /* the one output, or NULL: */
    const char *folder; /* outputs go here, under their stems */
    struct fw_output_options options;
};

/* What came of one input. */
struct result {
    enum fw_exit status;
    char *text; /* its diagnostics, to be freed; NULL: none */
};

/* ---- the plan ---------------------------------------------------------------------------------
 */

static bool fail_usage(const char *message, const char *hint)
{
    fprintf(stderr, "figwright render: %s\n  hint: %s\n", message, hint);
    return false;
}

static const char *known_format(const char *name, size_t length)
{
    size_t count;
    const char *const *formats = fw_output_formats(&count);
    for (size_t i = 0; i < count; i++) {
        if (strlen(formats[i]) == length && memcmp(formats[i], name, length) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

/* The format that a path's suffix names, or NULL. */
static const char *suffix_format(const char *path)
{
    const char *dot = path == NULL ? NULL : strrchr(fw_path_name(path), '.');
    return dot == NULL ? NULL : known_format(dot + 1, strlen(dot + 1));
}

static bool fail_format(const char *name, size_t length)
{
    size_t count;
    const char *const *formats = fw_output_formats(&count);
    fprintf(stderr, "figwright render: unknown format '%.*s'\n  hint: write ", (int)length, name);
    for (size_t i = 0; i < count; i++) {
        fprintf(stderr, "%s%s", i == 0 ? "" : ", ", formats[i]);
    }
    fputs(", with commas between several\n", stderr);
    return false;
}

static bool has_format(const struct plan *plan, const char *format)
{
    for (size_t i = 0; i < plan->format_count; i++) {
        if (plan->formats[i] == format) {
            return true;
        }
    }
    return false;
}

/* "png,svg", else what the output ends in, else png. */
static bool plan_formats(struct plan *plan)
{
    const char *list = plan->args->formats;
    if (list == NULL) {
        const char *format = suffix_format(plan->args->output);
        plan->formats[plan->format_count++] = format != NULL ? format : "png";
        return true;
    }
    for (;;) {
        size_t length = strcspn(list, ",");
        const char *format = known_format(list, length);
        if (format == NULL) {
            return fail_format(list, length);
        }
        if (!has_format(plan, format) && plan->format_count < MOST_FORMATS) {
            plan->formats[plan->format_count++] = format;
        }
        if (list[length] == '\0') {
            return true;
        }
        list += length + 1;
    }
}

static bool is_single(const struct plan *plan)
{
    const struct fw_texts *operands = &plan->args->operands;
    return operands->count == 1 && !fw_file_is_folder(operands->items[0]) &&
           plan->format_count == 1;
}

/* Whether a file is named after a format that is none of ours, such as "a.gif". */
static bool has_other_suffix(const char *path)
{
    const char *name = fw_path_name(path), *dot = strrchr(name, '.');
    return dot != NULL && dot != name && dot[1] != '\0' && suffix_format(path) == NULL;
}

static bool plan_outputs(struct plan *plan)
{
    const char *output = plan->args->output;
    bool is_stdin = is_single(plan) && strcmp(plan->inputs[0].path, "-") == 0;
    if (output == NULL) {
        plan->to_stdout = is_stdin;
        plan->folder = ".";
        return true;
    }
    if (strcmp(output, "-") == 0) {
        plan->to_stdout = true;
        return is_single(plan) || fail_usage("only one figure fits on standard output",
                                             "give one file and one format, or -o DIR");
    }
    size_t length = strlen(output);
    if (fw_file_is_folder(output) || (length > 0 && output[length - 1] == '/')) {
        plan->folder = output;
    } else if (is_single(plan)) {
        plan->file = output;
        if (has_other_suffix(output) && plan->args->formats == NULL) {
            const char *suffix = strrchr(output, '.') + 1;
            return fail_format(suffix, strlen(suffix));
        }
    } else if (suffix_format(output) != NULL) {
        return fail_usage("several figures do not fit into one file",
                          "name a folder with -o DIR, and formats with -f");
    } else {
        plan->folder = output;
    }
    return true;
}

static const char *output_path(struct fw_arena *arena, const struct plan *plan, size_t input,
                               size_t format)
{
    if (plan->file != NULL) {
        return plan->file;
    }
    const char *name =
        fw_arena_printf(arena, "%s.%s", plan->inputs[input].stem, plan->formats[format]);
    return strcmp(plan->folder, ".") == 0 ? name : fw_path_join(arena, plan->folder, name);
}

/* Two specs of one name would take turns at one file. */
static bool check_paths(const struct plan *plan)
{
    struct fw_strings *strings = fw_strings_new(plan->args->arena);
    uint32_t expected = 0;
    for (size_t i = 0; i < plan->input_count; i++) {
        for (size_t f = 0; f < plan->format_count; f++) {
            const char *path = output_path(plan->args->arena, plan, i, f);
            if (fw_intern_text(strings, path)->id != expected++) {
                fprintf(stderr, "figwright render: two specs would be drawn to '%s'\n", path);
                return false;
            }
        }
    }
    return true;
}

/* SOURCE_DATE_EPOCH, seconds since 1970, as a date for files that carry one; NULL: not set. */
static const char *source_date(struct fw_arena *arena)
{
    const char *text = getenv("SOURCE_DATE_EPOCH"), *after;
    double seconds;
    if (text == NULL || !fw_decimal_parse(text, text + strlen(text), &seconds, &after) ||
        *after != '\0') {
        return NULL;
    }
    enum { TO_SECONDS = 19 }; /* "2026-11-23T00:00:00" */
    fw_str iso = fw_to_string(fw_strings_new(arena), fw_time(seconds * 1000));
    return iso->length > TO_SECONDS ? fw_arena_printf(arena, "%.*sZ", TO_SECONDS, iso->text) : NULL;
}

static bool make_plan(struct plan *plan)
{
    plan->options = (struct fw_output_options){
        .scale = plan->args->scale,
        .svg_text = plan->args->svg_text,
        .date = source_date(plan->args->arena),
    };
    return plan_formats(plan) && plan_outputs(plan) && (plan->to_stdout || check_paths(plan));
}

/* ---- drawing ----------------------------------------------------------------------------------
 */

static bool write_output(const struct plan *plan, size_t input, size_t format,
                         const struct fw_bytes *bytes, struct fw_bytes *log)
{
    if (plan->to_stdout) {
        return fw_cli_put(bytes->data, bytes->length);
    }
    struct fw_arena *arena = fw_arena_create();
    const char *path = output_path(arena, plan, input, format);
    bool is_good = fw_file_make_folder(fw_path_folder(arena, path)) &&
                   fw_file_write(path, bytes->data, bytes->length);
    if (!is_good) {
        fw_bytes_printf(log, "%s: error: cannot be written: %s [write-failed]\n", path,
                        strerror(errno));
    }
    fw_arena_destroy(arena);
    return is_good;
}

/* Draws one document in all formats, and writes them when all could be drawn. */
static enum fw_exit draw(const struct plan *plan, size_t input, struct fw_document *document,
                         struct fw_bytes *log)
{
    struct fw_bytes outputs[MOST_FORMATS] = { 0 };
    bool is_good = true;
    for (size_t f = 0; is_good && f < plan->format_count; f++) {
        size_t length;
        const void *bytes = fw_document_output(document, plan->formats[f], &plan->options, &length);
        is_good = bytes != NULL;
        if (is_good) {
            fw_bytes_append(&outputs[f], bytes, length);
        }
    }
    enum fw_exit status = fw_cli_status(document);
    for (size_t f = 0; is_good && f < plan->format_count; f++) {
        if (!write_output(plan, input, f, &outputs[f], log)) {
            status = FW_EXIT_SYSTEM;
        }
    }
    for (size_t f = 0; f < plan->format_count; f++) {
        fw_bytes_finish(&outputs[f]);
    }
    return status;
}

static struct result render_input(const struct plan *plan, size_t input, struct fw_session *session)
{
    struct fw_document *document = fw_document_open(session, plan->inputs[input].path);
    struct fw_bytes log = { 0 };
    struct result result = { .status = draw(plan, input, document, &log) };
    const struct fw_diag *diag = fw_document_diag(document);
    char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
    fw_bytes_puts(&log, text);
    free(text);
    fw_document_destroy(document);
    fw_bytes_text(&log);
    result.text = log.data;
    return result;
}

/* All inputs on several threads, each with a session of its own. */
struct crew {
    const struct plan *plan;
    struct fw_session *session; /* of worker 0 */
    struct result *results;     /* [input_count] */
    atomic_size_t next;
};

static void work(void *context, size_t worker)
{
    struct crew *crew = context;
    struct fw_session *session = worker == 0 ? crew->session : fw_cli_session(crew->plan->args);
    while (session != NULL) {
        size_t input = atomic_fetch_add(&crew->next, 1);
        if (input >= crew->plan->input_count) {
            break;
        }
        crew->results[input] = render_input(crew->plan, input, session);
    }
    if (worker != 0) {
        fw_session_destroy(session);
    }
}

static size_t count_workers(const struct plan *plan)
{
    if (plan->input_count < 2) {
        return 1;
    }
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t workers = plan->args->jobs > 0 ? (size_t)plan->args->jobs
                     : processors > 0     ? (size_t)processors
                                          : 1;
    return workers < plan->input_count ? workers : plan->input_count;
}

static enum fw_exit render_all(const struct plan *plan, struct fw_session *session)
{
    struct crew crew = { .plan = plan, .session = session };
    crew.results = FW_NEW_ARRAY(plan->args->arena, plan->input_count, struct result);
    atomic_init(&crew.next, 0);
    fw_threads_run(count_workers(plan), work, &crew);
    enum fw_exit status = FW_EXIT_FINE;
    for (size_t i = 0; i < plan->input_count; i++) {
        fputs(crew.results[i].text, stderr);
        free(crew.results[i].text);
        status = fw_cli_worse(status, crew.results[i].status);
    }
    return status;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct plan plan = { .args = args };
    enum fw_exit status;
    if (!fw_cli_inputs(args, &plan.inputs, &plan.input_count, &status)) {
        return status;
    }
    if (!make_plan(&plan)) {
        return FW_EXIT_USAGE;
    }
    struct fw_session *session = fw_cli_session(args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    status = render_all(&plan, session);
    fw_session_destroy(session);
    return status;
}

static const struct fw_option *const options[] = {
    &fw_option_output,   &fw_option_format,   &fw_option_scale,    &fw_option_theme,
    &fw_option_locale,   &fw_option_timezone, &fw_option_base_url, &fw_option_allow,
    &fw_option_font_dir, &fw_option_svg_text, &fw_option_jobs,     NULL,
};

const struct fw_command fw_command_render = {
    .name = "render",
    .operands = "FILE|DIR...",
    .summary = "draw specs to PNG, SVG and PDF",
    .description =
        "A folder stands for all specs (*.vl.json, *.page.json) below it; '-' is standard\n"
        "input. Outputs are named for their specs and go to the folder of -o, else to the\n"
        "current one. A spec with errors leaves no output.",
    .options = options,
    .least_operands = 1,
    .most_operands = (size_t)-1,
    .run = run,
};
