/* Furniture: what stands around a chart in a figure that goes out by itself. */
#include "figure/furniture.h"

#include <math.h>
#include <string.h>

/* A text of the furniture. */
struct part {
    enum fw_role role;
    double gap; /* px between it and what is above */
    struct fw_span spans[3];
    struct fw_paragraph paragraph;
    struct fw_wrapped wrapped;
};

enum { HEAD_PARTS = 3 }; /* number, title, subtitle */

struct fw_dress {
    const struct fw_furniture *furniture;
    double width; /* px that texts were given */
    struct part head[HEAD_PARTS];
    size_t head_count;
    double head_height; /* px, without the gap to the chart */
    struct part *foot;  /* [foot_count] */
    size_t foot_count;
    double foot_height; /* px, from the first line of the notes on */
};

static const int bold = 700;

/* ---- measuring ----------------------------------------------------------------------------- */

static struct fw_paint paint_of(struct fw_color color)
{
    return (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = color };
}

/* A text as large as its token says, or as the theme's smallest. */
static struct fw_paragraph paragraph_of(const struct fw_tokens *tokens,
                                        const struct fw_text_token *token)
{
    double size = fmax(token->font_size, tokens->min_font_size);
    return (struct fw_paragraph){
        .family = token->font,
        .size = size,
        .line_height = token->line_height * size / token->font_size,
        .italic = token->italic,
    };
}

static struct fw_paragraph title_paragraph(const struct fw_furniture *furniture,
                                           const struct fw_guide_text *look)
{
    double size = fmax(look->size, furniture->tokens->min_font_size);
    double leading = look->line_height > 0 ? look->line_height / look->size
                                           : (look->size + 2) / look->size; /* Vega's own */
    return (struct fw_paragraph){
        .family = look->family,
        .size = size,
        .line_height = size * leading,
        .italic = look->italic,
        .align = fw_anchor_align(furniture->title->anchor),
    };
}

static void set_span(struct part *part, const char *text, int weight, struct fw_paint fill)
{
    part->spans[part->paragraph.count++] = (struct fw_span){ text, weight, fill };
}

static void wrap(struct fw_fonts *fonts, struct fw_arena *arena, struct part *part, double width)
{
    part->paragraph.spans = part->spans;
    part->wrapped = fw_paragraph_wrap(fonts, arena, &part->paragraph, width);
}

/* Number, title and subtitle; titles of two lines have lines of about one length. */
static void fill_head(struct fw_dress *dress)
{
    const struct fw_furniture *furniture = dress->furniture;
    const struct fw_tokens *tokens = furniture->tokens;
    const struct fw_title_spec *title = furniture->title;
    if (furniture->number != NULL) {
        struct part *part = &dress->head[dress->head_count++];
        part->role = FW_ROLE_NOTE;
        part->paragraph = paragraph_of(tokens, &tokens->number);
        part->paragraph.align = title == NULL ? FW_ALIGN_LEFT : fw_anchor_align(title->anchor);
        set_span(part, furniture->number, tokens->number.weight, paint_of(tokens->number.color));
    }
    if (title != NULL && title->text != NULL && title->text[0] != '\0') {
        struct part *part = &dress->head[dress->head_count++];
        part->role = FW_ROLE_TITLE_TEXT;
        part->gap = tokens->spacing / 2;
        part->paragraph = title_paragraph(furniture, &title->title_text);
        part->paragraph.balanced = true;
        set_span(part, title->text, title->title_text.weight, title->title_text.fill);
    }
    if (title != NULL && title->subtitle != NULL && title->subtitle[0] != '\0') {
        struct part *part = &dress->head[dress->head_count++];
        part->role = FW_ROLE_TITLE_SUBTITLE;
        part->gap = title->subtitle_padding;
        part->paragraph = title_paragraph(furniture, &title->subtitle_text);
        set_span(part, title->subtitle, title->subtitle_text.weight, title->subtitle_text.fill);
    }
}

static void fill_foot(struct fw_arena *arena, struct fw_dress *dress)
{
    const struct fw_tokens *tokens = dress->furniture->tokens;
    const struct fw_notes *notes = &dress->furniture->notes;
    dress->foot = FW_NEW_ARRAY(arena, notes->count, struct part);
    for (size_t i = 0; i < notes->count; i++) {
        struct part *part = &dress->foot[dress->foot_count++];
        struct fw_paint fill = paint_of(tokens->caption.color);
        part->role = FW_ROLE_NOTE;
        part->gap = i > 0 ? tokens->spacing / 2 : 0;
        part->paragraph = paragraph_of(tokens, &tokens->caption);
        if (notes->items[i].label != NULL) {
            set_span(part, notes->items[i].label, bold, fill);
            set_span(part, " ", tokens->caption.weight, fill);
        }
        set_span(part, notes->items[i].text, tokens->caption.weight, fill);
    }
}

static bool logo_is_at(const struct fw_dress *dress, bool bottom)
{
    enum fw_logo_place place = dress->furniture->tokens->logo.position;
    bool is_bottom = place == FW_LOGO_BOTTOM_LEFT || place == FW_LOGO_BOTTOM_RIGHT;
    return dress->furniture->logo.url != NULL && is_bottom == bottom;
}

static bool logo_is_left(const struct fw_dress *dress)
{
    enum fw_logo_place place = dress->furniture->tokens->logo.position;
    return place == FW_LOGO_TOP_LEFT || place == FW_LOGO_BOTTOM_LEFT;
}

/* px that the logo takes from the texts beside it. */
static double logo_room(const struct fw_dress *dress, bool bottom)
{
    const struct fw_furniture *furniture = dress->furniture;
    return logo_is_at(dress, bottom) ? furniture->logo.width + furniture->tokens->logo.clear_space
                                     : 0;
}

static double wrap_parts(struct fw_fonts *fonts, struct fw_arena *arena, struct part *parts,
                         size_t count, double width)
{
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        wrap(fonts, arena, &parts[i], width);
        height += (i > 0 ? parts[i].gap : 0) + parts[i].wrapped.height;
    }
    return height;
}

struct fw_dress *fw_dress_measure(struct fw_fonts *fonts, struct fw_arena *arena,
                                  const struct fw_furniture *furniture, double width)
{
    struct fw_dress *dress = FW_NEW(arena, struct fw_dress);
    dress->furniture = furniture;
    dress->width = width;
    fill_head(dress);
    fill_foot(arena, dress);
    double logo[2] = { logo_is_at(dress, false) ? furniture->logo.height : 0,
                       logo_is_at(dress, true) ? furniture->logo.height : 0 };
    dress->head_height = fmax(logo[0], wrap_parts(fonts, arena, dress->head, dress->head_count,
                                                  width - logo_room(dress, false)));
    dress->foot_height = fmax(logo[1], wrap_parts(fonts, arena, dress->foot, dress->foot_count,
                                                  width - logo_room(dress, true)));
    return dress;
}

/* px between the chart and the first line below it. */
static double gap_below(const struct fw_dress *dress)
{
    const struct fw_tokens *tokens = dress->furniture->tokens;
    return tokens->caption_padding + (tokens->caption_rule ? tokens->spacing : 0);
}

static double gap_above(const struct fw_dress *dress)
{
    const struct fw_title_spec *title = dress->furniture->title;
    return title != NULL ? title->offset : dress->furniture->tokens->spacing;
}

double fw_dress_above(const struct fw_dress *dress)
{
    return dress->head_height > 0 ? dress->head_height + gap_above(dress) : 0;
}

double fw_dress_below(const struct fw_dress *dress)
{
    return dress->foot_height > 0 ? dress->foot_height + gap_below(dress) : 0;
}

double fw_furniture_width(struct fw_fonts *fonts, struct fw_arena *arena,
                          const struct fw_furniture *furniture)
{
    const struct fw_dress *dress = fw_dress_measure(fonts, arena, furniture, HUGE_VAL);
    double width = 0;
    for (size_t i = 0; i < dress->head_count; i++) {
        width = fmax(width, dress->head[i].wrapped.width + logo_room(dress, false));
    }
    for (size_t i = 0; i < dress->foot_count; i++) {
        width = fmax(width, dress->foot[i].wrapped.width + logo_room(dress, true));
    }
    return fmin(width, FW_NARROWEST_TEXT + fmax(logo_room(dress, false), logo_room(dress, true)));
}

/* ---- drawing ------------------------------------------------------------------------------- */

static void draw_parts(struct fw_arena *arena, struct fw_scene_node *root, const struct part *parts,
                       size_t count, struct fw_box room)
{
    double y = room.y1;
    for (size_t i = 0; i < count; i++) {
        y += i > 0 ? parts[i].gap : 0;
        fw_wrapped_draw(arena, root, parts[i].role, &parts[i].wrapped, room.x1, y,
                        room.x2 - room.x1);
        y += parts[i].wrapped.height;
    }
}

static void draw_rule(struct fw_arena *arena, struct fw_scene_node *root,
                      const struct fw_tokens *tokens, double x1, double x2, double y)
{
    struct fw_scene_node *node = fw_scene_add(arena, root, FW_NODE_RULE, FW_ROLE_NOTE, 1);
    /* In the middle of a row of pixels: sharp at any whole scale. */
    double at = floor(y) + 0.5;
    node->rules[0] = (struct fw_rule){ x1, at, x2, at };
    struct fw_style style = fw_style_default();
    style.stroke = paint_of(tokens->rule_color);
    fw_scene_style(arena, node, &style);
}

static void draw_logo(struct fw_arena *arena, struct fw_scene_node *root,
                      const struct fw_dress *dress, struct fw_box room)
{
    const struct fw_logo *logo = &dress->furniture->logo;
    struct fw_scene_node *node = fw_scene_add(arena, root, FW_NODE_IMAGE, FW_ROLE_NOTE, 1);
    node->images[0] = (struct fw_image){
        .x = logo_is_left(dress) ? room.x1 : room.x2 - logo->width,
        .y = room.y1,
        .width = logo->width,
        .height = logo->height,
        .url = logo->url,
        .file = logo->file,
    };
    node->description = logo->alt;
    struct fw_style style = fw_style_default();
    fw_scene_style(arena, node, &style);
}

/* The room of texts beside a logo. */
static struct fw_box beside_logo(const struct fw_dress *dress, struct fw_box room, bool bottom)
{
    double taken = logo_room(dress, bottom);
    room.x1 += logo_is_left(dress) ? taken : 0;
    room.x2 -= logo_is_left(dress) ? 0 : taken;
    return room;
}

static void draw_head(struct fw_arena *arena, struct fw_scene_node *root,
                      const struct fw_dress *dress, struct fw_box room)
{
    draw_parts(arena, root, dress->head, dress->head_count, beside_logo(dress, room, false));
    if (logo_is_at(dress, false)) {
        draw_logo(arena, root, dress, room);
    }
}

static void draw_foot(struct fw_arena *arena, struct fw_scene_node *root,
                      const struct fw_dress *dress, struct fw_box room)
{
    const struct fw_tokens *tokens = dress->furniture->tokens;
    if (dress->foot_height <= 0) {
        return;
    }
    if (tokens->caption_rule) {
        draw_rule(arena, root, tokens, room.x1, room.x2, room.y1 - tokens->spacing);
    }
    draw_parts(arena, root, dress->foot, dress->foot_count, beside_logo(dress, room, true));
    if (logo_is_at(dress, true)) {
        draw_logo(arena, root, dress, room);
    }
}

void fw_dress_scene(struct fw_arena *arena, const struct fw_dress *dress, struct fw_box content,
                    double width, struct fw_scene *scene)
{
    struct fw_scene_node *chart = scene->root;
    struct fw_scene_node *root = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style blank = fw_style_default();
    fw_scene_style(arena, root, &blank);
    double above = fw_dress_above(dress), below = fw_dress_below(dress);
    double right = scene->width - content.x2, bottom = scene->height - content.y2;
    width = fmax(width, content.x2 - content.x1);
    struct fw_box room = { content.x1, content.y1, content.x1 + width, content.y1 };
    draw_head(arena, root, dress, room);
    fw_scene_move(chart, root, false);
    chart->group->y += above;
    room.y1 = content.y2 + above + gap_below(dress);
    draw_foot(arena, root, dress, room);
    scene->root = root;
    scene->width = content.x1 + width + right;
    scene->height = content.y2 + above + below + bottom;
    root->group->width = scene->width;
    root->group->height = scene->height;
}
