/* figwright check: says what is wrong with specs, and draws nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/common.h"

static enum fw_diag_form form_of(const struct fw_args *args)
{
    if (args->form != NULL && strcmp(args->form, "json") == 0) {
        return FW_DIAG_JSON;
    }
    return args->form != NULL && strcmp(args->form, "sarif") == 0 ? FW_DIAG_SARIF : FW_DIAG_TEXT;
}

static bool has_warnings(const struct fw_diag *diag)
{
    for (size_t i = 0; i < fw_diag_count(diag); i++) {
        if (fw_diag_message(diag, i).severity == FW_WARNING) {
            return true;
        }
    }
    return false;
}

static enum fw_exit check_document(const struct fw_args *args, struct fw_document *document)
{
    fw_document_check(document);
    enum fw_exit status = fw_cli_status(document);
    bool is_finding = args->is_strict && has_warnings(fw_document_diag(document));
    return fw_cli_worse(status, is_finding ? FW_EXIT_FINDINGS : FW_EXIT_FINE);
}

/* Checks all inputs; the documents stay open until their diagnostics are printed, in one text. */
static enum fw_exit check_all(const struct fw_args *args, struct fw_session *session,
                              const struct fw_job_plan *plan)
{
    size_t count = plan->task_count;
    struct fw_document **documents = FW_NEW_ARRAY(args->arena, count, struct fw_document *);
    const struct fw_diag **diags = FW_NEW_ARRAY(args->arena, count, const struct fw_diag *);
    enum fw_exit status = FW_EXIT_FINE;
    for (size_t i = 0; i < count; i++) {
        documents[i] = fw_document_open(session, plan->tasks[i].spec);
        diags[i] = fw_document_diag(documents[i]);
        status = fw_cli_worse(status, check_document(args, documents[i]));
    }
    char *text = fw_diag_text(diags, count, form_of(args));
    if (!fw_cli_put(text, strlen(text))) {
        status = FW_EXIT_SYSTEM;
    }
    free(text);
    for (size_t i = 0; i < count; i++) {
        fw_document_destroy(documents[i]);
    }
    return status;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct fw_job_request request = fw_cli_request("check", args);
    struct fw_job_plan plan;
    struct fw_bytes messages = { 0 };
    enum fw_exit status =
        fw_cli_fault(fw_job_specs(args->arena, &request, &plan, &messages), &messages);
    if (status != FW_EXIT_FINE) {
        return status;
    }
    struct fw_session *session = fw_cli_session(args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    status = check_all(args, session, &plan);
    fw_session_destroy(session);
    return status;
}

static const struct fw_option *const options[] = {
    &fw_option_form,      &fw_option_strict,
    &fw_option_theme,     &fw_option_locale,
    &fw_option_timezone,  &fw_option_base_url,
    &fw_option_allow,     &fw_option_font_dir,
    &fw_option_furniture, NULL,
};

const struct fw_command fw_command_check = {
    .name = "check",
    .operands = "FILE|DIR...",
    .summary = "say what is wrong with specs and their data",
    .description = "Prints the findings to standard output and draws nothing.\n"
                   "A folder stands for all specs (*.vl.json) below it.",
    .options = options,
    .least_operands = 1,
    .most_operands = (size_t)-1,
    .run = run,
};
