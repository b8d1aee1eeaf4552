/* SVG: real text in an embedded font, groups as in the scene, and what screen readers say. */
#include "render/svg.h"

#include <math.h>
#include <string.h>

#include "render/base64.h"
#include "render/image.h"
#include "render/list.h"
#include "render/png_file.h"
#include "scene/bounds.h"

static void put_translate(struct fw_bytes *out, double x, double y, double angle)
{
    if (x == 0 && y == 0 && angle == 0) {
        return;
    }
    fw_bytes_puts(out, " transform=\"translate(");
    fw_bytes_number(out, x, FW_SVG_DECIMALS);
    fw_bytes_put(out, ' ');
    fw_bytes_number(out, y, FW_SVG_DECIMALS);
    fw_bytes_put(out, ')');
    if (angle != 0) {
        fw_bytes_puts(out, " rotate(");
        fw_bytes_number(out, angle, FW_SVG_DECIMALS);
        fw_bytes_put(out, ')');
    }
    fw_bytes_put(out, '"');
}

static void put_path(struct fw_svg *svg, const struct fw_scene_node *node, size_t i)
{
    fw_path_clear(&svg->path);
    fw_item_path(node, i, &svg->path);
    fw_bytes_puts(&svg->body, "<path d=\"");
    fw_path_text(&svg->path, &svg->body, 0, 0, FW_SVG_DECIMALS);
    fw_bytes_put(&svg->body, '"');
}

static bool has_radius(const struct fw_rect *rect)
{
    return rect->radius[0] > 0 || rect->radius[1] > 0 || rect->radius[2] > 0 || rect->radius[3] > 0;
}

static void put_rect(struct fw_bytes *out, double x, double y, double width, double height)
{
    fw_bytes_puts(out, "<rect");
    fw_svg_number(out, "x", fmin(x, x + width));
    fw_svg_number(out, "y", fmin(y, y + height));
    fw_svg_number(out, "width", fabs(width));
    fw_svg_number(out, "height", fabs(height));
}

static void put_line(struct fw_bytes *out, const struct fw_rule *rule)
{
    fw_bytes_puts(out, "<line");
    fw_svg_number(out, "x1", rule->x);
    fw_svg_number(out, "y1", rule->y);
    fw_svg_number(out, "x2", rule->x2);
    fw_svg_number(out, "y2", rule->y2);
}

static bool is_circle(const struct fw_scene_node *node, size_t i)
{
    return node->kind == FW_NODE_SYMBOL &&
           (node->symbols[i].shape == NULL || strcmp(node->symbols[i].shape, "circle") == 0);
}

/* The start of the element with its geometry, still open for attributes. */
static void put_shape(struct fw_svg *svg, const struct fw_scene_node *node, size_t i)
{
    struct fw_bytes *out = &svg->body;
    if (is_circle(node, i)) {
        fw_bytes_puts(out, "<circle");
        fw_svg_number(out, "cx", node->symbols[i].x);
        fw_svg_number(out, "cy", node->symbols[i].y);
        fw_svg_number(out, "r", sqrt(fmax(node->symbols[i].size, 0)) / 2);
    } else if (node->kind == FW_NODE_RECT && !has_radius(&node->rects[i])) {
        const struct fw_rect *rect = &node->rects[i];
        put_rect(out, rect->x, rect->y, rect->width, rect->height);
    } else if (node->kind == FW_NODE_RULE) {
        put_line(out, &node->rules[i]);
    } else {
        put_path(svg, node, i);
    }
}

static void put_font(struct fw_svg *svg, const struct fw_text *text)
{
    struct fw_bytes *out = &svg->body;
    struct fw_font font = fw_text_font(text);
    struct fw_font_info info = fw_fonts_match(svg->fonts, &font);
    fw_bytes_puts(out, " font-family=\"");
    fw_xml_escape(out, info.family, strlen(info.family));
    fw_bytes_puts(out, ", sans-serif\"");
    fw_svg_number(out, "font-size", text->size);
    if (info.weight != 400) {
        fw_svg_number(out, "font-weight", info.weight);
    }
    fw_xml_attribute(out, "font-style", text->italic ? "italic" : NULL);
}

static void put_letters(struct fw_svg *svg, const struct fw_font *font, const char *line,
                        size_t length)
{
    fw_xml_escape(&svg->body, line, length);
    fw_subset_add(svg->subset, font, line, length);
}

static void put_text(struct fw_svg *svg, const struct fw_scene_node *node, size_t i,
                     bool with_style)
{
    static const char *const anchors[] = { NULL, "middle", "end" };
    const struct fw_text *text = &node->texts[i];
    struct fw_bytes *out = &svg->body;
    struct fw_font font = fw_text_font(text);
    const char *rest = text->text, *line;
    size_t length;
    double y = fw_text_baseline(text);
    fw_bytes_puts(out, "<text");
    put_translate(out, text->x, text->y, text->angle);
    fw_xml_attribute(out, "text-anchor", anchors[text->align]);
    put_font(svg, text);
    if (with_style) {
        struct fw_style style = fw_svg_text_style(fw_item_style(node, i));
        fw_svg_style(svg, &style, fw_item_bounds(svg->fonts, node, i));
    }
    if (strstr(text->text, "  ") != NULL) { /* would otherwise be one space */
        fw_xml_attribute(out, "xml:space", "preserve");
    }
    bool lines = strchr(text->text, '\n') != NULL;
    if (!lines) {
        fw_svg_number(out, "y", y);
    }
    fw_bytes_put(out, '>');
    while (fw_text_next_line(&rest, &line, &length)) {
        if (lines) {
            fw_bytes_puts(out, "<tspan x=\"0\"");
            fw_svg_number(out, "y", y);
            fw_bytes_put(out, '>');
        }
        put_letters(svg, &font, line, length);
        fw_bytes_puts(out, lines ? "</tspan>" : "");
        y += fw_text_line_height(text);
    }
    fw_bytes_puts(out, "</text>");
}

static void put_image(struct fw_svg *svg, const struct fw_scene_node *node, size_t i)
{
    const struct fw_image *image = &node->images[i];
    cairo_surface_t *surface = image->file == NULL ? NULL : fw_image_load(image->file);
    struct fw_bytes *out = &svg->body, file = { 0 };
    if (surface == NULL) {
        if (image->file != NULL) {
            fw_report(svg->diag, fw_nowhere(), FW_FILE_UNREADABLE,
                      "'%s' is not a picture that can be read", image->file);
        }
        return;
    }
    struct fw_png png = { .pixels = fw_image_pixels(surface) };
    fw_png_begin(&file, &png);
    fw_png_end(&file, &png);
    cairo_surface_destroy(surface);
    fw_bytes_puts(out, "<image preserveAspectRatio=\"none\"");
    fw_svg_number(out, "x", image->x);
    fw_svg_number(out, "y", image->y);
    fw_svg_number(out, "width", image->width);
    fw_svg_number(out, "height", image->height);
    fw_svg_number(out, "opacity", fw_item_style(node, i)->opacity);
    fw_bytes_puts(out, " xlink:href=\"data:image/png;base64,");
    fw_base64(out, file.data, file.length);
    fw_bytes_puts(out, "\"/>");
    fw_bytes_finish(&file);
}

/* Whether a link may stand in a picture that others will open: no scripts, no data. */
static bool is_safe_link(const char *href)
{
    static const char *const schemes[] = { "http:", "https:", "mailto:" };
    for (size_t i = 0; i < FW_COUNT(schemes); i++) {
        if (strncmp(href, schemes[i], strlen(schemes[i])) == 0) {
            return true;
        }
    }
    return href[strcspn(href, ":/?#")] != ':'; /* relative */
}

static void put_label(struct fw_svg *svg, const char *role, const char *label)
{
    svg->labels = true;
    fw_xml_attribute(&svg->body, "role", role);
    fw_xml_attribute(&svg->body, "aria-label", label);
}

/* Attributes and an end tag of a shape. */
static void finish_shape(struct fw_svg *svg, const struct fw_scene_node *node, size_t i,
                         bool with_style)
{
    const char *label = node->info == NULL ? NULL : node->info[i].description;
    if (with_style) {
        struct fw_box box = { 0 };
        if (fw_svg_style_needs_box(fw_item_style(node, i))) {
            box = fw_item_bounds(svg->fonts, node, i);
        }
        fw_svg_style(svg, fw_item_style(node, i), box);
    }
    if (label != NULL) {
        put_label(svg, "graphics-symbol", label);
    }
    fw_bytes_puts(&svg->body, "/>");
}

static bool is_visible(const struct fw_scene_node *node, size_t i)
{
    const struct fw_style *style = fw_item_style(node, i);
    bool painted = fw_style_fills(style) || fw_style_strokes(style);
    return style->opacity > 0 && (painted || node->kind == FW_NODE_IMAGE) &&
           fw_item_has_place(node, i);
}

static void put_item(struct fw_svg *svg, const struct fw_scene_node *node, size_t i,
                     bool with_style)
{
    const char *href = node->info == NULL ? NULL : node->info[i].href;
    bool link = href != NULL && is_safe_link(href);
    if (!is_visible(node, i)) {
        return;
    }
    if (link) {
        fw_bytes_puts(&svg->body, "<a");
        fw_xml_attribute(&svg->body, "xlink:href", href);
        fw_bytes_put(&svg->body, '>');
    }
    if (node->kind == FW_NODE_TEXT) {
        put_text(svg, node, i, with_style);
    } else if (node->kind == FW_NODE_IMAGE) {
        put_image(svg, node, i);
    } else {
        put_shape(svg, node, i);
        finish_shape(svg, node, i, with_style);
    }
    fw_bytes_puts(&svg->body, link ? "</a>\n" : "\n");
}

/* Defines a clip and appends the reference to it. */
static void put_clip(struct fw_svg *svg, double width, double height, const double radius[4])
{
    struct fw_rect rect = { 0, 0, width, height, { radius[0], radius[1], radius[2], radius[3] } };
    fw_path_clear(&svg->path);
    fw_rect_path(&rect, &svg->path);
    fw_bytes_printf(&svg->defs, "<clipPath id=\"" FW_SVG_ID "clip%zu\"><path d=\"", ++svg->clips);
    fw_path_text(&svg->path, &svg->defs, 0, 0, FW_SVG_DECIMALS);
    fw_bytes_puts(&svg->defs, "\"/></clipPath>\n");
    fw_bytes_printf(&svg->body, " clip-path=\"url(#" FW_SVG_ID "clip%zu)\"", svg->clips);
}

/* Opens the element that holds a run: its class, clip and, where all items share it, style. */
static bool begin_run(struct fw_svg *svg, const struct fw_scene_node *node)
{
    static const double square[4] = { 0 };
    struct fw_bytes *out = &svg->body;
    bool shared = node->style_index == NULL && node->kind != FW_NODE_IMAGE &&
                  node->kind != FW_NODE_GROUP && /* its children would inherit it */
                  !fw_svg_style_needs_box(fw_item_style(node, 0));
    fw_bytes_printf(out, "<g class=\"%s %s\"", fw_role_name(node->role),
                    fw_node_kind_name(node->kind));
    if (node->description != NULL) {
        put_label(svg, "graphics-object", node->description);
    }
    if (node->clip && node->parent != NULL) {
        put_clip(svg, node->parent->group->width, node->parent->group->height, square);
    }
    if (shared) {
        struct fw_style style = *fw_item_style(node, 0);
        style = node->kind == FW_NODE_TEXT ? fw_svg_text_style(&style) : style;
        fw_svg_style(svg, &style, (struct fw_box){ 0 });
    }
    fw_bytes_puts(out, ">\n");
    return shared;
}

static void put_node(struct fw_svg *svg, const struct fw_scene_node *node);

static void put_group(struct fw_svg *svg, const struct fw_scene_node *node)
{
    const struct fw_group *group = node->group;
    struct fw_bytes *out = &svg->body;
    put_item(svg, node, 0, true);
    fw_bytes_puts(out, "<g");
    put_translate(out, group->x, group->y, 0);
    if (group->clip) {
        put_clip(svg, group->width, group->height, group->radius);
    }
    fw_bytes_puts(out, ">\n");
    for (const struct fw_scene_node *child = node->first; child != NULL; child = child->next) {
        put_node(svg, child);
    }
    fw_bytes_puts(out, "</g>\n");
}

static void put_node(struct fw_svg *svg, const struct fw_scene_node *node)
{
    if (node->count == 0) {
        return;
    }
    bool bare_group = node->kind == FW_NODE_GROUP && !node->clip && node->description == NULL;
    if (bare_group) {
        put_group(svg, node);
        return;
    }
    bool shared = begin_run(svg, node);
    if (node->kind == FW_NODE_GROUP) {
        put_group(svg, node);
    }
    for (size_t i = 0; node->kind != FW_NODE_GROUP && i < node->count; i++) {
        put_item(svg, node, i, !shared);
    }
    fw_bytes_puts(&svg->body, "</g>\n");
}

/* So that pictures in one page, each with letters of its own of the same font, all find theirs. */
static void put_range(struct fw_svg *svg, size_t index, struct fw_bytes *out)
{
    uint32_t first, last = UINT32_MAX;
    const char *before = ";unicode-range:";
    while (fw_subset_next(svg->subset, index, &first, &last)) {
        fw_bytes_printf(out, first == last ? "%sU+%X" : "%sU+%X-%X", before, (unsigned)first,
                        (unsigned)last);
        before = ",";
    }
}

/* The rule that embeds one font. */
static void put_face(struct fw_svg *svg, size_t index, struct fw_bytes *out)
{
    struct fw_bytes file = { 0 };
    struct fw_font_info info = fw_fonts_get(svg->fonts, index);
    if (fw_subset_write(svg->subset, index, &file)) {
        fw_bytes_puts(out, "@font-face{font-family:'");
        fw_xml_escape(out, info.family, strlen(info.family));
        fw_bytes_printf(out, "';font-weight:%d;font-style:%s", info.weight,
                        info.italic ? "italic" : "normal");
        put_range(svg, index, out);
        fw_bytes_puts(out, ";src:url(data:font/otf;base64,");
        fw_base64(out, file.data, file.length);
        fw_bytes_puts(out, ")}\n");
    }
    fw_bytes_finish(&file);
}

static void put_fonts(struct fw_svg *svg, struct fw_bytes *out)
{
    bool any = false;
    for (size_t i = 0; i < fw_fonts_count(svg->fonts); i++) {
        if (fw_subset_uses(svg->subset, i)) {
            fw_bytes_puts(out, any ? "" : "<style>\n");
            put_face(svg, i, out);
            any = true;
        }
    }
    if (any) { /* as the text was measured */
        fw_bytes_puts(out, "#" FW_SVG_ID "figure text{font-variant-ligatures:no-common-ligatures}\n"
                           "</style>\n");
    }
}

static void put_background(struct fw_bytes *out, const struct fw_scene *scene)
{
    char hex[8];
    if (!scene->has_background || scene->background.a <= 0) {
        return;
    }
    fw_color_hex(scene->background, hex);
    put_rect(out, 0, 0, scene->width, scene->height);
    fw_xml_attribute(out, "fill", hex);
    if (scene->background.a < 1) {
        fw_svg_number(out, "fill-opacity", scene->background.a);
    }
    fw_bytes_puts(out, "/>\n");
}

static void put_document(struct fw_svg *svg, const struct fw_scene *scene,
                         const struct fw_render_options *options, struct fw_bytes *out)
{
    fw_svg_head(out, scene, options, svg->labels);
    put_fonts(svg, out);
    if (svg->defs.length > 0) {
        fw_bytes_puts(out, "<defs>\n");
        fw_bytes_append(out, svg->defs.data, svg->defs.length);
        fw_bytes_puts(out, "</defs>\n");
    }
    put_background(out, scene);
    fw_bytes_append(out, svg->body.data, svg->body.length);
    fw_bytes_puts(out, "</svg>\n");
}

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    if (options->svg_text != NULL && strcmp(options->svg_text, "outlines") == 0) {
        return fw_svg_outlines(scene, fonts, options, diag, out);
    }
    struct fw_arena *arena = fw_arena_create();
    struct fw_bytes document = { 0 };
    struct fw_svg svg = {
        .fonts = fonts, .diag = diag, .path = fw_path_empty(arena), .arena = arena
    };
    svg.subset = fw_subset_create(fonts);
    put_node(&svg, scene->root);
    put_document(&svg, scene, options, &document);
    fw_svg_seal(out, &document);
    fw_subset_destroy(svg.subset);
    fw_bytes_finish(&document);
    fw_bytes_finish(&svg.body);
    fw_bytes_finish(&svg.defs);
    fw_arena_destroy(arena);
    return true;
}

const struct fw_render_type fw_render_svg = { "svg", true, render };
