/* Every kind of scale against the answers of vega-scale and d3-scale in reference_scales.txt. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "scale/gradient.h"
#include "scale/label.h"
#include "scale/scale.h"
#include "json/json.h"

/** A case: the scale's definition as Vega has it, what to ask of it, and the answers. */
struct scale_case {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_node given, answers;
    const struct fw_scale *scale;
    struct fw_tick_count wanted;
    struct fw_tick_format format;
    size_t line;
};

/** Reads what JSON lacks: {"$date": ms} and {"$number": "NaN"}. */
static struct fw_value revive(struct fw_arena *arena, struct fw_node node)
{
    struct fw_node date = fw_node_member(node, "$date");
    if (fw_node_there(date)) {
        return fw_time(fw_node_number(date, NAN));
    }
    struct fw_node number = fw_node_member(node, "$number");
    if (fw_node_there(number)) {
        fw_str name = fw_node_string(number, NULL);
        return fw_str_is(name, "undefined") ? fw_undefined()
                                            : fw_number(fw_str_is(name, "NaN")         ? NAN
                                                        : fw_str_is(name, "-Infinity") ? -INFINITY
                                                                                       : INFINITY);
    }
    if (!fw_node_there(node) || fw_node_kind(node) != FW_JSON_ARRAY) {
        return fw_node_value(arena, node);
    }
    struct fw_value array = fw_array_value(arena, NULL, fw_node_get(node)->count);
    size_t i = 0;
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        array.array->items[i++] = revive(arena, n);
    }
    return array;
}

static struct fw_value *list(struct scale_case *c, const char *name, size_t *count)
{
    struct fw_node node = fw_node_member(c->given, name);
    *count = 0;
    if (!fw_node_there(node)) {
        return NULL;
    }
    struct fw_value array = revive(c->arena, node);
    *count = array.array->count;
    return array.array->items;
}

static double number(struct scale_case *c, const char *name, double otherwise)
{
    return fw_node_number(fw_node_member(c->given, name), otherwise);
}

static bool flag(struct scale_case *c, const char *name)
{
    return fw_node_boolean(fw_node_member(c->given, name), false);
}

static const char *text(struct fw_node object, const char *name)
{
    fw_str string = fw_node_string(fw_node_member(object, name), NULL);
    return string == NULL ? NULL : string->text;
}

static struct fw_nice nice_of(struct fw_node node)
{
    struct fw_nice nice = { .on = fw_node_boolean(node, fw_node_there(node)) };
    nice.count = fw_node_number(node, 0);
    fw_str interval = fw_node_string(node, NULL);
    nice.interval = interval != NULL ? interval->text : text(node, "interval");
    nice.step = fw_node_number(fw_node_member(node, "step"), 0);
    return nice;
}

static void set_bins(struct scale_case *c, struct fw_scale_spec *spec)
{
    struct fw_node by_step = fw_node_member(c->given, "bins");
    spec->bin_start = fw_node_number(fw_node_member(by_step, "start"), NAN);
    spec->bin_stop = fw_node_number(fw_node_member(by_step, "stop"), NAN);
    spec->bin_step = fw_node_number(fw_node_member(by_step, "step"), 0);
    if (!fw_node_there(by_step) || spec->bin_step > 0) {
        return;
    }
    size_t count;
    struct fw_value *values = list(c, "bins", &count);
    double *bins = FW_NEW_ARRAY(c->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        bins[i] = values[i].number;
    }
    spec->bins = bins;
    spec->bin_count = count;
}

static void train(struct scale_case *c)
{
    enum fw_scale_kind kind;
    assert_true(fw_scale_kind_parse(text(c->given, "type"), &kind));
    struct fw_scale_spec spec = fw_scale_spec_default(kind);
    spec.domain = list(c, "domain", &spec.domain_count);
    spec.domain_min = number(c, "domainMin", NAN);
    spec.domain_max = number(c, "domainMax", NAN);
    spec.domain_mid = number(c, "domainMid", NAN);
    spec.zero = flag(c, "zero");
    spec.nice = nice_of(fw_node_member(c->given, "nice"));
    spec.padding = number(c, "padding", 0);
    spec.padding_inner = number(c, "paddingInner", 0);
    spec.padding_outer = number(c, "paddingOuter", 0);
    spec.align = number(c, "align", 0.5);
    spec.round = flag(c, "round");
    spec.clamp = flag(c, "clamp");
    spec.reverse = flag(c, "reverse");
    spec.base = number(c, "base", 0);
    spec.exponent = number(c, "exponent", 0);
    spec.constant = number(c, "constant", 0);
    set_bins(c, &spec);
    spec.range = list(c, "range", &spec.range_count);
    spec.scheme = text(c->given, "scheme");
    spec.scheme_count = number(c, "schemeCount", 0);
    size_t extent_count;
    struct fw_value *extent = list(c, "schemeExtent", &extent_count);
    for (size_t i = 0; i < extent_count; i++) {
        spec.scheme_extent[i] = extent[i].number;
    }
    spec.interpolate = text(c->given, "interpolate");
    spec.gamma = number(c, "interpolateGamma", 0);
    c->scale = fw_scale_new(c->arena, c->strings, &spec);
}

static void set_wanted(struct scale_case *c)
{
    struct fw_node count = fw_node_member(c->given, "count");
    c->wanted = (struct fw_tick_count){ .count = fw_node_number(count, 0),
                                        .min_step = number(c, "minStep", 0) };
    if (fw_node_there(count) && fw_node_kind(count) == FW_JSON_NUMBER && c->wanted.count == 0) {
        c->wanted.count = -1;
    }
    fw_str interval = fw_node_string(count, NULL);
    c->wanted.interval = interval != NULL ? interval->text : text(count, "interval");
    c->wanted.step = fw_node_number(fw_node_member(count, "step"), 0);
    c->format = (struct fw_tick_format){ .specifier = text(c->given, "format"),
                                         .type = text(c->given, "formatType") };
}

static bool same_number(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return isnan(a) && isnan(b);
    }
    return a == b || fabs(a - b) <= 1e-12 * fmax(1, fmax(fabs(a), fabs(b)));
}

/** Colors may differ by one in a channel: the reference rounds halves that we do not reach exactly.
 */
static bool same_text(fw_str a, fw_str b)
{
    struct fw_color x, y;
    if (a == b) {
        return true;
    }
    return strncmp(a->text, "rgb", 3) == 0 && fw_color_parse(a->text, a->length, &x) &&
           fw_color_parse(b->text, b->length, &y) && fabs(x.r - y.r) <= 1 && fabs(x.g - y.g) <= 1 &&
           fabs(x.b - y.b) <= 1;
}

static bool same(struct fw_value a, struct fw_value b)
{
    if (a.kind != b.kind) {
        return false;
    }
    if (a.kind == FW_NUMBER || a.kind == FW_TIME) {
        return same_number(a.number, b.number);
    }
    return a.kind == FW_STRING ? same_text(a.string, b.string) : fw_equal(a, b);
}

static void check(const struct scale_case *c, const char *what, const struct fw_value *got,
                  size_t count)
{
    struct fw_node node = fw_node_member(c->answers, what);
    if (!fw_node_there(node)) {
        return;
    }
    struct fw_value expected = revive(c->arena, node);
    if (count != expected.array->count) {
        fail_msg("line %zu: %zu %s, expected %zu", c->line, count, what, expected.array->count);
    }
    for (size_t i = 0; i < count; i++) {
        if (!same(got[i], expected.array->items[i])) {
            fail_msg("line %zu: %s %zu is %s, expected %s", c->line, what, i,
                     fw_to_string(c->strings, got[i])->text,
                     fw_to_string(c->strings, expected.array->items[i])->text);
        }
    }
}

static void check_mapping(struct scale_case *c)
{
    size_t count;
    const struct fw_value *domain = fw_scale_domain(c->scale, &count);
    check(c, "domain", domain, count);
    struct fw_value *xs = list(c, "xs", &count);
    struct fw_value *ys = FW_NEW_ARRAY(c->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        ys[i] = fw_scale_apply(c->scale, xs[i]);
    }
    check(c, "ys", ys, count);
    struct fw_value *positions = list(c, "invs", &count);
    struct fw_value *inverted = FW_NEW_ARRAY(c->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        inverted[i] = fw_scale_invert(c->scale, positions[i].number);
    }
    check(c, "inv", inverted, count);
    struct fw_value bands[] = { fw_number(fw_scale_bandwidth(c->scale)),
                                fw_number(fw_scale_step(c->scale)) };
    check(c, "bands", bands, 2);
}

static void check_ticks(struct scale_case *c)
{
    size_t value_count, count;
    struct fw_value *values = list(c, "values", &value_count);
    struct fw_value *ticks = values != NULL ? fw_scale_valid_ticks(c->scale, c->arena, values,
                                                                   value_count, c->wanted, &count)
                                            : fw_scale_ticks(c->scale, c->arena, c->wanted, &count);
    check(c, "ticks", ticks, count);
    const struct fw_labels *labels =
        fw_labels_new(c->arena, c->strings, c->scale, c->wanted,
                      values != NULL ? (double)value_count : 10, &c->format, values != NULL);
    struct fw_value *texts = FW_NEW_ARRAY(c->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        texts[i] = fw_string(fw_labels_text(labels, ticks[i]));
    }
    check(c, "labels", texts, count);
}

static void check_entries(struct scale_case *c)
{
    struct fw_scale_entries entries = fw_scale_entries(c->scale, c->arena, c->wanted, 5);
    check(c, "entries", entries.values, entries.count);
    const struct fw_labels *labels =
        fw_legend_labels_new(c->arena, c->strings, c->scale, c->wanted, 5, &c->format, true);
    struct fw_value *texts = FW_NEW_ARRAY(c->arena, entries.count, struct fw_value);
    for (size_t i = 0; i < entries.count; i++) {
        double high = i + 1 < entries.count ? entries.values[i + 1].number : entries.max;
        texts[i] =
            fw_string(entries.classes ? fw_labels_range(labels, entries.values[i].number, high)
                                      : fw_labels_text(labels, entries.values[i]));
    }
    check(c, "elabels", texts, entries.count);
}

static void check_stops(struct scale_case *c)
{
    size_t count;
    struct fw_scale_stop *stops = fw_scale_gradient(c->scale, c->arena, &count);
    struct fw_value *values = FW_NEW_ARRAY(c->arena, count * 2, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        char color[FW_COLOR_ROOM];
        fw_color_text(stops[i].color, color);
        values[2 * i] = fw_number(stops[i].offset);
        values[2 * i + 1] = fw_string(fw_intern_text(c->strings, color));
    }
    check(c, "stops", values, 2 * count);
}

static struct fw_node read_line(struct fw_arena *arena, struct fw_strings *strings,
                                const char *begin, size_t length)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    *source =
        (struct fw_source){ "reference_scales.txt", fw_arena_text(arena, begin, length), length };
    const struct fw_json *json = fw_json_read(arena, strings, source, NULL, fw_diag_new(arena));
    assert_non_null(json);
    return fw_json_root(json);
}

static void run_case(size_t line, const char *given, size_t given_length, const char *answers,
                     size_t answers_length)
{
    struct scale_case c = { .arena = fw_arena_create(), .line = line };
    c.strings = fw_strings_new(c.arena);
    c.given = read_line(c.arena, c.strings, given, given_length);
    c.answers = read_line(c.arena, c.strings, answers, answers_length);
    train(&c);
    set_wanted(&c);
    check_mapping(&c);
    check_ticks(&c);
    check_entries(&c);
    check_stops(&c);
    fw_arena_destroy(c.arena);
}

static void slurp(struct fw_bytes *file)
{
    FILE *stream = fopen(FW_SOURCE_DIR "/tests/unit/scale/reference_scales.txt", "rb");
    assert_non_null(stream);
    char block[65536];
    for (size_t n; (n = fread(block, 1, sizeof block, stream)) > 0;) {
        fw_bytes_append(file, block, n);
    }
    fclose(stream);
}

static void scales_answer_as_those_of_vega(void **state)
{
    (void)state;
    struct fw_bytes file = { 0 };
    slurp(&file);
    const char *at = fw_bytes_text(&file);
    const char *given = NULL;
    size_t given_length = 0, line = 1;
    for (const char *end; (end = strchr(at, '\n')) != NULL; at = end + 1, line++) {
        if (*at != '{') {
            continue;
        }
        if (given == NULL) {
            given = at;
            given_length = (size_t)(end - at);
        } else {
            run_case(line, given, given_length, at, (size_t)(end - at));
            given = NULL;
        }
    }
    fw_bytes_finish(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(scales_answer_as_those_of_vega) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
