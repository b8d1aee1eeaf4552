/* The configuration: what `config` may set. */
#include "grammar/rows.h"

/* clang-format off */

static const struct fw_shape_member config_members[] = {
    IN("arc", OBJ, mark_config),
    IN("area", OBJ, mark_config),
    PLAIN("aria", BOOL),
    WORDS_IN("autosize", STR | OBJ, autosize, autosize),
    IN("axis", OBJ, axis_config),
    IN("axisBand", OBJ, axis_config),
    IN("axisBottom", OBJ, axis_config),
    IN("axisDiscrete", OBJ, axis_config),
    IN("axisLeft", OBJ, axis_config),
    IN("axisPoint", OBJ, axis_config),
    IN("axisQuantitative", OBJ, axis_config),
    IN("axisRight", OBJ, axis_config),
    IN("axisTemporal", OBJ, axis_config),
    IN("axisTop", OBJ, axis_config),
    IN("axisX", OBJ, axis_config),
    IN("axisXBand", OBJ, axis_config),
    IN("axisXDiscrete", OBJ, axis_config),
    IN("axisXPoint", OBJ, axis_config),
    IN("axisXQuantitative", OBJ, axis_config),
    IN("axisXTemporal", OBJ, axis_config),
    IN("axisY", OBJ, axis_config),
    IN("axisYBand", OBJ, axis_config),
    IN("axisYDiscrete", OBJ, axis_config),
    IN("axisYPoint", OBJ, axis_config),
    IN("axisYQuantitative", OBJ, axis_config),
    IN("axisYTemporal", OBJ, axis_config),
    PLAIN("background", EXPR | COLOR),
    IN("bar", OBJ, mark_config),
    IN("boxplot", OBJ, boxplot_config),
    IN("circle", OBJ, mark_config),
    IN("concat", OBJ, composition_config),
    PLAIN("countTitle", STR),
    PLAIN("customFormatTypes", BOOL),
    IN("errorband", OBJ, errorband_config),
    IN("errorbar", OBJ, errorbar_config),
    IN("facet", OBJ, composition_config),
    WORDS("fieldTitle", STR, field_title),
    PLAIN("font", STR),
    IN("geoshape", OBJ, mark_config),
    IN("header", OBJ, header_config),
    IN("headerColumn", OBJ, header_config),
    IN("headerFacet", OBJ, header_config),
    IN("headerRow", OBJ, header_config),
    IN("image", OBJ, mark_config),
    IN("legend", OBJ, legend_config),
    IN("line", OBJ, mark_config),
    PLAIN("lineBreak", STR | EXPR),
    PLAIN("locale", OBJ),
    IN("mark", OBJ, mark_config),
    CHECKED("normalizedNumberFormat", STR, format),
    FORMAT_TYPE("normalizedNumberFormatType"),
    CHECKED("numberFormat", STR, format),
    FORMAT_TYPE("numberFormatType"),
    IN("padding", NUM | OBJ | EXPR, padding),
    IN("params", ARR, param),
    IN("point", OBJ, mark_config),
    IN("projection", OBJ, projection),
    IN("range", OBJ, range_config),
    IN("rect", OBJ, mark_config),
    IN("rule", OBJ, mark_config),
    IN("scale", OBJ, scale_config),
    IN("selection", OBJ, selection_config),
    IN("square", OBJ, mark_config),
    IN("style", OBJ, style_map),
    IN("text", OBJ, mark_config),
    IN("tick", OBJ, mark_config),
    PLAIN("timeFormat", STR),
    FORMAT_TYPE("timeFormatType"),
    IN("title", OBJ, title_config),
    PLAIN("tooltipFormat", ANY | NO_EFFECT),
    IN("trail", OBJ, mark_config),
    IN("view", OBJ, view_config),
};
SHAPE(config, "config");

static const struct fw_shape_member axis_config_members[] = {
    PLAIN("disable", BOOL),
};
const struct fw_shape fw_shape_axis_config = {
    .what = "axis",
    .members = axis_config_members,
    .count = FW_COUNT(axis_config_members),
    .bases = { &fw_shape_axis },
};

static const struct fw_shape_member legend_config_members[] = {
    PLAIN("disable", BOOL),
    WORDS("gradientDirection", STR | EXPR, orient),
    PLAIN("gradientHorizontalMaxLength", NUM),
    PLAIN("gradientHorizontalMinLength", NUM),
    LATER("gradientLabelLimit", NUM | EXPR, "labels of gradients are never cut"),
    PLAIN("gradientLabelOffset", NUM | EXPR),
    PLAIN("gradientVerticalMaxLength", NUM),
    PLAIN("gradientVerticalMinLength", NUM),
    PLAIN("layout", OBJ | EXPR),
    PLAIN("strokeDash", EXPR | NUMS),
    PLAIN("strokeWidth", NUM | EXPR),
    PLAIN("symbolBaseFillColor", NIL | EXPR | COLOR),
    LATER("symbolBaseStrokeColor", NIL | EXPR | COLOR, "symbols without a color of their own have no other stroke"),
    LATER_WORDS("symbolDirection", STR | EXPR, orient, "the entries run as 'direction' says"),
    PLAIN("unselectedOpacity", NUM | NO_EFFECT),
    PLAIN("zindex", NUM | EXPR | NOT_NEGATIVE),
};
const struct fw_shape fw_shape_legend_config = {
    .what = "legend",
    .members = legend_config_members,
    .count = FW_COUNT(legend_config_members),
    .bases = { &fw_shape_legend },
};

static const struct fw_shape_member title_config_members[] = {
    WORDS("align", STR, align),
    WORDS("anchor", STR | NIL | EXPR, title_anchor),
    PLAIN("angle", NUM | EXPR),
    PLAIN("aria", BOOL | EXPR),
    WORDS("baseline", STR, baseline),
    PLAIN("color", NIL | EXPR | COLOR),
    PLAIN("dx", NUM | EXPR),
    PLAIN("dy", NUM | EXPR),
    PLAIN("font", STR | EXPR),
    PLAIN("fontSize", NUM | EXPR | NOT_NEGATIVE),
    PLAIN("fontStyle", STR | EXPR),
    WORDS("fontWeight", NUM | STR | EXPR, font_weight),
    PLAIN("frame", STR | EXPR),
    PLAIN("limit", NUM | EXPR | NOT_NEGATIVE),
    PLAIN("lineHeight", NUM | EXPR),
    PLAIN("offset", NUM | EXPR),
    WORDS("orient", STR | EXPR, title_config_orient),
    PLAIN("subtitleColor", NIL | EXPR | COLOR),
    PLAIN("subtitleFont", STR | EXPR),
    PLAIN("subtitleFontSize", NUM | EXPR | NOT_NEGATIVE),
    PLAIN("subtitleFontStyle", STR | EXPR),
    WORDS("subtitleFontWeight", NUM | STR | EXPR, font_weight),
    PLAIN("subtitleLineHeight", NUM | EXPR),
    PLAIN("subtitlePadding", NUM | EXPR),
    PLAIN("zindex", NUM | EXPR | NOT_NEGATIVE),
};
SHAPE(title_config, "title");

const struct fw_shape fw_shape_header_config = {
    .what = "header",
    .bases = { &fw_shape_header },
};

static const struct fw_shape_member scale_config_members[] = {
    PLAIN("animationDuration", NUM | NO_EFFECT),
    PLAIN("bandPaddingInner", NUM | EXPR),
    PLAIN("bandPaddingOuter", NUM | EXPR),
    PLAIN("bandWithNestedOffsetPaddingInner", NUM | EXPR),
    PLAIN("bandWithNestedOffsetPaddingOuter", NUM | EXPR),
    PLAIN("barBandPaddingInner", NUM | EXPR),
    PLAIN("clamp", BOOL | EXPR),
    PLAIN("continuousPadding", NUM | EXPR),
    PLAIN("framesPerSecond", NUM | NO_EFFECT),
    IN("invalid", OBJ, scale_invalid),
    PLAIN("maxBandSize", NUM | NOT_NEGATIVE),
    PLAIN("maxFontSize", NUM | NOT_NEGATIVE),
    PLAIN("maxOpacity", NUM | FRACTION),
    PLAIN("maxSize", NUM | NOT_NEGATIVE),
    PLAIN("maxStrokeWidth", NUM | NOT_NEGATIVE),
    PLAIN("minBandSize", NUM | NOT_NEGATIVE),
    PLAIN("minFontSize", NUM | NOT_NEGATIVE),
    PLAIN("minOpacity", NUM | FRACTION),
    PLAIN("minSize", NUM | NOT_NEGATIVE),
    PLAIN("minStrokeWidth", NUM | NOT_NEGATIVE),
    PLAIN("offsetBandPaddingInner", NUM | EXPR),
    PLAIN("offsetBandPaddingOuter", NUM | EXPR),
    PLAIN("pointPadding", NUM | EXPR),
    PLAIN("quantileCount", NUM | NOT_NEGATIVE),
    PLAIN("quantizeCount", NUM | NOT_NEGATIVE),
    PLAIN("rectBandPaddingInner", NUM | EXPR),
    PLAIN("round", BOOL | EXPR),
    PLAIN("tickBandPaddingInner", NUM | EXPR),
    PLAIN("useUnaggregatedDomain", BOOL),
    PLAIN("xReverse", BOOL | EXPR),
    PLAIN("zero", BOOL),
};
SHAPE(scale_config, "scale");

static const struct fw_shape_member scale_invalid_members[] = {
    WORDS("angle", STR | OBJ, zero_or_min),
    WORDS("color", STR | OBJ, zero_or_min),
    WORDS("fill", STR | OBJ, zero_or_min),
    WORDS("fillOpacity", STR | OBJ, zero_or_min),
    WORDS("opacity", STR | OBJ, zero_or_min),
    WORDS("radius", STR | OBJ, zero_or_min),
    WORDS("shape", STR | OBJ, zero_or_min),
    WORDS("size", STR | OBJ, zero_or_min),
    WORDS("stroke", STR | OBJ, zero_or_min),
    WORDS("strokeDash", STR | OBJ, zero_or_min),
    WORDS("strokeOpacity", STR | OBJ, zero_or_min),
    WORDS("strokeWidth", STR | OBJ, zero_or_min),
    WORDS("theta", STR | OBJ, zero_or_min),
    WORDS("time", STR | OBJ, zero_or_min),
    WORDS("x", STR | OBJ, zero_or_min),
    WORDS("xOffset", STR | OBJ, zero_or_min),
    WORDS("y", STR | OBJ, zero_or_min),
    WORDS("yOffset", STR | OBJ, zero_or_min),
};
SHAPE(scale_invalid, "invalid");

static const struct fw_shape_member range_config_members[] = {
    WORDS("category", STR | ARR | OBJ, range),
    WORDS("diverging", STR | ARR | OBJ, range),
    WORDS("heatmap", STR | ARR | OBJ, range),
    WORDS("ordinal", STR | ARR | OBJ, range),
    WORDS("ramp", STR | ARR | OBJ, range),
    PLAIN("symbol", STRS),
};
const struct fw_shape fw_shape_range_config = {
    .what = "range",
    .members = range_config_members,
    .count = FW_COUNT(range_config_members),
    .is_open = true,
};

static const struct fw_shape_member view_config_members[] = {
    PLAIN("clip", BOOL),
    PLAIN("continuousHeight", NUM),
    PLAIN("continuousWidth", NUM),
    PLAIN("cornerRadius", NUM | EXPR),
    PLAIN("cursor", ANY | NO_EFFECT),
    IN("discreteHeight", NUM | OBJ, step),
    IN("discreteWidth", NUM | OBJ, step),
    PLAIN("fill", NIL | EXPR | COLOR),
    PLAIN("fillOpacity", NUM | EXPR | FRACTION),
    PLAIN("opacity", NUM | EXPR),
    PLAIN("step", NUM),
    PLAIN("stroke", NIL | EXPR | COLOR),
    WORDS("strokeCap", STR | EXPR, cap),
    PLAIN("strokeDash", EXPR | NUMS),
    PLAIN("strokeDashOffset", NUM | EXPR),
    WORDS("strokeJoin", STR | EXPR, stroke_join),
    PLAIN("strokeMiterLimit", NUM | EXPR),
    PLAIN("strokeOpacity", NUM | EXPR | FRACTION),
    PLAIN("strokeWidth", NUM | EXPR | NOT_NEGATIVE),
};
SHAPE(view_config, "view");

static const struct fw_shape_member boxplot_config_members[] = {
    IN("box", BOOL | OBJ, mark_config),
    WORDS("extent", NUM | STR, boxplot_config_extent),
    IN("median", BOOL | OBJ, mark_config),
    IN("outliers", BOOL | OBJ, mark_config),
    IN("rule", BOOL | OBJ, mark_config),
    PLAIN("size", NUM),
    IN("ticks", BOOL | OBJ, mark_config),
};
SHAPE(boxplot_config, "boxplot");

static const struct fw_shape_member errorbar_config_members[] = {
    WORDS("extent", STR, errorbar_config_extent),
    IN("rule", BOOL | OBJ, mark_config),
    PLAIN("size", NUM),
    PLAIN("thickness", NUM),
    IN("ticks", BOOL | OBJ, mark_config),
};
SHAPE(errorbar_config, "errorbar");

static const struct fw_shape_member errorband_config_members[] = {
    IN("band", BOOL | OBJ, mark_config),
    IN("borders", BOOL | OBJ, mark_config),
    WORDS("extent", STR, errorbar_config_extent),
    WORDS("interpolate", STR, interpolate),
    PLAIN("tension", NUM | FRACTION),
};
SHAPE(errorband_config, "errorband");

static const struct fw_shape_member composition_config_members[] = {
    PLAIN("columns", NUM | NOT_NEGATIVE),
    PLAIN("spacing", NUM),
};
SHAPE(composition_config, "a composition");

static const struct fw_shape_member selection_config_members[] = {
    IN("interval", OBJ, select_config),
    IN("point", OBJ, select_config),
};
SHAPE(selection_config, "selection");

const struct fw_shape fw_shape_style = {
    .what = "style",
    .bases = { &fw_shape_mark_config, &fw_shape_axis_config },
};

const struct fw_shape fw_shape_style_map = {
    .what = "style",
    .rest = &fw_shape_style,
};
/* clang-format on */
