/* figwright inspect, extract: what outputs say of themselves; the spec that one was made of. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/common.h"
#include "json/write.h"

/* Opens one output; NULL, reported, when it cannot be read or is none. */
static struct fw_inspection *open_output(struct fw_arena *arena, const char *path,
                                         enum fw_exit *status)
{
    const char *text;
    size_t length;
    enum fw_read_status read = fw_file_read(arena, path, SIZE_MAX / 2, &text, &length);
    if (read != FW_READ_FINE) {
        fprintf(stderr, "%s: error: cannot be read: %s\n", path,
                read == FW_READ_MISSING  ? "there is no such file"
                : read == FW_READ_FOLDER ? "it is a folder"
                                         : strerror(errno));
        *status = fw_cli_worse(*status, FW_EXIT_SYSTEM);
        return NULL;
    }
    struct fw_inspection *inspection = fw_inspect(text, length);
    if (inspection == NULL) {
        fprintf(stderr, "%s: error: it is neither PNG nor SVG nor PDF\n", path);
        *status = fw_cli_worse(*status, FW_EXIT_INPUT);
    }
    return inspection;
}

/* ---- as text ------------------------------------------------------------------------------ */

static void put_name(const char *name)
{
    enum { COLUMN = 12 };
    size_t length = strlen(name);
    fputs("  ", stdout);
    fw_cli_put_plain(name);
    printf("%*s", length < COLUMN ? (int)(COLUMN + 1 - length) : 1, "");
}

static void put_line(const char *name, const char *text)
{
    if (text != NULL) {
        put_name(name);
        fw_cli_put_plain(text);
        putchar('\n');
    }
}

static void put_facts(const char *name, const struct fw_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_name(i == 0 ? name : "");
        fw_cli_put_plain(facts[i].name);
        putchar(' ');
        fw_cli_put_plain(facts[i].text);
        putchar('\n');
    }
}

static void put_text(const char *path, const struct fw_self_description *says)
{
    printf("%s\n", path);
    put_line("format", says->format);
    put_line("title", says->title);
    put_line("description", says->description);
    put_line("source", says->source);
    put_line("language", says->language);
    put_line("program", says->program);
    if (says->made == NULL) {
        put_line("made of", "it does not say");
        return;
    }
    put_line("version", says->version);
    put_line("sources", says->sources);
    put_facts("libraries", says->libraries, says->library_count);
    put_facts("options", says->options, says->option_count);
    put_line("fonts", says->fonts);
    for (size_t i = 0; i < says->input_count; i++) {
        const struct fw_input_file *input = &says->inputs[i];
        put_line(input->kind, input->name);
        put_line("", input->digest != NULL ? input->digest : "was not there");
    }
    put_line("embedded", says->spec != NULL ? "spec" : "digests");
}

/* ---- as JSON ------------------------------------------------------------------------------ */

static void put_object(struct fw_json_writer *json, const char *key, const struct fw_fact *facts,
                       size_t count)
{
    fw_json_key(json, key);
    fw_json_open(json, '{');
    for (size_t i = 0; i < count; i++) {
        fw_json_member(json, facts[i].name, facts[i].text);
    }
    fw_json_close(json, '}');
}

static void put_json(struct fw_json_writer *json, const char *path,
                     const struct fw_self_description *says)
{
    fw_json_open(json, '{');
    fw_json_member(json, "file", path);
    fw_json_member(json, "format", says->format);
    fw_json_member(json, "title", says->title);
    fw_json_member(json, "description", says->description);
    fw_json_member(json, "source", says->source);
    fw_json_member(json, "language", says->language);
    fw_json_member(json, "program", says->program);
    fw_json_member(json, "version", says->version);
    fw_json_member(json, "sources", says->sources);
    put_object(json, "libraries", says->libraries, says->library_count);
    put_object(json, "options", says->options, says->option_count);
    fw_json_member(json, "fonts", says->fonts);
    fw_json_key(json, "inputs");
    fw_json_open(json, '[');
    for (size_t i = 0; i < says->input_count; i++) {
        fw_json_open(json, '{');
        fw_json_member(json, "kind", says->inputs[i].kind);
        fw_json_member(json, "path", says->inputs[i].name);
        fw_json_member(json, "sha256", says->inputs[i].digest);
        fw_json_close(json, '}');
    }
    fw_json_close(json, ']');
    fw_json_key(json, "hasSpec");
    fw_json_boolean(json, says->spec != NULL);
    fw_json_close(json, '}');
}

/* ---- the commands ------------------------------------------------------------------------- */

static enum fw_exit run_inspect(const struct fw_args *args)
{
    struct fw_bytes text = { 0 };
    struct fw_json_writer json = { .out = &text, .indent = 2 };
    bool is_json = fw_cli_wants_json(args);
    enum fw_exit status = FW_EXIT_FINE;
    fw_json_open(&json, '[');
    for (size_t i = 0; i < args->operands.count; i++) {
        const char *path = args->operands.items[i];
        struct fw_arena *arena = fw_arena_create();
        struct fw_inspection *inspection = open_output(arena, path, &status);
        if (inspection != NULL) {
            struct fw_self_description says = fw_inspection_get(inspection);
            if (is_json) {
                put_json(&json, path, &says);
            } else {
                put_text(path, &says);
            }
        }
        fw_inspection_destroy(inspection);
        fw_arena_destroy(arena);
    }
    fw_json_close(&json, ']');
    fw_bytes_put(&text, '\n');
    if (is_json && !fw_cli_put(text.data, text.length)) {
        status = FW_EXIT_SYSTEM;
    }
    fw_bytes_finish(&text);
    return status;
}

static enum fw_exit put_spec(const struct fw_args *args, const char *path,
                             const struct fw_inspection *inspection)
{
    const char *spec = fw_inspection_get(inspection).spec;
    if (spec == NULL) {
        fprintf(stderr,
                "%s: error: the spec is not embedded\n"
                "  hint: figwright render --embed spec puts it in\n",
                path);
        return FW_EXIT_INPUT;
    }
    if (!fw_inspection_spec_is_whole(inspection)) {
        fprintf(stderr, "%s: error: the embedded spec is not the one that it was made of\n", path);
        return FW_EXIT_INPUT;
    }
    if (args->output == NULL || strcmp(args->output, "-") == 0) {
        return fw_cli_put(spec, strlen(spec)) ? FW_EXIT_FINE : FW_EXIT_SYSTEM;
    }
    if (!fw_file_write(args->output, spec, strlen(spec))) {
        fprintf(stderr, "%s: error: cannot be written: %s\n", args->output, strerror(errno));
        return FW_EXIT_SYSTEM;
    }
    return FW_EXIT_FINE;
}

static enum fw_exit run_extract(const struct fw_args *args)
{
    enum fw_exit status = FW_EXIT_FINE;
    const char *path = args->operands.items[0];
    struct fw_inspection *inspection = open_output(args->arena, path, &status);
    if (inspection != NULL) {
        status = put_spec(args, path, inspection);
    }
    fw_inspection_destroy(inspection);
    return status;
}

static const struct fw_option *const inspect_options[] = { &fw_option_report, NULL };
static const struct fw_option *const extract_options[] = { &fw_option_output, NULL };

const struct fw_command fw_command_inspect = {
    .name = "inspect",
    .operands = "FILE...",
    .summary = "show what outputs say of themselves",
    .description = "Title, description, language, and what they were made of, with digests.",
    .options = inspect_options,
    .least_operands = 1,
    .most_operands = (size_t)-1,
    .run = run_inspect,
};

const struct fw_command fw_command_extract = {
    .name = "extract",
    .operands = "FILE",
    .summary = "give back the spec that an output was made of",
    .description = "Byte for byte, where 'figwright render --embed spec' put it in.",
    .options = extract_options,
    .least_operands = 1,
    .most_operands = 1,
    .run = run_extract,
};
