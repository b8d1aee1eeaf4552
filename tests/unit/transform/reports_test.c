/* Wrong transforms and the reports of them, and what has no counterpart in Vega. */
#include <math.h>
#include <string.h>

#include "base/object.h"
#include "support/cmocka.h"
#include "transform/bin.h"
#include "transform/op.h"
#include "transform/sample.h"
#include "transform/statistics.h"
#include "transform/transform.h"

/** One document: a context, and its memory. */
struct fixture {
    struct fw_arena *arena;
    struct fw_expr_env env;
    struct fw_transform_context context;
    fw_str param;
    struct fw_value param_value;
};

static void set_param(const struct fw_transform_context *context, fw_str name,
                      struct fw_value value)
{
    struct fixture *fixture = (struct fixture *)context->data;
    fixture->param = name;
    fixture->param_value = value;
}

static int set_up(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct fixture *f = FW_NEW(arena, struct fixture);
    f->arena = arena;
    f->env = (struct fw_expr_env){ .arena = arena, .strings = fw_strings_new(arena) };
    f->context = (struct fw_transform_context){ .arena = arena,
                                                .strings = f->env.strings,
                                                .diag = fw_diag_new(arena),
                                                .env = &f->env,
                                                .set_param = set_param,
                                                .data = f };
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fw_arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static const struct fw_table *numbers_table(struct fixture *f, size_t count)
{
    double *numbers = FW_NEW_ARRAY(f->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = (double)i;
    }
    fw_str name = fw_intern_text(f->env.strings, "v");
    return fw_table_with(f->arena, fw_table_new(f->arena, count),
                         fw_column_from_numbers(f->arena, name, FW_COLUMN_NUMBER, numbers, NULL));
}

static const struct fw_table *run(struct fixture *f, const char *transforms)
{
    struct fw_source *source = FW_NEW(f->arena, struct fw_source);
    *source = (struct fw_source){ "spec.json", transforms, strlen(transforms) };
    f->context.json = fw_json_read(f->arena, f->env.strings, source, NULL, f->context.diag);
    assert_non_null(f->context.json);
    struct fw_value chain = fw_node_value(f->arena, fw_json_root(f->context.json));
    return fw_transform_chain(&f->context, numbers_table(f, 5), chain);
}

static void wrong_transforms_are_reported_with_their_place(void **state)
{
    static const struct {
        const char *transforms;
        enum fw_code code;
        size_t column;
        const char *hint; /* or NULL: not checked */
    } cases[] = {
        { "[{\"fould\":[\"v\"]}]", FW_UNKNOWN_PROPERTY, 2, "did you mean 'fold'?" },
        { "[{\"fold\":[\"v\"],\"az\":[\"k\"]}]", FW_UNKNOWN_PROPERTY, 16, "did you mean 'as'?" },
        { "[{\"fold\":3}]", FW_WRONG_TYPE, 10, NULL },
        { "[{\"bin\":true,\"field\":\"v\"}]", FW_MISSING_PROPERTY, 2, NULL },
        { "[{\"aggregate\":[{\"op\":\"meen\",\"field\":\"v\"}]}]", FW_UNKNOWN_VALUE, 16,
          "did you mean 'mean'?" },
        { "[{\"aggregate\":[{\"op\":\"mean\"}]}]", FW_MISSING_PROPERTY, 16, NULL },
        { "[{\"window\":[{\"op\":\"runk\"}]}]", FW_UNKNOWN_VALUE, 13, "did you mean 'rank'?" },
        { "[{\"window\":[{\"op\":\"ntile\",\"as\":\"n\"}]}]", FW_OUT_OF_RANGE, 13, NULL },
        { "[{\"stack\":\"v\",\"groupby\":[],\"offset\":\"zeero\",\"as\":\"s\"}]", FW_UNKNOWN_VALUE,
          37, "did you mean 'zero'?" },
        { "[{\"timeUnit\":\"yearmunth\",\"field\":\"v\",\"as\":\"u\"}]", FW_UNKNOWN_VALUE, 14,
          NULL },
        { "[{\"regression\":\"v\",\"on\":\"v\",\"method\":\"liner\"}]", FW_UNKNOWN_VALUE, 38,
          "did you mean 'linear'?" },
        { "[{\"calculate\":\"datum.v +\",\"as\":\"w\"}]", FW_EXPR_SYNTAX, 0, NULL },
        { "[{\"quantile\":\"v\",\"step\":1e-9}]", FW_OUT_OF_RANGE, 25, NULL },
        { "[{\"impute\":\"v\",\"key\":\"v\",\"keyvals\":{\"stop\":1e9}}]", FW_OUT_OF_RANGE, 36,
          NULL },
        { "[{\"lookup\":\"v\",\"from\":{\"key\":\"k\"}}]", FW_MISSING_PROPERTY, 23, NULL },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        f->context.diag = fw_diag_new(f->arena);
        assert_null(run(f, cases[i].transforms));
        assert_int_equal(fw_diag_count(f->context.diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(f->context.diag, 0);
        size_t line, column;
        fw_source_locate(d->place.source, d->place.begin, &line, &column);
        bool placed = cases[i].column == 0 || column == cases[i].column;
        bool hinted =
            cases[i].hint == NULL || (d->hint != NULL && strcmp(d->hint, cases[i].hint) == 0);
        if (d->code != cases[i].code || !placed || !hinted) {
            fail_msg("case %zu: %zu: %s [%s], hint %s", i, column, d->message,
                     fw_code_slug(d->code), d->hint != NULL ? d->hint : "none");
        }
    }
}

static void all_wrong_transforms_are_reported(void **state)
{
    struct fixture *f = *state;
    assert_null(run(f, "[{\"fould\":[]},{\"fold\":[\"v\"]},{\"bin\":true}]"));
    assert_int_equal(fw_diag_count(f->context.diag), 3); /* one, and two names that bin lacks */
}

static void an_extent_sets_its_param(void **state)
{
    struct fixture *f = *state;
    const struct fw_table *table = run(f, "[{\"extent\":\"v\",\"param\":\"e\"}]");
    assert_int_equal(table->rows, 5);
    assert_string_equal(f->param->text, "e");
    assert_true(fw_at(f->param_value, 0).number == 0);
    assert_true(fw_at(f->param_value, 1).number == 4);
}

static void a_sample_is_the_same_each_time(void **state)
{
    struct fixture *f = *state;
    const struct fw_table *table = numbers_table(f, 1000);
    const struct fw_table *a = fw_sample_run(&f->context, table, 10);
    const struct fw_table *b = fw_sample_run(&f->context, table, 10);
    assert_int_equal(a->rows, 10);
    double largest = 0;
    for (size_t i = 0; i < 10; i++) {
        assert_true(fw_table_number(a, a->columns[0], i) == fw_table_number(b, b->columns[0], i));
        largest = fmax(largest, fw_table_number(a, a->columns[0], i));
    }
    assert_true(largest > 10); /* not the first ten */
}

static void an_interval_holds_the_mean(void **state)
{
    struct fixture *f = *state;
    double values[100], interval[2], again[2];
    for (size_t i = 0; i < FW_COUNT(values); i++) {
        values[i] = (double)i;
    }
    struct fw_sample sample = { values, FW_COUNT(values) };
    fw_sample_interval(f->arena, &sample, interval);
    fw_sample_interval(f->arena, &sample, again);
    assert_memory_equal(interval, again, sizeof interval);
    /* 1.96 standard errors of 2.9 about the mean of 49.5 */
    assert_true(fabs(interval[0] - (49.5 - 1.96 * 2.9)) < 1);
    assert_true(fabs(interval[1] - (49.5 + 1.96 * 2.9)) < 1);
}

/* The answers are those of vega-statistics' bin. */
static void bins_are_found_for_an_extent(void **state)
{
    static const struct {
        double lo, hi, maxbins;
        struct fw_bins bins;
    } cases[] = {
        { 0, 100, 10, { 0, 100, 10 } },       { 46, 230, 10, { 40, 240, 20 } },
        { -3.7, 12.2, 20, { -4, 13, 1 } },    { 0, 1, 6, { 0, 1, 0.2 } },
        { 5, 5, 10, { 5, 5.5, 0.5 } },        { 0, 0, 10, { 0, 0.1, 0.1 } },
        { 1e-7, 9e-7, 5, { 0, 1e-6, 2e-7 } }, { 0, 1e12, 3, { 0, 1e12, 5e11 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_bin_params params = fw_bin_params_default(cases[i].maxbins);
        params.extent[0] = cases[i].lo;
        params.extent[1] = cases[i].hi;
        struct fw_bins bins = fw_bins_find(&params), want = cases[i].bins;
        if (fabs(bins.start - want.start) > 1e-12 * want.step ||
            fabs(bins.stop - want.stop) > 1e-9 * want.step ||
            fabs(bins.step - want.step) > 1e-9 * want.step) {
            fail_msg("case %zu: %g to %g by %g", i, bins.start, bins.stop, bins.step);
        }
    }
}

static void a_base_of_1_ends(void **state)
{
    (void)state;
    struct fw_bin_params params = fw_bin_params_default(8);
    params.base = 1; /* Vega never comes back from this one */
    params.extent[0] = 1;
    params.extent[1] = 900;
    fw_bins_find(&params);
}

/* By hand, from the recurrence e = r * e + v that vega-transforms 5.2 has; 6.2 lacks the
 * operations. */
static void exponential_means_decay(void **state)
{
    static const struct {
        const char *op;
        double mean;
    } cases[] = { { "exponential", 4.25 * 0.5 / 0.875 }, { "exponentialb", 4.25 * 0.5 } };
    struct fixture *f = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const struct fw_op *op = fw_op_find(cases[i].op);
        struct fw_tally tally = { .needs = op->needs, .rate = 0.5 };
        for (double v = 1; v <= 3; v++) {
            fw_tally_add(&tally, fw_number(v));
        }
        struct fw_op_input input = { .arena = f->arena, .tally = &tally };
        assert_true(fabs(op->value(&input).number - cases[i].mean) < 1e-12);
        /* the first value leaves a sliding frame */
        fw_tally_remove(&tally, fw_number(1));
        struct fw_tally fresh = { .needs = op->needs, .rate = 0.5 };
        fw_tally_add(&fresh, fw_number(2));
        fw_tally_add(&fresh, fw_number(3));
        assert_int_equal(tally.valid, fresh.valid);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wrong_transforms_are_reported_with_their_place, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(all_wrong_transforms_are_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_extent_sets_its_param, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sample_is_the_same_each_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interval_holds_the_mean, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bins_are_found_for_an_extent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_base_of_1_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(exponential_means_decay, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
