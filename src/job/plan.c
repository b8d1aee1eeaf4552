/* What a job is to make: specs by file and by folder, and where their outputs go. */
#include "job/plan.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/value.h"
#include "figwright/document.h"

enum { MOST_FORMATS = 8 };

/* A plan on its way. */
struct planning {
    struct fw_arena *arena;
    const struct fw_job_request *request;
    struct fw_bytes *messages;
    struct fw_job_plan *plan;
    size_t capacity;
    const char *sidecars[MOST_FORMATS];
    size_t sidecar_count;
    const char *formats[MOST_FORMATS];
    size_t format_count;
    const char *file;   /* the one output, or NULL: */
    const char *folder; /* outputs go here, under their stems */
    bool to_stdout;
};

static bool fail_usage(const struct planning *planning, const char *message, const char *hint)
{
    fw_bytes_printf(planning->messages, "figwright %s: %s\n  hint: %s\n",
                    planning->request->command, message, hint);
    return false;
}

/* ---- specs -------------------------------------------------------------------------------- */

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

static void add_spec(struct planning *planning, const char *path, const char *name)
{
    struct fw_job_plan *plan = planning->plan;
    FW_RESERVE(planning->arena, plan->tasks, plan->task_count, planning->capacity);
    const char *stem = strcmp(path, "-") == 0 ? "figure" : stem_of(planning->arena, name);
    plan->tasks[plan->task_count++] = (struct fw_job_task){ .spec = path, .stem = stem };
}

static enum fw_job_fault add_folder(struct planning *planning, const char *folder)
{
    const char *const *paths;
    size_t count;
    if (!fw_file_list(planning->arena, folder, is_spec, &paths, &count)) {
        fw_bytes_printf(planning->messages, "%s: error: cannot be read: %s\n", folder,
                        strerror(errno));
        return FW_JOB_UNREADABLE;
    }
    if (count == 0) {
        fw_bytes_printf(planning->messages,
                        "%s: error: no specs (*.vl.json, *.page.json) in this folder\n", folder);
        return FW_JOB_NO_SPECS;
    }
    for (size_t i = 0; i < count; i++) {
        const char *name = paths[i] + strlen(folder);
        add_spec(planning, paths[i], name + strspn(name, "/"));
    }
    return FW_JOB_FINE;
}

static enum fw_job_fault plan_specs(struct planning *planning)
{
    enum fw_job_fault worst = FW_JOB_FINE;
    for (size_t i = 0; i < planning->request->operand_count; i++) {
        const char *operand = planning->request->operands[i];
        if (!fw_file_is_folder(operand)) {
            add_spec(planning, operand, fw_path_name(operand));
            continue;
        }
        enum fw_job_fault fault = add_folder(planning, operand);
        worst = fault > worst ? fault : worst;
    }
    return worst;
}

/* ---- formats ------------------------------------------------------------------------------ */

static const char *known_format(const char *name, size_t length)
{
    size_t count;
    const char *const *formats = fw_output_formats(&count);
    for (size_t i = 0; i < count; i++) {
        if (strlen(formats[i]) == length && memcmp(formats[i], name, length) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

/* The format that a path's suffix names, or NULL. */
static const char *suffix_format(const char *path)
{
    const char *dot = path == NULL ? NULL : strrchr(fw_path_name(path), '.');
    return dot == NULL ? NULL : known_format(dot + 1, strlen(dot + 1));
}

static bool fail_format(const struct planning *planning, const char *name, size_t length)
{
    size_t count;
    const char *const *formats = fw_output_formats(&count);
    fw_bytes_printf(planning->messages, "figwright %s: unknown format '%.*s'\n  hint: write ",
                    planning->request->command, (int)length, name);
    for (size_t i = 0; i < count; i++) {
        fw_bytes_printf(planning->messages, "%s%s", i == 0 ? "" : ", ", formats[i]);
    }
    fw_bytes_puts(planning->messages, ", with commas between several\n");
    return false;
}

static bool has_format(const struct planning *planning, const char *format)
{
    for (size_t i = 0; i < planning->format_count; i++) {
        if (planning->formats[i] == format) {
            return true;
        }
    }
    return false;
}

/* "png,svg", else what the output ends in, else png. */
static bool plan_formats(struct planning *planning)
{
    const char *list = planning->request->formats;
    if (list == NULL) {
        const char *format = suffix_format(planning->request->output);
        planning->formats[planning->format_count++] = format != NULL ? format : "png";
        return true;
    }
    for (;;) {
        size_t length = strcspn(list, ",");
        const char *format = known_format(list, length);
        if (format == NULL) {
            return fail_format(planning, list, length);
        }
        if (!has_format(planning, format) && planning->format_count < MOST_FORMATS) {
            planning->formats[planning->format_count++] = format;
        }
        if (list[length] == '\0') {
            return true;
        }
        list += length + 1;
    }
}

static bool fail_sidecar(const struct planning *planning, const char *name, size_t length)
{
    size_t count;
    const char *const *names = fw_sidecar_formats(&count);
    fw_bytes_printf(planning->messages,
                    "figwright %s: nothing to emit is called '%.*s'\n  hint: write ",
                    planning->request->command, (int)length, name);
    for (size_t i = 0; i < count; i++) {
        fw_bytes_printf(planning->messages, "%s%s", i == 0 ? "" : ", ", names[i]);
    }
    fw_bytes_puts(planning->messages, ", with commas between several\n");
    return false;
}

static bool add_sidecar(struct planning *planning, const char *name, size_t length)
{
    size_t count;
    const char *const *names = fw_sidecar_formats(&count);
    for (size_t i = 0; i < count; i++) {
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0) {
            bool known = false;
            for (size_t k = 0; k < planning->sidecar_count; k++) {
                known = known || planning->sidecars[k] == names[i];
            }
            planning->sidecars[planning->sidecar_count] = names[i];
            planning->sidecar_count += known ? 0 : 1;
            return true;
        }
    }
    return fail_sidecar(planning, name, length);
}

/* "caption,csv": texts that go beside each figure. */
static bool plan_sidecars(struct planning *planning)
{
    const char *list = planning->request->sidecars;
    while (list != NULL) {
        size_t length = strcspn(list, ",");
        if (!add_sidecar(planning, list, length)) {
            return false;
        }
        list = list[length] == '\0' ? NULL : list + length + 1;
    }
    return true;
}

/* ---- outputs ------------------------------------------------------------------------------ */

static bool is_single(const struct planning *planning)
{
    const struct fw_job_request *request = planning->request;
    return request->operand_count == 1 && !fw_file_is_folder(request->operands[0]) &&
           planning->format_count == 1;
}

/* Whether a file is named after a format that is none of ours, such as "a.gif". */
static bool has_other_suffix(const char *path)
{
    const char *name = fw_path_name(path), *dot = strrchr(name, '.');
    return dot != NULL && dot != name && dot[1] != '\0' && suffix_format(path) == NULL;
}

static bool fits_stdout(const struct planning *planning)
{
    return planning->sidecar_count == 0 ||
           fail_usage(planning, "texts beside a figure need a file to stand beside",
                      "name a file or a folder with -o");
}

static bool plan_places(struct planning *planning)
{
    const char *output = planning->request->output;
    if (output == NULL) {
        planning->to_stdout =
            is_single(planning) && strcmp(planning->request->operands[0], "-") == 0;
        planning->folder = ".";
        return !planning->to_stdout || fits_stdout(planning);
    }
    if (strcmp(output, "-") == 0) {
        planning->to_stdout = true;
        if (!fits_stdout(planning)) {
            return false;
        }
        return is_single(planning) ||
               fail_usage(planning, "only one figure fits on standard output",
                          "give one file and one format, or -o DIR");
    }
    size_t length = strlen(output);
    if (fw_file_is_folder(output) || (length > 0 && output[length - 1] == '/')) {
        planning->folder = output;
    } else if (is_single(planning)) {
        planning->file = output;
        if (has_other_suffix(output) && planning->request->formats == NULL) {
            const char *suffix = strrchr(output, '.') + 1;
            return fail_format(planning, suffix, strlen(suffix));
        }
    } else if (suffix_format(output) != NULL) {
        return fail_usage(planning, "several figures do not fit into one file",
                          "name a folder with -o DIR, and formats with -f");
    } else {
        planning->folder = output;
    }
    return true;
}

static const char *output_path(const struct planning *planning, const struct fw_job_task *task,
                               const char *format)
{
    if (planning->to_stdout || planning->file != NULL) {
        return planning->file;
    }
    const char *name = fw_arena_printf(planning->arena, "%s.%s", task->stem, format);
    return strcmp(planning->folder, ".") == 0
               ? name
               : fw_path_join(planning->arena, planning->folder, name);
}

/* Beside the figure: its path, with the sidecar's suffix instead of its own. */
static const char *sidecar_path(const struct planning *planning, const char *path,
                                const char *sidecar)
{
    const char *dot = strrchr(fw_path_name(path), '.');
    size_t length = dot == NULL ? strlen(path) : (size_t)(dot - path);
    return fw_arena_printf(planning->arena, "%.*s%s", (int)length, path,
                           fw_sidecar_suffix(sidecar));
}

static void plan_outputs(const struct planning *planning)
{
    size_t count = planning->format_count + planning->sidecar_count;
    for (size_t i = 0; i < planning->plan->task_count; i++) {
        struct fw_job_task *task = &planning->plan->tasks[i];
        struct fw_job_output *outputs = FW_NEW_ARRAY(planning->arena, count, struct fw_job_output);
        for (size_t f = 0; f < planning->format_count; f++) {
            outputs[f].format = planning->formats[f];
            outputs[f].path = output_path(planning, task, planning->formats[f]);
        }
        for (size_t s = 0; s < planning->sidecar_count; s++) {
            struct fw_job_output *output = &outputs[planning->format_count + s];
            output->format = planning->sidecars[s];
            output->path = sidecar_path(planning, outputs[0].path, planning->sidecars[s]);
        }
        task->outputs = outputs;
        task->output_count = count;
    }
}

/* Two specs of one name would take turns at one file. */
static bool check_paths(const struct planning *planning)
{
    struct fw_strings *strings = fw_strings_new(planning->arena);
    uint32_t expected = 0;
    for (size_t i = 0; i < planning->plan->task_count; i++) {
        const struct fw_job_task *task = &planning->plan->tasks[i];
        for (size_t f = 0; f < task->output_count && task->outputs[f].path != NULL; f++) {
            const char *path = task->outputs[f].path;
            if (fw_intern_text(strings, path)->id != expected++) {
                fw_bytes_printf(planning->messages,
                                "figwright %s: two specs would be drawn to '%s'\n",
                                planning->request->command, path);
                return false;
            }
        }
    }
    return true;
}

/* ---- parts -------------------------------------------------------------------------------- */

/* A number from 1 on at `*at`, which moves behind it; 0: there is none. */
static size_t read_count(const char **at)
{
    enum { MOST_DIGITS = 6 };
    size_t number = 0, digits = strspn(*at, "0123456789");
    if (digits > MOST_DIGITS) {
        return 0;
    }
    for (size_t i = 0; i < digits; i++) {
        number = 10 * number + (size_t)(*(*at)++ - '0');
    }
    return number;
}

/* The part that a spec belongs to, from 0: by its name, not by its place in the list. */
static size_t part_of(const char *stem, size_t parts)
{
    struct fw_digest digest = fw_sha256(stem, strlen(stem));
    size_t part = 0;
    for (const char *c = digest.text; *c != '\0'; c++) {
        part = (16 * part + (size_t)(*c <= '9' ? *c - '0' : *c - 'a' + 10)) % parts;
    }
    return part;
}

static bool keep_part(const struct planning *planning)
{
    const char *at = planning->request->shard;
    if (at == NULL) {
        return true;
    }
    size_t part = read_count(&at);
    size_t parts = *at++ == '/' ? read_count(&at) : 0;
    if (part == 0 || part > parts || *at != '\0') {
        return fail_usage(planning, "--shard takes I/N with I from 1 to N",
                          "write --shard 1/4 for the first of four parts");
    }
    struct fw_job_plan *plan = planning->plan;
    size_t kept = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        if (part_of(plan->tasks[i].stem, parts) == part - 1) {
            plan->tasks[kept++] = plan->tasks[i];
        }
    }
    plan->task_count = kept;
    return true;
}

static struct planning begin(struct fw_arena *arena, const struct fw_job_request *request,
                             struct fw_job_plan *plan, struct fw_bytes *messages)
{
    *plan = (struct fw_job_plan){ 0 };
    return (
        struct planning){ .arena = arena, .request = request, .messages = messages, .plan = plan };
}

enum fw_job_fault fw_job_specs(struct fw_arena *arena, const struct fw_job_request *request,
                               struct fw_job_plan *plan, struct fw_bytes *messages)
{
    struct planning planning = begin(arena, request, plan, messages);
    return plan_specs(&planning);
}

enum fw_job_fault fw_job_plan(struct fw_arena *arena, const struct fw_job_request *request,
                              struct fw_job_plan *plan, struct fw_bytes *messages)
{
    struct planning planning = begin(arena, request, plan, messages);
    enum fw_job_fault fault = plan_specs(&planning);
    if (fault != FW_JOB_FINE) {
        return fault;
    }
    if (!plan_formats(&planning) || !plan_sidecars(&planning) || !plan_places(&planning)) {
        return FW_JOB_USAGE;
    }
    plan_outputs(&planning);
    return check_paths(&planning) && keep_part(&planning) ? FW_JOB_FINE : FW_JOB_USAGE;
}
