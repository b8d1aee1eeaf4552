/* cJSON to scene nodes; for tests of what a scene becomes. */
#include "support/scene_file.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct fw_arena *arena;
    struct fw_scene_node *parent;
    const char *images;
};

char *text_file_read(struct fw_arena *arena, const char *name)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        return NULL;
    }
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *text = fw_arena_alloc(arena, length + 1);
    size_t read = fread(text, 1, length, file);
    fclose(file);
    return read == length ? text : NULL;
}

static double number(const cJSON *item, const char *key, double fallback)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, key);
    return cJSON_IsNumber(value) ? value->valuedouble : fallback;
}

static const char *text(struct reader *reader, const cJSON *item, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, key);
    return cJSON_IsString(value)
               ? fw_arena_text(reader->arena, value->valuestring, strlen(value->valuestring))
               : NULL;
}

static int name_index(const char *name, const char *const *names, int count, int fallback)
{
    for (int i = 0; name != NULL && i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return fallback;
}

static const struct fw_gradient *read_gradient(struct reader *reader, const cJSON *object)
{
    struct fw_gradient *gradient = FW_NEW(reader->arena, struct fw_gradient);
    const cJSON *stops = cJSON_GetObjectItemCaseSensitive(object, "stops"), *stop;
    gradient->radial = strcmp(text(reader, object, "gradient"), "radial") == 0;
    gradient->x1 = number(object, "x1", 0);
    gradient->y1 = number(object, "y1", 0);
    gradient->x2 = number(object, "x2", 1);
    gradient->y2 = number(object, "y2", 0);
    gradient->r1 = number(object, "r1", 0);
    gradient->r2 = number(object, "r2", 0.5);
    gradient->stop_count = (size_t)cJSON_GetArraySize(stops);
    struct fw_gradient_stop *to =
        FW_NEW_ARRAY(reader->arena, gradient->stop_count, struct fw_gradient_stop);
    gradient->stops = to;
    cJSON_ArrayForEach(stop, stops)
    {
        const char *color = cJSON_GetArrayItem(stop, 1)->valuestring;
        to->offset = cJSON_GetArrayItem(stop, 0)->valuedouble;
        const cJSON *alpha = cJSON_GetArrayItem(stop, 2);
        fw_color_parse(color, strlen(color), &to->color);
        to->color.a = alpha == NULL ? 1 : alpha->valuedouble;
        to++;
    }
    return gradient;
}

static struct fw_pattern *read_pattern(struct reader *reader, const cJSON *object,
                                       struct fw_color *color)
{
    static const char *const hatches[] = { "lines", "cross", "dots" };
    struct fw_pattern *pattern = FW_NEW(reader->arena, struct fw_pattern);
    const char *kind = text(reader, object, "pattern"), *ink = text(reader, object, "color");
    const char *background = text(reader, object, "background");
    pattern->hatch = (enum fw_hatch)name_index(kind, hatches, FW_HATCH_COUNT, 0);
    pattern->spacing = number(object, "spacing", 0);
    pattern->width = number(object, "width", 0);
    pattern->angle = number(object, "angle", 0);
    fw_color_parse(ink, strlen(ink), color);
    if (background != NULL) {
        fw_color_parse(background, strlen(background), &pattern->background);
        pattern->background.a = number(object, "backgroundOpacity", 1);
    }
    return pattern;
}

static struct fw_paint read_paint(struct reader *reader, const cJSON *item, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, key);
    struct fw_paint paint = { .kind = FW_PAINT_NONE };
    if (cJSON_IsString(value) &&
        fw_color_parse(value->valuestring, strlen(value->valuestring), &paint.color)) {
        paint.kind = FW_PAINT_COLOR;
    } else if (cJSON_GetObjectItemCaseSensitive(value, "pattern") != NULL) {
        paint.kind = FW_PAINT_PATTERN;
        paint.pattern = read_pattern(reader, value, &paint.color);
    } else if (cJSON_IsObject(value)) {
        paint.kind = FW_PAINT_GRADIENT;
        paint.gradient = read_gradient(reader, value);
    }
    return paint;
}

static void read_style(struct reader *reader, const cJSON *item, struct fw_scene_node *node)
{
    static const char *const caps[] = { "butt", "round", "square" };
    static const char *const joins[] = { "miter", "round", "bevel" };
    struct fw_style style = fw_style_default();
    const cJSON *dash = cJSON_GetObjectItemCaseSensitive(item, "strokeDash");
    style.fill = read_paint(reader, item, "fill");
    style.stroke = read_paint(reader, item, "stroke");
    style.opacity = number(item, "opacity", 1);
    style.fill_opacity = number(item, "fillOpacity", 1);
    style.stroke_opacity = number(item, "strokeOpacity", 1);
    style.stroke_width = number(item, "strokeWidth", 1);
    style.dash_offset = number(item, "strokeDashOffset", 0);
    style.cap = (enum fw_cap)name_index(text(reader, item, "strokeCap"), caps, 3, 0);
    style.join = (enum fw_join)name_index(text(reader, item, "strokeJoin"), joins, 3, 0);
    style.blend = text(reader, item, "blend");
    if (dash != NULL) {
        style.dash_count = (size_t)cJSON_GetArraySize(dash);
        double *lengths = FW_NEW_ARRAY(reader->arena, style.dash_count, double);
        for (size_t i = 0; i < style.dash_count; i++) {
            lengths[i] = cJSON_GetArrayItem(dash, (int)i)->valuedouble;
        }
        style.dash = lengths;
    }
    fw_scene_style(reader->arena, node, &style);
}

static void read_radius(const cJSON *item, const char *key, double radius[4])
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, key);
    for (int i = 0; i < 4; i++) {
        radius[i] =
            cJSON_IsArray(value) ? cJSON_GetArrayItem(value, i)->valuedouble : number(item, key, 0);
    }
}

static void read_text(struct reader *reader, const cJSON *item, struct fw_text *to)
{
    static const char *const aligns[] = { "left", "center", "right" };
    static const char *const baselines[] = { "alphabetic", "top",      "middle",
                                             "bottom",     "line-top", "line-bottom" };
    const char *weight = text(reader, item, "fontWeight"), *style = text(reader, item, "fontStyle");
    to->x = number(item, "x", 0);
    to->y = number(item, "y", 0);
    to->angle = number(item, "angle", 0);
    to->text = text(reader, item, "text");
    to->family = text(reader, item, "font");
    to->size = number(item, "fontSize", 11);
    to->line_height = number(item, "lineHeight", 0);
    to->weight =
        weight != NULL && strcmp(weight, "bold") == 0 ? 700 : (int)number(item, "fontWeight", 400);
    to->italic = style != NULL && strcmp(style, "italic") == 0;
    to->align = (enum fw_align)name_index(text(reader, item, "align"), aligns, 3, 0);
    to->baseline = (enum fw_baseline)name_index(text(reader, item, "baseline"), baselines, 6, 0);
}

static void read_points(struct reader *reader, const cJSON *item, struct fw_scene_node *node)
{
    const cJSON *points = cJSON_GetObjectItemCaseSensitive(item, "points"), *point;
    struct fw_polyline *line = &node->polylines[0];
    const char *orient = text(reader, item, "orient");
    line->count = (size_t)cJSON_GetArraySize(points);
    line->interpolate = text(reader, item, "interpolate");
    line->has_tension = cJSON_HasObjectItem(item, "tension");
    line->tension = number(item, "tension", 0);
    line->horizontal = orient != NULL && strcmp(orient, "horizontal") == 0;
    struct fw_vertex *vertex = FW_NEW_ARRAY(reader->arena, line->count, struct fw_vertex);
    line->vertices = vertex;
    cJSON_ArrayForEach(point, points)
    {
        double numbers[4] = { 0 };
        for (int i = 0; i < 4 && i < cJSON_GetArraySize(point); i++) {
            numbers[i] = cJSON_GetArrayItem(point, i)->valuedouble;
        }
        *vertex++ = (struct fw_vertex){ numbers[0], numbers[1], numbers[2], numbers[3],
                                        cJSON_IsNull(point) };
    }
}

static void read_box(const cJSON *item, double *x, double *y, double *width, double *height)
{
    *x = number(item, "x", 0);
    *y = number(item, "y", 0);
    *width = number(item, "width", 0);
    *height = number(item, "height", 0);
}

static void read_geometry(struct reader *reader, const cJSON *item, struct fw_scene_node *node)
{
    switch (node->kind) {
    case FW_NODE_GROUP:
        read_box(item, &node->group->x, &node->group->y, &node->group->width, &node->group->height);
        read_radius(item, "cornerRadius", node->group->radius);
        break;
    case FW_NODE_RECT: {
        struct fw_rect *rect = &node->rects[0];
        read_box(item, &rect->x, &rect->y, &rect->width, &rect->height);
        read_radius(item, "cornerRadius", rect->radius);
        break;
    }
    case FW_NODE_RULE:
        node->rules[0] = (struct fw_rule){ number(item, "x", 0), number(item, "y", 0),
                                           number(item, "x2", 0), number(item, "y2", 0) };
        break;
    case FW_NODE_SYMBOL:
        node->symbols[0] = (struct fw_symbol){ number(item, "x", 0), number(item, "y", 0),
                                               number(item, "size", 64), number(item, "angle", 0),
                                               text(reader, item, "shape") };
        break;
    case FW_NODE_TEXT:
        read_text(reader, item, &node->texts[0]);
        break;
    case FW_NODE_LINE:
    case FW_NODE_AREA:
    case FW_NODE_TRAIL:
        read_points(reader, item, node);
        break;
    case FW_NODE_ARC:
        node->arcs[0] =
            (struct fw_arc){ number(item, "x", 0),           number(item, "y", 0),
                             number(item, "startAngle", 0),  number(item, "endAngle", 0),
                             number(item, "innerRadius", 0), number(item, "outerRadius", 0),
                             number(item, "padAngle", 0),    number(item, "cornerRadius", 0) };
        break;
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        node->paths[0].path = text(reader, item, "path");
        break;
    case FW_NODE_IMAGE: {
        struct fw_image *image = &node->images[0];
        read_box(item, &image->x, &image->y, &image->width, &image->height);
        image->url = text(reader, item, "url");
        image->file = reader->images == NULL
                          ? NULL
                          : fw_arena_printf(reader->arena, "%s/%s", reader->images, image->url);
        break;
    }
    }
}

static enum fw_node_kind read_kind(struct reader *reader, const cJSON *item)
{
    const char *mark = text(reader, item, "mark");
    for (int kind = FW_NODE_GROUP; mark != NULL && kind < FW_NODE_IMAGE; kind++) {
        if (strcmp(fw_node_kind_name((enum fw_node_kind)kind), mark) == 0) {
            return (enum fw_node_kind)kind;
        }
    }
    return FW_NODE_IMAGE;
}

static enum fw_role read_role(struct reader *reader, const cJSON *item)
{
    const char *name = text(reader, item, "role");
    for (int role = 0; name != NULL && role < FW_ROLE_COUNT; role++) {
        if (strcmp(fw_role_name((enum fw_role)role), name) == 0) {
            return (enum fw_role)role;
        }
    }
    return FW_ROLE_MARK;
}

/* The group that a clipped item needs around it: the parent where it has no clip. */
static struct fw_scene_node *clip_group(struct reader *reader, const cJSON *item, double *x,
                                        double *y)
{
    const cJSON *clip = cJSON_GetObjectItemCaseSensitive(item, "clip");
    if (clip == NULL) {
        return reader->parent;
    }
    struct fw_scene_node *node =
        fw_scene_add(reader->arena, reader->parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_group *group = node->group;
    *x = group->x = cJSON_GetArrayItem(clip, 0)->valuedouble;
    *y = group->y = cJSON_GetArrayItem(clip, 1)->valuedouble;
    group->width = cJSON_GetArrayItem(clip, 2)->valuedouble - group->x;
    group->height = cJSON_GetArrayItem(clip, 3)->valuedouble - group->y;
    group->clip = true;
    read_radius(item, "clipRadius", group->radius);
    return node;
}

static void read_item(struct reader *reader, const cJSON *item)
{
    double x = 0, y = 0;
    struct fw_scene_node *parent = clip_group(reader, item, &x, &y);
    if (x != 0 || y != 0) { /* the item keeps its absolute place */
        parent = fw_scene_add(reader->arena, parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
        parent->group->x = -x;
        parent->group->y = -y;
    }
    struct fw_scene_node *node =
        fw_scene_add(reader->arena, parent, read_kind(reader, item), read_role(reader, item), 1);
    read_style(reader, item, node);
    read_geometry(reader, item, node);
}

struct fw_scene *scene_file_read(struct fw_arena *arena, const char *file, const char *images)
{
    char *json = text_file_read(arena, file);
    cJSON *root = json == NULL ? NULL : cJSON_Parse(json);
    if (root == NULL) {
        return NULL;
    }
    struct fw_scene *scene = FW_NEW(arena, struct fw_scene);
    struct reader reader = { .arena = arena, .images = images };
    const cJSON *background = cJSON_GetObjectItemCaseSensitive(root, "background"), *item;
    scene->width = number(root, "width", 0);
    scene->height = number(root, "height", 0);
    scene->has_background = cJSON_IsString(background) &&
                            fw_color_parse(background->valuestring, strlen(background->valuestring),
                                           &scene->background);
    scene->root = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    reader.parent = scene->root;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "items"))
    {
        read_item(&reader, item);
    }
    cJSON_Delete(root);
    return scene;
}
