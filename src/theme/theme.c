/* Themes: JSON files with a `config`, tokens and a locale, each perhaps built on another. */
#include "theme/theme.h"

#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "json/decode.h"

/* How many themes may be built on each other; our taste. */
enum { DEEPEST = 8 };

/* Where the built-in themes lie: in the tree that was built, then where they were installed. */
static const char *const homes[] = { FW_THEMES_SOURCE_DIR, FW_THEMES_INSTALL_DIR };

struct theme_props {
    struct fw_prop name, title, inherits, locale, tokens, config;
};

static const struct fw_property theme_table[] = {
    { "name", FW_P_STRING | FW_P_REQUIRED, offsetof(struct theme_props, name), NULL,
      "what --theme calls it" },
    { "title", FW_P_STRING, offsetof(struct theme_props, title), NULL, "one clause about it" },
    { "inherits", FW_P_STRING, offsetof(struct theme_props, inherits), NULL,
      "the theme that it is built on" },
    { "locale", FW_P_STRING, offsetof(struct theme_props, locale), NULL,
      "how numbers and dates are written" },
    { "tokens", FW_P_OBJECT, offsetof(struct theme_props, tokens), NULL,
      "colors and sizes of furniture, pages and blocks" },
    { "config", FW_P_OBJECT, offsetof(struct theme_props, config), NULL,
      "a Vega-Lite configuration" },
};

/* A theme on its way, and the files read for it. */
struct loading {
    struct fw_maker make;
    struct fw_diag *diag;
    struct fw_place place; /* where the theme being loaded was named */
    const char *paths[DEEPEST];
    size_t depth;
};

bool fw_theme_is_file(const char *name)
{
    size_t length = strlen(name);
    return strchr(name, '/') != NULL || (length > 5 && strcmp(name + length - 5, ".json") == 0);
}

static bool is_theme(const char *name)
{
    return fw_theme_is_file(name);
}

const char *const *fw_theme_names(struct fw_arena *arena, size_t *count)
{
    const char *const *paths = NULL;
    *count = 0;
    for (size_t i = 0; i < FW_COUNT(homes) && *count == 0; i++) {
        if (fw_file_is_folder(homes[i])) {
            fw_file_list(arena, homes[i], is_theme, &paths, count);
        }
    }
    const char **names = FW_NEW_ARRAY(arena, *count + 1, const char *);
    for (size_t i = 0; i < *count; i++) {
        const char *name = fw_path_name(paths[i]);
        names[i] = fw_arena_text(arena, name, strlen(name) - strlen(".json"));
    }
    return names;
}

/* The file of a theme; one named by `from`, another theme's file, is looked for beside it. */
static const struct fw_source *read_theme(const struct loading *loading, const char *name,
                                          const char *from)
{
    struct fw_arena *arena = loading->make.arena;
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    if (fw_theme_is_file(name)) {
        bool is_beside = from != NULL && name[0] != '/';
        source->name = is_beside ? fw_path_join(arena, fw_path_folder(arena, from), name) : name;
        return fw_file_read(arena, source->name, FW_LIMIT_SPEC_BYTES, &source->text,
                            &source->length) == FW_READ_FINE
                   ? source
                   : NULL;
    }
    const char *file = fw_arena_printf(arena, "%s.json", name);
    for (size_t i = 0; i < FW_COUNT(homes); i++) {
        source->name = fw_path_join(arena, homes[i], file);
        if (fw_file_read(arena, source->name, FW_LIMIT_SPEC_BYTES, &source->text,
                         &source->length) == FW_READ_FINE) {
            return source;
        }
    }
    return NULL;
}

static bool fail_missing(const struct loading *loading, const char *name)
{
    struct fw_diagnostic *d =
        fw_report(loading->diag, loading->place, FW_UNKNOWN_VALUE, "unknown theme '%s'", name);
    size_t count;
    const char *const *names = fw_theme_names(loading->make.arena, &count);
    fw_hint_nearest(loading->diag, d, name, names, count);
    return false;
}

static bool enter(struct loading *loading, const char *path)
{
    for (size_t i = 0; i < loading->depth; i++) {
        if (strcmp(loading->paths[i], path) == 0) {
            fw_report(loading->diag, loading->place, FW_UNKNOWN_VALUE,
                      "theme '%s' is built on itself", path);
            return false;
        }
    }
    if (loading->depth == DEEPEST) {
        fw_report(loading->diag, loading->place, FW_LIMIT,
                  "more than %d themes are built on each other", DEEPEST);
        return false;
    }
    loading->paths[loading->depth++] = path;
    return true;
}

/* A copy of an object that does not say which node it was read from: a chart would look for it in
 * its own spec. */
static struct fw_value without_origin(struct fw_arena *arena, struct fw_value value)
{
    if (value.kind != FW_OBJECT) {
        return value;
    }
    struct fw_object *copy = FW_NEW(arena, struct fw_object);
    copy->count = value.object->count;
    copy->keys = value.object->keys;
    copy->values = FW_NEW_ARRAY(arena, copy->count, struct fw_value);
    for (size_t i = 0; i < copy->count; i++) {
        copy->values[i] = without_origin(arena, value.object->values[i]);
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = copy };
}

static struct fw_value lay_over(const struct loading *loading, struct fw_value under,
                                const struct fw_prop *over)
{
    struct fw_value plain = without_origin(loading->make.arena, over->value);
    return fw_merge_deep(loading->make, under, plain);
}

static const char *text_of(const struct fw_prop *prop, const char *fallback)
{
    return prop->value.kind == FW_STRING ? prop->value.string->text : fallback;
}

/* Lays the theme `name` over what is in `theme`. Recursion is bounded by DEEPEST. */
static bool load(struct loading *loading, const char *name, const char *from,
                 struct fw_theme *theme)
{
    struct fw_arena *arena = loading->make.arena;
    const struct fw_source *source = read_theme(loading, name, from);
    if (source == NULL) {
        return fail_missing(loading, name);
    }
    if (!enter(loading, source->name)) {
        return false;
    }
    const struct fw_json *json =
        fw_json_read(arena, loading->make.strings, source, NULL, loading->diag);
    struct fw_decoder decoder = { .arena = arena,
                                  .strings = loading->make.strings,
                                  .diag = loading->diag };
    static const char *const also[] = { "$schema", NULL };
    struct theme_props props = { 0 };
    if (json == NULL || !fw_decode(&decoder, fw_json_root(json), "theme", theme_table,
                                   FW_COUNT(theme_table), also, &props)) {
        return false;
    }
    const char *inherits = text_of(&props.inherits, NULL);
    if (inherits != NULL) {
        loading->place = fw_node_place(arena, props.inherits.at);
        if (!load(loading, inherits, source->name, theme)) {
            return false;
        }
    }
    theme->name = text_of(&props.name, name);
    theme->locale = text_of(&props.locale, theme->locale);
    theme->config = lay_over(loading, theme->config, &props.config);
    theme->tokens = lay_over(loading, theme->tokens, &props.tokens);
    return true;
}

bool fw_theme_load(struct fw_maker make, struct fw_diag *diag, struct fw_place place,
                   const char *name, struct fw_theme *theme)
{
    struct loading loading = { .make = make, .diag = diag, .place = place };
    *theme = (struct fw_theme){ 0 };
    return load(&loading, name, NULL, theme);
}
