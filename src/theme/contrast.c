/* Whether the colors of a theme can be told from what they stand on and beside. */
#include "theme/contrast.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "color/contrast.h"

/* WCAG 2.2: 1.4.3 for text, 1.4.11 for graphics. */
static const double text_limit = 4.5, graphic_limit = 3;

/* What colors stand on. */
struct ground {
    struct fw_color color;
    const char *name;          /* "background" */
    struct fw_theme_spot spot; /* where it is written; none: Vega-Lite's white */
    bool is_default;           /* it looks as Vega-Lite's */
};

/* A color that falls short because a file further up changed the ground: with all that have it. */
struct undermined {
    struct fw_color color;
    const struct ground *ground;
    double limit;
    const char *names; /* "mark.color, bar.color" */
};

struct judge {
    const struct fw_theme_sum *sum;
    struct ground page, view; /* of the figure, and of the inside of its views */
    struct undermined *undermined;
    size_t count, capacity;
    bool is_good;
};

static bool color_of(struct fw_value value, struct fw_color *color)
{
    return value.kind == FW_STRING &&
           fw_color_parse(value.string->text, value.string->length, color);
}

/* Rounded down: what falls short must not look as if it did not. */
static const char *ratio_text(struct fw_arena *arena, double ratio)
{
    struct fw_bytes bytes = { 0 };
    fw_bytes_number(&bytes, floor(ratio * 100) / 100, 2);
    const char *text = fw_arena_text(arena, fw_bytes_text(&bytes), bytes.length);
    fw_bytes_finish(&bytes);
    return text;
}

static const char *hex_of(struct fw_arena *arena, struct fw_color color)
{
    char text[8];
    fw_color_hex(color, text);
    return fw_arena_text(arena, text, strlen(text));
}

/* ---- a color on its ground ---------------------------------------------------------------- */

/* The color nearest to `color` on its way to black or white that reaches `limit`. */
static struct fw_color mended(struct fw_color color, struct fw_color ground, double limit)
{
    struct fw_color black = { 0, 0, 0, 1 }, white = { 255, 255, 255, 1 };
    bool darken = fw_color_contrast(black, ground) > fw_color_contrast(white, ground);
    struct fw_color end = darken ? black : white;
    enum { STEPS = 256 };
    for (int i = 0; i < STEPS; i++) {
        end.a = (double)i / STEPS;
        struct fw_color mixed = fw_color_over(end, color);
        mixed.r = round(mixed.r);
        mixed.g = round(mixed.g);
        mixed.b = round(mixed.b);
        if (fw_color_contrast(mixed, ground) >= limit) {
            return mixed;
        }
    }
    return darken ? black : white;
}

static bool same_color(struct fw_color a, struct fw_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void report_color(struct judge *judge, struct fw_node at, const char *names,
                         struct fw_color color, const struct ground *ground, double limit)
{
    struct fw_arena *arena = judge->sum->make.arena;
    struct fw_diagnostic *d =
        fw_report(judge->sum->diag, fw_node_place(arena, at), FW_LOW_CONTRAST,
                  "%s %s has a contrast of %s:1 on the %s %s, and needs %s:1", names,
                  hex_of(arena, color), ratio_text(arena, fw_color_contrast(color, ground->color)),
                  ground->name, hex_of(arena, ground->color), ratio_text(arena, limit));
    fw_hint(judge->sum->diag, d, "%s would do", hex_of(arena, mended(color, ground->color, limit)));
    judge->is_good = false;
}

/* Reported when all is judged, once for each color. */
static void note_undermined(struct judge *judge, const char *name, struct fw_color color,
                            const struct ground *ground, double limit)
{
    struct fw_arena *arena = judge->sum->make.arena;
    for (size_t i = 0; i < judge->count; i++) {
        struct undermined *known = &judge->undermined[i];
        if (same_color(known->color, color) && known->limit == limit &&
            same_color(known->ground->color, ground->color)) {
            known->names = fw_arena_printf(arena, "%s, %s", known->names, name);
            return;
        }
    }
    FW_RESERVE(arena, judge->undermined, judge->count, judge->capacity);
    judge->undermined[judge->count++] = (struct undermined){ color, ground, limit, name };
}

/* A color that is written at `spot`; `name` says what it is of. */
static void judge_color(struct judge *judge, struct fw_theme_spot spot, const char *name,
                        struct fw_color color, const struct ground *ground, double limit)
{
    struct fw_color opaque = fw_color_over(color, ground->color);
    bool is_default = !fw_node_there(spot.node) && ground->is_default;
    if (is_default || fw_color_contrast(opaque, ground->color) >= limit) {
        return;
    }
    if (ground->spot.layer < spot.layer) {
        note_undermined(judge, name, opaque, ground, limit);
    } else {
        report_color(judge, spot.node, name, opaque, ground, limit);
    }
}

enum { PATH_ROOM = 5 };

/* The keys behind the first, joined by dots: "axis.labelColor". */
static const char *path_name(struct fw_arena *arena, const char *const *keys)
{
    const char *name = keys[1];
    for (size_t i = 2; keys[i] != NULL; i++) {
        name = fw_arena_printf(arena, "%s.%s", name, keys[i]);
    }
    return name;
}

static void judge_value(struct judge *judge, const char *const *keys, struct fw_value value,
                        const struct ground *ground, double limit)
{
    struct fw_color color;
    if (color_of(value, &color)) {
        judge_color(judge, fw_theme_spot(judge->sum->layers, keys),
                    path_name(judge->sum->make.arena, keys), color, ground, limit);
    }
}

/* config[section][property], or what a section of such texts takes from `style`. */
static void judge_member(struct judge *judge, const char *section, const char *property,
                         const char *style, const struct ground *ground, double limit)
{
    const struct fw_config *config = judge->sum->config;
    const char *const keys[PATH_ROOM] = { "config", section, property };
    const char *const styled[PATH_ROOM] = { "config", "style", style, "fill" };
    struct fw_value own = fw_config_get(config, section, property);
    if (own.kind != FW_UNDEFINED || style == NULL) {
        judge_value(judge, keys, own, ground, limit);
    } else {
        judge_value(judge, styled, fw_config_style_named(config, style, "fill"), ground, limit);
    }
}

/* ---- texts -------------------------------------------------------------------------------- */

static void judge_titles(struct judge *judge)
{
    static const struct {
        const char *section, *property, *style;
    } texts[] = {
        { "title", "color", "group-title" },       { "title", "subtitleColor", "group-subtitle" },
        { "axis", "labelColor", "guide-label" },   { "axis", "titleColor", "guide-title" },
        { "legend", "labelColor", "guide-label" }, { "legend", "titleColor", "guide-title" },
        { "header", "labelColor", "guide-label" }, { "header", "titleColor", "guide-title" },
    };
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        judge_member(judge, texts[i].section, texts[i].property, texts[i].style, &judge->page,
                     text_limit);
    }
}

/* Axes and headers of one kind ("axisYBand", "headerRow") where they have colors of their own. */
static void judge_special_guides(struct judge *judge)
{
    struct fw_value root = judge->sum->config->root;
    for (size_t i = 0; i < root.object->count; i++) {
        const char *name = root.object->keys[i]->text;
        bool is_axis = strncmp(name, "axis", 4) == 0 && name[4] != '\0';
        bool is_header = strncmp(name, "header", 6) == 0 && name[6] != '\0';
        if (is_axis || is_header) {
            judge_member(judge, name, "labelColor", NULL, &judge->page, text_limit);
            judge_member(judge, name, "titleColor", NULL, &judge->page, text_limit);
        }
    }
}

/* Whether a style is one of texts: it says something of their type. */
static bool is_text_style(struct fw_value style)
{
    static const char *const signs[] = { "font",       "fontSize",  "fontStyle", "fontWeight",
                                         "lineHeight", "lineBreak", "limit",     "ellipsis" };
    for (size_t i = 0; i < FW_COUNT(signs); i++) {
        if (fw_has(style, signs[i])) {
            return true;
        }
    }
    return false;
}

static void judge_style(struct judge *judge, const char *name, struct fw_value style)
{
    static const char *const paints[] = { "color", "fill" };
    double limit = is_text_style(style) ? text_limit : graphic_limit;
    for (size_t i = 0; i < FW_COUNT(paints); i++) {
        const char *const keys[PATH_ROOM] = { "config", "style", name, paints[i] };
        if (fw_node_there(fw_theme_spot(judge->sum->layers, keys).node)) {
            judge_value(judge, keys, fw_get(style, paints[i]), &judge->view, limit);
        }
    }
}

static void judge_styles(struct judge *judge)
{
    struct fw_value styles = judge->sum->config->style;
    for (size_t i = 0; styles.kind == FW_OBJECT && i < styles.object->count; i++) {
        /* That of views is no style of what is drawn. */
        const char *name = styles.object->keys[i]->text;
        if (strcmp(name, "view") != 0 && strcmp(name, "cell") != 0) {
            judge_style(judge, name, styles.object->values[i]);
        }
    }
}

/* ---- marks and tokens --------------------------------------------------------------------- */

static void judge_marks(struct judge *judge)
{
    static const char *const marks[] = { "mark",     "arc",  "area",  "bar",  "circle",
                                         "geoshape", "line", "point", "rect", "rule",
                                         "square",   "tick", "trail" };
    judge_member(judge, "text", "color", NULL, &judge->view, text_limit);
    judge_member(judge, "text", "fill", NULL, &judge->view, text_limit);
    for (size_t i = 0; i < FW_COUNT(marks); i++) {
        judge_member(judge, marks[i], "color", NULL, &judge->view, graphic_limit);
        judge_member(judge, marks[i], "fill", NULL, &judge->view, graphic_limit);
    }
}

static void judge_tokens(struct judge *judge)
{
    static const struct {
        const char *key, *member;
        bool is_text;
    } tokens[] = {
        { "textColor", NULL, true },   { "secondaryTextColor", NULL, true },
        { "caption", "color", true },  { "number", "color", true },
        { "focusColor", NULL, false }, { "contextColor", NULL, false },
    };
    for (size_t i = 0; i < FW_COUNT(tokens); i++) {
        const char *const keys[PATH_ROOM] = { "tokens", tokens[i].key, tokens[i].member };
        struct fw_value value = fw_get(judge->sum->tokens, tokens[i].key);
        value = tokens[i].member == NULL ? value : fw_get(value, tokens[i].member);
        judge_value(judge, keys, value, &judge->page,
                    tokens[i].is_text ? text_limit : graphic_limit);
    }
}

/* ---- colors beside each other ------------------------------------------------------------- */

/* Whether the stroke of config[section] (of style "part" when NULL) parts fills a and b. */
static bool stroke_parts(const struct judge *judge, const char *section, struct fw_color a,
                         struct fw_color b)
{
    const struct fw_config *config = judge->sum->config;
    struct fw_value from =
        section == NULL ? fw_get(config->style, "part") : fw_config_get(config, NULL, section);
    struct fw_color stroke;
    if (!color_of(fw_get(from, "stroke"), &stroke) || fw_get_number(from, "strokeWidth", 1) < 1) {
        return false;
    }
    return same_color(stroke, judge->view.color) ||
           (fw_color_contrast(stroke, a) >= graphic_limit &&
            fw_color_contrast(stroke, b) >= graphic_limit);
}

static bool are_parted(const struct judge *judge, struct fw_color a, struct fw_color b)
{
    return judge->sum->redundant_coding || a.a == 0 || b.a == 0 ||
           fw_color_contrast(a, b) >= graphic_limit || stroke_parts(judge, NULL, a, b) ||
           (stroke_parts(judge, "bar", a, b) && stroke_parts(judge, "arc", a, b));
}

/* The i-th color of a list, or the whole where the list is a scheme's name. */
static struct fw_theme_spot color_spot(struct fw_theme_spot list, size_t i)
{
    struct fw_node item = fw_node_item(list.node, i);
    return fw_node_there(item) ? (struct fw_theme_spot){ item, list.layer } : list;
}

static void judge_neighbors(struct judge *judge, struct fw_theme_spot list, const char *name,
                            const struct fw_color *colors, size_t count)
{
    struct fw_arena *arena = judge->sum->make.arena;
    for (size_t i = 1; i < count && fw_node_there(list.node); i++) {
        if (are_parted(judge, colors[i - 1], colors[i])) {
            continue;
        }
        double ratio = fw_color_contrast(colors[i - 1], colors[i]);
        struct fw_theme_spot spot = color_spot(list, i), ground = judge->view.spot;
        struct fw_diagnostic *d = fw_report(
            judge->sum->diag,
            fw_node_place(arena, ground.layer < spot.layer ? ground.node : spot.node),
            FW_LOW_CONTRAST, "%s %s has a contrast of %s:1 to %s before it, and needs %s:1", name,
            hex_of(arena, colors[i]), ratio_text(arena, ratio), hex_of(arena, colors[i - 1]),
            ratio_text(arena, graphic_limit));
        fw_hint(
            judge->sum->diag, d,
            "order them otherwise, give the style 'part' a stroke of the background's color, or "
            "set the token 'redundantCoding'");
        judge->is_good = false;
    }
}

/* The list of colors config.range[name]. The light end of an ordered one may be near the ground. */
static void judge_range(struct judge *judge, const char *name, bool is_ordered)
{
    const char *const keys[PATH_ROOM] = { "config", "range", name };
    struct fw_arena *arena = judge->sum->make.arena;
    struct fw_theme_spot list = fw_theme_spot(judge->sum->layers, keys);
    size_t count;
    const struct fw_color *colors =
        fw_palette_colors(arena, fw_config_get(judge->sum->config, "range", name), &count);
    const char *path = path_name(arena, keys);
    for (size_t i = 0; i < count && !is_ordered; i++) {
        if (colors[i].a == 0) {
            continue;
        }
        judge_color(judge, color_spot(list, i), path, colors[i], &judge->view, graphic_limit);
    }
    judge_neighbors(judge, list, path, colors, count);
}

/* ---- all together ------------------------------------------------------------------------- */

static struct ground page_ground(const struct fw_theme_sum *sum)
{
    static const char *const keys[PATH_ROOM] = { "config", "background" };
    static const struct fw_color white = { 255, 255, 255, 1 };
    struct ground ground = { .color = white, .name = "background" };
    ground.spot = fw_theme_spot(sum->layers, keys);
    struct fw_color color;
    if (color_of(fw_config_get(sum->config, NULL, "background"), &color)) {
        ground.color = fw_color_over(color, white);
    }
    ground.is_default = fw_color_contrast(ground.color, white) == 1;
    return ground;
}

static struct ground view_ground(const struct fw_theme_sum *sum, const struct ground *page)
{
    static const char *const keys[PATH_ROOM] = { "config", "view", "fill" };
    struct ground ground = *page;
    struct fw_color color;
    if (color_of(fw_config_get(sum->config, "view", "fill"), &color) && color.a > 0) {
        ground = (struct ground){ .color = fw_color_over(color, page->color),
                                  .name = "view's fill",
                                  .spot = fw_theme_spot(sum->layers, keys) };
    }
    return ground;
}

bool fw_theme_check_contrast(const struct fw_theme_sum *sum)
{
    struct judge judge = { .sum = sum, .page = page_ground(sum), .is_good = true };
    judge.view = view_ground(sum, &judge.page);
    judge_titles(&judge);
    judge_special_guides(&judge);
    judge_styles(&judge);
    judge_marks(&judge);
    judge_tokens(&judge);
    judge_range(&judge, "category", false);
    judge_range(&judge, "ordinal", true);
    for (size_t i = 0; i < judge.count; i++) {
        const struct undermined *it = &judge.undermined[i];
        report_color(&judge, it->ground->spot.node, it->names, it->color, it->ground, it->limit);
    }
    return judge.is_good;
}
