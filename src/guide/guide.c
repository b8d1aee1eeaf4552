/* What axes, legends and titles share: names, looks of lines and texts. */
#include "guide/guide.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "text/measure.h"

static const char *const orient_names[] = {
    [FW_ORIENT_BOTTOM] = "bottom",
    [FW_ORIENT_TOP] = "top",
    [FW_ORIENT_LEFT] = "left",
    [FW_ORIENT_RIGHT] = "right",
    [FW_ORIENT_TOP_LEFT] = "top-left",
    [FW_ORIENT_TOP_RIGHT] = "top-right",
    [FW_ORIENT_BOTTOM_LEFT] = "bottom-left",
    [FW_ORIENT_BOTTOM_RIGHT] = "bottom-right",
    [FW_ORIENT_NONE] = "none",
};

static const char *const anchor_names[] = {
    [FW_ANCHOR_START] = "start",
    [FW_ANCHOR_MIDDLE] = "middle",
    [FW_ANCHOR_END] = "end",
};

static bool find_name(const char *const *names, size_t count, const char *name, size_t *found)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            *found = i;
            return true;
        }
    }
    return false;
}

bool fw_orient_parse(const char *name, enum fw_orient *orient)
{
    size_t found;
    if (!find_name(orient_names, FW_COUNT(orient_names), name, &found)) {
        return false;
    }
    *orient = (enum fw_orient)found;
    return true;
}

bool fw_anchor_parse(const char *name, enum fw_anchor *anchor)
{
    size_t found;
    if (!find_name(anchor_names, FW_COUNT(anchor_names), name, &found)) {
        return false;
    }
    *anchor = (enum fw_anchor)found;
    return true;
}

void fw_guide_text_balance(const struct fw_guide_text *look, const char *written,
                           struct fw_text *text)
{
    if (!(look->wrap > 0) || strchr(written, '\n') != NULL) {
        return;
    }
    double share =
        text->baseline == FW_BASELINE_MIDDLE                                                ? 0.5
        : text->baseline == FW_BASELINE_BOTTOM || text->baseline == FW_BASELINE_LINE_BOTTOM ? 1
                                                                                            : 0;
    double radians = text->angle * 3.14159265358979323846 / 180;
    double extra = share * fw_guide_text_extra(text);
    text->x += extra * sin(radians);
    text->y -= extra * cos(radians);
}

double fw_anchor_share(enum fw_anchor anchor)
{
    switch (anchor) {
    case FW_ANCHOR_START:
        return 0;
    case FW_ANCHOR_MIDDLE:
        return 0.5;
    case FW_ANCHOR_END:
        return 1;
    }
    return 0;
}

enum fw_align fw_anchor_align(enum fw_anchor anchor)
{
    switch (anchor) {
    case FW_ANCHOR_START:
        return FW_ALIGN_LEFT;
    case FW_ANCHOR_MIDDLE:
        return FW_ALIGN_CENTER;
    case FW_ANCHOR_END:
        return FW_ALIGN_RIGHT;
    }
    return FW_ALIGN_LEFT;
}

struct fw_guide_line fw_guide_line_default(void)
{
    return (struct fw_guide_line){ .width = 1, .opacity = 1 };
}

struct fw_guide_text fw_guide_text_default(double size)
{
    return (struct fw_guide_text){
        .fill = { .kind = FW_PAINT_COLOR, .color = { 0, 0, 0, 1 } },
        .opacity = 1,
        .family = "sans-serif",
        .size = size,
        .weight = 400,
    };
}

struct fw_style fw_guide_line_style(const struct fw_guide_line *line)
{
    struct fw_style style = fw_style_default();
    style.stroke = line->stroke;
    style.stroke_width = line->width;
    style.stroke_opacity = line->opacity;
    style.dash = line->dash;
    style.dash_count = line->dash_count;
    style.dash_offset = line->dash_offset;
    style.cap = line->cap;
    return style;
}

struct fw_style fw_guide_text_style(const struct fw_guide_text *text)
{
    struct fw_style style = fw_style_default();
    style.fill = text->fill;
    style.fill_opacity = text->opacity;
    return style;
}

/** Lines [from, count) as one, or what is there of the others, joined by `between`. */
static const char *join_lines(struct fw_arena *arena, const char *const *lines, size_t from,
                              size_t count, const char *between)
{
    struct fw_bytes joined = { 0 };
    for (size_t i = from; i < count; i++) {
        fw_bytes_puts(&joined, i > from ? between : "");
        fw_bytes_puts(&joined, lines[i]);
    }
    const char *text = fw_arena_text(arena, fw_bytes_text(&joined), joined.length);
    fw_bytes_finish(&joined);
    return text;
}

/** `text` broken into lines that `look` has room for, where words allow. */
static const char *break_lines(const struct fw_guide_env *env, const struct fw_guide_text *look,
                               const char *text)
{
    struct fw_font font = { look->family, look->size, look->weight, look->italic };
    size_t count;
    const char **lines = fw_text_wrap(env->fonts, env->arena, &font, text, look->wrap, &count);
    if (look->wrap_lines > 0 && count > look->wrap_lines) {
        lines[look->wrap_lines - 1] =
            join_lines(env->arena, lines, look->wrap_lines - 1, count, " ");
        count = look->wrap_lines;
    }
    return join_lines(env->arena, lines, 0, count, "\n");
}

/** `text` with every line trimmed and cut to the limit. */
static const char *cut_lines(const struct fw_guide_env *env, const struct fw_guide_text *look,
                             const char *text)
{
    struct fw_font font = { look->family, look->size, look->weight, look->italic };
    struct fw_bytes cut = { 0 };
    const char *rest = text;
    const char *line;
    size_t length;
    bool lost = false;
    while (fw_text_next_line(&rest, &line, &length)) {
        if (line != text && cut.length > 0) {
            fw_bytes_put(&cut, '\n');
        }
        const char *copy = fw_arena_text(env->arena, line, length);
        const char *kept = fw_text_truncate(env->fonts, env->arena, &font, copy, look->limit,
                                            "\xe2\x80\xa6", false);
        fw_bytes_puts(&cut, kept);
        lost = lost || strcmp(kept, copy) != 0;
    }
    if (lost && env->cut != NULL) {
        env->cut(env->context, text);
    }
    const char *result = fw_arena_text(env->arena, fw_bytes_text(&cut), cut.length);
    fw_bytes_finish(&cut);
    return result;
}

struct fw_text fw_guide_text_place(const struct fw_guide_env *env, const struct fw_guide_text *look,
                                   const char *text, double x, double y, double angle)
{
    const char *whole = text != NULL ? text : "";
    if (look->wrap > 0) {
        whole = break_lines(env, look, whole);
    }
    return (struct fw_text){
        .x = x,
        .y = y,
        .angle = angle,
        .text = cut_lines(env, look, whole),
        .family = look->family,
        .size = look->size,
        .line_height = look->line_height,
        .weight = look->weight,
        .italic = look->italic,
    };
}

struct fw_box fw_guide_text_box(struct fw_fonts *fonts, const struct fw_text *text)
{
    struct fw_text copy = *text;
    struct fw_scene_node node = { .kind = FW_NODE_TEXT, .count = 1, .texts = &copy };
    return fw_item_box(fonts, &node, 0, NULL);
}

struct fw_box fw_guide_text_offset(struct fw_fonts *fonts, struct fw_text *text, double dx,
                                   double dy)
{
    const double radians = 3.14159265358979323846 / 180;
    double angle = text->angle * radians;
    struct fw_text level = *text;
    level.angle = 0;
    level.x += dx;
    level.y += dy;
    struct fw_box box = fw_guide_text_box(fonts, &level);
    if (angle != 0) {
        box = fw_box_turn(box, angle, text->x, text->y);
    }
    text->x += dx * cos(angle) - dy * sin(angle);
    text->y += dx * sin(angle) + dy * cos(angle);
    return box;
}

double fw_guide_text_extra(const struct fw_text *text)
{
    double lines = 0;
    for (const char *at = strchr(text->text, '\n'); at != NULL; at = strchr(at + 1, '\n')) {
        lines++;
    }
    return lines * fw_text_line_height(text);
}
