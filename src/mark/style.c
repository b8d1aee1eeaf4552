/* Styles of a mark's items. */
#include "mark/style.h"

#include <math.h>
#include <string.h>

#include "base/word.h"
#include "expr/predicate.h"
#include "mark/position.h"

/* Styles are looked up by what they were made from: a small table, filled first come first served.
 */
enum { CACHE_SIZE = 512 };

struct fw_styler_entry {
    bool used;
    uint32_t index;
    struct fw_value key[FW_STYLE_PARTS];
};

double fw_mark_number(const struct fw_unit *unit, const char *property, double fallback)
{
    struct fw_value value = fw_unit_eval(unit, fw_unit_prop(unit, property, NULL), SIZE_MAX);
    return value.kind == FW_NUMBER ? value.number : fallback;
}

const char *fw_mark_word(const struct fw_unit *unit, const char *property, const char *fallback)
{
    struct fw_value value = fw_unit_eval(unit, fw_unit_prop(unit, property, NULL), SIZE_MAX);
    return value.kind == FW_STRING ? value.string->text : fallback;
}

void fw_corner_radii(const struct fw_unit *unit, double radii[4])
{
    static const char *const names[] = { "cornerRadiusTopLeft", "cornerRadiusTopRight",
                                         "cornerRadiusBottomRight", "cornerRadiusBottomLeft" };
    double all = fw_mark_number(unit, "cornerRadius", 0);
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        radii[i] = fw_mark_number(unit, names[i], all);
    }
}

bool fw_mark_hatches(const char *mark)
{
    static const char *const marks[] = { "arc",      "area", "bar",   "circle",
                                         "geoshape", "rect", "square" };
    for (size_t i = 0; i < FW_COUNT(marks); i++) {
        if (strcmp(mark, marks[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The reference of one condition: its value, or its field. */
static struct fw_ref condition_ref(const struct fw_unit *unit, enum fw_channel channel,
                                   const struct fw_channel_def *owner, struct fw_value condition)
{
    if (owner->condition != NULL && (fw_has(condition, "field") || fw_has(condition, "datum") ||
                                     fw_has(condition, "aggregate"))) {
        return fw_mid_point(unit, channel, owner->condition, NULL, NAN, fw_ref_none());
    }
    return fw_ref_written(unit, fw_get(condition, "value"), channel);
}

/* Conditions come before the main reference; the first that holds wins. */
static void add_conditions(const struct fw_unit *unit, enum fw_channel channel,
                           const struct fw_channel_def *def, struct fw_ref *ref)
{
    size_t count = fw_length(def->conditions);
    struct fw_ref_case *cases =
        FW_NEW_ARRAY(unit->make.arena, count + ref->case_count, struct fw_ref_case);
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        struct fw_value condition = fw_at(def->conditions, i);
        const struct fw_predicate *test =
            fw_predicate_of_condition(unit->make.arena, unit->make.strings, condition, &unit->env);
        if (test != NULL) {
            cases[made].test = test;
            cases[made++].ref = condition_ref(unit, channel, def, condition);
        }
    }
    if (ref->case_count > 0) {
        memcpy(cases + made, ref->cases, ref->case_count * sizeof *cases);
    }
    ref->cases = cases;
    ref->case_count += made;
}

/* The reference of a channel that may be conditional, over a default. */
static struct fw_ref channel_ref(const struct fw_unit *unit, enum fw_channel channel,
                                 struct fw_ref fallback)
{
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    if (!fw_encoding_has(unit->encoding, channel)) {
        return fallback;
    }
    struct fw_ref ref = fw_mid_point(unit, channel, def, NULL, NAN, fallback);
    fw_ref_add_invalid_case(unit, channel, def, &ref);
    if (fw_length(def->conditions) > 0) {
        add_conditions(unit, channel, def, &ref);
    }
    return ref;
}

struct fw_ref fw_non_position(const struct fw_unit *unit, enum fw_channel channel,
                              const char *property, const char *vg)
{
    struct fw_ref fallback =
        fw_ref_written(unit, fw_unit_prop(unit, property, vg), FW_CHANNEL_NONE);
    return channel_ref(unit, channel, fallback);
}

/* A channel of its own goes before `color`, and so does a mark's own "fill" or "stroke". */
static void settle_color(const struct fw_unit *unit, enum fw_channel channel,
                         struct fw_value fallback, struct fw_ref *ref)
{
    struct fw_value own = fw_get(unit->mark_def, fw_channel_name(channel));
    if (fw_encoding_has(unit->encoding, channel)) {
        *ref = channel_ref(unit, channel, fw_ref_written(unit, fallback, FW_CHANNEL_NONE));
    } else if (own.kind != FW_UNDEFINED) {
        *ref = fw_ref_written(unit, own, FW_CHANNEL_NONE);
    }
}

/* Source: color() of Vega-Lite's mark encoders. */
static void init_colors(struct fw_styler *styler, const struct fw_unit *unit)
{
    static const char *const hollow[] = { "bar", "point", "circle", "square", "geoshape" };
    bool filled = fw_get_boolean(unit->mark_def, "filled", true);
    struct fw_value fill = fw_unit_written(unit, filled ? "color" : "", "fill");
    struct fw_value stroke = fw_unit_written(unit, filled ? "" : "color", "stroke");
    struct fw_value plain = fw_config_get(unit->config, "mark", "color");
    if (fill.kind == FW_UNDEFINED && filled) {
        fill = plain;
    } else if (fill.kind == FW_UNDEFINED && fw_word_in(unit->mark, hollow, FW_COUNT(hollow))) {
        fill = fw_text_value(unit->make, "transparent");
    }
    if (stroke.kind == FW_UNDEFINED && !filled) {
        stroke = plain;
    }
    fill = fill.kind != FW_UNDEFINED ? fill : fw_unit_prop(unit, "", "fill");
    stroke = stroke.kind != FW_UNDEFINED ? stroke : fw_unit_prop(unit, "", "stroke");
    struct fw_ref *f = &styler->refs[FW_STYLE_FILL], *s = &styler->refs[FW_STYLE_STROKE];
    *f = fw_ref_written(unit, fill, FW_CHANNEL_NONE);
    *s = fw_ref_written(unit, stroke, FW_CHANNEL_NONE);
    struct fw_ref *main = filled ? f : s;
    *main = channel_ref(unit, FW_CHANNEL_COLOR, *main);
    settle_color(unit, FW_CHANNEL_FILL, fill, f);
    settle_color(unit, FW_CHANNEL_STROKE, stroke, s);
}

/* The stroke width: of lines and rules their `size` speaks first. */
static struct fw_ref stroke_width(const struct fw_unit *unit)
{
    static const char *const sized[] = { "line", "rule" };
    if (fw_word_in(unit->mark, sized, FW_COUNT(sized))) {
        bool encoded = fw_encoding_has(unit->encoding, FW_CHANNEL_SIZE);
        struct fw_value size = fw_unit_written(unit, "size", "strokeWidth");
        bool written =
            !fw_encoding_has(unit->encoding, FW_CHANNEL_STROKEWIDTH) && size.kind != FW_UNDEFINED;
        if (encoded || written) {
            return fw_non_position(unit, FW_CHANNEL_SIZE, "size", "strokeWidth");
        }
    }
    return fw_non_position(unit, FW_CHANNEL_STROKEWIDTH, "strokeWidth", NULL);
}

static enum fw_cap cap_of(const char *word)
{
    return word == NULL                  ? FW_CAP_BUTT
           : strcmp(word, "round") == 0  ? FW_CAP_ROUND
           : strcmp(word, "square") == 0 ? FW_CAP_SQUARE
                                         : FW_CAP_BUTT;
}

static enum fw_join join_of(const char *word)
{
    return word == NULL                 ? FW_JOIN_MITER
           : strcmp(word, "round") == 0 ? FW_JOIN_ROUND
           : strcmp(word, "bevel") == 0 ? FW_JOIN_BEVEL
                                        : FW_JOIN_MITER;
}

void fw_styler_init(struct fw_styler *styler, const struct fw_unit *unit)
{
    memset(styler, 0, sizeof *styler);
    styler->unit = unit;
    styler->last_index = SIZE_MAX;
    styler->cache = FW_NEW_ARRAY(unit->make.arena, CACHE_SIZE, struct fw_styler_entry);
    init_colors(styler, unit);
    styler->refs[FW_STYLE_OPACITY] = fw_non_position(unit, FW_CHANNEL_OPACITY, "opacity", NULL);
    styler->refs[FW_STYLE_FILL_OPACITY] =
        fw_non_position(unit, FW_CHANNEL_FILLOPACITY, "fillOpacity", NULL);
    styler->refs[FW_STYLE_STROKE_OPACITY] =
        fw_non_position(unit, FW_CHANNEL_STROKEOPACITY, "strokeOpacity", NULL);
    styler->refs[FW_STYLE_STROKE_WIDTH] = stroke_width(unit);
    styler->refs[FW_STYLE_STROKE_DASH] =
        fw_non_position(unit, FW_CHANNEL_STROKEDASH, "strokeDash", NULL);
    styler->base = fw_style_default();
    styler->base.cap = cap_of(fw_mark_word(unit, "strokeCap", NULL));
    styler->base.join = join_of(fw_mark_word(unit, "strokeJoin", NULL));
    styler->base.dash_offset = fw_mark_number(unit, "strokeDashOffset", 0);
    styler->base.miter_limit = fw_mark_number(unit, "strokeMiterLimit", styler->base.miter_limit);
    styler->base.blend = fw_mark_word(unit, "blend", NULL);
    styler->hatches = fw_mark_hatches(unit->mark);
    styler->constant = true;
    for (size_t i = 0; i < FW_STYLE_PARTS; i++) {
        styler->constant = styler->constant && fw_ref_constant(&styler->refs[i]);
    }
}

static const struct fw_gradient *gradient_of(struct fw_arena *arena, struct fw_value value)
{
    struct fw_gradient *gradient = FW_NEW(arena, struct fw_gradient);
    gradient->radial = fw_is_text(fw_get(value, "gradient"), "radial");
    double mid = gradient->radial ? 0.5 : 0;
    gradient->x1 = fw_get_number(value, "x1", mid);
    gradient->y1 = fw_get_number(value, "y1", mid);
    gradient->x2 = fw_get_number(value, "x2", gradient->radial ? 0.5 : 1);
    gradient->y2 = fw_get_number(value, "y2", mid);
    gradient->r1 = fw_get_number(value, "r1", 0);
    gradient->r2 = fw_get_number(value, "r2", 0.5);
    struct fw_value stops = fw_get(value, "stops");
    struct fw_gradient_stop *made = FW_NEW_ARRAY(arena, fw_length(stops), struct fw_gradient_stop);
    for (size_t i = 0; i < fw_length(stops); i++) {
        const char *color = fw_get_text(fw_at(stops, i), "color", "#000");
        made[i].offset = fw_get_number(fw_at(stops, i), "offset", 0);
        if (!fw_color_parse(color, strlen(color), &made[i].color)) {
            made[i].color = (struct fw_color){ 0, 0, 0, 1 };
        }
    }
    gradient->stops = made;
    gradient->stop_count = fw_length(stops);
    return gradient;
}

static struct fw_color color_of(struct fw_value value, struct fw_color fallback)
{
    struct fw_color color;
    return value.kind == FW_STRING &&
                   fw_color_parse(value.string->text, value.string->length, &color)
               ? color
               : fallback;
}

static struct fw_paint hatched(struct fw_arena *arena, struct fw_value value)
{
    static const char *const names[FW_HATCH_COUNT] = { "lines", "cross", "dots" };
    static const struct fw_color black = { 0, 0, 0, 1 }, clear = { 0, 0, 0, 0 };
    struct fw_pattern *pattern = FW_NEW(arena, struct fw_pattern);
    for (int i = 0; i < FW_HATCH_COUNT; i++) {
        if (fw_is_text(fw_get(value, "hatch"), names[i])) {
            pattern->hatch = (enum fw_hatch)i;
        }
    }
    pattern->background = color_of(fw_get(value, "background"), clear);
    pattern->spacing = fw_get_number(value, "spacing", 6);
    pattern->width = fw_get_number(value, "width", 2);
    pattern->angle = fw_get_number(value, "angle", 45);
    return (struct fw_paint){ .kind = FW_PAINT_PATTERN,
                              .color = color_of(fw_get(value, "color"), black),
                              .pattern = pattern };
}

struct fw_paint fw_paint_of(struct fw_arena *arena, struct fw_value value)
{
    struct fw_paint paint = { .kind = FW_PAINT_NONE };
    if (value.kind == FW_STRING) {
        /* "transparent" paints nothing, yet its stroke takes room, as in Vega. */
        if (fw_color_parse(value.string->text, value.string->length, &paint.color)) {
            paint.kind = FW_PAINT_COLOR;
        }
    } else if (fw_has(value, "gradient")) {
        paint.kind = FW_PAINT_GRADIENT;
        paint.gradient = gradient_of(arena, value);
    } else if (fw_has(value, "hatch")) {
        paint = hatched(arena, value);
    }
    return paint;
}

static double opacity_of(struct fw_value value)
{
    return fw_is_nil(value) ? 1 : fw_to_number(value);
}

static void set_dash(struct fw_arena *arena, struct fw_style *style, struct fw_value value)
{
    style->dash_count = fw_length(value);
    double *dash = FW_NEW_ARRAY(arena, style->dash_count, double);
    for (size_t i = 0; i < style->dash_count; i++) {
        dash[i] = fw_to_number(fw_at(value, i));
    }
    style->dash = style->dash_count > 0 ? dash : NULL;
}

static struct fw_style make_style(const struct fw_styler *styler, const struct fw_value *parts)
{
    struct fw_arena *arena = styler->unit->make.arena;
    struct fw_style style = styler->base;
    style.fill = fw_paint_of(arena, parts[FW_STYLE_FILL]);
    if (style.fill.kind == FW_PAINT_PATTERN && !styler->hatches) {
        style.fill.kind = FW_PAINT_COLOR;
    }
    style.stroke = fw_paint_of(arena, parts[FW_STYLE_STROKE]);
    if (style.stroke.kind == FW_PAINT_PATTERN) {
        style.stroke.kind = FW_PAINT_COLOR;
    }
    style.opacity = opacity_of(parts[FW_STYLE_OPACITY]);
    style.fill_opacity = opacity_of(parts[FW_STYLE_FILL_OPACITY]);
    style.stroke_opacity = opacity_of(parts[FW_STYLE_STROKE_OPACITY]);
    if (!fw_is_nil(parts[FW_STYLE_STROKE_WIDTH])) {
        style.stroke_width = fw_to_number(parts[FW_STYLE_STROKE_WIDTH]);
    }
    set_dash(arena, &style, parts[FW_STYLE_STROKE_DASH]);
    return style;
}

static bool same(const struct fw_value *a, const struct fw_value *b)
{
    for (size_t i = 0; i < FW_STYLE_PARTS; i++) {
        bool identical =
            a[i].kind == b[i].kind &&
            (a[i].kind == FW_STRING ? a[i].string == b[i].string : fw_equal(a[i], b[i]));
        if (!identical && a[i].kind != FW_UNDEFINED) {
            return false;
        }
        if (a[i].kind != b[i].kind) {
            return false;
        }
    }
    return true;
}

static uint32_t add_style(struct fw_styler *styler, const struct fw_value *parts)
{
    struct fw_arena *arena = styler->unit->make.arena;
    FW_RESERVE(arena, styler->styles, styler->count, styler->capacity);
    styler->styles[styler->count] = make_style(styler, parts);
    return (uint32_t)styler->count++;
}

uint32_t fw_styler_index(struct fw_styler *styler, size_t row)
{
    if (styler->constant && styler->last_index != SIZE_MAX) {
        return (uint32_t)styler->last_index;
    }
    struct fw_value parts[FW_STYLE_PARTS];
    uint32_t hash = 0;
    for (size_t i = 0; i < FW_STYLE_PARTS; i++) {
        parts[i] = fw_ref_get(styler->unit, &styler->refs[i], row);
        hash = hash * 31 +
               (parts[i].kind == FW_STRING ? parts[i].string->id : fw_value_hash(parts[i]));
    }
    if (styler->last_index != SIZE_MAX && same(styler->last, parts)) {
        return (uint32_t)styler->last_index;
    }
    struct fw_styler_entry *entry = &styler->cache[hash % CACHE_SIZE];
    if (!entry->used || !same(entry->key, parts)) {
        entry->index = add_style(styler, parts);
        entry->used = true;
        memcpy(entry->key, parts, sizeof parts);
    }
    memcpy(styler->last, parts, sizeof parts);
    styler->last_index = entry->index;
    return entry->index;
}

void fw_styler_finish(const struct fw_styler *styler, struct fw_scene_node *node,
                      const uint32_t *indices)
{
    node->styles = styler->styles;
    node->style_count = styler->count;
    node->style_index = styler->count > 1 ? indices : NULL;
}

const struct fw_item_info *fw_mark_info(const struct fw_unit *unit)
{
    struct fw_ref href = fw_non_position(unit, FW_CHANNEL_HREF, "href", NULL);
    struct fw_ref description = fw_non_position(unit, FW_CHANNEL_DESCRIPTION, "description", NULL);
    if (!fw_ref_there(&href) && !fw_ref_there(&description)) {
        return NULL;
    }
    struct fw_item_info *info =
        FW_NEW_ARRAY(unit->make.arena, unit->table->rows, struct fw_item_info);
    for (size_t row = 0; row < unit->table->rows; row++) {
        struct fw_value link = fw_ref_get(unit, &href, row);
        struct fw_value text = fw_ref_get(unit, &description, row);
        info[row].href = fw_text_of(link);
        info[row].description = fw_text_of(text);
    }
    return info;
}
