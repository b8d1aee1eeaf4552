/* figwright fonts: the fonts that texts are drawn with. */
#include <stdio.h>

#include "cli/common.h"

static enum fw_exit run(const struct fw_args *args)
{
    struct fw_session *session = fw_cli_session(args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    for (size_t i = 0; i < fw_session_font_count(session); i++) {
        struct fw_font_file font = fw_session_font(session, i);
        printf("%s\t%d\t%s\t%s\n", font.family, font.weight, font.italic ? "italic" : "normal",
               font.file);
    }
    fw_session_destroy(session);
    return FW_EXIT_FINE;
}

static const struct fw_option *const options[] = { &fw_option_font_dir, NULL };

const struct fw_command fw_command_fonts = {
    .name = "fonts",
    .operands = "",
    .summary = "list the fonts that texts are drawn with",
    .description = "One font a line: family, weight, style and file, with tabs between them.",
    .options = options,
    .run = run,
};
