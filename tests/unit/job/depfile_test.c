/* Depfiles: names as make reads them, each once. */
#include "job/depfile.h"

#include "support/cmocka.h"

static void rules_name_outputs_and_files(void **state)
{
    static const struct fw_job_output outputs[] = { { "out/a b.png", "png" },
                                                    { "out/$x#.svg", "svg" } };
    static const struct fw_input_file inputs[] = {
        { .kind = "spec", .name = "a b.vl.json", .file = "a b.vl.json", .digest = "0" },
        { .kind = "config", .name = "figwright.json", .file = "figwright.json" },
        { .kind = "data", .name = "nowhere/../x.csv", .file = "nowhere/../x.csv", .digest = "0" },
        { .kind = "image", .name = "x.png", .file = "x.png", .digest = "0" },
        { .kind = "image", .name = "x.png", .file = "x.png", .digest = "0" },
        { .kind = "theme", .name = "print", .file = NULL, .digest = "0" },
    };
    struct fw_job_task task = { .outputs = outputs, .output_count = 2 };
    struct fw_job_result result = { .inputs = inputs, .input_count = 6 };
    struct fw_bytes out = { 0 };
    (void)state;
    fw_depfile_put(&out, &task, &result);
    assert_string_equal(fw_bytes_text(&out),
                        "out/a\\ b.png out/$$x\\#.svg: \\\n  a\\ b.vl.json \\\n"
                        "  nowhere/../x.csv \\\n  x.png\n");
    fw_bytes_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(rules_name_outputs_and_files) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
