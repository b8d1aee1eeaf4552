/* Whether an output made earlier is what would be made now: decided by the digests in it. */
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "document/config.h"
#include "document/inspect.h"
#include "document/made.h"
#include "figwright/version.h"
#include "format/locale.h"
#include "text/identity.h"
#include "theme/theme.h"

/* A digest that was worked out before. */
struct known {
    bool is_known;
    const char *digest; /* NULL: there is no such file */
    const char *file;   /* the path of a built-in one */
};

struct fw_freshness {
    struct fw_session *session;
    struct fw_arena *arena;
    struct fw_strings *names; /* of what is known: its ids index `known` */
    struct known *known;
    size_t known_count;
    struct fw_digest fonts;
    struct fw_arena *last; /* of the last check's result; NULL before the first */
};

/* One look at one output. */
struct check {
    struct fw_freshness *freshness;
    struct fw_arena *arena;
    const char *spec;
    struct fw_making making;
    struct fw_self_description then;
    const char **reasons;
    size_t count, capacity;
};

struct fw_freshness *fw_freshness_create(struct fw_session *session)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_freshness *freshness = FW_NEW(arena, struct fw_freshness);
    freshness->session = session;
    freshness->arena = arena;
    freshness->names = fw_strings_new(arena);
    if (session->fonts != NULL) {
        freshness->fonts = fw_fonts_digest(session->fonts);
    }
    return freshness;
}

void fw_freshness_destroy(struct fw_freshness *freshness)
{
    if (freshness != NULL) {
        fw_arena_destroy(freshness->last);
        fw_arena_destroy(freshness->arena);
    }
}

static void add_reason(struct check *check, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add_reason(struct check *check, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    FW_RESERVE(check->arena, check->reasons, check->count, check->capacity);
    check->reasons[check->count++] = fw_arena_vprintf(check->arena, format, args);
    va_end(args);
}

/* ---- files as they are now ---------------------------------------------------------------- */

/* A file that an output names: only a plain one is read, so that nobody is made to wait. */
static const struct fw_source *read_plain(struct fw_arena *arena, const char *path)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    bool is_read = fw_file_is_plain(path) &&
                   fw_file_read(arena, path, FW_LIMIT_DATA_BYTES, &source->text, &source->length) ==
                       FW_READ_FINE;
    return is_read ? source : NULL;
}

static const struct fw_source *read_input(struct fw_arena *arena, const struct fw_input_file *input)
{
    bool is_named = input->file == NULL; /* a built-in one */
    if (is_named && strcmp(input->kind, "locale") == 0) {
        return fw_locale_source(arena, input->name);
    }
    return is_named ? fw_theme_source(arena, input->name) : read_plain(arena, input->file);
}

/* What is kept of the file called `name`. */
static struct known *find_known(struct fw_freshness *freshness, const char *name)
{
    size_t id = fw_intern_text(freshness->names, name)->id;
    if (id >= freshness->known_count) {
        size_t count = 2 * id + 8;
        freshness->known = fw_arena_grow(freshness->arena, freshness->known, freshness->known_count,
                                         count, sizeof *freshness->known);
        freshness->known_count = count;
    }
    return &freshness->known[id];
}

/* The digest of the file of now; NULL: there is none. A built-in one gets its path. */
static const char *digest_now(struct fw_freshness *freshness, struct fw_input_file *input)
{
    struct fw_arena *scratch = fw_arena_create();
    bool is_named = input->file == NULL;
    struct known *known =
        find_known(freshness, is_named ? fw_arena_printf(scratch, "%s:%s", input->kind, input->name)
                                       : input->file);
    const struct fw_source *source = known->is_known ? NULL : read_input(scratch, input);
    known->is_known = true;
    if (source != NULL) {
        struct fw_digest digest = fw_sha256(source->text, source->length);
        known->digest = fw_arena_text(freshness->arena, digest.text, strlen(digest.text));
        known->file =
            is_named ? fw_arena_text(freshness->arena, source->name, strlen(source->name)) : NULL;
    }
    input->file = is_named ? known->file : input->file;
    fw_arena_destroy(scratch);
    return known->digest;
}

/* ---- comparing ---------------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void compare_program(struct check *check)
{
    const struct fw_self_description *then = &check->then;
    if (!same(then->version, FW_VERSION)) {
        add_reason(check, "figwright was %s, is %s",
                   then->version == NULL ? "another" : then->version, FW_VERSION);
    } else if (!same(then->sources, fw_made_sources())) {
        add_reason(check, "figwright itself changed");
    }
    size_t count;
    const struct fw_library *libraries = fw_text_libraries(check->arena, &count);
    for (size_t i = 0; i < count; i++) {
        const char *name = libraries[i].name, *version = libraries[i].version;
        const char *was = fw_fact_find(then->libraries, then->library_count, name);
        if (!same(was, version)) {
            add_reason(check, "%s was %s, is %s", name, was == NULL ? "another" : was, version);
        }
    }
    if (!same(then->fonts, check->freshness->fonts.text)) {
        add_reason(check, "the fonts changed");
    }
}

static void compare_options(struct check *check)
{
    static const char none[] = "not given";
    struct fw_made_option options[FW_MADE_OPTIONS];
    size_t count = fw_made_options(check->arena, &check->making, options);
    for (size_t i = 0; i < count; i++) {
        const char *name = options[i].name, *now = options[i].text;
        const char *was = fw_fact_find(check->then.options, check->then.option_count, name);
        if (!same(was, now)) {
            add_reason(check, "%s was %s, is %s", name, was == NULL ? none : was,
                       now == NULL ? none : now);
        }
    }
}

static void add_change(struct check *check, const struct fw_input_file *input, const char *now)
{
    bool is_named = strcmp(input->kind, "theme") == 0 || strcmp(input->kind, "locale") == 0;
    add_reason(check, "%s%s%s %s", is_named ? input->kind : "", is_named ? " " : "", input->name,
               input->digest == NULL ? "appeared"
               : now == NULL         ? "is gone"
                                     : "changed");
}

static void compare_spec(struct check *check, struct fw_input_file *input)
{
    if (strcmp(input->name, fw_path_name(check->spec)) != 0) {
        add_reason(check, "it was made of %s", input->name);
        return;
    }
    const char *now = digest_now(check->freshness, input);
    if (!same(now, input->digest)) {
        add_change(check, input, now);
    }
}

/* Another figwright.json may have become the nearest one. */
static void compare_config(struct check *check, const struct fw_input_file *input)
{
    const struct fw_source *source = fw_folder_config_find(check->arena, check->making.folder);
    const char *name =
        source == NULL ? NULL : fw_path_relative(check->arena, check->making.folder, source->name);
    if (source == NULL) {
        if (input->digest != NULL) {
            add_change(check, input, NULL);
        }
    } else if (input->digest == NULL || strcmp(name, input->name) != 0) {
        add_reason(check, "%s appeared", name);
    } else if (strcmp(fw_sha256(source->text, source->length).text, input->digest) != 0) {
        add_change(check, input, input->digest);
    }
}

static void compare_input(struct check *check, struct fw_input_file *input)
{
    if (strcmp(input->kind, "spec") == 0) {
        compare_spec(check, input);
    } else if (strcmp(input->kind, "config") == 0) {
        compare_config(check, input);
    } else {
        const char *now = digest_now(check->freshness, input);
        if (!same(now, input->digest)) {
            add_change(check, input, now);
        }
    }
}

/* The path of an input of then, from the spec of now; NULL for what is built in. */
static const char *path_of(const struct check *check, const struct fw_input_file *input)
{
    const char *folder = check->making.folder, *base = check->freshness->session->options.base_url;
    if (strcmp(input->kind, "spec") == 0) {
        return check->spec;
    }
    bool may_be_named = strcmp(input->kind, "theme") == 0 || strcmp(input->kind, "locale") == 0;
    if (may_be_named && !fw_theme_is_file(input->name)) {
        return NULL;
    }
    if (input->of_base && base != NULL) {
        folder = strncmp(base, "file://", 7) == 0 ? base + 7 : base;
    }
    bool is_whole = input->name[0] == '/' || strcmp(folder, ".") == 0;
    return is_whole ? input->name : fw_path_join(check->arena, folder, input->name);
}

static void compare_inputs(struct check *check)
{
    size_t count = check->then.input_count;
    struct fw_input_file *inputs = FW_NEW_ARRAY(check->arena, count, struct fw_input_file);
    for (size_t i = 0; i < count; i++) {
        inputs[i] = check->then.inputs[i];
        inputs[i].file = path_of(check, &inputs[i]);
        compare_input(check, &inputs[i]);
    }
    check->then.inputs = inputs;
}

/* ---- one output --------------------------------------------------------------------------- */

/* Reads what the output at `path` says of itself; false: there is nothing to compare. */
static bool read_output(struct check *check, const char *path)
{
    const char *text;
    size_t length;
    enum fw_read_status status = FW_READ_FAILED;
    if (fw_file_is_plain(path) || !fw_file_is_there(path)) {
        status = fw_file_read(check->arena, path, SIZE_MAX / 2, &text, &length);
    }
    if (status != FW_READ_FINE) {
        add_reason(check, status == FW_READ_MISSING ? "it is not there" : "it cannot be read");
    } else if (!fw_inspect_read(check->arena, text, length, &check->then)) {
        add_reason(check, "it is neither PNG nor SVG nor PDF");
    } else if (strcmp(check->then.format, check->making.format) != 0) {
        add_reason(check, "it is in the format %s", check->then.format);
    } else if (check->then.made == NULL || check->then.input_count == 0) {
        add_reason(check, "it does not say what it was made of");
    }
    return check->count == 0;
}

struct fw_output_state fw_freshness_check(struct fw_freshness *freshness, const char *path,
                                          const char *spec, const char *format,
                                          const struct fw_output_options *options)
{
    static const struct fw_output_options usual = { 0 };
    fw_arena_destroy(freshness->last);
    freshness->last = fw_arena_create();
    struct check check = {
        .freshness = freshness,
        .arena = freshness->last,
        .spec = spec,
        .making = { .session = freshness->session,
                    .options = options == NULL ? &usual : options,
                    .format = format,
                    .folder = fw_path_folder(freshness->last, spec) },
    };
    if (read_output(&check, path)) {
        compare_program(&check);
        compare_options(&check);
        compare_inputs(&check);
    }
    return (struct fw_output_state){
        .is_current = check.count == 0,
        .reasons = check.reasons,
        .reason_count = check.count,
        .inputs = check.then.inputs,
        .input_count = check.then.input_count,
    };
}
