/* figwright.json: what holds for all documents of a folder and of those below it. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "document/config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "json/decode.h"

struct config_props {
    struct fw_prop theme, locale, timezone;
};

static const struct fw_property config_table[] = {
    { "theme", FW_P_STRING, offsetof(struct config_props, theme), NULL,
      "name or file of the theme of all figures" },
    { "locale", FW_P_STRING, offsetof(struct config_props, locale), NULL,
      "how numbers and dates are written" },
    { "timezone", FW_P_STRING, offsetof(struct config_props, timezone), NULL,
      "where local times are" },
};

static const char *text_of(const struct fw_prop *prop)
{
    return prop->value.kind == FW_STRING ? prop->value.string->text : NULL;
}

/* A theme or locale that is a file is looked for beside the figwright.json that names it. */
static const char *path_beside(struct fw_arena *arena, const char *name, const char *config_path)
{
    if (name == NULL || name[0] == '/' || strstr(name, ".json") == NULL) {
        return name;
    }
    return fw_path_join(arena, fw_path_folder(arena, config_path), name);
}

static bool read_config(struct fw_arena *arena, struct fw_strings *strings,
                        const struct fw_source *source, struct fw_diag *diag,
                        struct fw_folder_config *config)
{
    const struct fw_json *json = fw_json_read(arena, strings, source, NULL, diag);
    if (json == NULL) {
        return false;
    }
    struct fw_decoder decoder = { .arena = arena, .strings = strings, .diag = diag };
    struct config_props props = { 0 };
    static const char *const also[] = { "$schema", NULL };
    bool is_good = fw_decode(&decoder, fw_json_root(json), "figwright.json", config_table,
                             FW_COUNT(config_table), also, &props);
    *config = (struct fw_folder_config){
        .theme = path_beside(arena, text_of(&props.theme), source->name),
        .theme_place = fw_node_place(arena, props.theme.at),
        .locale = path_beside(arena, text_of(&props.locale), source->name),
        .locale_place = fw_node_place(arena, props.locale.at),
        .timezone = text_of(&props.timezone),
    };
    return is_good;
}

/* A real path as one that starts from the folder, as a reader of messages knows it. */
static const char *path_from(struct fw_arena *arena, const char *folder, const char *real)
{
    const char *way = fw_path_relative(arena, folder, real);
    bool is_here = strcmp(folder, ".") == 0;
    return fw_path_short(arena, is_here ? way : fw_path_join(arena, folder, way));
}

const struct fw_source *fw_folder_config_find(struct fw_arena *arena, const char *folder)
{
    char *real = realpath(folder, NULL);
    struct fw_source *source = NULL;
    while (real != NULL && source == NULL) {
        const char *path = fw_path_join(arena, real, "figwright.json");
        const char *text;
        size_t length;
        if (fw_file_read(arena, path, FW_LIMIT_SPEC_BYTES, &text, &length) == FW_READ_FINE) {
            source = FW_NEW(arena, struct fw_source);
            *source = (struct fw_source){ .name = path_from(arena, folder, path),
                                          .text = text,
                                          .length = length };
        }
        char *slash = strrchr(real, '/');
        if (strcmp(real, "/") == 0) {
            break;
        }
        slash[slash == real ? 1 : 0] = '\0';
    }
    free(real);
    return source;
}

bool fw_folder_config_read(struct fw_arena *arena, struct fw_strings *strings, const char *folder,
                           struct fw_diag *diag, struct fw_inputs *inputs,
                           struct fw_folder_config *config)
{
    *config = (struct fw_folder_config){ 0 };
    const struct fw_source *source = fw_folder_config_find(arena, folder);
    if (source == NULL) {
        fw_inputs_add_absent(inputs, "config", fw_path_join(arena, folder, "figwright.json"));
        return true;
    }
    fw_inputs_add(inputs, "config", source->name, source->text, source->length);
    bool is_good = read_config(arena, strings, source, diag, config);
    config->folder = fw_path_folder(arena, source->name);
    return is_good;
}
