/* Writes the visible leaves of a scene, shifted to where they are painted. */
#include "scene/dump.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "scene/bounds.h"

/* Places of numbers: px and the rest; angles of arcs; coordinates in paths. */
enum { DECIMALS = 3, ANGLE_DECIMALS = 6, PATH_DECIMALS = 2 };

struct dump {
    struct fw_bytes *out;
    struct fw_fonts *fonts;
    struct fw_path scratch;
    bool started; /* an item has been written */
};

/* Where a group's children are painted. */
struct frame {
    double x, y;        /* of the group's origin */
    struct fw_box clip; /* absolute; the picture where nothing clips */
    bool clipped;
    double clip_radius[4]; /* of the innermost clip */
};

static void put_key(struct fw_bytes *out, const char *key)
{
    fw_bytes_puts(out, ",\"");
    fw_bytes_puts(out, key);
    fw_bytes_puts(out, "\":");
}

static void put_number(struct fw_bytes *out, const char *key, double number)
{
    put_key(out, key);
    fw_bytes_number(out, number, DECIMALS);
}

static void put_string(struct fw_bytes *out, const char *text)
{
    fw_bytes_put(out, '"');
    for (const char *at = text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte == '"' || byte == '\\') {
            fw_bytes_put(out, '\\');
            fw_bytes_put(out, *at);
        } else if (byte == '\n') {
            fw_bytes_puts(out, "\\n");
        } else if (byte < 0x20) {
            fw_bytes_printf(out, "\\u%04x", byte);
        } else {
            fw_bytes_put(out, *at);
        }
    }
    fw_bytes_put(out, '"');
}

static void put_text(struct fw_bytes *out, const char *key, const char *text)
{
    put_key(out, key);
    put_string(out, text);
}

static void put_hex(struct fw_bytes *out, struct fw_color color)
{
    char hex[8];
    fw_color_hex(color, hex);
    fw_bytes_put(out, '"');
    fw_bytes_puts(out, hex);
    fw_bytes_put(out, '"');
}

static void put_stops(struct fw_bytes *out, const struct fw_gradient *gradient)
{
    put_key(out, "stops");
    for (size_t i = 0; i < gradient->stop_count; i++) {
        const struct fw_gradient_stop *stop = &gradient->stops[i];
        fw_bytes_puts(out, i == 0 ? "[[" : ",[");
        fw_bytes_number(out, stop->offset, DECIMALS);
        fw_bytes_put(out, ',');
        put_hex(out, stop->color);
        if (stop->color.a < 1) {
            fw_bytes_put(out, ',');
            fw_bytes_number(out, stop->color.a, DECIMALS);
        }
        fw_bytes_put(out, ']');
    }
    fw_bytes_puts(out, gradient->stop_count == 0 ? "[]" : "]");
}

static void put_gradient(struct fw_bytes *out, const struct fw_gradient *gradient)
{
    fw_bytes_puts(out, gradient->radial ? "{\"gradient\":\"radial\"" : "{\"gradient\":\"linear\"");
    put_number(out, "x1", gradient->x1);
    put_number(out, "y1", gradient->y1);
    if (gradient->radial) {
        put_number(out, "r1", gradient->r1);
    }
    put_number(out, "x2", gradient->x2);
    put_number(out, "y2", gradient->y2);
    if (gradient->radial) {
        put_number(out, "r2", gradient->r2);
    }
    put_stops(out, gradient);
    fw_bytes_put(out, '}');
}

static void put_pattern(struct fw_bytes *out, const struct fw_paint *paint)
{
    const struct fw_pattern *pattern = paint->pattern;
    fw_bytes_puts(out, "{\"pattern\":");
    put_string(out, fw_hatch_name(pattern->hatch));
    put_key(out, "color");
    put_hex(out, paint->color);
    if (pattern->background.a > 0) {
        put_key(out, "background");
        put_hex(out, pattern->background);
    }
    if (pattern->background.a > 0 && pattern->background.a < 1) {
        put_number(out, "backgroundOpacity", pattern->background.a);
    }
    put_number(out, "spacing", pattern->spacing);
    put_number(out, "width", pattern->width);
    if (pattern->angle != 0) {
        put_number(out, "angle", pattern->angle);
    }
    fw_bytes_put(out, '}');
}

static void put_numbers(struct fw_bytes *out, const char *key, const double *numbers, size_t count)
{
    put_key(out, key);
    for (size_t i = 0; i < count; i++) {
        fw_bytes_put(out, i == 0 ? '[' : ',');
        fw_bytes_number(out, numbers[i], DECIMALS);
    }
    fw_bytes_puts(out, count == 0 ? "[]" : "]");
}

static void put_paint(struct fw_bytes *out, const char *key, const struct fw_paint *paint)
{
    put_key(out, key);
    if (paint->kind == FW_PAINT_GRADIENT) {
        put_gradient(out, paint->gradient);
    } else if (paint->kind == FW_PAINT_PATTERN) {
        put_pattern(out, paint);
    } else {
        put_hex(out, paint->color);
    }
}

/* The opacity of a paint, with its colour's alpha multiplied in. */
static void put_opacity(struct fw_bytes *out, const char *key, const struct fw_paint *paint,
                        double opacity)
{
    opacity *= paint->kind == FW_PAINT_COLOR ? paint->color.a : 1;
    if (opacity != 1) {
        put_number(out, key, opacity);
    }
}

static void put_stroke(struct fw_bytes *out, const struct fw_style *style)
{
    static const char *const caps[] = { [FW_CAP_ROUND] = "round", [FW_CAP_SQUARE] = "square" };
    static const char *const joins[] = { [FW_JOIN_ROUND] = "round", [FW_JOIN_BEVEL] = "bevel" };
    put_opacity(out, "strokeOpacity", &style->stroke, style->stroke_opacity);
    put_number(out, "strokeWidth", style->stroke_width);
    if (style->dash_count > 0) {
        put_numbers(out, "strokeDash", style->dash, style->dash_count);
    }
    if (style->dash_count > 0 && style->dash_offset != 0) {
        put_number(out, "strokeDashOffset", style->dash_offset);
    }
    if (style->cap != FW_CAP_BUTT) {
        put_text(out, "strokeCap", caps[style->cap]);
    }
    if (style->join != FW_JOIN_MITER) {
        put_text(out, "strokeJoin", joins[style->join]);
    }
}

static void put_radius(struct fw_bytes *out, const char *key, const double radius[4])
{
    bool equal = radius[0] == radius[1] && radius[0] == radius[2] && radius[0] == radius[3];
    if (!equal) {
        put_numbers(out, key, radius, 4);
    } else if (radius[0] > 0) {
        put_number(out, key, radius[0]);
    }
}

static void put_clip(struct fw_bytes *out, const struct frame *frame)
{
    const double sides[] = { frame->clip.x1, frame->clip.y1, frame->clip.x2, frame->clip.y2 };
    put_numbers(out, "clip", sides, 4);
    put_radius(out, "clipRadius", frame->clip_radius);
}

static void put_style(struct fw_bytes *out, const struct fw_style *style, bool fills, bool strokes)
{
    if (fills) {
        put_paint(out, "fill", &style->fill);
    }
    if (strokes) {
        put_paint(out, "stroke", &style->stroke);
    }
    if (style->opacity != 1) {
        put_number(out, "opacity", style->opacity);
    }
    if (fills) {
        put_opacity(out, "fillOpacity", &style->fill, style->fill_opacity);
    }
    if (strokes) {
        put_stroke(out, style);
    }
    if (style->blend != NULL) {
        put_text(out, "blend", style->blend);
    }
}

static void put_box(struct fw_bytes *out, double x, double y, double width, double height)
{
    put_number(out, "x", fmin(x, x + width));
    put_number(out, "y", fmin(y, y + height));
    put_number(out, "width", fabs(width));
    put_number(out, "height", fabs(height));
}

static void put_rect(struct fw_bytes *out, const struct fw_rect *rect, const struct frame *at)
{
    put_box(out, at->x + rect->x, at->y + rect->y, rect->width, rect->height);
    put_radius(out, "cornerRadius", rect->radius);
}

static void put_group(struct fw_bytes *out, const struct fw_group *group, const struct frame *at)
{
    double offset = group->half_pixel ? 0.5 : 0;
    put_box(out, at->x + group->x + offset, at->y + group->y + offset, group->width, group->height);
    put_radius(out, "cornerRadius", group->radius);
}

static void put_rule(struct fw_bytes *out, const struct fw_rule *rule, const struct frame *at)
{
    put_number(out, "x", at->x + rule->x);
    put_number(out, "y", at->y + rule->y);
    put_number(out, "x2", at->x + rule->x2);
    put_number(out, "y2", at->y + rule->y2);
}

static void put_symbol(struct fw_bytes *out, const struct fw_symbol *symbol, const struct frame *at)
{
    put_number(out, "x", at->x + symbol->x);
    put_number(out, "y", at->y + symbol->y);
    put_number(out, "size", symbol->size);
    put_text(out, "shape", symbol->shape == NULL ? "circle" : symbol->shape);
    if (symbol->angle != 0) {
        put_number(out, "angle", symbol->angle);
    }
}

/* The lines as drawn: trimmed, joined by newlines. Returns how many there are. */
static size_t put_lines(struct fw_bytes *out, const char *text)
{
    const char *rest = text, *line;
    size_t length, count = 0;
    struct fw_bytes joined = { 0 };
    while (fw_text_next_line(&rest, &line, &length)) {
        if (count++ > 0) {
            fw_bytes_put(&joined, '\n');
        }
        fw_bytes_append(&joined, line, length);
    }
    put_text(out, "text", fw_bytes_text(&joined));
    fw_bytes_finish(&joined);
    return count;
}

static void put_weight(struct fw_bytes *out, int weight)
{
    if (weight == 400 || weight == 0 || weight == 700) {
        put_text(out, "fontWeight", weight == 700 ? "bold" : "normal");
    } else {
        put_number(out, "fontWeight", weight);
    }
}

static void put_label(struct fw_bytes *out, const struct fw_text *text, const struct frame *at)
{
    static const char *const aligns[] = { "left", "center", "right" };
    static const char *const baselines[] = { "alphabetic", "top",      "middle",
                                             "bottom",     "line-top", "line-bottom" };
    put_number(out, "x", at->x + text->x);
    put_number(out, "y", at->y + text->y);
    size_t lines = put_lines(out, text->text);
    put_text(out, "align", aligns[text->align]);
    put_text(out, "baseline", baselines[text->baseline]);
    if (text->angle != 0) {
        put_number(out, "angle", text->angle);
    }
    put_text(out, "font", text->family == NULL ? "sans-serif" : text->family);
    put_number(out, "fontSize", text->size);
    put_weight(out, text->weight);
    if (text->italic) {
        put_text(out, "fontStyle", "italic");
    }
    bool line_baseline =
        text->baseline == FW_BASELINE_LINE_TOP || text->baseline == FW_BASELINE_LINE_BOTTOM;
    if (lines > 1 || (line_baseline && text->line_height > 0)) {
        put_number(out, "lineHeight", fw_text_line_height(text));
    }
}

static void put_vertex(struct fw_bytes *out, enum fw_node_kind kind, const struct fw_vertex *vertex,
                       const struct frame *at)
{
    if (vertex->gap) {
        fw_bytes_puts(out, "null");
        return;
    }
    const double numbers[] = { at->x + vertex->x, at->y + vertex->y,
                               kind == FW_NODE_TRAIL ? vertex->x2 : at->x + vertex->x2,
                               at->y + vertex->y2 };
    size_t count = kind == FW_NODE_LINE ? 2 : kind == FW_NODE_TRAIL ? 3 : 4;
    for (size_t i = 0; i < count; i++) {
        fw_bytes_put(out, i == 0 ? '[' : ',');
        fw_bytes_number(out, numbers[i], DECIMALS);
    }
    fw_bytes_put(out, ']');
}

static void put_polyline(struct fw_bytes *out, enum fw_node_kind kind,
                         const struct fw_polyline *line, const struct frame *at)
{
    put_key(out, "points");
    fw_bytes_put(out, '[');
    for (size_t i = 0; i < line->count; i++) {
        if (i > 0) {
            fw_bytes_put(out, ',');
        }
        put_vertex(out, kind, &line->vertices[i], at);
    }
    fw_bytes_put(out, ']');
    if (kind == FW_NODE_AREA) {
        put_text(out, "orient", line->horizontal ? "horizontal" : "vertical");
    }
    if (line->interpolate != NULL && strcmp(line->interpolate, "linear") != 0) {
        put_text(out, "interpolate", line->interpolate);
    }
    if (line->has_tension) {
        put_number(out, "tension", line->tension);
    }
}

static void put_arc(struct fw_bytes *out, const struct fw_arc *arc, const struct frame *at)
{
    put_number(out, "x", at->x + arc->x);
    put_number(out, "y", at->y + arc->y);
    put_key(out, "startAngle");
    fw_bytes_number(out, arc->start_angle, ANGLE_DECIMALS);
    put_key(out, "endAngle");
    fw_bytes_number(out, arc->end_angle, ANGLE_DECIMALS);
    put_number(out, "innerRadius", arc->inner_radius);
    put_number(out, "outerRadius", arc->outer_radius);
    if (arc->pad_angle != 0) {
        put_key(out, "padAngle");
        fw_bytes_number(out, arc->pad_angle, ANGLE_DECIMALS);
    }
    if (arc->corner_radius != 0) {
        put_number(out, "cornerRadius", arc->corner_radius);
    }
}

static void put_path(struct dump *dump, const struct fw_scene_node *node, size_t i,
                     const struct frame *at)
{
    fw_path_clear(&dump->scratch);
    fw_item_path(node, i, &dump->scratch);
    struct fw_box box = fw_path_bounds(&dump->scratch);
    put_box(dump->out, at->x + box.x1, at->y + box.y1, box.x2 - box.x1, box.y2 - box.y1);
    put_key(dump->out, "path");
    fw_bytes_put(dump->out, '"');
    fw_path_text(&dump->scratch, dump->out, at->x, at->y, PATH_DECIMALS);
    fw_bytes_put(dump->out, '"');
}

static void put_image(struct fw_bytes *out, const struct fw_image *image, const struct frame *at)
{
    put_box(out, at->x + image->x, at->y + image->y, image->width, image->height);
    put_text(out, "url", image->url == NULL ? "" : image->url);
}

static void put_geometry(struct dump *dump, const struct fw_scene_node *node, size_t i,
                         const struct frame *at)
{
    switch (node->kind) {
    case FW_NODE_GROUP:
        put_group(dump->out, node->group, at);
        break;
    case FW_NODE_RECT:
        put_rect(dump->out, &node->rects[i], at);
        break;
    case FW_NODE_RULE:
        put_rule(dump->out, &node->rules[i], at);
        break;
    case FW_NODE_SYMBOL:
        put_symbol(dump->out, &node->symbols[i], at);
        break;
    case FW_NODE_TEXT:
        put_label(dump->out, &node->texts[i], at);
        break;
    case FW_NODE_LINE:
    case FW_NODE_AREA:
    case FW_NODE_TRAIL:
        put_polyline(dump->out, node->kind, &node->polylines[i], at);
        break;
    case FW_NODE_ARC:
        put_arc(dump->out, &node->arcs[i], at);
        break;
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        put_path(dump, node, i, at);
        break;
    case FW_NODE_IMAGE:
        put_image(dump->out, &node->images[i], at);
        break;
    }
}

static size_t defined_count(const struct fw_polyline *line)
{
    size_t count = 0;
    for (size_t i = 0; i < line->count && count < 2; i++) {
        count += line->vertices[i].gap ? 0 : 1;
    }
    return count;
}

/* Whether the geometry has an extent that the style can show. */
static bool has_extent(const struct fw_scene_node *node, size_t i, const struct fw_style *style)
{
    bool stroked = fw_style_strokes(style), capped = stroked && style->cap != FW_CAP_BUTT;
    switch (node->kind) {
    case FW_NODE_GROUP:
        return stroked || (node->group->width != 0 && node->group->height != 0);
    case FW_NODE_RECT:
        return stroked || (node->rects[i].width != 0 && node->rects[i].height != 0);
    case FW_NODE_RULE:
        return capped || node->rules[i].x != node->rules[i].x2 ||
               node->rules[i].y != node->rules[i].y2;
    case FW_NODE_SYMBOL:
        return node->symbols[i].size > 0;
    case FW_NODE_TEXT:
        return node->texts[i].size > 0 && node->texts[i].text != NULL;
    case FW_NODE_LINE:
        return defined_count(&node->polylines[i]) > (capped ? 0 : 1);
    case FW_NODE_AREA:
        return defined_count(&node->polylines[i]) > (stroked ? 0 : 1);
    case FW_NODE_TRAIL:
        return defined_count(&node->polylines[i]) > 1;
    case FW_NODE_ARC:
        return stroked || (node->arcs[i].start_angle != node->arcs[i].end_angle &&
                           node->arcs[i].inner_radius != node->arcs[i].outer_radius);
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        return node->paths[i].path != NULL && node->paths[i].path[0] != '\0';
    case FW_NODE_IMAGE:
        return node->images[i].url != NULL;
    }
    return false;
}

static bool is_blank(const char *text)
{
    size_t length = strlen(text);
    fw_utf8_trim(text, &length);
    return length == 0;
}

static bool can_fill(enum fw_node_kind kind)
{
    return kind != FW_NODE_RULE && kind != FW_NODE_IMAGE;
}

static bool paints(struct dump *dump, const struct fw_scene_node *node, size_t i,
                   const struct frame *at)
{
    const struct fw_style *style = fw_item_style(node, i);
    bool strokes = fw_style_strokes(style);
    bool fills = can_fill(node->kind) && fw_style_fills(style);
    if (!(style->opacity > 0) || !(fills || strokes || node->kind == FW_NODE_IMAGE) ||
        !fw_item_has_place(node, i) || !has_extent(node, i, style)) {
        return false;
    }
    if (node->kind == FW_NODE_GROUP) {
        return true;
    }
    if (node->kind == FW_NODE_TEXT && is_blank(node->texts[i].text)) {
        return false;
    }
    struct fw_box box = fw_item_box(dump->fonts, node, i, &dump->scratch);
    return !fw_box_is_empty(fw_box_intersect(fw_box_translate(box, at->x, at->y), at->clip));
}

static void put_item(struct dump *dump, const struct fw_scene_node *node, size_t i,
                     const struct frame *at)
{
    if (!paints(dump, node, i, at)) {
        return;
    }
    struct fw_bytes *out = dump->out;
    fw_bytes_puts(out, dump->started ? ",\n{\"mark\":\"" : "\n{\"mark\":\"");
    dump->started = true;
    fw_bytes_puts(out, fw_node_kind_name(node->kind));
    fw_bytes_puts(out, "\",\"role\":\"");
    fw_bytes_puts(out, fw_role_name(node->role));
    fw_bytes_put(out, '"');
    put_geometry(dump, node, i, at);
    const struct fw_style *style = fw_item_style(node, i);
    bool strokes = node->kind != FW_NODE_IMAGE && fw_style_strokes(style);
    put_style(out, style, can_fill(node->kind) && fw_style_fills(style), strokes);
    if (at->clipped) {
        put_clip(out, at);
    }
    fw_bytes_put(out, '}');
}

static struct frame clip_frame(struct frame frame, double width, double height,
                               const double radius[4])
{
    struct fw_box box = { frame.x, frame.y, frame.x + width, frame.y + height };
    frame.clip = fw_box_intersect(frame.clip, box);
    frame.clipped = true;
    memcpy(frame.clip_radius, radius, sizeof frame.clip_radius);
    return frame;
}

static void put_node(struct dump *dump, const struct fw_scene_node *node, struct frame at)
{
    if (node->clip && node->parent != NULL) {
        static const double square[4] = { 0 };
        const struct fw_group *group = node->parent->group;
        at = clip_frame(at, group->width, group->height, square);
    }
    for (size_t i = 0; i < node->count; i++) {
        put_item(dump, node, i, &at);
    }
    if (node->kind != FW_NODE_GROUP) {
        return;
    }
    const struct fw_group *group = node->group;
    at.x += group->x;
    at.y += group->y;
    if (group->clip) {
        at = clip_frame(at, group->width, group->height, group->radius);
    }
    for (const struct fw_scene_node *child = node->first; child != NULL; child = child->next) {
        put_node(dump, child, at);
    }
}

void fw_scene_dump(const struct fw_scene *scene, struct fw_fonts *fonts, struct fw_bytes *out)
{
    struct fw_arena *arena = fw_arena_create();
    struct dump dump = { out, fonts, fw_path_empty(arena), false };
    fw_bytes_puts(out, "{\"width\":");
    fw_bytes_number(out, scene->width, DECIMALS);
    put_number(out, "height", scene->height);
    put_key(out, "background");
    if (scene->has_background && scene->background.a > 0) {
        put_hex(out, scene->background);
    } else {
        fw_bytes_puts(out, "null");
    }
    fw_bytes_puts(out, ",\"items\":[");
    struct frame page = { .clip = { 0, 0, scene->width, scene->height } };
    put_node(&dump, scene->root, page);
    fw_bytes_puts(out, "\n]}\n");
    fw_arena_destroy(arena);
}
