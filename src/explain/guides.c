/* Reading guide properties. */
#include "explain/guides.h"

#include <math.h>
#include <string.h>

#include "mark/style.h"

struct fw_value fw_guide_get(const struct fw_guide_source *source, const char *name)
{
    struct fw_value value = fw_component_get(source->props, name);
    if (value.kind == FW_UNDEFINED) {
        value = fw_get(source->config, name);
    }
    value = fw_view_eval(source->view, value);
    if (fw_has(value, "condition")) {
        struct fw_value plain = fw_get(value, "value");
        value = plain.kind == FW_UNDEFINED && fw_has(value, "expr")
                    ? fw_view_eval(source->view, value)
                    : plain;
    }
    return value;
}

void fw_guide_number(const struct fw_guide_source *source, const char *name, double *into)
{
    struct fw_value value = fw_guide_get(source, name);
    *into = value.kind == FW_NUMBER ? value.number : *into;
}

void fw_guide_flag(const struct fw_guide_source *source, const char *name, bool *into)
{
    struct fw_value value = fw_guide_get(source, name);
    if (value.kind != FW_UNDEFINED) {
        *into = fw_to_boolean(value);
    }
}

void fw_guide_paint(const struct fw_guide_source *source, const char *name, struct fw_paint *into)
{
    struct fw_value value = fw_guide_get(source, name);
    if (value.kind != FW_UNDEFINED) {
        *into = fw_paint_of(source->view->chart->make.arena, value);
    }
}

void fw_guide_text_prop(const struct fw_guide_source *source, const char *name, const char **into)
{
    const char *text = fw_text_of(fw_guide_get(source, name));
    *into = text != NULL ? text : *into;
}

bool fw_align_word(const char *word, enum fw_align *align)
{
    static const char *const words[] = { "left", "center", "right" };
    for (size_t i = 0; word != NULL && i < FW_COUNT(words); i++) {
        if (strcmp(word, words[i]) == 0) {
            *align = (enum fw_align)i;
            return true;
        }
    }
    return false;
}

bool fw_baseline_word(const char *word, enum fw_baseline *baseline)
{
    static const char *const words[] = { "alphabetic", "top",      "middle",
                                         "bottom",     "line-top", "line-bottom" };
    for (size_t i = 0; word != NULL && i < FW_COUNT(words); i++) {
        if (strcmp(word, words[i]) == 0) {
            *baseline = (enum fw_baseline)i;
            return true;
        }
    }
    return false;
}

void fw_guide_align(const struct fw_guide_source *source, const char *name,
                    struct fw_opt_align *into)
{
    enum fw_align align;
    if (fw_align_word(fw_text_of(fw_guide_get(source, name)), &align)) {
        *into = (struct fw_opt_align){ true, align };
    }
}

void fw_guide_baseline(const struct fw_guide_source *source, const char *name,
                       struct fw_opt_baseline *into)
{
    enum fw_baseline baseline;
    if (fw_baseline_word(fw_text_of(fw_guide_get(source, name)), &baseline)) {
        *into = (struct fw_opt_baseline){ true, baseline };
    }
}

int fw_weight_of(struct fw_value value)
{
    return value.kind == FW_NUMBER   ? (int)value.number
           : value.kind == FW_STRING ? fw_font_weight(value.string->text)
                                     : 400;
}

/* "label" and "Color": the property of the guide, else the one of the style. */
static struct fw_value look_value(const struct fw_guide_source *source, const char *prefix,
                                  const char *name, const char *style, const char *style_name)
{
    struct fw_arena *arena = source->view->chart->make.arena;
    struct fw_value value = fw_guide_get(source, fw_arena_printf(arena, "%s%s", prefix, name));
    if (value.kind == FW_UNDEFINED && style != NULL) {
        value = fw_view_eval(
            source->view, fw_config_style_named(&source->view->chart->config, style, style_name));
    }
    return value;
}

void fw_guide_look(const struct fw_guide_source *source, const char *prefix, const char *style,
                   struct fw_guide_text *text)
{
    struct fw_value color = look_value(source, prefix, "Color", style, "fill");
    struct fw_value font = look_value(source, prefix, "Font", style, "font");
    struct fw_value size = look_value(source, prefix, "FontSize", style, "fontSize");
    struct fw_value weight = look_value(source, prefix, "FontWeight", style, "fontWeight");
    struct fw_value slant = look_value(source, prefix, "FontStyle", style, "fontStyle");
    struct fw_value opacity = look_value(source, prefix, "Opacity", style, "opacity");
    struct fw_value height = look_value(source, prefix, "LineHeight", style, "lineHeight");
    struct fw_value limit = look_value(source, prefix, "Limit", style, "limit");
    if (color.kind != FW_UNDEFINED) {
        text->fill = fw_paint_of(source->view->chart->make.arena, color);
    }
    text->family = font.kind == FW_STRING ? font.string->text : text->family;
    text->size = size.kind == FW_NUMBER ? size.number : text->size;
    text->weight = weight.kind != FW_UNDEFINED ? fw_weight_of(weight) : text->weight;
    text->italic = slant.kind == FW_STRING
                       ? fw_is_text(slant, "italic") || fw_is_text(slant, "oblique")
                       : text->italic;
    text->opacity = opacity.kind == FW_NUMBER ? opacity.number : text->opacity;
    text->line_height = height.kind == FW_NUMBER ? height.number : text->line_height;
    text->limit = limit.kind == FW_NUMBER ? limit.number : text->limit;
}

void fw_guide_dash(const struct fw_guide_source *source, const char *name,
                   struct fw_guide_line *line)
{
    struct fw_value value = fw_guide_get(source, name);
    if (value.kind != FW_ARRAY) {
        return;
    }
    line->dash_count = fw_length(value);
    double *dash = FW_NEW_ARRAY(source->view->chart->make.arena, line->dash_count, double);
    for (size_t i = 0; i < line->dash_count; i++) {
        dash[i] = fw_to_number(fw_at(value, i));
    }
    line->dash = line->dash_count > 0 ? dash : NULL;
}

void fw_guide_line_look(const struct fw_guide_source *source, const char *prefix,
                        struct fw_guide_line *line)
{
    struct fw_arena *arena = source->view->chart->make.arena;
    fw_guide_paint(source, fw_arena_printf(arena, "%sColor", prefix), &line->stroke);
    fw_guide_number(source, fw_arena_printf(arena, "%sWidth", prefix), &line->width);
    fw_guide_number(source, fw_arena_printf(arena, "%sOpacity", prefix), &line->opacity);
    fw_guide_number(source, fw_arena_printf(arena, "%sDashOffset", prefix), &line->dash_offset);
    fw_guide_dash(source, fw_arena_printf(arena, "%sDash", prefix), line);
    const char *cap = fw_text_of(fw_guide_get(source, fw_arena_printf(arena, "%sCap", prefix)));
    if (cap != NULL) {
        line->cap = strcmp(cap, "round") == 0    ? FW_CAP_ROUND
                    : strcmp(cap, "square") == 0 ? FW_CAP_SQUARE
                                                 : FW_CAP_BUTT;
    }
}

static const char *join(struct fw_maker make, struct fw_value list, const char *between)
{
    struct fw_bytes out = { 0 };
    for (size_t i = 0; i < fw_length(list); i++) {
        fw_bytes_puts(&out, i > 0 ? between : "");
        fw_bytes_puts(&out, fw_to_string(make.strings, fw_at(list, i))->text);
    }
    const char *text = fw_arena_text(make.arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

const char *fw_title_text(struct fw_maker make, struct fw_value title)
{
    if (fw_has(title, "fields")) {
        title = fw_get(title, "fields");
        return fw_length(title) > 0 ? join(make, title, ", ") : NULL;
    }
    if (title.kind == FW_ARRAY) {
        return fw_length(title) > 0 ? join(make, title, "\n") : NULL;
    }
    return fw_to_boolean(title) ? fw_to_string(make.strings, title)->text : NULL;
}

struct fw_tick_count fw_tick_count_of(struct fw_value value, double extent)
{
    struct fw_tick_count count = { 0 };
    if (value.kind == FW_NUMBER) {
        count.count = value.number > 0 ? value.number : -1;
    } else if (value.kind == FW_STRING) {
        count.interval = value.string->text;
        count.step = 1;
    } else if (fw_has(value, "interval")) {
        count.interval = fw_get_text(value, "interval", NULL);
        count.step = fw_get_number(value, "step", 1);
    } else if (fw_has(value, "per")) {
        /* A side without length has no ticks. */
        double ticks = ceil(extent / fw_get_number(value, "per", 40));
        count.count = ticks > 0 ? ticks : -1;
    }
    return count;
}

bool fw_guide_is_temporal(const struct fw_channel_def *def, struct fw_value guide)
{
    const char *type = fw_get_text(guide, "formatType", NULL);
    bool by_unit = def->kind == FW_DEF_FIELD && def->time_unit.there;
    return type != NULL ? strcmp(type, "time") == 0 : def->type == FW_TEMPORAL || by_unit;
}

struct fw_value fw_guide_format_type(const struct fw_view *unit, const struct fw_channel_def *def,
                                     struct fw_value guide, enum fw_scale_kind kind)
{
    struct fw_value type = fw_get(guide, "formatType");
    if (fw_is_text(type, "number") || fw_is_text(type, "time")) {
        return type;
    }
    if (fw_guide_is_temporal(def, guide) && !fw_scale_kind_temporal(kind)) {
        bool utc = def->kind == FW_DEF_FIELD && def->time_unit.utc;
        return fw_text_value(unit->chart->make, utc ? "utc" : "time");
    }
    return fw_undefined();
}
