/* A document from file to output: the one place that tells a chart from a page. */
#include "figwright/document.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "chart/chart.h"
#include "document/config.h"
#include "document/made.h"
#include "document/session.h"
#include "figure/sidecar.h"
#include "format/locale.h"
#include "grammar/grammar.h"
#include "render/render.h"
#include "json/json.h"

struct fw_document {
    struct fw_session *session;
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    struct fw_source source;  /* `text` NULL: it could not be read */
    const char *folder;       /* relative urls start here */
    struct fw_inputs *inputs; /* what was read for it so far */
    bool is_checked;
    struct fw_figure *figure;     /* NULL until checked, and where there are errors */
    const struct fw_scene *scene; /* NULL until checked, and where there are errors */
    struct fw_bytes output;
};

/* A base url as a path. */
static const char *local_path(const char *url)
{
    static const char scheme[] = "file://";
    size_t length = sizeof scheme - 1;
    return url != NULL && strncmp(url, scheme, length) == 0 ? url + length : url;
}

static struct fw_document *new_document(struct fw_session *session, const char *name,
                                        const char *folder)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_document *document = FW_NEW(arena, struct fw_document);
    document->session = session;
    document->arena = arena;
    document->strings = fw_strings_new(arena);
    document->diag = fw_diag_new(arena);
    document->source.name = fw_arena_text(arena, name, strlen(name));
    document->folder = fw_arena_text(arena, folder, strlen(folder));
    document->inputs =
        fw_inputs_new(arena, document->folder, local_path(session->options.base_url));
    return document;
}

static void report_unread(struct fw_document *document, enum fw_read_status status)
{
    struct fw_place place = { .source = &document->source };
    const char *error = strerror(errno);
    switch (status) {
    case FW_READ_FINE:
        break;
    case FW_READ_MISSING:
        fw_report(document->diag, place, FW_FILE_MISSING, "there is no such file");
        break;
    case FW_READ_FOLDER:
        fw_report(document->diag, place, FW_WRONG_TYPE, "this is a folder, not a document");
        break;
    case FW_READ_TOO_LARGE:
        fw_report(document->diag, place, FW_JSON_LIMIT, "a document may have at most %zu bytes",
                  FW_LIMIT_SPEC_BYTES);
        break;
    case FW_READ_FAILED:
        fw_report(document->diag, place, FW_FILE_UNREADABLE, "cannot be read: %s", error);
        break;
    }
}

static void record_spec(struct fw_document *document)
{
    const struct fw_source *source = &document->source;
    if (source->text != NULL) {
        fw_inputs_add_named(document->inputs, "spec", fw_path_name(source->name), source->name,
                            source->text, source->length);
    }
}

struct fw_document *fw_document_open(struct fw_session *session, const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct fw_arena *arena = fw_arena_create();
    const char *folder = is_stdin ? "." : fw_path_folder(arena, path);
    struct fw_document *document = new_document(session, is_stdin ? "<stdin>" : path, folder);
    fw_arena_destroy(arena);
    enum fw_read_status status = fw_file_read(document->arena, path, FW_LIMIT_SPEC_BYTES,
                                              &document->source.text, &document->source.length);
    report_unread(document, status);
    record_spec(document);
    return document;
}

struct fw_document *fw_document_open_text(struct fw_session *session, const char *name,
                                          const char *folder, const char *text, size_t length)
{
    struct fw_document *document = new_document(session, name, folder != NULL ? folder : ".");
    document->source.text = fw_arena_text(document->arena, text, length);
    document->source.length = length;
    record_spec(document);
    return document;
}

void fw_document_destroy(struct fw_document *document)
{
    if (document != NULL) {
        fw_bytes_finish(&document->output);
        fw_arena_destroy(document->arena);
    }
}

const struct fw_diag *fw_document_diag(const struct fw_document *document)
{
    return document->diag;
}

/* Errors that are not the document's fault. */
static bool is_of_system(const struct fw_document *document, const struct fw_diagnostic *d)
{
    bool is_unread = document->source.text == NULL &&
                     (d->code == FW_FILE_MISSING || d->code == FW_FILE_UNREADABLE);
    return is_unread || d->code == FW_WRITE_FAILED || d->code == FW_LIMIT;
}

enum fw_status fw_document_status(const struct fw_document *document)
{
    enum fw_status status = FW_STATUS_FINE;
    for (size_t i = 0; i < fw_diag_count(document->diag); i++) {
        const struct fw_diagnostic *d = fw_diag_get(document->diag, i);
        if (d->severity == FW_ERROR && is_of_system(document, d)) {
            return FW_STATUS_SYSTEM;
        }
        if (d->severity == FW_ERROR) {
            status = FW_STATUS_INPUT;
        }
    }
    return status;
}

/* Whether the document is one of our pages: by its suffix, or by the blocks that only a page has.
 */
static bool is_page(const struct fw_document *document, const struct fw_json *json)
{
    static const char suffix[] = ".page.json";
    size_t length = strlen(document->source.name);
    bool has_suffix = length >= sizeof suffix - 1 &&
                      strcmp(document->source.name + length - (sizeof suffix - 1), suffix) == 0;
    return has_suffix || fw_node_there(fw_node_member(fw_json_root(json), "blocks"));
}

static const char *first_of(const char *a, const char *b)
{
    return a != NULL ? a : b;
}

/* A theme's file that a spec names would be one outside the allowed folders. */
static bool check_spec_theme(struct fw_document *document, const struct fw_usermeta *usermeta)
{
    if (usermeta == NULL || usermeta->theme == NULL || !fw_theme_is_file(usermeta->theme)) {
        return true;
    }
    struct fw_diagnostic *d = fw_report(
        document->diag, fw_node_place(document->arena, usermeta->theme_at), FW_FILE_FORBIDDEN,
        "a spec names a built-in theme, and '%s' is a file", usermeta->theme);
    fw_hint(document->diag, d, "name the file in figwright.json or with --theme");
    return false;
}

/* Loads the theme of the option, of the spec, or of the folder; `*theme` is NULL where none names
 * one. */
static bool load_theme(struct fw_document *document, const struct fw_usermeta *usermeta,
                       const struct fw_folder_config *config, const struct fw_theme **theme)
{
    *theme = NULL;
    if (!check_spec_theme(document, usermeta)) {
        return false;
    }
    const char *name = usermeta == NULL ? NULL : usermeta->theme;
    struct fw_place place =
        usermeta == NULL ? fw_nowhere() : fw_node_place(document->arena, usermeta->theme_at);
    if (document->session->options.theme != NULL) {
        name = document->session->options.theme;
        place = fw_nowhere();
    } else if (name == NULL) {
        name = config->theme;
        place = config->theme_place;
    }
    if (name == NULL) {
        return true;
    }
    struct fw_maker make = { document->arena, document->strings };
    struct fw_theme *loaded = FW_NEW(document->arena, struct fw_theme);
    *theme = loaded;
    return fw_theme_load(make, document->diag, document->inputs, place, name, loaded);
}

/* The locale of the option, of the folder or of the theme, whichever comes first; NULL with no
 * report where none names one. */
static const struct fw_locale *named_locale(struct fw_document *document,
                                            const struct fw_folder_config *config,
                                            const struct fw_theme *theme)
{
    const char *name = document->session->options.locale;
    struct fw_place place = fw_nowhere();
    if (name == NULL) {
        name = config->locale;
        place = config->locale_place;
    }
    if (name == NULL && theme != NULL) {
        name = theme->locale;
        place = theme->locale_place;
    }
    return name == NULL ? NULL
                        : fw_locale_load(document->arena, document->strings, document->diag,
                                         document->inputs, place, name);
}

/* Method: an option goes before config.locale of the spec, and that before what folder and theme
 * name; a definition that is left out is that of what comes after. */
static const struct fw_locale *find_locale(struct fw_document *document, const struct fw_json *json,
                                           const struct fw_folder_config *config,
                                           const struct fw_theme *theme)
{
    const struct fw_locale *locale = named_locale(document, config, theme);
    struct fw_node own = fw_node_member(fw_node_member(fw_json_root(json), "config"), "locale");
    bool of_theme = theme != NULL && config->locale == NULL;
    struct fw_node definitions[] = { of_theme ? theme->locale_definition : fw_node_none(), own };
    for (size_t i = 0; i < FW_COUNT(definitions); i++) {
        struct fw_node definition = definitions[i];
        if (fw_node_there(definition) && fw_node_kind(definition) == FW_JSON_OBJECT) {
            const struct fw_locale *defined = fw_locale_decode(document->arena, "config.locale",
                                                               definition, locale, document->diag);
            locale = document->session->options.locale == NULL ? defined : locale;
        }
    }
    return locale;
}

/* The folders that the options allow, and the one that the nearest figwright.json stands in: who
 * put it there says by it that what is below belongs together. */
static void set_allowed(struct fw_chart_context *context, const struct fw_session_options *options,
                        const struct fw_folder_config *config)
{
    const char **allow = FW_NEW_ARRAY(context->arena, options->allow_count + 1, const char *);
    for (size_t i = 0; i < options->allow_count; i++) {
        allow[i] = options->allow[i];
    }
    allow[options->allow_count] = config->folder;
    context->allow = allow;
    context->allow_count = options->allow_count + (config->folder != NULL ? 1 : 0);
}

static const struct fw_scene *compile_chart(struct fw_document *document,
                                            const struct fw_json *json)
{
    const struct fw_session_options *options = &document->session->options;
    struct fw_folder_config config;
    const struct fw_theme *theme;
    const struct fw_usermeta *usermeta = fw_usermeta_read(document->arena, json);
    if (!fw_folder_config_read(document->arena, document->strings, document->folder, document->diag,
                               document->inputs, &config) ||
        !load_theme(document, usermeta, &config, &theme)) {
        return NULL;
    }
    struct fw_chart_context context = {
        .arena = document->arena,
        .strings = document->strings,
        .diag = document->diag,
        .fonts = document->session->fonts,
        .spec_dir = document->folder,
        .base_url = options->base_url,
        .theme = theme,
        .usermeta = usermeta,
        .locale = find_locale(document, json, &config, theme),
        .timezone = first_of(options->timezone, config.timezone),
        .inputs = document->inputs,
    };
    set_allowed(&context, options, &config);
    bool is_good = fw_grammar_check(document->arena, document->strings, document->diag, json);
    if (!is_good || fw_diag_errors(document->diag) > 0) {
        return NULL;
    }
    struct fw_figure_options figure_options = { .furniture = options->furniture };
    document->figure = fw_figure_compile(&context, json, &figure_options);
    return document->figure == NULL ? NULL : document->figure->scene;
}

static const struct fw_scene *compile(struct fw_document *document)
{
    if (document->session->fonts == NULL) {
        fw_report(document->diag, fw_nowhere(), FW_FILE_MISSING, "the built-in fonts are missing");
        return NULL;
    }
    const struct fw_json *json =
        fw_json_read(document->arena, document->strings, &document->source, NULL, document->diag);
    if (json == NULL) {
        return NULL;
    }
    struct fw_node root = fw_json_root(json);
    if (fw_node_kind(root) != FW_JSON_OBJECT) {
        fw_report(document->diag, fw_node_place(document->arena, root), FW_WRONG_TYPE,
                  "a chart must be an object, not %s", fw_json_kind_name(fw_node_kind(root)));
        return NULL;
    }
    if (is_page(document, json)) {
        /* TODO: pages are decoded and laid out by page/, which is not there yet. */
        fw_report(document->diag, fw_node_place(document->arena, root), FW_UNKNOWN_VALUE,
                  "this is a page, and this version draws charts only");
        return NULL;
    }
    return compile_chart(document, json);
}

bool fw_document_check(struct fw_document *document)
{
    if (!document->is_checked && document->source.text != NULL) {
        document->is_checked = true;
        document->scene = compile(document);
        fw_diag_sort(document->diag);
    }
    return document->scene != NULL && fw_diag_errors(document->diag) == 0;
}

const char *const *fw_output_formats(size_t *count)
{
    return fw_render_names(count);
}

bool fw_output_tells(const char *format)
{
    const struct fw_render_type *type = fw_render_find(format);
    return type != NULL && type->tells;
}

const char *const *fw_sidecar_formats(size_t *count)
{
    return fw_sidecar_names(count);
}

const char *fw_sidecar_suffix(const char *format)
{
    const struct fw_sidecar_type *sidecar = fw_sidecar_find(format);
    return sidecar == NULL ? NULL : sidecar->suffix;
}

static const void *write_sidecar(struct fw_document *document, const char *format, size_t *length)
{
    document->output.length = 0;
    fw_sidecar_find(format)->write(document->figure, &document->output);
    *length = document->output.length;
    return fw_bytes_text(&document->output);
}

static void report_format(struct fw_document *document, const char *format)
{
    size_t count;
    const char *const *names = fw_render_names(&count);
    struct fw_diagnostic *d = fw_report(document->diag, fw_nowhere(), FW_UNKNOWN_VALUE,
                                        "unknown output format '%s'", format);
    fw_hint_nearest(document->diag, d, format, names, count);
}

/* The notes that the output is to carry. False, reported, for a word that is none of --embed's. */
static bool set_notes(struct fw_document *document, const char *format,
                      const struct fw_output_options *options, struct fw_render_options *render)
{
    enum fw_embed embed;
    if (!fw_embed_find(options->embed, &embed)) {
        fw_report(document->diag, fw_nowhere(), FW_UNKNOWN_VALUE,
                  "nothing to embed is called '%s': it is none, digest or spec", options->embed);
        return false;
    }
    if (embed == FW_EMBED_NONE || !fw_output_tells(format)) {
        return true;
    }
    struct fw_making making = { document->session, options, format, document->folder };
    struct fw_render_note *notes = FW_NEW_ARRAY(document->arena, 2, struct fw_render_note);
    notes[0] = (struct fw_render_note){ FW_NOTE_MADE,
                                        fw_made_note(document->arena, &making, document->inputs) };
    notes[1] = (struct fw_render_note){ FW_NOTE_SPEC, document->source.text };
    render->notes = notes;
    render->note_count = embed == FW_EMBED_SPEC ? 2 : 1;
    return true;
}

const void *fw_document_output(struct fw_document *document, const char *format,
                               const struct fw_output_options *options, size_t *length)
{
    if (!fw_document_check(document)) {
        return NULL;
    }
    if (fw_sidecar_find(format) != NULL) {
        return write_sidecar(document, format, length);
    }
    if (fw_render_find(format) == NULL) {
        report_format(document, format);
        return NULL;
    }
    struct fw_output_options usual = { 0 };
    options = options == NULL ? &usual : options;
    struct fw_render_options render = { .scale = options->scale,
                                        .svg_text = options->svg_text,
                                        .date = options->date };
    if (!set_notes(document, format, options, &render)) {
        return NULL;
    }
    document->output.length = 0;
    bool is_good = fw_render(format, document->scene, document->session->fonts, &render,
                             document->diag, &document->output);
    fw_diag_sort(document->diag);
    if (!is_good) {
        return NULL;
    }
    *length = document->output.length;
    return fw_bytes_text(&document->output);
}

bool fw_document_render(struct fw_document *document, const char *path)
{
    const char *dot = strrchr(fw_path_name(path), '.');
    size_t length;
    const void *bytes = fw_document_output(document, dot == NULL ? "" : dot + 1, NULL, &length);
    if (bytes == NULL) {
        return false;
    }
    if (!fw_file_write(path, bytes, length)) {
        fw_report(document->diag, fw_nowhere(), FW_WRITE_FAILED, "cannot write '%s': %s", path,
                  strerror(errno));
        return false;
    }
    return true;
}

size_t fw_document_input_count(const struct fw_document *document)
{
    return fw_inputs_count(document->inputs);
}

struct fw_input_file fw_document_input(struct fw_document *document, size_t index)
{
    struct fw_inputs_item item = fw_inputs_get(document->inputs, index);
    return (struct fw_input_file){
        .kind = item.kind,
        .name = item.name,
        .file = item.file,
        .digest = item.digest,
        .of_base = item.of_base,
    };
}
