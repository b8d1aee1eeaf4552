/* Labels that found no room. */
#include "explain/unfit.h"

#include <string.h>

enum { LISTED = 6 }; /* so many are named, the rest is counted */

void fw_unfit_begin(struct fw_chart *chart)
{
    chart->dropped.count = chart->cut.count = 0;
}

static void add(struct fw_arena *arena, struct fw_unfit *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->texts[i], text) == 0) {
            return;
        }
    }
    FW_RESERVE(arena, list->texts, list->count, list->capacity);
    list->texts[list->count++] = text;
}

void fw_unfit_drop(struct fw_chart *chart, const char *text)
{
    FW_RESERVE(chart->make.arena, chart->dropped.texts, chart->dropped.count,
               chart->dropped.capacity);
    chart->dropped.texts[chart->dropped.count++] = text;
}

void fw_unfit_cut(struct fw_chart *chart, const char *text)
{
    add(chart->make.arena, &chart->cut, text);
}

/* "'a', 'b' and 12 more"; lines of a text are joined by spaces. */
static const char *listed(struct fw_arena *arena, const struct fw_unfit *list)
{
    struct fw_bytes out = { 0 };
    size_t shown = list->count > LISTED + 1 ? LISTED : list->count;
    for (size_t i = 0; i < shown; i++) {
        bool last = i + 1 == list->count;
        fw_bytes_puts(&out, i == 0 ? "'" : last ? " and '" : ", '");
        for (const char *at = list->texts[i]; *at != '\0'; at++) {
            fw_bytes_put(&out, *at == '\n' ? ' ' : *at);
        }
        fw_bytes_put(&out, '\'');
    }
    if (shown < list->count) {
        fw_bytes_puts(&out, fw_arena_printf(arena, " and %zu more", list->count - shown));
    }
    const char *text = fw_arena_text(arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

void fw_unfit_report(const struct fw_chart *chart)
{
    struct fw_arena *arena = chart->make.arena;
    const struct fw_usermeta *usermeta = chart->usermeta;
    size_t count = chart->dropped.count;
    if (count > 0) {
        struct fw_place place =
            usermeta == NULL ? fw_nowhere() : fw_node_place(arena, usermeta->labels_at);
        fw_report(chart->diag, place, FW_DROPPED_LABEL, "%zu label%s dropped for want of room: %s",
                  count, count == 1 ? "" : "s", listed(arena, &chart->dropped));
    }
    count = chart->cut.count;
    if (count > 0) {
        struct fw_place place = fw_node_place(arena, fw_json_root(chart->json));
        place.end = place.begin;
        struct fw_diagnostic *d =
            fw_report(chart->diag, place, FW_CUT_LABEL, "%zu label%s cut for want of room: %s",
                      count, count == 1 ? "" : "s", listed(arena, &chart->cut));
        fw_hint(chart->diag, d, "give the chart more room, a larger labelLimit, or shorter words");
    }
}
