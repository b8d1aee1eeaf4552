/* figwright themes: the themes there are, checked, and what each makes of a figure. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/common.h"
#include "theme/theme.h"

/* One theme at work. */
struct listed {
    const struct fw_args *args;
    struct fw_arena *arena;
    const char *name;    /* as asked for: a built-in name, or a file */
    const char *preview; /* the chart that shows it */
};

static void print_diag(const struct fw_diag *diag)
{
    if (fw_diag_count(diag) > 0) {
        char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
        fputs(text, stderr);
        free(text);
    }
}

static enum fw_exit list(const struct listed *listed)
{
    struct fw_maker make = { listed->arena, fw_strings_new(listed->arena) };
    struct fw_diag *diag = fw_diag_new(listed->arena);
    struct fw_theme theme;
    bool is_good = fw_theme_load(make, diag, NULL, fw_nowhere(), listed->name, &theme);
    fw_diag_sort(diag);
    print_diag(diag);
    if (is_good) {
        printf("%s\t%s\t%s\n", theme.name, theme.inherits == NULL ? "-" : theme.inherits,
               theme.title == NULL ? "" : theme.title);
    }
    return is_good ? FW_EXIT_FINE : FW_EXIT_INPUT;
}

/* FOLDER/NAME.png of the theme. */
static const char *picture_path(const struct listed *listed)
{
    const char *name = fw_path_name(listed->name);
    size_t length = strcspn(name, ".");
    const char *stem = fw_arena_text(listed->arena, name, length);
    return fw_path_join(listed->arena, listed->args->preview,
                        fw_arena_printf(listed->arena, "%s.png", stem));
}

static enum fw_exit draw(const struct listed *listed)
{
    struct fw_args args = *listed->args;
    args.theme = listed->name;
    struct fw_session *session = fw_cli_session(&args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    struct fw_document *document = fw_document_open(session, listed->preview);
    struct fw_output_options options = { .scale = args.scale };
    size_t length;
    const void *bytes = fw_document_output(document, "png", &options, &length);
    const char *path = picture_path(listed);
    fw_cli_print(document);
    enum fw_exit status = fw_cli_status(document);
    if (bytes != NULL && !fw_file_write(path, bytes, length)) {
        fprintf(stderr, "%s: error: cannot be written: %s\n", path, strerror(errno));
        status = FW_EXIT_SYSTEM;
    }
    fw_document_destroy(document);
    fw_session_destroy(session);
    return status;
}

static bool make_folder(const struct fw_args *args)
{
    if (args->preview == NULL || fw_file_make_folder(args->preview)) {
        return true;
    }
    fprintf(stderr, "%s: error: cannot be made: %s\n", args->preview, strerror(errno));
    return false;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct listed listed = { .args = args, .arena = args->arena };
    size_t count = args->operands.count;
    const char *const *names =
        count > 0 ? args->operands.items : fw_theme_names(args->arena, &count);
    listed.preview = fw_theme_preview(args->arena);
    if (count == 0 || listed.preview == NULL) {
        fputs("figwright: error: the built-in themes are missing\n", stderr);
        return FW_EXIT_SYSTEM;
    }
    if (!make_folder(args)) {
        return FW_EXIT_SYSTEM;
    }
    enum fw_exit status = FW_EXIT_FINE;
    for (size_t i = 0; i < count; i++) {
        listed.name = names[i];
        enum fw_exit own = list(&listed);
        if (own == FW_EXIT_FINE && args->preview != NULL) {
            own = draw(&listed);
        }
        status = fw_cli_worse(status, own);
    }
    return status;
}

static const struct fw_option preview = {
    .name = "preview",
    .kind = FW_OPTION_TEXT,
    .offset = offsetof(struct fw_args, preview),
    .value = "DIR",
    .help = "draw what each theme makes of a figure, as DIR/NAME.png",
};

static const struct fw_option *const options[] = { &preview, &fw_option_scale, &fw_option_font_dir,
                                                   NULL };

const struct fw_command fw_command_themes = {
    .name = "themes",
    .operands = "[NAME|FILE...]",
    .summary = "list and check themes, and show what they look like",
    .description = "One theme a line: name, the theme it inherits, and what it is for, with tabs\n"
                   "between them. Without operands: the built-in ones. What is wrong with a theme\n"
                   "is reported, and is an error.",
    .options = options,
    .most_operands = SIZE_MAX,
    .run = run,
};
