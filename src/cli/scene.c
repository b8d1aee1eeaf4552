/* figwright scene: the laid-out figure as a flat JSON display list. */
#include <stdio.h>

#include "base/file.h"
#include "cli/common.h"

#include <errno.h>
#include <string.h>

static bool write_scene(const struct fw_args *args, const void *bytes, size_t length)
{
    if (args->output == NULL || strcmp(args->output, "-") == 0) {
        return fw_cli_put(bytes, length);
    }
    if (!fw_file_write(args->output, bytes, length)) {
        fprintf(stderr, "%s: error: cannot be written: %s\n", args->output, strerror(errno));
        return false;
    }
    return true;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct fw_session *session = fw_cli_session(args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    struct fw_document *document = fw_document_open(session, args->operands.items[0]);
    size_t length;
    const void *bytes = fw_document_output(document, "scene", NULL, &length);
    fw_cli_print(document);
    enum fw_exit status = fw_cli_status(document);
    if (bytes != NULL && !write_scene(args, bytes, length)) {
        status = FW_EXIT_SYSTEM;
    }
    fw_document_destroy(document);
    fw_session_destroy(session);
    return status;
}

static const struct fw_option *const options[] = {
    &fw_option_output,   &fw_option_theme,     &fw_option_locale,
    &fw_option_timezone, &fw_option_base_url,  &fw_option_allow,
    &fw_option_font_dir, &fw_option_furniture, NULL,
};

const struct fw_command fw_command_scene = {
    .name = "scene",
    .operands = "FILE",
    .summary = "print the laid-out figure as a flat JSON display list",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
