/* Walks the scene and paints its items with Cairo. */
#include "render/paint.h"

#include <math.h>
#include <string.h>

#include "render/image.h"
#include "render/paint_pattern.h"
#include "render/reading.h"
#include "render/stamp.h"
#include "scene/bounds.h"
#include "text/paint.h"

static const double RADIANS = 3.14159265358979323846 / 180;

struct painter {
    const struct fw_paint_target *target;
    cairo_t *cr;
    struct fw_fonts *fonts;
    struct fw_path path; /* scratch */
    struct fw_reading reading;
    enum fw_part part; /* what is being painted */
    bool paragraph;    /* the tag of the node before is still open */
};

static void set_color(cairo_t *cr, struct fw_color color, double opacity)
{
    cairo_set_source_rgba(cr, color.r / 255, color.g / 255, color.b / 255, color.a * opacity);
}

/* A gradient lies in the unit square of the item's box; radial ones stay circles of its longer
 * side. */
static void set_gradient(cairo_t *cr, const struct fw_gradient *gradient, double opacity,
                         struct fw_box box)
{
    double width = fmax(box.x2 - box.x1, 1e-9), height = fmax(box.y2 - box.y1, 1e-9);
    cairo_pattern_t *pattern;
    if (gradient->radial) {
        double side = fmax(width, height);
        pattern = cairo_pattern_create_radial(
            box.x1 + gradient->x1 * width, box.y1 + gradient->y1 * height, side * gradient->r1,
            box.x1 + gradient->x2 * width, box.y1 + gradient->y2 * height, side * gradient->r2);
    } else {
        cairo_matrix_t to_unit;
        pattern =
            cairo_pattern_create_linear(gradient->x1, gradient->y1, gradient->x2, gradient->y2);
        cairo_matrix_init(&to_unit, 1 / width, 0, 0, 1 / height, -box.x1 / width, -box.y1 / height);
        cairo_pattern_set_matrix(pattern, &to_unit);
    }
    for (size_t i = 0; i < gradient->stop_count; i++) {
        const struct fw_gradient_stop *stop = &gradient->stops[i];
        cairo_pattern_add_color_stop_rgba(pattern, stop->offset, stop->color.r / 255,
                                          stop->color.g / 255, stop->color.b / 255,
                                          stop->color.a * opacity);
    }
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

static void set_paint(struct painter *painter, const struct fw_paint *paint, double opacity,
                      const struct fw_scene_node *node, size_t i)
{
    if (paint->kind != FW_PAINT_GRADIENT) { /* patterns of strokes and texts are their color */
        set_color(painter->cr, paint->color, opacity);
        return;
    }
    struct fw_arena *arena = fw_arena_create();
    struct fw_path scratch = fw_path_empty(arena);
    set_gradient(painter->cr, paint->gradient, opacity,
                 fw_item_box(painter->fonts, node, i, &scratch));
    fw_arena_destroy(arena);
}

/* Fills and strokes the current path as the item's style says, and forgets the path. */
static void paint_current(struct painter *painter, const struct fw_scene_node *node, size_t i,
                          bool fillable)
{
    const struct fw_style *style = fw_item_style(node, i);
    cairo_t *cr = painter->cr;
    bool strokes = fw_style_strokes(style);
    fw_paint_blend(cr, style->blend);
    bool hatched = node->kind != FW_NODE_TEXT && fw_paint_is_hatched(&style->fill);
    if (fillable && hatched && fw_style_fills(style)) {
        fw_paint_pattern(cr, &style->fill, style->fill_opacity * style->opacity);
    } else if (fillable && fw_style_fills(style)) {
        set_paint(painter, &style->fill, style->fill_opacity * style->opacity, node, i);
        cairo_fill_preserve(cr);
    }
    if (strokes) {
        set_paint(painter, &style->stroke, style->stroke_opacity * style->opacity, node, i);
        fw_paint_stroke(cr, style);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void paint_outline(struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    fw_path_clear(&painter->path);
    fw_item_path(node, i, &painter->path);
    cairo_new_path(painter->cr);
    fw_paint_path(painter->cr, &painter->path);
    paint_current(painter, node, i, node->kind != FW_NODE_RULE);
}

/* How far left of the anchor a line begins. */
static double line_shift(struct painter *painter, const struct fw_text *text,
                         const struct fw_text_line *line)
{
    if (text->align == FW_ALIGN_LEFT) {
        return 0;
    }
    double width = fw_text_width(painter->fonts, &line->font, line->text, line->length);
    return text->align == FW_ALIGN_CENTER ? width / 2 : width;
}

/* In a tagged PDF a line ends with a space: nothing else parts its last word from the next line. */
static void show_line(struct painter *painter, const struct fw_text_line *line)
{
    if (painter->target->tags == NULL) {
        fw_text_show(painter->fonts, painter->cr, line);
        return;
    }
    struct fw_bytes spaced = { 0 };
    fw_bytes_append(&spaced, line->text, line->length);
    fw_bytes_put(&spaced, ' ');
    fw_text_show(painter->fonts, painter->cr,
                 &(struct fw_text_line){ spaced.data, spaced.length, line->font });
    fw_bytes_finish(&spaced);
}

/* One line at the current point: as outlines on an image, as text elsewhere. */
static void paint_line(struct painter *painter, const struct fw_scene_node *node, size_t i,
                       const struct fw_text_line *line)
{
    const struct fw_style *style = fw_item_style(node, i);
    cairo_t *cr = painter->cr;
    if (painter->target->raster) {
        fw_text_outline(painter->fonts, cr, line);
        paint_current(painter, node, i, true);
        return;
    }
    double x, y;
    cairo_get_current_point(cr, &x, &y);
    fw_paint_blend(cr, style->blend);
    if (fw_style_fills(style)) {
        set_paint(painter, &style->fill, style->fill_opacity * style->opacity, node, i);
        show_line(painter, line);
    }
    if (fw_style_strokes(style)) {
        cairo_move_to(cr, x, y);
        fw_text_outline(painter->fonts, cr, line);
        set_paint(painter, &style->stroke, style->stroke_opacity * style->opacity, node, i);
        fw_paint_stroke(cr, style);
        cairo_stroke(cr);
    }
    cairo_new_path(cr);
}

static void paint_text(struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    const struct fw_text *text = &node->texts[i];
    struct fw_text_line line = { .font = fw_text_font(text) };
    double y = fw_text_baseline(text);
    cairo_save(painter->cr);
    cairo_translate(painter->cr, fw_paint_reachable(text->x), fw_paint_reachable(text->y));
    cairo_rotate(painter->cr, text->angle * RADIANS);
    for (const char *rest = text->text; fw_text_next_line(&rest, &line.text, &line.length);) {
        cairo_new_path(painter->cr);
        cairo_move_to(painter->cr, -line_shift(painter, text, &line), y);
        paint_line(painter, node, i, &line);
        y += fw_text_line_height(text);
    }
    cairo_restore(painter->cr);
}

static void paint_image(struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    const struct fw_image *image = &node->images[i];
    const struct fw_style *style = fw_item_style(node, i);
    if (image->file == NULL || !(image->width > 0) || !(image->height > 0)) {
        return;
    }
    cairo_surface_t *picture = fw_image_load(image->file);
    if (picture == NULL) {
        fw_report(painter->target->diag, fw_nowhere(), FW_FILE_UNREADABLE,
                  "'%s' is not a picture that can be read", image->file);
        return;
    }
    cairo_t *cr = painter->cr;
    cairo_save(cr);
    fw_paint_blend(cr, style->blend);
    cairo_translate(cr, fw_paint_reachable(image->x), fw_paint_reachable(image->y));
    cairo_scale(cr, image->width / cairo_image_surface_get_width(picture),
                image->height / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, cairo_image_surface_get_width(picture),
                    cairo_image_surface_get_height(picture));
    cairo_clip(cr);
    cairo_paint_with_alpha(cr, style->opacity);
    cairo_restore(cr);
    cairo_surface_destroy(picture);
}

static void begin_link(struct painter *painter, const char *href)
{
    struct fw_bytes attributes = { 0 };
    fw_bytes_puts(&attributes, "uri='");
    for (const char *at = href; *at != '\0'; at++) {
        if (*at == '\'' || *at == '\\') {
            fw_bytes_put(&attributes, '\\');
        }
        fw_bytes_put(&attributes, *at);
    }
    fw_bytes_put(&attributes, '\'');
    cairo_tag_begin(painter->cr, CAIRO_TAG_LINK, fw_bytes_text(&attributes));
    fw_bytes_finish(&attributes);
}

static void paint_item(struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    const struct fw_style *style = fw_item_style(node, i);
    const char *href = node->info == NULL ? NULL : node->info[i].href;
    bool link = painter->target->tags != NULL && href != NULL;
    if (!(style->opacity > 0) || !fw_item_has_place(node, i)) {
        return;
    }
    if (link) {
        begin_link(painter, href);
    }
    if (node->kind == FW_NODE_TEXT) {
        paint_text(painter, node, i);
    } else if (node->kind == FW_NODE_IMAGE) {
        paint_image(painter, node, i);
    } else if (fw_style_fills(style) || fw_style_strokes(style)) {
        paint_outline(painter, node, i);
    }
    if (link) {
        cairo_tag_end(painter->cr, CAIRO_TAG_LINK);
    }
}

/* Whether a node has nothing of the part that is being painted. */
static bool is_elsewhere(const struct painter *painter, const struct fw_scene_node *node)
{
    return painter->part != FW_PART_ALL &&
           (node->parent == NULL || fw_reading_holds_parts(&painter->reading, node->parent)) &&
           !fw_reading_holds_parts(&painter->reading, node) &&
           fw_reading_part(&painter->reading, node) != painter->part;
}

/* The tag of an item outside the figure, which is painted as one. */
static const char *item_tag(const struct painter *painter, const struct fw_scene_node *node)
{
    if ((painter->part != FW_PART_TITLE && painter->part != FW_PART_NOTES) ||
        node->kind == FW_NODE_GROUP) {
        return NULL;
    }
    if (node->kind == FW_NODE_TEXT) {
        return node->role == FW_ROLE_TITLE_TEXT ? "H1" : "P";
    }
    return node->kind == FW_NODE_IMAGE && node->description != NULL ? "Figure" : "NonStruct";
}

static void begin_figure(struct painter *painter, const char *description)
{
    struct fw_paint_tags *tags = painter->target->tags;
    FW_RESERVE(tags->arena, tags->figures, tags->figure_count, tags->figure_capacity);
    tags->figures[tags->figure_count++] = description;
    cairo_tag_begin(painter->cr, "Figure", NULL);
}

/* Whether the paragraph that item `i` is in goes on with the next node. */
static bool goes_on(const struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    const struct fw_scene_node *next = node->next;
    return i + 1 == node->count && next != NULL && next->continues && next->count > 0 &&
           next->kind == FW_NODE_TEXT && node->kind == FW_NODE_TEXT && next->role == node->role &&
           !is_elsewhere(painter, next);
}

/* One tag a paragraph, which `paragraph` tells to be open across nodes. */
static void paint_tagged(struct painter *painter, const struct fw_scene_node *node, size_t i)
{
    const char *tag = item_tag(painter, node);
    if (tag != NULL && strcmp(tag, "Figure") == 0) {
        begin_figure(painter, node->description);
    } else if (tag != NULL && !painter->paragraph) {
        cairo_tag_begin(painter->cr, tag, NULL);
    }
    paint_item(painter, node, i);
    painter->paragraph = tag != NULL && goes_on(painter, node, i);
    if (tag != NULL && !painter->paragraph) {
        cairo_tag_end(painter->cr, tag);
    }
}

static void paint_items(struct painter *painter, const struct fw_scene_node *node)
{
    size_t i = 0;
    while (i < node->count) {
        size_t stamped = painter->target->raster ? fw_stamp_run(painter->cr, node, i) : 0;
        if (stamped == 0) {
            paint_tagged(painter, node, i);
        }
        i += stamped == 0 ? 1 : stamped;
    }
}

static void clip_to(struct painter *painter, double width, double height, const double radius[4])
{
    struct fw_rect box = { 0, 0, width, height, { radius[0], radius[1], radius[2], radius[3] } };
    fw_path_clear(&painter->path);
    fw_rect_path(&box, &painter->path);
    cairo_new_path(painter->cr);
    fw_paint_path(painter->cr, &painter->path);
    cairo_clip(painter->cr);
}

static void paint_node(struct painter *painter, const struct fw_scene_node *node)
{
    cairo_t *cr = painter->cr;
    if (is_elsewhere(painter, node)) {
        return;
    }
    cairo_save(cr);
    if (node->clip && node->parent != NULL) {
        static const double square[4] = { 0 };
        clip_to(painter, node->parent->group->width, node->parent->group->height, square);
    }
    if (painter->part == FW_PART_ALL || painter->part == FW_PART_BACKGROUND ||
        !fw_reading_holds_parts(&painter->reading, node)) {
        paint_items(painter, node);
    }
    if (node->kind == FW_NODE_GROUP && fw_item_has_place(node, 0)) {
        const struct fw_group *group = node->group;
        cairo_translate(cr, fw_paint_reachable(group->x), fw_paint_reachable(group->y));
        if (group->clip) {
            clip_to(painter, group->width, group->height, group->radius);
        }
        for (const struct fw_scene_node *child = node->first; child != NULL; child = child->next) {
            paint_node(painter, child);
        }
    }
    cairo_restore(cr);
}

static void paint_background(struct painter *painter, const struct fw_scene *scene)
{
    if (scene->has_background) {
        set_color(painter->cr, scene->background, 1);
        cairo_paint(painter->cr);
    }
}

/* Where nothing clips, Cairo forgets all that came before what hides it: tags too. */
static void clip_to_page(struct painter *painter, const struct fw_scene *scene)
{
    cairo_rectangle(painter->cr, 0, 0, scene->width, scene->height);
    cairo_clip(painter->cr);
}

/* The parts one after the other, each under its tag: as they are read. */
static void paint_parts(struct painter *painter, const struct fw_scene *scene)
{
    static const char whole[] = "Document", unread[] = "NonStruct";
    clip_to_page(painter, scene);
    cairo_tag_begin(painter->cr, whole, NULL);
    cairo_tag_begin(painter->cr, unread, NULL);
    painter->part = FW_PART_BACKGROUND;
    paint_background(painter, scene);
    paint_node(painter, scene->root);
    cairo_tag_end(painter->cr, unread);
    painter->part = FW_PART_TITLE;
    paint_node(painter, scene->root);
    begin_figure(painter, NULL);
    painter->part = FW_PART_FIGURE;
    paint_node(painter, scene->root);
    cairo_tag_end(painter->cr, "Figure");
    painter->part = FW_PART_NOTES;
    paint_node(painter, scene->root);
    cairo_tag_end(painter->cr, whole);
}

void fw_paint_scene(const struct fw_paint_target *target, const struct fw_scene *scene,
                    struct fw_fonts *fonts)
{
    struct fw_arena *arena = fw_arena_create();
    struct painter painter = {
        .target = target, .cr = target->cr, .fonts = fonts, .path = fw_path_empty(arena)
    };
    cairo_save(target->cr);
    if (target->tags != NULL) {
        painter.reading = fw_reading_of(scene, fonts);
        paint_parts(&painter, scene);
    } else {
        paint_background(&painter, scene);
        paint_node(&painter, scene->root);
    }
    cairo_restore(target->cr);
    fw_arena_destroy(arena);
}
