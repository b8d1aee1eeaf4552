/* Attributes of SVG elements. */
#include "render/svg.h"

#include <math.h>
#include <string.h>

void fw_svg_number(struct fw_bytes *out, const char *name, double number)
{
    fw_bytes_put(out, ' ');
    fw_bytes_puts(out, name);
    fw_bytes_puts(out, "=\"");
    fw_bytes_number(out, isfinite(number) ? number : 0, FW_SVG_DECIMALS);
    fw_bytes_put(out, '"');
}

bool fw_svg_style_needs_box(const struct fw_style *style)
{
    return style->fill.kind == FW_PAINT_GRADIENT || style->stroke.kind == FW_PAINT_GRADIENT;
}

static void put_numbers(struct fw_bytes *out, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            fw_bytes_put(out, ' ');
        }
        fw_bytes_number(out, numbers[i], FW_SVG_DECIMALS);
    }
}

static void put_stops(struct fw_bytes *out, const struct fw_gradient *gradient)
{
    for (size_t i = 0; i < gradient->stop_count; i++) {
        const struct fw_gradient_stop *stop = &gradient->stops[i];
        char hex[8];
        fw_color_hex(stop->color, hex);
        fw_bytes_puts(out, "<stop");
        fw_svg_number(out, "offset", stop->offset);
        fw_xml_attribute(out, "stop-color", hex);
        if (stop->color.a < 1) {
            fw_svg_number(out, "stop-opacity", stop->color.a);
        }
        fw_bytes_puts(out, "/>");
    }
}

/*
 * Defines a gradient in the unit square of the box, and returns its number. SVG's own
 * objectBoundingBox leaves the stroke out, and has no circles in a box that is no square.
 */
static size_t define_gradient(struct fw_svg *svg, const struct fw_gradient *gradient,
                              struct fw_box box)
{
    struct fw_bytes *out = &svg->defs;
    double width = box.x2 - box.x1, height = box.y2 - box.y1;
    double side = fmax(width, height);
    double map[6] = { width, 0, 0, height, box.x1, box.y1 };
    size_t number = ++svg->gradients;
    fw_bytes_printf(out, "<%s id=\"" FW_SVG_ID "gradient%zu\" gradientUnits=\"userSpaceOnUse\"",
                    gradient->radial ? "radialGradient" : "linearGradient", number);
    if (gradient->radial) {
        fw_svg_number(out, "fx", box.x1 + gradient->x1 * width);
        fw_svg_number(out, "fy", box.y1 + gradient->y1 * height);
        fw_svg_number(out, "fr", gradient->r1 * side);
        fw_svg_number(out, "cx", box.x1 + gradient->x2 * width);
        fw_svg_number(out, "cy", box.y1 + gradient->y2 * height);
        fw_svg_number(out, "r", gradient->r2 * side);
    } else {
        fw_svg_number(out, "x1", gradient->x1);
        fw_svg_number(out, "y1", gradient->y1);
        fw_svg_number(out, "x2", gradient->x2);
        fw_svg_number(out, "y2", gradient->y2);
        fw_bytes_puts(out, " gradientTransform=\"matrix(");
        put_numbers(out, map, 6);
        fw_bytes_puts(out, ")\"");
    }
    fw_bytes_put(out, '>');
    put_stops(out, gradient);
    fw_bytes_puts(out, gradient->radial ? "</radialGradient>\n" : "</linearGradient>\n");
    return number;
}

static bool same_color(struct fw_color a, struct fw_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static bool same_pattern(const struct fw_paint *a, const struct fw_paint *b)
{
    const struct fw_pattern *p = a->pattern, *q = b->pattern;
    return same_color(a->color, b->color) && same_color(p->background, q->background) &&
           p->hatch == q->hatch && p->spacing == q->spacing && p->width == q->width &&
           p->angle == q->angle;
}

static void put_fill(struct fw_bytes *out, const char *name, struct fw_color color)
{
    char hex[8];
    fw_color_hex(color, hex);
    fw_xml_attribute(out, name, hex);
    if (color.a < 1) {
        fw_bytes_printf(out, " %s-opacity=\"", name);
        fw_bytes_number(out, color.a, FW_SVG_DECIMALS);
        fw_bytes_put(out, '"');
    }
}

/* What is drawn on a tile of `spacing` px: lines through its middle, or a dot there. */
static void put_hatch(struct fw_bytes *out, const struct fw_paint *paint)
{
    const struct fw_pattern *pattern = paint->pattern;
    double side = pattern->spacing;
    if (pattern->hatch == FW_HATCH_DOTS) {
        fw_bytes_puts(out, "<circle");
        fw_svg_number(out, "cx", side / 2);
        fw_svg_number(out, "cy", side / 2);
        fw_svg_number(out, "r", pattern->width / 2);
        put_fill(out, "fill", paint->color);
    } else {
        fw_bytes_puts(out, "<path d=\"M0 ");
        fw_bytes_number(out, side / 2, FW_SVG_DECIMALS);
        fw_bytes_puts(out, "H");
        fw_bytes_number(out, side, FW_SVG_DECIMALS);
        if (pattern->hatch == FW_HATCH_CROSS) {
            fw_bytes_puts(out, "M");
            fw_bytes_number(out, side / 2, FW_SVG_DECIMALS);
            fw_bytes_puts(out, " 0V");
            fw_bytes_number(out, side, FW_SVG_DECIMALS);
        }
        fw_bytes_put(out, '"');
        put_fill(out, "stroke", paint->color);
        fw_svg_number(out, "stroke-width", pattern->width);
    }
    fw_bytes_puts(out, "/>");
}

static void put_pattern(struct fw_bytes *out, const struct fw_paint *paint, size_t number)
{
    const struct fw_pattern *pattern = paint->pattern;
    fw_bytes_printf(out, "<pattern id=\"" FW_SVG_ID "pattern%zu\" patternUnits=\"userSpaceOnUse\"",
                    number);
    fw_svg_number(out, "width", pattern->spacing);
    fw_svg_number(out, "height", pattern->spacing);
    if (pattern->angle != 0) {
        fw_bytes_puts(out, " patternTransform=\"rotate(");
        fw_bytes_number(out, pattern->angle, FW_SVG_DECIMALS);
        fw_bytes_puts(out, ")\"");
    }
    fw_bytes_put(out, '>');
    if (pattern->background.a > 0) {
        fw_bytes_puts(out, "<rect");
        fw_svg_number(out, "width", pattern->spacing);
        fw_svg_number(out, "height", pattern->spacing);
        put_fill(out, "fill", pattern->background);
        fw_bytes_puts(out, "/>");
    }
    put_hatch(out, paint);
    fw_bytes_puts(out, "</pattern>\n");
}

/* Returns the number of a pattern; like ones are defined once. */
static size_t define_pattern(struct fw_svg *svg, const struct fw_paint *paint)
{
    for (size_t i = 0; i < svg->pattern_count; i++) {
        if (same_pattern(&svg->patterns[i], paint)) {
            return i + 1;
        }
    }
    FW_RESERVE(svg->arena, svg->patterns, svg->pattern_count, svg->pattern_capacity);
    svg->patterns[svg->pattern_count++] = *paint;
    put_pattern(&svg->defs, paint, svg->pattern_count);
    return svg->pattern_count;
}

struct fw_style fw_svg_text_style(const struct fw_style *style)
{
    struct fw_style plain = *style;
    plain.fill.kind = style->fill.kind == FW_PAINT_PATTERN ? FW_PAINT_COLOR : style->fill.kind;
    return plain;
}

static void put_paint(struct fw_svg *svg, const char *name, const struct fw_paint *paint,
                      double opacity, struct fw_box box)
{
    struct fw_bytes *out = &svg->body;
    if (paint->kind == FW_PAINT_GRADIENT) {
        fw_bytes_printf(out, " %s=\"url(#" FW_SVG_ID "gradient%zu)\"", name,
                        define_gradient(svg, paint->gradient, box));
    } else if (fw_paint_is_hatched(paint)) {
        fw_bytes_printf(out, " %s=\"url(#" FW_SVG_ID "pattern%zu)\"", name,
                        define_pattern(svg, paint));
    } else {
        char hex[8];
        fw_color_hex(paint->color, hex);
        fw_xml_attribute(out, name, hex);
        opacity *= paint->color.a;
    }
    if (opacity < 1) {
        fw_bytes_printf(out, " %s-opacity=\"", name);
        fw_bytes_number(out, opacity, FW_SVG_DECIMALS);
        fw_bytes_put(out, '"');
    }
}

static void put_stroke(struct fw_svg *svg, const struct fw_style *style, struct fw_box box)
{
    static const char *const caps[] = { NULL, "round", "square" };
    static const char *const joins[] = { NULL, "round", "bevel" };
    struct fw_bytes *out = &svg->body;
    struct fw_paint stroke = style->stroke;
    stroke.kind = stroke.kind == FW_PAINT_PATTERN ? FW_PAINT_COLOR : stroke.kind;
    put_paint(svg, "stroke", &stroke, style->stroke_opacity * style->opacity, box);
    if (style->stroke_width != 1) {
        fw_svg_number(out, "stroke-width", style->stroke_width);
    }
    if (style->dash_count > 0) {
        fw_bytes_puts(out, " stroke-dasharray=\"");
        put_numbers(out, style->dash, style->dash_count);
        fw_bytes_put(out, '"');
        if (style->dash_offset != 0) {
            fw_svg_number(out, "stroke-dashoffset", style->dash_offset);
        }
    }
    fw_xml_attribute(out, "stroke-linecap", caps[style->cap]);
    fw_xml_attribute(out, "stroke-linejoin", joins[style->join]);
    if (style->miter_limit != 4) { /* SVG's default, and Vega's */
        fw_svg_number(out, "stroke-miterlimit", style->miter_limit);
    }
}

void fw_svg_style(struct fw_svg *svg, const struct fw_style *style, struct fw_box box)
{
    if (fw_style_fills(style)) {
        put_paint(svg, "fill", &style->fill, style->fill_opacity * style->opacity, box);
    } else {
        fw_xml_attribute(&svg->body, "fill", "none");
    }
    if (fw_style_strokes(style)) {
        put_stroke(svg, style, box);
    }
    if (style->blend != NULL) {
        fw_bytes_puts(&svg->body, " style=\"mix-blend-mode:");
        fw_xml_escape(&svg->body, style->blend, strlen(style->blend));
        fw_bytes_put(&svg->body, '"');
    }
}
