/* Themes: JSON files with a `config`, tokens and a locale, each perhaps built on another. */
#include "theme/theme.h"

#include <string.h>

#include "base/file.h"
#include "base/inputs.h"
#include "base/limits.h"
#include "grammar/grammar.h"
#include "theme/config.h"
#include "theme/contrast.h"
#include "theme/layers.h"
#include "theme/ranges.h"

/* Where the built-in themes lie: in the tree that was built, then where they were installed. */
static const char *const homes[] = { FW_THEMES_SOURCE_DIR, FW_THEMES_INSTALL_DIR };

static const struct fw_shape_member theme_members[] = {
    { .name = "$schema", .type = FW_P_STRING },
    { .name = "config", .type = FW_P_OBJECT, .shape = &fw_shape_config },
    { .name = "inherits", .type = FW_P_STRING },
    { .name = "locale", .type = FW_P_STRING },
    { .name = "name", .type = FW_P_STRING | FW_P_REQUIRED },
    { .name = "title", .type = FW_P_STRING },
    { .name = "tokens", .type = FW_P_OBJECT, .shape = &fw_shape_tokens },
};

static const struct fw_shape theme_shape = {
    .what = "a theme",
    .members = theme_members,
    .count = FW_COUNT(theme_members),
};

/* A theme on its way, and the files read for it. */
struct loading {
    struct fw_maker make;
    struct fw_diag *diag;
    struct fw_inputs *inputs;
    struct fw_place place; /* where the theme being loaded was named */
    struct fw_theme_layers layers;
    bool is_good;
};

bool fw_theme_is_file(const char *name)
{
    size_t length = strlen(name);
    return strchr(name, '/') != NULL || (length > 5 && strcmp(name + length - 5, ".json") == 0);
}

/* "briefing.json"; the preview's spec has another suffix. */
static bool is_theme(const char *name)
{
    const char *dot = strchr(name, '.');
    return dot != NULL && strcmp(dot, ".json") == 0;
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

const char *fw_theme_preview(struct fw_arena *arena)
{
    for (size_t i = 0; i < FW_COUNT(homes); i++) {
        const char *path = fw_path_join(arena, homes[i], "preview.spec.json");
        const char *text;
        size_t length;
        if (fw_file_read(arena, path, FW_LIMIT_SPEC_BYTES, &text, &length) == FW_READ_FINE) {
            return path;
        }
    }
    return NULL;
}

/* A path that a file names: relative ones start from its folder. */
static const char *beside(struct fw_arena *arena, const char *file, const char *path)
{
    const char *folder = fw_path_folder(arena, file);
    bool is_whole = path[0] == '/' || strcmp(folder, ".") == 0;
    return is_whole ? path : fw_path_join(arena, folder, path);
}

/* The file of a theme; one named by `from`, another theme's file, is looked for beside it. */
static const struct fw_source *read_theme(struct fw_arena *arena, const char *name,
                                          const char *from)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    if (fw_theme_is_file(name)) {
        source->name = from == NULL ? name : beside(arena, from, name);
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

const struct fw_source *fw_theme_source(struct fw_arena *arena, const char *name)
{
    return read_theme(arena, name, NULL);
}

/* A built-in theme is recorded by its name: its place differs from machine to machine. */
static void record(const struct loading *loading, const char *name, const struct fw_source *source)
{
    if (source != NULL) {
        fw_inputs_add_named(loading->inputs, "theme", fw_theme_is_file(name) ? NULL : name,
                            source->name, source->text, source->length);
    }
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

static const char *source_name(const struct loading *loading, size_t layer)
{
    return loading->layers.roots[layer].json->source->name;
}

/* Whether the theme in the file `name` may be built on: it is none of those built on it. */
static bool may_enter(struct loading *loading, const char *name)
{
    struct fw_arena *arena = loading->make.arena;
    size_t count = loading->layers.count;
    const char *chain = "";
    for (size_t i = count; i-- > 0;) {
        const char *above = source_name(loading, i);
        chain = fw_arena_printf(arena, " -> %s%s", fw_path_name(above), chain);
        if (strcmp(above, name) == 0) {
            fw_report(loading->diag, loading->place, FW_CONFLICT,
                      "a theme must not be built on itself: %s -> %s", chain + strlen(" -> "),
                      fw_path_name(name));
            return false;
        }
    }
    if (count == FW_THEME_DEEPEST) {
        fw_report(loading->diag, loading->place, FW_LIMIT,
                  "more than %d themes are built on each other", FW_THEME_DEEPEST);
    }
    return count < FW_THEME_DEEPEST;
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

static bool check_shape(const struct loading *loading, struct fw_node root)
{
    if (fw_node_kind(root) != FW_JSON_OBJECT) {
        fw_report(loading->diag, fw_node_place(loading->make.arena, root), FW_WRONG_TYPE,
                  "a theme must be an object, not %s", fw_json_kind_name(fw_node_kind(root)));
        return false;
    }
    bool is_good = fw_grammar_check_node(loading->make.arena, loading->make.strings, loading->diag,
                                         root, &theme_shape);
    return fw_theme_check_ranges(loading->make.arena, loading->diag, root) && is_good;
}

/* Reads the theme `name`, then what it is built on. Recursion is bounded by FW_THEME_DEEPEST. */
static bool read_layers(struct loading *loading, const char *name, const char *from)
{
    struct fw_arena *arena = loading->make.arena;
    const struct fw_source *source = read_theme(arena, name, from);
    record(loading, name, source);
    if (source == NULL) {
        return fail_missing(loading, name);
    }
    if (!may_enter(loading, source->name)) {
        return false;
    }
    const struct fw_json *json =
        fw_json_read(arena, loading->make.strings, source, NULL, loading->diag);
    if (json == NULL) {
        return false;
    }
    struct fw_node root = fw_json_root(json);
    loading->layers.roots[loading->layers.count++] = root;
    bool is_good = check_shape(loading, root);
    struct fw_node inherits = fw_node_member(root, "inherits");
    fw_str base = fw_node_string(inherits, NULL);
    if (base != NULL) {
        loading->place = fw_node_place(arena, inherits);
        is_good &= read_layers(loading, base->text, source->name);
    }
    return is_good;
}

static const char *own_text(const struct loading *loading, const char *key)
{
    fw_str text = fw_node_string(fw_node_member(loading->layers.roots[0], key), NULL);
    return text == NULL ? NULL : text->text;
}

/* The member `key` of all files, those that inherit over those that are inherited. */
static struct fw_value sum_of(const struct loading *loading, const char *key)
{
    struct fw_arena *arena = loading->make.arena;
    struct fw_value sum = fw_undefined();
    for (size_t i = loading->layers.count; i-- > 0;) {
        struct fw_node node = fw_node_member(loading->layers.roots[i], key);
        if (fw_node_there(node)) {
            struct fw_value plain = without_origin(arena, fw_node_value(arena, node));
            sum = fw_merge_deep(loading->make, sum, plain);
        }
    }
    return sum;
}

/* The logo's url is told from the file that gives it. */
static void place_logo(const struct loading *loading, struct fw_logo_token *logo)
{
    static const char *const keys[] = { "tokens", "logo", "url", NULL };
    struct fw_theme_spot spot = fw_theme_spot(&loading->layers, keys);
    if (logo->url != NULL && fw_node_there(spot.node)) {
        struct fw_arena *arena = loading->make.arena;
        logo->at = spot.node;
        logo->url = beside(arena, source_name(loading, spot.layer), logo->url);
    }
}

/* The locale's name, or its path, told from the file that gives it; and one that is written out. */
static void find_locale(const struct loading *loading, struct fw_theme *theme)
{
    static const char *const keys[] = { "locale", NULL };
    static const char *const definition[] = { "config", "locale", NULL };
    struct fw_arena *arena = loading->make.arena;
    struct fw_theme_spot spot = fw_theme_spot(&loading->layers, keys);
    fw_str name = fw_node_string(spot.node, NULL);
    if (name != NULL) {
        theme->locale = fw_theme_is_file(name->text)
                            ? beside(arena, source_name(loading, spot.layer), name->text)
                            : name->text;
        theme->locale_place = fw_node_place(arena, spot.node);
    }
    theme->locale_definition = fw_theme_spot(&loading->layers, definition).node;
}

static bool check_sum(const struct loading *loading, const struct fw_theme *theme,
                      const struct fw_config *config, struct fw_value tokens)
{
    struct fw_theme_sum sum = {
        .make = loading->make,
        .diag = loading->diag,
        .layers = &loading->layers,
        .config = config,
        .tokens = tokens,
        .redundant_coding = theme->tokens.redundant_coding,
    };
    return fw_theme_check_contrast(&sum);
}

bool fw_theme_load(struct fw_maker make, struct fw_diag *diag, struct fw_inputs *inputs,
                   struct fw_place place, const char *name, struct fw_theme *theme)
{
    struct loading loading = { .make = make, .diag = diag, .inputs = inputs, .place = place };
    *theme = (struct fw_theme){ .name = name, .locale_definition = fw_node_none() };
    if (!read_layers(&loading, name, NULL)) {
        return false;
    }
    theme->name = own_text(&loading, "name");
    theme->title = own_text(&loading, "title");
    theme->inherits = own_text(&loading, "inherits");
    find_locale(&loading, theme);
    theme->config = sum_of(&loading, "config");
    struct fw_value tokens = sum_of(&loading, "tokens");
    struct fw_config config;
    fw_config_init(&config, make, fw_config_default_value(make), theme->config, fw_undefined());
    fw_tokens_decode(make.arena, tokens, config.root, &theme->tokens);
    theme->params = fw_tokens_params(make, tokens, theme->config, &theme->tokens);
    place_logo(&loading, &theme->tokens.logo);
    return check_sum(&loading, theme, &config, tokens);
}

const struct fw_tokens *fw_theme_tokens(struct fw_maker make, const struct fw_theme *theme)
{
    if (theme != NULL) {
        return &theme->tokens;
    }
    struct fw_tokens *tokens = FW_NEW(make.arena, struct fw_tokens);
    fw_tokens_decode(make.arena, fw_undefined(), fw_config_default_value(make), tokens);
    return tokens;
}
