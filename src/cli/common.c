/* What the commands that take documents share. */
#include "cli/common.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/value.h"
#include "json/report.h"

struct fw_session_options fw_cli_session_options(const struct fw_args *args)
{
    return (struct fw_session_options){
        .base_url = args->base_url,
        .allow = args->allow.items,
        .allow_count = args->allow.count,
        .theme = args->theme,
        .locale = args->locale,
        .timezone = args->timezone,
        .furniture = args->furniture,
        .font_dirs = args->font_dirs.items,
        .font_dir_count = args->font_dirs.count,
    };
}

struct fw_session *fw_cli_session(const struct fw_args *args)
{
    struct fw_session_options options = fw_cli_session_options(args);
    struct fw_session *session = fw_session_create(&options);
    const struct fw_diag *diag = fw_session_diag(session);
    if (fw_diag_count(diag) > 0) {
        char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
        fputs(text, stderr);
        free(text);
    }
    if (fw_diag_errors(diag) > 0) {
        fw_session_destroy(session);
        return NULL;
    }
    return session;
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

enum fw_exit fw_cli_status(const struct fw_document *document)
{
    return fw_cli_exit(fw_document_status(document));
}

enum fw_exit fw_cli_exit(enum fw_status status)
{
    switch (status) {
    case FW_STATUS_FINE:
        return FW_EXIT_FINE;
    case FW_STATUS_INPUT:
        return FW_EXIT_INPUT;
    case FW_STATUS_SYSTEM:
        return FW_EXIT_SYSTEM;
    }
    return FW_EXIT_SYSTEM;
}

enum fw_exit fw_cli_worse(enum fw_exit a, enum fw_exit b)
{
    return a > b ? a : b;
}

void fw_cli_print(const struct fw_document *document)
{
    const struct fw_diag *diag = fw_document_diag(document);
    if (fw_diag_count(diag) > 0) {
        char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
        fputs(text, stderr);
        free(text);
    }
}

enum fw_exit fw_cli_fault(enum fw_job_fault fault, struct fw_bytes *messages)
{
    fputs(fw_bytes_text(messages), stderr);
    fw_bytes_finish(messages);
    switch (fault) {
    case FW_JOB_FINE:
        return FW_EXIT_FINE;
    case FW_JOB_USAGE:
        return FW_EXIT_USAGE;
    case FW_JOB_NO_SPECS:
        return FW_EXIT_INPUT;
    case FW_JOB_UNREADABLE:
        return FW_EXIT_SYSTEM;
    }
    return FW_EXIT_SYSTEM;
}

struct fw_job_request fw_cli_request(const char *command, const struct fw_args *args)
{
    return (struct fw_job_request){
        .command = command,
        .operands = args->operands.items,
        .operand_count = args->operands.count,
        .output = args->output,
        .formats = args->formats,
        .sidecars = args->sidecars,
        .shard = args->shard,
    };
}

struct fw_job_options fw_cli_job_options(const struct fw_args *args)
{
    return (struct fw_job_options){
        .session = fw_cli_session_options(args),
        .output = { .scale = args->scale,
                    .svg_text = args->svg_text,
                    .date = source_date(args->arena),
                    .embed = args->embed },
        .workers = (size_t)args->jobs,
    };
}

bool fw_cli_wants_json(const struct fw_args *args)
{
    return args->form != NULL && strcmp(args->form, "json") == 0;
}

void fw_cli_put_plain(const char *text)
{
    struct fw_bytes plain = { 0 };
    fw_report_plain(&plain, text);
    fputs(fw_bytes_text(&plain), stdout);
    fw_bytes_finish(&plain);
}

bool fw_cli_put(const void *bytes, size_t length)
{
    return fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0;
}
