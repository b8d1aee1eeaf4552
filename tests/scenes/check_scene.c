/*
 * check-scene FILE...: holds scene files against docs/scene.md, property by property. Says what
 * breaks the format and ends with 1 when anything does. Strict: a name or value that the format
 * does not have is a fault.
 */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/scene_file.h"

/* Where the check is, for messages. */
struct place {
    const char *file;
    int item; /* from 0; -1: the scene itself */
    const char *mark, *role;
    size_t faults;
};

__attribute__((format(printf, 2, 3))) static void fault(struct place *at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", at->file);
    if (at->item >= 0) {
        fprintf(stderr, "item %d (%s, %s): ", at->item, at->role, at->mark);
    }
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    at->faults++;
}

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_of(const cJSON *object, const char *key)
{
    const cJSON *value = member(object, key);
    return cJSON_IsString(value) ? value->valuestring : "";
}

static bool one_of(const char *text, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (strcmp(text, *names) == 0) {
            return true;
        }
    }
    return false;
}

/* --- values, each a rule that a property names --- */

static bool has_decimals(const cJSON *value, int decimals)
{
    if (!cJSON_IsNumber(value) || !isfinite(value->valuedouble)) {
        return false;
    }
    double scaled = value->valuedouble * pow(10, decimals);
    return fabs(scaled - round(scaled)) < 1e-4;
}

static bool is_number(const cJSON *value)
{
    return has_decimals(value, 3);
}

static bool is_angle(const cJSON *value) /* radians */
{
    return has_decimals(value, 6);
}

static bool is_length(const cJSON *value)
{
    return is_number(value) && value->valuedouble >= 0;
}

static bool is_positive(const cJSON *value)
{
    return is_number(value) && value->valuedouble > 0;
}

static bool is_share(const cJSON *value)
{
    return is_length(value) && value->valuedouble <= 1;
}

static bool is_visible(const cJSON *value)
{
    return is_positive(value) && value->valuedouble <= 1;
}

static bool is_string(const cJSON *value)
{
    return cJSON_IsString(value);
}

static bool is_color(const cJSON *value)
{
    return cJSON_IsString(value) && strlen(value->valuestring) == 7 &&
           value->valuestring[0] == '#' && strspn(value->valuestring + 1, "0123456789abcdef") == 6;
}

static bool is_array_of(const cJSON *value, bool (*rule)(const cJSON *), int least, int most)
{
    const cJSON *item;
    int count = cJSON_GetArraySize(value);
    if (!cJSON_IsArray(value) || count < least || count > most) {
        return false;
    }
    cJSON_ArrayForEach(item, value)
    {
        if (!rule(item)) {
            return false;
        }
    }
    return true;
}

static bool is_stop(const cJSON *value)
{
    int count = cJSON_GetArraySize(value);
    return cJSON_IsArray(value) && (count == 2 || count == 3) &&
           is_share(cJSON_GetArrayItem(value, 0)) && is_color(cJSON_GetArrayItem(value, 1)) &&
           (count == 2 || is_share(cJSON_GetArrayItem(value, 2)));
}

static bool is_gradient(const cJSON *value)
{
    static const char *const names[] = { "gradient", "x1", "y1",    "x2", "y2",
                                         "r1",       "r2", "stops", NULL };
    bool radial = strcmp(text_of(value, "gradient"), "radial") == 0;
    if (!cJSON_IsObject(value) || (!radial && strcmp(text_of(value, "gradient"), "linear") != 0)) {
        return false;
    }
    const cJSON *part;
    cJSON_ArrayForEach(part, value)
    {
        bool radius = part->string[0] == 'r';
        bool coordinate = radius || part->string[0] == 'x' || part->string[0] == 'y';
        if (!one_of(part->string, names) || (radius && !radial) ||
            (coordinate && !is_number(part))) {
            return false;
        }
    }
    return is_array_of(member(value, "stops"), is_stop, 1, 1000);
}

static bool is_pattern(const cJSON *value)
{
    static const char *const kinds[] = { "lines", "cross", "dots", NULL };
    static const char *const numbers[] = { "spacing", "width", "angle", NULL };
    if (!cJSON_IsObject(value) || !one_of(text_of(value, "pattern"), kinds) ||
        !is_color(member(value, "color")) || !is_number(member(value, "spacing")) ||
        !is_number(member(value, "width"))) {
        return false;
    }
    const cJSON *part;
    cJSON_ArrayForEach(part, value)
    {
        const char *name = part->string;
        bool is_known = strcmp(name, "pattern") == 0 || strcmp(name, "color") == 0 ||
                        (strcmp(name, "background") == 0 && is_color(part)) ||
                        (strcmp(name, "backgroundOpacity") == 0 && is_share(part)) ||
                        (one_of(name, numbers) && is_number(part));
        if (!is_known) {
            return false;
        }
    }
    return true;
}

static bool is_paint(const cJSON *value)
{
    return is_color(value) || is_gradient(value) || is_pattern(value);
}

static bool is_dash(const cJSON *value)
{
    return is_array_of(value, is_length, 1, 100);
}

static bool is_box(const cJSON *value) /* x1, y1, x2, y2 */
{
    return is_array_of(value, is_number, 4, 4) &&
           cJSON_GetArrayItem(value, 0)->valuedouble <= cJSON_GetArrayItem(value, 2)->valuedouble &&
           cJSON_GetArrayItem(value, 1)->valuedouble <= cJSON_GetArrayItem(value, 3)->valuedouble;
}

static bool is_radius(const cJSON *value)
{
    return is_length(value) || is_array_of(value, is_length, 4, 4);
}

static bool is_word(const cJSON *value, const char *const *words)
{
    return cJSON_IsString(value) && one_of(value->valuestring, words);
}

static bool is_cap(const cJSON *value)
{
    static const char *const words[] = { "butt", "round", "square", NULL };
    return is_word(value, words);
}

static bool is_join(const cJSON *value)
{
    static const char *const words[] = { "miter", "round", "bevel", NULL };
    return is_word(value, words);
}

static bool is_align(const cJSON *value)
{
    static const char *const words[] = { "left", "center", "right", NULL };
    return is_word(value, words);
}

static bool is_baseline(const cJSON *value)
{
    static const char *const words[] = { "alphabetic", "top",         "middle", "bottom",
                                         "line-top",   "line-bottom", NULL };
    return is_word(value, words);
}

static bool is_orient(const cJSON *value)
{
    static const char *const words[] = { "horizontal", "vertical", NULL };
    return is_word(value, words);
}

static bool is_weight(const cJSON *value)
{
    static const char *const words[] = { "normal", "bold", NULL };
    return is_word(value, words) ||
           (is_positive(value) && value->valuedouble != 400 && value->valuedouble != 700);
}

static bool is_interpolation(const cJSON *value)
{
    static const char *const words[] = {
        "linear",           "linear-closed",      "step",
        "step-before",      "step-after",         "basis",
        "basis-open",       "basis-closed",       "bundle",
        "cardinal",         "monotone",           "natural",
        "catmull-rom",      "cardinal-open",      "cardinal-closed",
        "catmull-rom-open", "catmull-rom-closed", NULL,
    };
    return is_word(value, words);
}

/* Lines are trimmed, and there is something to read. */
static bool is_label(const cJSON *value)
{
    if (!cJSON_IsString(value) || strspn(value->valuestring, " \n") == strlen(value->valuestring)) {
        return false;
    }
    for (const char *line = value->valuestring; line != NULL;) {
        size_t length = strcspn(line, "\n");
        if (length > 0 && (line[0] == ' ' || line[length - 1] == ' ')) {
            return false;
        }
        line = line[length] == '\0' ? NULL : line + length + 1;
    }
    return true;
}

/* Absolute commands M L Q C A Z, each with its numbers, of at most 2 decimals. */
static bool is_path(const cJSON *value)
{
    static const char commands[] = "MLQCAZ";
    static const int counts[] = { 2, 2, 4, 6, 7, 0 };
    const char *at = cJSON_IsString(value) ? value->valuestring : "";
    if (*at != 'M') {
        return false;
    }
    while (*at != '\0') {
        const char *command = strchr(commands, *at++);
        int count = 0;
        if (command == NULL) {
            return false;
        }
        for (; strspn(at, "-0123456789.") > 0; count++) {
            size_t whole = strspn(at, "-0123456789"), part = 0;
            at += whole;
            if (*at == '.') {
                part = strspn(at + 1, "0123456789");
                at += part + 1;
            }
            if (whole + part == 0 || part > 2) {
                return false;
            }
            at += *at == ',' || *at == ' ';
        }
        if (count != counts[command - commands]) {
            return false;
        }
    }
    return true;
}

/* A name of Vega's, or the path of a shape of one's own, in any SVG spelling. */
static bool is_shape(const cJSON *value)
{
    static const char *const words[] = {
        "circle",
        "square",
        "cross",
        "diamond",
        "triangle",
        "triangle-up",
        "triangle-down",
        "triangle-right",
        "triangle-left",
        "arrow",
        "wedge",
        "stroke",
        NULL,
    };
    return is_word(value, words) || (cJSON_IsString(value) && (value->valuestring[0] == 'M' ||
                                                               value->valuestring[0] == 'm'));
}

static bool are_points(const cJSON *value, int numbers)
{
    const cJSON *point;
    int there = 0;
    cJSON_ArrayForEach(point, value)
    {
        if (cJSON_IsNull(point)) {
            continue;
        }
        if (!is_array_of(point, is_number, numbers, numbers)) {
            return false;
        }
        there++;
    }
    return cJSON_IsArray(value) && there > 0;
}

static bool are_line_points(const cJSON *value)
{
    return are_points(value, 2) && cJSON_GetArraySize(value) > 1;
}

static bool are_area_points(const cJSON *value)
{
    return are_points(value, 4);
}

static bool are_trail_points(const cJSON *value)
{
    return are_points(value, 3);
}

/* --- which properties there are --- */

struct property {
    const char *name;
    bool (*rule)(const cJSON *value);
    bool needed;
};

static const struct property any_properties[] = {
    { "mark", is_string, true },
    { "role", is_string, true },
    { "opacity", is_visible, false },
    { "blend", is_string, false },
    { "clip", is_box, false },
    { "clipRadius", is_radius, false },
    { 0 },
};
static const struct property style_properties[] = {
    { "fill", is_paint, false },         { "stroke", is_paint, false },
    { "fillOpacity", is_share, false },  { "strokeOpacity", is_share, false },
    { "strokeWidth", is_length, false }, { "strokeDash", is_dash, false },
    { "strokeCap", is_cap, false },      { "strokeDashOffset", is_number, false },
    { "strokeJoin", is_join, false },    { 0 },
};
static const struct property rect_properties[] = {
    { "x", is_number, true },
    { "y", is_number, true },
    { "width", is_length, true },
    { "height", is_length, true },
    { "cornerRadius", is_radius, false },
    { 0 },
};
static const struct property rule_properties[] = {
    { "x", is_number, true },
    { "y", is_number, true },
    { "x2", is_number, true },
    { "y2", is_number, true },
    { 0 },
};
static const struct property symbol_properties[] = {
    { "x", is_number, true },    { "y", is_number, true },      { "size", is_positive, true },
    { "shape", is_shape, true }, { "angle", is_number, false }, { 0 },
};
static const struct property text_properties[] = {
    { "x", is_number, true },
    { "y", is_number, true },
    { "text", is_label, true },
    { "align", is_align, false },
    { "baseline", is_baseline, false },
    { "angle", is_number, false },
    { "font", is_string, true },
    { "fontSize", is_positive, true },
    { "fontWeight", is_weight, false },
    { "fontStyle", is_string, false },
    { "lineHeight", is_positive, false },
    { 0 },
};
static const struct property line_properties[] = {
    { "points", are_line_points, true },
    { "interpolate", is_interpolation, false },
    { "tension", is_number, false },
    { 0 },
};
static const struct property area_properties[] = {
    { "points", are_area_points, true },
    { "interpolate", is_interpolation, false },
    { "tension", is_number, false },
    { "orient", is_orient, false },
    { 0 },
};
static const struct property trail_properties[] = {
    { "points", are_trail_points, true },
    { "interpolate", is_interpolation, false },
    { "tension", is_number, false },
    { 0 },
};
static const struct property arc_properties[] = {
    { "x", is_number, true },
    { "y", is_number, true },
    { "startAngle", is_angle, true },
    { "endAngle", is_angle, true },
    { "innerRadius", is_length, true },
    { "outerRadius", is_length, true },
    { "padAngle", is_angle, false },
    { "cornerRadius", is_length, false },
    { 0 },
};
static const struct property path_properties[] = {
    { "x", is_number, true },      { "y", is_number, true },  { "width", is_length, true },
    { "height", is_length, true }, { "path", is_path, true }, { 0 },
};
static const struct property image_properties[] = {
    { "x", is_number, true },      { "y", is_number, true },   { "width", is_length, true },
    { "height", is_length, true }, { "url", is_string, true }, { 0 },
};

static const struct mark {
    const char *name;
    const struct property *geometry;
} marks[] = {
    { "rect", rect_properties },
    { "group", rect_properties },
    { "symbol", symbol_properties },
    { "text", text_properties },
    { "rule", rule_properties },
    { "line", line_properties },
    { "area", area_properties },
    { "trail", trail_properties },
    { "arc", arc_properties },
    { "path", path_properties },
    { "shape", path_properties },
    { "image", image_properties },
    { 0 },
};

/* `mark`: the only one that the role is given to; NULL: any but group. */
static const struct role {
    const char *name, *mark;
} roles[] = {
    { "mark", NULL },
    { "frame", "group" },
    { "axis-domain", "rule" },
    { "axis-grid", "rule" },
    { "axis-tick", "rule" },
    { "axis-label", "text" },
    { "axis-title", "text" },
    { "legend-symbol", "symbol" },
    { "legend-label", "text" },
    { "legend-title", "text" },
    { "legend-gradient", "rect" },
    { "legend-band", "rect" },
    { "legend", "group" },
    { "title-text", "text" },
    { "title-subtitle", "text" },
    { "header-label", "text" },
    { "header-title", "text" },
    { "header-subtitle", "text" },
    { "direct-label", "text" },
    { "value-label", "text" },
    { "label-leader", "rule" },
    { "annotation", NULL },
    { "note", "text" },
    { "note", "rule" },
    { "note", "image" },
    { 0 },
};

static const struct property *property_find(const struct property *table, const char *name)
{
    for (; table != NULL && table->name != NULL; table++) {
        if (strcmp(table->name, name) == 0) {
            return table;
        }
    }
    return NULL;
}

static void check_needed(struct place *at, const cJSON *item, const struct property *table)
{
    for (; table != NULL && table->name != NULL; table++) {
        if (table->needed && member(item, table->name) == NULL) {
            fault(at, "'%s' is missing", table->name);
        }
    }
}

static void check_role(struct place *at)
{
    bool known = false, fits = false;
    for (const struct role *role = roles; role->name != NULL; role++) {
        if (strcmp(role->name, at->role) == 0) {
            known = true;
            fits = fits || (role->mark == NULL ? strcmp(at->mark, "group") != 0
                                               : strcmp(at->mark, role->mark) == 0);
        }
    }
    if (!known) {
        fault(at, "there is no such role");
    } else if (!fits) {
        fault(at, "the mark does not fit the role");
    }
}

/* What one property says about another, and that something is painted. */
static void check_together(struct place *at, const cJSON *item)
{
    static const char *const pairs[][2] = {
        { "stroke", "strokeWidth" },   { "strokeWidth", "stroke" },
        { "strokeOpacity", "stroke" }, { "strokeDash", "stroke" },
        { "fillOpacity", "fill" },     { "strokeDashOffset", "strokeDash" },
        { "strokeCap", "stroke" },     { "strokeJoin", "stroke" },
        { "clipRadius", "clip" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (member(item, pairs[i][0]) != NULL && member(item, pairs[i][1]) == NULL) {
            fault(at, "'%s' without '%s'", pairs[i][0], pairs[i][1]);
        }
    }
    if (strcmp(at->mark, "image") != 0 && member(item, "fill") == NULL &&
        member(item, "stroke") == NULL) {
        fault(at, "neither fill nor stroke");
    }
    /* With caps, a rule without length is a dot. */
    if (strcmp(at->mark, "rule") == 0 && member(item, "strokeCap") == NULL &&
        cJSON_Compare(member(item, "x"), member(item, "x2"), true) &&
        cJSON_Compare(member(item, "y"), member(item, "y2"), true)) {
        fault(at, "a rule without length");
    }
    if (strchr(text_of(item, "text"), '\n') != NULL && member(item, "lineHeight") == NULL) {
        fault(at, "lines without 'lineHeight'");
    }
}

static void check_item(struct place *at, const cJSON *item)
{
    at->mark = text_of(item, "mark");
    at->role = text_of(item, "role");
    const struct mark *mark = marks;
    while (mark->name != NULL && strcmp(mark->name, at->mark) != 0) {
        mark++;
    }
    if (mark->name == NULL) {
        fault(at, "there is no such mark");
        return;
    }
    bool styled = strcmp(at->mark, "image") != 0;
    const cJSON *value;
    cJSON_ArrayForEach(value, item)
    {
        const struct property *property = property_find(any_properties, value->string);
        property = property == NULL ? property_find(mark->geometry, value->string) : property;
        property =
            property == NULL && styled ? property_find(style_properties, value->string) : property;
        if (property == NULL) {
            fault(at, "'%s' is no property of it", value->string);
        } else if (!property->rule(value)) {
            char *text = cJSON_PrintUnformatted(value);
            fault(at, "'%s' may not be %.80s", value->string, text);
            cJSON_free(text);
        } else if (member(item, value->string) != value) {
            fault(at, "'%s' is there twice", value->string);
        }
    }
    check_needed(at, item, any_properties);
    check_needed(at, item, mark->geometry);
    check_role(at);
    check_together(at, item);
}

static void check_scene(struct place *at, const cJSON *scene)
{
    static const char *const names[] = { "width", "height", "background", "items", NULL };
    const cJSON *background = member(scene, "background"), *items = member(scene, "items"), *part;
    cJSON_ArrayForEach(part, scene)
    {
        if (part->string == NULL || !one_of(part->string, names) ||
            member(scene, part->string) != part) {
            fault(at, "'%s' is no property of a scene, or there twice",
                  part->string == NULL ? "" : part->string);
        }
    }
    if (!is_length(member(scene, "width")) || !is_length(member(scene, "height"))) {
        fault(at, "'width' and 'height' must be numbers");
    }
    if (!cJSON_IsNull(background) && !is_color(background)) {
        fault(at, "'background' must be a colour or null");
    }
    if (!cJSON_IsArray(items)) {
        fault(at, "'items' must be an array");
    }
    cJSON_ArrayForEach(part, items)
    {
        at->item++;
        check_item(at, part);
    }
}

static bool check_file(const char *name)
{
    struct fw_arena *arena = fw_arena_create();
    struct place at = { .file = name, .item = -1 };
    const char *text = text_file_read(arena, name);
    cJSON *scene = text == NULL ? NULL : cJSON_ParseWithOpts(text, NULL, true);
    if (scene == NULL) {
        fault(&at, "cannot be read as JSON");
    } else {
        check_scene(&at, scene);
    }
    cJSON_Delete(scene);
    fw_arena_destroy(arena);
    return at.faults == 0;
}

int main(int argc, char **argv)
{
    int bad = 0;
    for (int i = 1; i < argc; i++) {
        bad += !check_file(argv[i]);
    }
    printf("%d scenes, %d of them break the format\n", argc - 1, bad);
    return argc < 2 || bad > 0;
}
