/* The looks of annotations. */
#include "annotation/look.h"

#include <math.h>

#include "color/contrast.h"
#include "explain/guides.h"
#include "mark/style.h"

/* Contrast that WCAG 2 AA asks of texts and of lines. */
static const double text_contrast = 4.5, line_contrast = 3;

/* Our taste: a tint that grid lines and marks show through. */
static const double shade_opacity = 0.09;

static struct fw_value first_given(struct fw_value a, struct fw_value b)
{
    return fw_is_nil(a) ? b : a;
}

/* A property of a style under either of two names: "fill" and "color". */
static struct fw_value style_prop(const struct fw_config *config, const char *style,
                                  const char *name, const char *other)
{
    struct fw_value value = fw_config_style_named(config, style, name);
    return other == NULL ? value : first_given(value, fw_config_style_named(config, style, other));
}

static void set_number(struct fw_value value, double *into)
{
    *into = value.kind == FW_NUMBER ? value.number : *into;
}

static bool set_color(struct fw_value value, struct fw_paint *paint)
{
    struct fw_color color;
    if (value.kind != FW_STRING ||
        !fw_color_parse(value.string->text, value.string->length, &color)) {
        return false;
    }
    *paint = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = color };
    return true;
}

/* Black or white where a color is not told from the background. */
static void make_readable(struct fw_paint *paint, struct fw_color background, double least)
{
    static const struct fw_color black = { 0, 0, 0, 1 }, white = { 255, 255, 255, 1 };
    struct fw_color seen = fw_color_over(paint->color, background);
    if (fw_color_contrast(seen, background) < least) {
        bool is_light =
            fw_color_contrast(black, background) >= fw_color_contrast(white, background);
        paint->color = is_light ? black : white;
    }
}

/* As labels of axes; by the style "annotation-text". */
static struct fw_guide_text text_look(const struct fw_config *config)
{
    static const char style[] = "annotation-text";
    struct fw_guide_text text = fw_guide_text_default(11); /* Vega's size of titles of guides */
    struct fw_value color = first_given(fw_config_get(config, "axis", "labelColor"),
                                        fw_config_style_named(config, "guide-label", "fill"));
    set_color(color, &text.fill);
    set_color(style_prop(config, style, "fill", "color"), &text.fill);
    struct fw_value font = first_given(fw_config_get(config, "axis", "labelFont"),
                                       fw_config_style_named(config, "guide-label", "font"));
    font = first_given(style_prop(config, style, "font", NULL), font);
    text.family = font.kind == FW_STRING ? font.string->text : text.family;
    set_number(fw_config_get(config, "axis", "labelFontSize"), &text.size);
    set_number(style_prop(config, style, "fontSize", NULL), &text.size);
    set_number(style_prop(config, style, "lineHeight", NULL), &text.line_height);
    struct fw_value weight = style_prop(config, style, "fontWeight", NULL);
    text.weight = fw_is_nil(weight) ? text.weight : fw_weight_of(weight);
    text.italic = fw_is_text(style_prop(config, style, "fontStyle", NULL), "italic");
    return text;
}

static struct fw_guide_line line_look(struct fw_arena *arena, const struct fw_config *config,
                                      struct fw_paint text)
{
    static const char style[] = "annotation-line";
    struct fw_guide_line line = fw_guide_line_default();
    line.stroke = text;
    set_color(style_prop(config, style, "stroke", "color"), &line.stroke);
    set_number(style_prop(config, style, "strokeWidth", NULL), &line.width);
    set_number(style_prop(config, style, "opacity", "strokeOpacity"), &line.opacity);
    struct fw_value dash = style_prop(config, style, "strokeDash", NULL);
    line.dash_count = fw_length(dash);
    double *dashes = FW_NEW_ARRAY(arena, line.dash_count, double);
    for (size_t i = 0; i < line.dash_count; i++) {
        dashes[i] = fw_to_number(fw_at(dash, i));
    }
    line.dash = line.dash_count > 0 ? dashes : NULL;
    return line;
}

static struct fw_style shade_look(const struct fw_config *config, struct fw_paint text)
{
    static const char style[] = "annotation-span";
    struct fw_style shade = fw_style_default();
    shade.fill = text;
    shade.fill_opacity = shade_opacity;
    set_color(style_prop(config, style, "fill", "color"), &shade.fill);
    set_number(style_prop(config, style, "fillOpacity", "opacity"), &shade.fill_opacity);
    return shade;
}

struct fw_annotation_look fw_annotation_look_of(struct fw_arena *arena,
                                                const struct fw_config *config,
                                                struct fw_color background)
{
    struct fw_annotation_look look = { .background = background };
    look.text = text_look(config);
    make_readable(&look.text.fill, background, text_contrast);
    look.line = line_look(arena, config, look.text.fill);
    make_readable(&look.line.stroke, background, line_contrast);
    look.shade = shade_look(config, look.text.fill);
    look.head = fmax(6, 4 * look.line.width + 2);
    return look;
}
