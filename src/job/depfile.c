/* What outputs are made of, as make and ninja read it. */
#include "job/depfile.h"

#include "base/inputs.h"
#include "base/value.h"

static void put_name(struct fw_bytes *out, const char *name)
{
    for (const char *c = name; *c != '\0'; c++) {
        if (*c == ' ' || *c == '#') {
            fw_bytes_put(out, '\\');
        } else if (*c == '$') {
            fw_bytes_put(out, '$');
        }
        fw_bytes_put(out, *c);
    }
}

void fw_depfile_put(struct fw_bytes *out, const struct fw_job_task *task,
                    const struct fw_job_result *result)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    for (size_t i = 0; i < task->output_count; i++) {
        fw_bytes_puts(out, i == 0 ? "" : " ");
        put_name(out, task->outputs[i].path);
    }
    fw_bytes_put(out, ':');
    uint32_t next = 0;
    for (size_t i = 0; i < result->input_count; i++) {
        const struct fw_input_file *input = &result->inputs[i];
        if (input->digest == NULL || input->file == NULL) {
            continue;
        }
        const char *name = fw_path_short(arena, input->file);
        if (fw_intern_text(strings, name)->id == next) {
            next++;
            fw_bytes_puts(out, " \\\n  ");
            put_name(out, name);
        }
    }
    fw_bytes_put(out, '\n');
    fw_arena_destroy(arena);
}
