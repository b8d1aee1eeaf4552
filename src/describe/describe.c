/* Descriptions of whole charts: one view after another. */
#include "describe/describe.h"

#include "describe/form.h"

/* Views of a composition that are told one by one. */
enum { VIEWS_MOST = 4 };

struct telling {
    struct fw_bytes *out;
    size_t views;
};

static void describe(const struct fw_view *view, struct telling *telling)
{
    struct fw_bytes *out = telling->out;
    while (view->kind == FW_VIEW_FACET && view->child_count > 0 &&
           view->children[0]->kind != FW_VIEW_UNIT && view->children[0]->kind != FW_VIEW_LAYER) {
        view = view->children[0]; /* facets of facets are alike: the first stands for all */
    }
    for (size_t i = 0; view->kind == FW_VIEW_CONCAT && i < view->child_count; i++) {
        describe(view->children[i], telling);
    }
    struct fw_gist gist = { 0 };
    if (view->kind != FW_VIEW_CONCAT) {
        gist = fw_gist_of(view);
    }
    if (gist.unit == NULL || telling->views++ >= VIEWS_MOST) {
        return;
    }
    fw_bytes_puts(out, out->length > 0 ? " " : "");
    if (gist.panel_count > 1) {
        fw_bytes_printf(out, "%zu panels. ", gist.panel_count);
    }
    fw_form_tell(&gist, out);
}

const char *fw_describe(const struct fw_view *root)
{
    struct fw_bytes text = { 0 };
    struct telling telling = { &text, 0 };
    describe(root, &telling);
    if (telling.views > VIEWS_MOST) {
        fw_bytes_printf(&text, " And %zu more charts.", telling.views - VIEWS_MOST);
    }
    if (text.length == 0) {
        fw_bytes_puts(&text, "Chart.");
    }
    const char *kept = fw_arena_text(root->chart->make.arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return kept;
}
