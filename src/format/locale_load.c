/* Locales by name or by file. */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/inputs.h"
#include "base/limits.h"
#include "format/locale.h"

/* Where the files of locales lie: in the tree that was built, then where they were installed. */
static const char *const homes[] = { FW_LOCALES_SOURCE_DIR, FW_LOCALES_INSTALL_DIR };

static bool is_file(const char *name)
{
    size_t length = strlen(name);
    return strchr(name, '/') != NULL || (length > 5 && strcmp(name + length - 5, ".json") == 0);
}

const char *const *fw_locale_names(struct fw_arena *arena, size_t *count)
{
    const char *const *paths = NULL;
    size_t path_count = 0;
    for (size_t i = 0; i < FW_COUNT(homes) && path_count == 0; i++) {
        if (fw_file_is_folder(homes[i])) {
            fw_file_list(arena, homes[i], is_file, &paths, &path_count);
        }
    }
    const char **names = FW_NEW_ARRAY(arena, fw_locale_count() + path_count, const char *);
    *count = 0;
    for (size_t i = 0; i < fw_locale_count(); i++) {
        names[(*count)++] = fw_locale_at(i)->name;
    }
    for (size_t i = 0; i < path_count; i++) {
        const char *name = fw_path_name(paths[i]);
        names[(*count)++] = fw_arena_text(arena, name, strlen(name) - strlen(".json"));
    }
    return names;
}

static enum fw_read_status read_file(struct fw_arena *arena, const char *path,
                                     struct fw_source *source)
{
    source->name = path;
    return fw_file_read(arena, path, FW_LIMIT_SPEC_BYTES, &source->text, &source->length);
}

/* The file of a locale that comes with the program. */
static enum fw_read_status read_named(struct fw_arena *arena, const char *name,
                                      struct fw_source *source)
{
    const char *file = fw_arena_printf(arena, "%s.json", name);
    enum fw_read_status status = FW_READ_MISSING;
    for (size_t i = 0; i < FW_COUNT(homes) && status == FW_READ_MISSING; i++) {
        status = read_file(arena, fw_path_join(arena, homes[i], file), source);
    }
    return status;
}

static enum fw_read_status read_locale(struct fw_arena *arena, const char *name,
                                       struct fw_source *source)
{
    return is_file(name) ? read_file(arena, name, source) : read_named(arena, name, source);
}

const struct fw_source *fw_locale_source(struct fw_arena *arena, const char *name)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    return read_locale(arena, name, source) == FW_READ_FINE ? source : NULL;
}

static void report_unread(struct fw_arena *arena, struct fw_diag *diag, struct fw_place place,
                          const char *name, enum fw_read_status status)
{
    const char *error = strerror(errno);
    if (is_file(name)) {
        bool missing = status == FW_READ_MISSING;
        fw_report(diag, place, missing ? FW_FILE_MISSING : FW_FILE_UNREADABLE,
                  "the locale '%s' %s%s", name, missing ? "is not there" : "cannot be read: ",
                  missing                       ? ""
                  : status == FW_READ_FOLDER    ? "it is a folder"
                  : status == FW_READ_TOO_LARGE ? "it is too large"
                                                : error);
        return;
    }
    size_t count;
    const char *const *names = fw_locale_names(arena, &count);
    struct fw_diagnostic *d = fw_report(diag, place, FW_UNKNOWN_VALUE, "unknown locale '%s'", name);
    fw_hint_nearest(diag, d, name, names, count);
    if (d->hint == NULL) {
        fw_hint(diag, d, "name a built-in one as 'en-GB', or a file of d3 locale JSON");
    }
}

const struct fw_locale *fw_locale_load(struct fw_arena *arena, struct fw_strings *strings,
                                       struct fw_diag *diag, struct fw_inputs *inputs,
                                       struct fw_place place, const char *name)
{
    const struct fw_locale *built_in = fw_locale_find(name);
    if (built_in != NULL) {
        return built_in;
    }
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    enum fw_read_status status = read_locale(arena, name, source);
    if (status != FW_READ_FINE) {
        report_unread(arena, diag, place, name, status);
        return NULL;
    }
    fw_inputs_add_named(inputs, "locale", is_file(name) ? NULL : name, source->name, source->text,
                        source->length);
    const struct fw_json *json = fw_json_read(arena, strings, source, NULL, diag);
    return json == NULL ? NULL : fw_locale_decode(arena, name, fw_json_root(json), NULL, diag);
}
