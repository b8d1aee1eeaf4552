/* A figure: a chart with what it must carry to be understood by itself. */
#include "figure/figure.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "view/view.h"

enum furniture_mode { PLAIN, ALL, NONE };

static enum furniture_mode mode_of(const struct fw_chart_context *context,
                                   const struct fw_figure_options *options)
{
    const struct fw_usermeta *meta = context->usermeta;
    const char *word = options->furniture;
    if (word == NULL && meta != NULL) {
        word = meta->furniture;
    }
    if (word != NULL) {
        return strcmp(word, "none") == 0 ? NONE : ALL;
    }
    bool themed = context->theme != NULL && strcmp(context->theme->name, "vega") != 0;
    return meta != NULL || themed ? ALL : PLAIN;
}

/* "3" is "Figure 3"; what has words of its own, "Table 2", is left as it is. */
static const char *number_text(struct fw_arena *arena, const struct fw_tokens *tokens,
                               const struct fw_usermeta *meta)
{
    if (meta == NULL || meta->number == NULL || meta->number[0] == '\0') {
        return NULL;
    }
    bool bare = strchr(meta->number, ' ') == NULL && tokens->number_prefix[0] != '\0';
    return bare ? fw_arena_printf(arena, "%s %s", tokens->number_prefix, meta->number)
                : meta->number;
}

/* The title of the whole is ours to draw where it stands above it. */
static bool takes_title(const struct fw_chart *chart, struct fw_title_spec *title)
{
    return fw_title_resolve(chart->root, title) && title->orient == FW_ORIENT_TOP;
}

static void furnish(struct fw_figure *figure, const struct fw_chart_context *context,
                    bool has_title)
{
    struct fw_arena *arena = context->arena;
    struct fw_maker make = { arena, context->strings };
    const struct fw_packages *packages = context->packages;
    struct fw_furniture *furniture = &figure->furniture;
    figure->evidence =
        fw_evidence_merge(arena, context->locale, packages->used, packages->used_count);
    furniture->tokens = fw_theme_tokens(make, context->theme);
    furniture->number = number_text(arena, furniture->tokens, context->usermeta);
    furniture->title = has_title ? &figure->title : NULL;
    furniture->notes =
        fw_notes_make(arena, context->diag, &figure->evidence, context->usermeta, NULL, 0);
}

static void dress(struct fw_figure *figure, const struct fw_chart_context *context,
                  struct fw_box content)
{
    const struct fw_furniture *furniture = &figure->furniture;
    double width = fmax(content.x2 - content.x1,
                        fw_furniture_width(context->fonts, context->arena, furniture));
    const struct fw_dress *measured =
        fw_dress_measure(context->fonts, context->arena, furniture, width);
    fw_dress_scene(context->arena, measured, content, width, figure->scene);
}

struct fw_figure *fw_figure_compile(struct fw_chart_context *context, const struct fw_json *json,
                                    const struct fw_figure_options *options)
{
    struct fw_figure *figure = FW_NEW(context->arena, struct fw_figure);
    enum furniture_mode mode = mode_of(context, options);
    if (context->packages == NULL) {
        context->packages = fw_packages_new(context->arena);
    }
    figure->chart = fw_chart_build(context, json);
    if (figure->chart == NULL) {
        return NULL;
    }
    bool has_title = takes_title(figure->chart, &figure->title);
    furnish(figure, context, has_title);
    struct fw_chart_frame frame = { .untitled = mode == NONE || (mode == ALL && has_title) };
    figure->scene = fw_chart_draw(figure->chart, &frame);
    if (figure->scene == NULL) {
        return NULL;
    }
    figure->scene->source = figure->furniture.notes.source; /* for metadata, drawn or not */
    if (mode == ALL) {
        dress(figure, context, frame.content);
    }
    return figure;
}
