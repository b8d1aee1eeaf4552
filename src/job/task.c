/* One task of a plan: what of it is out of date, drawn and written. */
#include "job/task.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* An output on its way. */
struct drawing {
    bool is_wanted; /* to be drawn: out of date, or only its bytes can tell */
    struct fw_bytes bytes;
};

struct fw_job_done {
    struct fw_arena *arena;
    const struct fw_job_work *work;
    const struct fw_job_task *task;
    struct fw_job_result result;
    struct fw_job_output_result *outputs;
    struct drawing *drawings;
    struct fw_document *document; /* while it is drawn */
    struct fw_bytes messages;
};

/* ---- looking ------------------------------------------------------------------------------ */

static const char *copy(struct fw_arena *arena, const char *text)
{
    return text == NULL ? NULL : fw_arena_text(arena, text, strlen(text));
}

static struct fw_input_file copy_input(struct fw_arena *arena, const struct fw_input_file *input)
{
    return (struct fw_input_file){
        .kind = copy(arena, input->kind),
        .name = copy(arena, input->name),
        .file = copy(arena, input->file),
        .digest = copy(arena, input->digest),
        .of_base = input->of_base,
    };
}

static void keep_inputs(struct fw_job_done *done, const struct fw_output_state *state)
{
    struct fw_input_file *inputs =
        FW_NEW_ARRAY(done->arena, state->input_count, struct fw_input_file);
    for (size_t i = 0; i < state->input_count; i++) {
        inputs[i] = copy_input(done->arena, &state->inputs[i]);
    }
    done->result.inputs = inputs;
    done->result.input_count = state->input_count;
}

static void set_stale(struct fw_job_done *done, size_t output, const char *const *reasons,
                      size_t count)
{
    const char **copies = FW_NEW_ARRAY(done->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        copies[i] = copy(done->arena, reasons[i]);
    }
    done->outputs[output] = (struct fw_job_output_result){ FW_JOB_STALE, copies, count };
}

/* Whether an output can be judged by what it says of itself. */
static bool can_tell(const struct fw_job_done *done, const struct fw_job_output *output)
{
    const char *embed = done->work->options->output.embed;
    return output->path != NULL && strcmp(done->task->spec, "-") != 0 &&
           fw_output_tells(output->format) && (embed == NULL || strcmp(embed, "none") != 0);
}

/* Finds out what is out of date; true when something has to be drawn for it. */
static bool look(struct fw_job_done *done)
{
    const struct fw_job_options *options = done->work->options;
    bool must_draw = false;
    for (size_t i = 0; i < done->task->output_count; i++) {
        const struct fw_job_output *output = &done->task->outputs[i];
        done->drawings[i].is_wanted = options->mode == FW_JOB_ALL || !can_tell(done, output);
        if (!done->drawings[i].is_wanted) {
            struct fw_output_state state =
                fw_freshness_check(done->work->freshness, output->path, done->task->spec,
                                   output->format, &options->output);
            done->drawings[i].is_wanted = !state.is_current && options->mode != FW_JOB_LOOK;
            done->outputs[i].state = FW_JOB_CURRENT;
            if (state.is_current) {
                keep_inputs(done, &state);
            } else {
                set_stale(done, i, state.reasons, state.reason_count);
            }
        }
        must_draw |= done->drawings[i].is_wanted;
    }
    return must_draw;
}

/* ---- drawing ------------------------------------------------------------------------------ */

/* Draws all that is wanted; false where one could not be drawn: then none is written. */
static bool draw(struct fw_job_done *done)
{
    done->document = fw_document_open(done->work->session, done->task->spec);
    for (size_t i = 0; i < done->task->output_count; i++) {
        size_t length;
        const void *bytes = NULL;
        if (done->drawings[i].is_wanted) {
            bytes = fw_document_output(done->document, done->task->outputs[i].format,
                                       &done->work->options->output, &length);
            if (bytes == NULL) {
                return false;
            }
            fw_bytes_append(&done->drawings[i].bytes, bytes, length);
        }
    }
    return true;
}

/* Whether the file has these bytes already. */
static bool has_bytes(const char *path, const struct fw_bytes *bytes)
{
    struct fw_arena *arena = fw_arena_create();
    const char *text;
    size_t length;
    bool is_same = fw_file_is_plain(path) &&
                   fw_file_read(arena, path, bytes->length, &text, &length) == FW_READ_FINE &&
                   length == bytes->length &&
                   (length == 0 || memcmp(text, bytes->data, length) == 0);
    fw_arena_destroy(arena);
    return is_same;
}

/* Whether no output would take the place of a file that the figure is made of: a table of its data
 * would be called like the data themselves. */
static bool keeps_inputs(struct fw_job_done *done)
{
    for (size_t o = 0; o < done->task->output_count; o++) {
        const char *path = done->drawings[o].is_wanted ? done->task->outputs[o].path : NULL;
        for (size_t i = 0; path != NULL && i < done->result.input_count; i++) {
            const char *file = done->result.inputs[i].file;
            if (file != NULL && fw_file_is_same(path, file)) {
                fw_bytes_printf(&done->messages,
                                "%s: error: the figure is made of this file [conflict]\n"
                                "  hint: name another file or folder with -o\n",
                                path);
                return false;
            }
        }
    }
    return true;
}

static bool write_file(struct fw_job_done *done, const char *path, const struct fw_bytes *bytes)
{
    if (fw_file_make_folder(fw_path_folder(done->arena, path)) &&
        fw_file_write(path, bytes->data, bytes->length)) {
        return true;
    }
    fw_bytes_printf(&done->messages, "%s: error: cannot be written: %s [write-failed]\n", path,
                    strerror(errno));
    done->result.status = FW_STATUS_SYSTEM;
    return false;
}

/* What becomes of a drawn output whose place is a file. */
static enum fw_job_state put_file(struct fw_job_done *done, size_t output)
{
    static const char *const differs[] = { "it is not what would be drawn" };
    static const char *const missing[] = { "it is not there" };
    enum fw_job_mode mode = done->work->options->mode;
    const char *path = done->task->outputs[output].path;
    const struct fw_bytes *bytes = &done->drawings[output].bytes;
    if (mode != FW_JOB_ALL && has_bytes(path, bytes)) {
        return FW_JOB_CURRENT;
    }
    if (mode == FW_JOB_LOOK) {
        set_stale(done, output, fw_file_is_there(path) ? differs : missing, 1);
        return FW_JOB_STALE;
    }
    return write_file(done, path, bytes) ? FW_JOB_MADE : FW_JOB_FAILED;
}

static void put(struct fw_job_done *done, size_t output)
{
    if (done->task->outputs[output].path != NULL) {
        done->outputs[output].state = put_file(done, output);
        fw_bytes_finish(&done->drawings[output].bytes);
        return;
    }
    done->result.bytes = fw_bytes_text(&done->drawings[output].bytes);
    done->result.length = done->drawings[output].bytes.length;
    done->outputs[output].state = FW_JOB_MADE;
}

static void read_inputs(struct fw_job_done *done)
{
    size_t count = fw_document_input_count(done->document);
    struct fw_input_file *inputs = FW_NEW_ARRAY(done->arena, count, struct fw_input_file);
    for (size_t i = 0; i < count; i++) {
        struct fw_input_file input = fw_document_input(done->document, i);
        inputs[i] = copy_input(done->arena, &input);
    }
    done->result.inputs = inputs;
    done->result.input_count = count;
}

static void draw_and_put(struct fw_job_done *done)
{
    bool is_drawn = draw(done);
    done->result.status = fw_document_status(done->document);
    if (is_drawn) {
        read_inputs(done);
    }
    if (is_drawn && !keeps_inputs(done)) {
        is_drawn = false;
        done->result.status = FW_STATUS_INPUT;
        done->result.input_count = 0;
    }
    for (size_t i = 0; i < done->task->output_count; i++) {
        if (done->drawings[i].is_wanted && is_drawn) {
            put(done, i);
        } else if (done->drawings[i].is_wanted) {
            done->outputs[i].state = FW_JOB_FAILED;
        }
    }
    const struct fw_diag *diag = fw_document_diag(done->document);
    char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
    fw_bytes_puts(&done->messages, text);
    free(text);
    fw_document_destroy(done->document); /* by the session's own thread: the result may wait */
}

struct fw_job_done *fw_job_do(const struct fw_job_work *work, const struct fw_job_task *task)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_job_done *done = FW_NEW(arena, struct fw_job_done);
    *done = (struct fw_job_done){ .arena = arena, .work = work, .task = task };
    done->outputs = FW_NEW_ARRAY(arena, task->output_count, struct fw_job_output_result);
    done->drawings = FW_NEW_ARRAY(arena, task->output_count, struct drawing);
    done->result.outputs = done->outputs;
    if (look(done)) {
        draw_and_put(done);
    }
    done->result.messages = fw_bytes_text(&done->messages);
    return done;
}

const struct fw_job_result *fw_job_done_result(const struct fw_job_done *done)
{
    return &done->result;
}

void fw_job_done_destroy(struct fw_job_done *done)
{
    for (size_t i = 0; i < done->task->output_count; i++) {
        fw_bytes_finish(&done->drawings[i].bytes);
    }
    fw_bytes_finish(&done->messages);
    fw_arena_destroy(done->arena);
}
