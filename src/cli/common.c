/* What the commands that take documents share. */
#include "cli/common.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

struct fw_session *fw_cli_session(const struct fw_args *args)
{
    struct fw_session_options options = {
        .base_url = args->base_url,
        .allow = args->allow.items,
        .allow_count = args->allow.count,
        .theme = args->theme,
        .locale = args->locale,
        .timezone = args->timezone,
        .font_dirs = args->font_dirs.items,
        .font_dir_count = args->font_dirs.count,
    };
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

enum fw_exit fw_cli_status(const struct fw_document *document)
{
    switch (fw_document_status(document)) {
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

static bool ends_in(const char *text, const char *suffix)
{
    size_t length = strlen(text), suffix_length = strlen(suffix);
    return length > suffix_length && strcmp(text + length - suffix_length, suffix) == 0;
}

static bool is_spec(const char *name)
{
    return ends_in(name, ".vl.json") || ends_in(name, ".page.json");
}

/* A path without the suffix of a spec. */
static const char *stem_of(struct fw_arena *arena, const char *path)
{
    static const char *const suffixes[] = { ".vl.json", ".page.json", ".json" };
    size_t length = strlen(path);
    for (size_t i = 0; i < FW_COUNT(suffixes); i++) {
        if (ends_in(path, suffixes[i])) {
            length -= strlen(suffixes[i]);
            break;
        }
    }
    return fw_arena_text(arena, path, length);
}

struct input_list {
    struct fw_input *items;
    size_t count, capacity;
};

static void add_input(struct fw_arena *arena, struct input_list *list, const char *path,
                      const char *name)
{
    FW_RESERVE(arena, list->items, list->count, list->capacity);
    const char *stem = strcmp(path, "-") == 0 ? "figure" : stem_of(arena, name);
    list->items[list->count++] = (struct fw_input){ .path = path, .stem = stem };
}

static enum fw_exit add_folder(struct fw_arena *arena, struct input_list *list, const char *folder)
{
    const char *const *paths;
    size_t count;
    if (!fw_file_list(arena, folder, is_spec, &paths, &count)) {
        fprintf(stderr, "%s: error: cannot be read: %s\n", folder, strerror(errno));
        return FW_EXIT_SYSTEM;
    }
    if (count == 0) {
        fprintf(stderr, "%s: error: no specs (*.vl.json, *.page.json) in this folder\n", folder);
        return FW_EXIT_INPUT;
    }
    for (size_t i = 0; i < count; i++) {
        const char *name = paths[i] + strlen(folder);
        add_input(arena, list, paths[i], name + strspn(name, "/"));
    }
    return FW_EXIT_FINE;
}

bool fw_cli_inputs(const struct fw_args *args, const struct fw_input **inputs, size_t *count,
                   enum fw_exit *status)
{
    struct input_list list = { 0 };
    *status = FW_EXIT_FINE;
    for (size_t i = 0; i < args->operands.count; i++) {
        const char *operand = args->operands.items[i];
        if (fw_file_is_folder(operand)) {
            *status = fw_cli_worse(*status, add_folder(args->arena, &list, operand));
        } else {
            add_input(args->arena, &list, operand, fw_path_name(operand));
        }
    }
    *inputs = list.items;
    *count = list.count;
    return *status == FW_EXIT_FINE;
}

bool fw_cli_put(const void *bytes, size_t length)
{
    return fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0;
}
