/* A figure: a chart with what it must carry to be understood by itself. */
#include "figure/figure.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "figure/logo.h"
#include "figure/outer.h"
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

/* All that may be drawn around the chart, whether it will be or not. */
static bool furnish(struct fw_figure *figure, const struct fw_chart_context *context,
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
    figure->footnotes = fw_footnotes_make(arena, context->usermeta);
    fw_footnotes_title(arena, &figure->footnotes, &figure->title);
    furniture->notes = fw_notes_make(arena, context->diag, &figure->evidence, context->usermeta,
                                     figure->footnotes.texts, figure->footnotes.count);
    return fw_logo_find(&figure->chart->load, context->usermeta, furniture->tokens,
                        &furniture->logo);
}

/* A figure on its way to the size that it is to have. */
struct fitting {
    struct fw_figure *figure;
    const struct fw_chart_context *context;
    const struct fw_furniture *worn; /* what is drawn of the furniture */
    struct fw_outer outer;
    struct fw_chart_frame frame;
    const struct fw_dress *dress;
    double width; /* px of content */
};

/* Texts are set to the figure's width: that of the chart, or more where it is narrow. */
static void measure(struct fitting *fitting)
{
    struct fw_arena *arena = fitting->context->arena;
    struct fw_fonts *fonts = fitting->context->fonts;
    fitting->width = fitting->frame.content.x2 - fitting->frame.content.x1;
    if (fitting->outer.sides[0].px <= 0) {
        fitting->width = fmax(fitting->width, fw_furniture_width(fonts, arena, fitting->worn));
    }
    fitting->dress = fw_dress_measure(fonts, arena, fitting->worn, fitting->width);
}

/* Draws the chart in the frame and measures what goes around it. */
static bool draw(struct fitting *fitting)
{
    fitting->figure->scene = fw_chart_draw(fitting->figure->chart, &fitting->frame);
    if (fitting->figure->scene != NULL) {
        measure(fitting);
    }
    return fitting->figure->scene != NULL;
}

static bool check_least(const struct fitting *fitting)
{
    double around[2] = { 0, fw_dress_above(fitting->dress) + fw_dress_below(fitting->dress) };
    bool fits = true;
    for (int side = 0; side < 2; side++) {
        if (fitting->frame.least[side] > 0) {
            fw_outer_report(fitting->context->arena, fitting->context->diag, &fitting->outer, side,
                            fitting->frame.least[side] + around[side]);
            fits = false;
        }
    }
    return fits;
}

/* The rounds in which height and width may come to terms: texts are set anew where the chart's
 * width hangs on its height. Our taste. */
enum { ROUNDS = 4 };

/* Draws in the outer size: the chart gets the height that its furniture leaves. */
static bool draw_sized(struct fitting *fitting)
{
    double height = fitting->outer.sides[1].px;
    bool trial = height > 0;
    fitting->frame.width = fitting->outer.sides[0].px;
    fitting->frame.trial = trial;
    if (!draw(fitting)) {
        return false;
    }
    for (int round = 0; trial && round < ROUNDS; round++) {
        double left = height - fw_dress_above(fitting->dress) - fw_dress_below(fitting->dress);
        left = fmax(1, left);
        if (left == fitting->frame.height) {
            break;
        }
        fitting->frame.height = left;
        fitting->frame.trial = false;
        if (!draw(fitting)) {
            return false;
        }
    }
    return check_least(fitting);
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
    if (!furnish(figure, context, has_title)) {
        return NULL;
    }
    const struct fw_furniture bare = { .tokens = figure->furniture.tokens };
    struct fitting fitting = {
        .figure = figure,
        .context = context,
        .worn = mode == ALL ? &figure->furniture : &bare,
        .outer = fw_outer_read(context->usermeta, figure->furniture.tokens),
        .frame = { .untitled = mode == NONE || (mode == ALL && has_title) },
    };
    if (!draw_sized(&fitting)) {
        return NULL;
    }
    figure->scene->source = figure->furniture.notes.source; /* for metadata, drawn or not */
    if (mode == ALL) {
        fw_footnotes_mark(context->arena, context->fonts, context->diag, &figure->footnotes,
                          figure->scene->root);
        fw_dress_scene(context->arena, fitting.dress, fitting.frame.content, fitting.width,
                       figure->scene);
    }
    return fw_diag_errors(context->diag) > 0 ? NULL : figure;
}
