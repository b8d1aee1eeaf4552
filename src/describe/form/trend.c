/* Lines and areas: where each series begins and ends, and its peak between. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "describe/form.h"

enum { SERIES_MOST = 5, RUNS_MOST = 500 };

/* A change of less than this part of the larger end is none; a peak must stand out as much. */
static const double SLIGHT = 0.02;

/* The items of one series in the order of the axis. */
struct run {
    const char *name;
    const struct fw_item *first, *last, *high, *low;
    size_t count;
};

static bool before(const struct fw_item *a, const struct fw_item *b)
{
    return !isnan(a->at) && !isnan(b->at) && a->at < b->at;
}

static void add(struct run *run, const struct fw_item *item)
{
    bool is_new = run->count++ == 0;
    run->first = is_new || before(item, run->first) ? item : run->first;
    run->last = is_new || !before(item, run->last) ? item : run->last;
    run->high = is_new || item->value > run->high->value ? item : run->high;
    run->low = is_new || item->value < run->low->value ? item : run->low;
}

static const char *series_of(const struct fw_item *item)
{
    return item->series == NULL ? "" : item->series;
}

/* The series in the order of the data; `*count` of them. More than RUNS_MOST: none. */
static struct run *gather(const struct fw_gist *gist, size_t *count)
{
    struct fw_arena *arena = gist->unit->chart->make.arena;
    struct run *runs = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < gist->item_count; i++) {
        const char *name = series_of(&gist->items[i]);
        size_t k = 0;
        while (k < *count && strcmp(runs[k].name, name) != 0) {
            k++;
        }
        if (k == RUNS_MOST) {
            *count = 0;
            return NULL;
        }
        if (k == *count) {
            FW_RESERVE(arena, runs, *count, capacity);
            runs[(*count)++] = (struct run){ .name = name };
        }
        add(&runs[k], &gist->items[i]);
    }
    return runs;
}

static void put_point(const struct fw_gist *gist, const struct fw_item *item, bool with_at,
                      struct fw_bytes *out)
{
    fw_word_value(gist, item, out);
    if (with_at && item->category != NULL && *item->category != '\0') {
        fw_bytes_printf(out, " in %s", item->category);
    }
}

static bool stands_out(const struct fw_item *item, const struct run *run)
{
    double span = run->high->value - run->low->value;
    return item != run->first && item != run->last &&
           fabs(item->value - run->first->value) > span / 4 &&
           fabs(item->value - run->last->value) > span / 4;
}

static void put_run(const struct fw_gist *gist, const struct run *run, bool with_at,
                    struct fw_bytes *out)
{
    double from = run->first->value, to = run->last->value;
    double most = fmax(fabs(from), fabs(to));
    fw_bytes_printf(out, "%s%s", run->name, *run->name == '\0' ? "" : " ");
    if (run->count == 1) {
        put_point(gist, run->first, with_at, out);
        return;
    }
    fw_bytes_puts(out, fabs(to - from) <= SLIGHT * most ? "from "
                       : to > from                      ? "up from "
                                                        : "down from ");
    put_point(gist, run->first, with_at, out);
    fw_bytes_puts(out, " to ");
    put_point(gist, run->last, with_at, out);
    if (stands_out(run->high, run)) {
        fw_bytes_puts(out, ", highest ");
        put_point(gist, run->high, true, out);
    }
    if (stands_out(run->low, run)) {
        fw_bytes_puts(out, ", lowest ");
        put_point(gist, run->low, true, out);
    }
}

static int by_end(const void *a, const void *b)
{
    const struct run *left = a, *right = b;
    return (left->last->value < right->last->value) - (left->last->value > right->last->value);
}

static void put_runs(const struct fw_gist *gist, struct run *runs, size_t count,
                     struct fw_bytes *out)
{
    if (count > SERIES_MOST) {
        qsort(runs, count, sizeof *runs, by_end);
        fw_bytes_printf(out, ", %zu lines. At the end ", count);
        fw_bytes_printf(out, "%s is highest, ", runs[0].name);
        put_point(gist, runs[0].last, true, out);
        fw_bytes_printf(out, ", and %s lowest, ", runs[count - 1].name);
        put_point(gist, runs[count - 1].last, false, out);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bool same_ends = i > 0 && strcmp(runs[i].first->category, runs[0].first->category) == 0 &&
                         strcmp(runs[i].last->category, runs[0].last->category) == 0;
        fw_bytes_puts(out, i == 0 ? ": " : "; ");
        put_run(gist, &runs[i], !same_ends, out);
    }
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (!fw_gist_is(gist, " line area trail ") || gist->dimension.def == NULL ||
        gist->measure.def == NULL) {
        return false;
    }
    size_t count;
    struct run *runs = gather(gist, &count);
    bool two = count > 0 && gist->item_count == 2 * count;
    fw_bytes_puts(out,
                  fw_gist_is(gist, " area ")
                      ? gist->unit->stack != NULL && count > 1 ? "Stacked area chart" : "Area chart"
                  : two && gist->dimension.def->type != FW_TEMPORAL ? "Slope chart"
                                                                    : "Line chart");
    fw_word_subject(gist, out);
    if (count > 0) {
        put_runs(gist, runs, count, out);
    }
    fw_bytes_put(out, '.');
    return true;
}

const struct fw_form fw_form_trend = { "trend", tell };
