/* Plans: which specs, which outputs, which part. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "job/plan.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "support/cmocka.h"

static char folder[] = "/tmp/figwright-plan-XXXXXX";
static struct fw_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    if (mkdtemp(folder) == NULL || chdir(folder) != 0) {
        return 1;
    }
    static const char *const files[] = { "specs/b.vl.json", "specs/a.vl.json",
                                         "specs/deep/c.page.json", "specs/data.json" };
    bool is_good = fw_file_make_folder("specs/deep") && fw_file_make_folder("empty");
    for (size_t i = 0; i < FW_COUNT(files); i++) {
        is_good &= fw_file_write(files[i], "{}", 2);
    }
    return is_good ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    int status = chdir("/") == 0 ? system(fw_arena_printf(arena, "rm -r %s", folder)) : 1;
    fw_arena_destroy(arena);
    return status;
}

/* The outputs of a plan as one text, "spec>path " for each; "fault N" where there is none. */
static const char *text_of(const struct fw_job_request *request)
{
    struct fw_job_plan plan;
    struct fw_bytes messages = { 0 };
    enum fw_job_fault fault = fw_job_plan(arena, request, &plan, &messages);
    assert_true((messages.length == 0) == (fault == FW_JOB_FINE));
    fw_bytes_finish(&messages);
    if (fault != FW_JOB_FINE) {
        return fw_arena_printf(arena, "fault %d", (int)fault);
    }
    const char *text = "";
    for (size_t i = 0; i < plan.task_count; i++) {
        for (size_t o = 0; o < plan.tasks[i].output_count; o++) {
            const char *path = plan.tasks[i].outputs[o].path;
            text = fw_arena_printf(arena, "%s%s>%s ", text, plan.tasks[i].spec,
                                   path == NULL ? "(stdout)" : path);
        }
    }
    return text;
}

static void plans_are_those_of_the_arguments(void **state)
{
    static const struct {
        const char *operands[2], *output, *formats, *plan;
    } cases[] = {
        { { "a.vl.json" }, NULL, NULL, "a.vl.json>a.png " },
        { { "x/a.vl.json" }, NULL, "svg,pdf,svg", "x/a.vl.json>a.svg x/a.vl.json>a.pdf " },
        { { "x/a.json" }, "out.pdf", NULL, "x/a.json>out.pdf " },
        { { "a.vl.json" }, "out/", NULL, "a.vl.json>out/a.png " },
        { { "a.vl.json" }, "empty", NULL, "a.vl.json>empty/a.png " },
        { { "a.vl.json" }, "-", "svg", "a.vl.json>(stdout) " },
        { { "-" }, NULL, NULL, "->(stdout) " },
        { { "-" }, "x.svg", NULL, "->x.svg " },
        { { "-", "a.vl.json" }, "x", NULL, "->x/figure.png a.vl.json>x/a.png " },
        { { "specs" },
          "out",
          NULL,
          "specs/a.vl.json>out/a.png specs/b.vl.json>out/b.png "
          "specs/deep/c.page.json>out/deep/c.png " },
        { { "specs/deep/" }, NULL, "pdf", "specs/deep/c.page.json>c.pdf " },
        { { "specs" }, "out.png", NULL, "fault 1" },
        { { "specs" }, "-", NULL, "fault 1" },
        { { "a.vl.json" }, "out.gif", NULL, "fault 1" },
        { { "a.vl.json" }, NULL, "gif", "fault 1" },
        { { "x/a.vl.json", "y/a.vl.json" }, "out", NULL, "fault 1" },
        { { "empty" }, NULL, NULL, "fault 2" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_job_request request = {
            .command = "render",
            .operands = cases[i].operands,
            .operand_count = cases[i].operands[1] == NULL ? 1 : 2,
            .output = cases[i].output,
            .formats = cases[i].formats,
        };
        assert_string_equal(text_of(&request), cases[i].plan);
    }
}

static void parts_share_out_all_specs(void **state)
{
    static const char *const operands[] = { "specs" };
    (void)state;
    size_t length = 0;
    for (int part = 1; part <= 4; part++) {
        struct fw_job_request request = {
            .command = "render",
            .operands = operands,
            .operand_count = 1,
            .shard = fw_arena_printf(arena, "%d/4", part),
        };
        length += strlen(text_of(&request));
    }
    struct fw_job_request whole = { .command = "render", .operands = operands, .operand_count = 1 };
    assert_int_equal(length, strlen(text_of(&whole)));
    static const char *const wrong[] = { "",    "1",   "1/",    "/2",
                                         "0/2", "3/2", "1/2/3", "9999999/9999999" };
    for (size_t i = 0; i < FW_COUNT(wrong); i++) {
        whole.shard = wrong[i];
        assert_string_equal(text_of(&whole), "fault 1");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_are_those_of_the_arguments),
        cmocka_unit_test(parts_share_out_all_specs),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
