/* Reads Vega's own axes, legends and titles, for tests. */
#include "guide_spec.h"

#include <math.h>
#include <string.h>

enum property_type { NUMBER, BOOLEAN, OPTIONAL_NUMBER, ALIGN, BASELINE, ANCHOR, WEIGHT, TEXT };

struct property {
    const char *name;
    enum property_type type;
    size_t offset;
};

static const char *string_of(struct fw_node node)
{
    fw_str string = fw_node_string(node, NULL);
    return string == NULL ? NULL : string->text;
}

static const char *text(struct fw_node object, const char *name)
{
    return string_of(fw_node_member(object, name));
}

/** A string, or an array of them as lines. */
static const char *lines(struct fw_arena *arena, struct fw_node node)
{
    if (!fw_node_there(node) || fw_node_kind(node) != FW_JSON_ARRAY) {
        return string_of(node);
    }
    const char *all = "";
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        all = fw_arena_printf(arena, "%s%s%s", all, all[0] != '\0' ? "\n" : "", string_of(n));
    }
    return all;
}

static enum fw_align align_of(const char *name)
{
    return strcmp(name, "left") == 0     ? FW_ALIGN_LEFT
           : strcmp(name, "center") == 0 ? FW_ALIGN_CENTER
                                         : FW_ALIGN_RIGHT;
}

static enum fw_baseline baseline_of(const char *name)
{
    static const char *const names[] = { "alphabetic", "top", "middle", "bottom", "line-top" };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        if (strcmp(names[i], name) == 0) {
            return (enum fw_baseline)i;
        }
    }
    return FW_BASELINE_LINE_BOTTOM;
}

static void set_property(const struct property *property, struct fw_node node, void *spec)
{
    char *at = (char *)spec + property->offset;
    const char *word = string_of(node);
    switch (property->type) {
    case NUMBER:
    case OPTIONAL_NUMBER:
        *(double *)at = fw_node_number(node, fw_node_boolean(node, false) ? 1 : NAN);
        return;
    case BOOLEAN:
        *(bool *)at = fw_node_boolean(node, false);
        return;
    case ALIGN:
        *(struct fw_opt_align *)at = (struct fw_opt_align){ true, align_of(word) };
        return;
    case BASELINE:
        *(struct fw_opt_baseline *)at = (struct fw_opt_baseline){ true, baseline_of(word) };
        return;
    case ANCHOR:
        fw_anchor_parse(word, (enum fw_anchor *)at);
        return;
    case WEIGHT:
        *(int *)at = fw_font_weight(word);
        return;
    case TEXT:
        *(const char **)at = word;
        return;
    }
}

static void set_properties(const struct property *properties, size_t count, struct fw_node node,
                           void *spec)
{
    for (size_t i = 0; i < count; i++) {
        struct fw_node member = fw_node_member(node, properties[i].name);
        if (fw_node_there(member)) {
            set_property(&properties[i], member, spec);
        }
    }
}

static struct fw_value revive(struct fw_arena *arena, struct fw_node node)
{
    struct fw_node date = fw_node_member(node, "$date");
    return fw_node_there(date) ? fw_time(fw_node_number(date, NAN)) : fw_node_value(arena, node);
}

static struct fw_value *values_of(struct fw_arena *arena, struct fw_node node, size_t *count)
{
    *count = 0;
    if (!fw_node_there(node) || fw_node_kind(node) != FW_JSON_ARRAY) {
        return NULL;
    }
    size_t n = fw_node_get(node)->count;
    struct fw_value *values = FW_NEW_ARRAY(arena, n, struct fw_value);
    for (struct fw_node c = fw_node_first(node); fw_node_there(c); c = fw_node_next(c)) {
        values[(*count)++] = revive(arena, c);
    }
    return values;
}

const struct fw_scale *read_scale(const struct spec_reader *reader, const char *name)
{
    struct fw_node node = fw_node_first(reader->scales);
    while (fw_node_there(node) && strcmp(text(node, "name"), name) != 0) {
        node = fw_node_next(node);
    }
    enum fw_scale_kind kind;
    if (!fw_node_there(node) || !fw_scale_kind_parse(text(node, "type"), &kind)) {
        return NULL;
    }
    struct fw_scale_spec spec = fw_scale_spec_default(kind);
    spec.domain = values_of(reader->arena, fw_node_member(node, "domain"), &spec.domain_count);
    struct fw_node range = fw_node_member(node, "range");
    spec.range = values_of(reader->arena, range, &spec.range_count);
    spec.scheme = text(range, "scheme");
    spec.scheme_count = fw_node_number(fw_node_member(range, "count"), 0);
    spec.nice.on = fw_node_boolean(fw_node_member(node, "nice"), false);
    spec.zero = fw_node_boolean(fw_node_member(node, "zero"), false);
    spec.padding_inner = fw_node_number(fw_node_member(node, "paddingInner"), 0);
    spec.padding_outer = fw_node_number(fw_node_member(node, "paddingOuter"), 0);
    return fw_scale_new(reader->arena, reader->strings, &spec);
}

static enum fw_overlap overlap_of(struct fw_node node, enum fw_overlap otherwise)
{
    const char *word = string_of(node);
    if (word != NULL) {
        return strcmp(word, "greedy") == 0 ? FW_OVERLAP_GREEDY : FW_OVERLAP_PARITY;
    }
    return !fw_node_there(node)           ? otherwise
           : fw_node_boolean(node, false) ? FW_OVERLAP_PARITY
                                          : FW_OVERLAP_KEEP;
}

static struct fw_tick_count tick_count_of(struct fw_node node)
{
    return (struct fw_tick_count){
        .count = fw_node_number(fw_node_member(node, "tickCount"), 0),
        .min_step = fw_node_number(fw_node_member(node, "tickMinStep"), 0),
    };
}

#define AXIS(name, type, member)                                                                   \
    {                                                                                              \
        name, type, offsetof(struct fw_axis_spec, member)                                          \
    }
static const struct property axis_properties[] = {
    AXIS("offset", NUMBER, offset),
    AXIS("offset", NUMBER, grid_offset),
    AXIS("position", NUMBER, position),
    AXIS("translate", NUMBER, translate),
    AXIS("minExtent", NUMBER, min_extent),
    AXIS("maxExtent", NUMBER, max_extent),
    AXIS("domain", BOOLEAN, domain),
    AXIS("grid", BOOLEAN, grid),
    AXIS("ticks", BOOLEAN, ticks),
    AXIS("labels", BOOLEAN, labels),
    AXIS("tickSize", NUMBER, tick_size),
    AXIS("tickOffset", NUMBER, tick_offset),
    AXIS("bandPosition", NUMBER, band_position),
    AXIS("tickRound", BOOLEAN, tick_round),
    AXIS("labelAngle", NUMBER, label_angle),
    AXIS("labelPadding", NUMBER, label_padding),
    AXIS("labelOffset", NUMBER, label_offset),
    AXIS("labelAlign", ALIGN, label_align),
    AXIS("labelBaseline", BASELINE, label_baseline),
    AXIS("labelFlush", OPTIONAL_NUMBER, label_flush),
    AXIS("labelFlushOffset", NUMBER, label_flush_offset),
    AXIS("labelBound", OPTIONAL_NUMBER, label_bound),
    AXIS("labelSeparation", NUMBER, label_separation),
    AXIS("labelLimit", NUMBER, label_text.limit),
    AXIS("labelFontSize", NUMBER, label_text.size),
    AXIS("titleAnchor", ANCHOR, title_anchor),
    AXIS("titleAlign", ALIGN, title_align),
    AXIS("titleBaseline", BASELINE, title_baseline),
    AXIS("titleAngle", NUMBER, title_angle),
    AXIS("titleX", NUMBER, title_x),
    AXIS("titleY", NUMBER, title_y),
    AXIS("titlePadding", NUMBER, title_padding),
    AXIS("titleLimit", NUMBER, title_text.limit),
    AXIS("titleFontSize", NUMBER, title_text.size),
    AXIS("titleFontWeight", WEIGHT, title_text.weight),
    AXIS("format", TEXT, format.specifier),
};

struct fw_axis_spec read_axis(const struct spec_reader *reader, struct fw_node node)
{
    enum fw_orient orient = FW_ORIENT_BOTTOM;
    fw_orient_parse(text(node, "orient"), &orient);
    struct fw_axis_spec spec =
        fw_axis_spec_default(read_scale(reader, text(node, "scale")), orient);
    set_properties(axis_properties, FW_COUNT(axis_properties), node, &spec);
    spec.tick_count = tick_count_of(node);
    spec.values = values_of(reader->arena, fw_node_member(node, "values"), &spec.value_count);
    spec.title = lines(reader->arena, fw_node_member(node, "title"));
    spec.label_overlap = overlap_of(fw_node_member(node, "labelOverlap"), FW_OVERLAP_KEEP);
    const char *band = text(node, "tickBand");
    if (band != NULL) {
        spec.tick_band = strcmp(band, "extent") == 0 ? FW_TICK_BAND_EXTENT : FW_TICK_BAND_CENTER;
    }
    const char *grid_scale = text(node, "gridScale");
    spec.grid_scale = grid_scale != NULL ? read_scale(reader, grid_scale) : NULL;
    return spec;
}

#define LEGEND(name, type, member)                                                                 \
    {                                                                                              \
        name, type, offsetof(struct fw_legend_spec, member)                                        \
    }
static const struct property legend_properties[] = {
    LEGEND("offset", NUMBER, offset),
    LEGEND("legendX", NUMBER, x),
    LEGEND("legendY", NUMBER, y),
    LEGEND("padding", NUMBER, padding),
    LEGEND("titlePadding", NUMBER, title_padding),
    LEGEND("titleAnchor", ANCHOR, title_anchor),
    LEGEND("labelOffset", NUMBER, label_offset),
    LEGEND("labelFontSize", NUMBER, label_text.size),
    LEGEND("columns", NUMBER, columns),
    LEGEND("rowPadding", NUMBER, row_padding),
    LEGEND("columnPadding", NUMBER, column_padding),
    LEGEND("clipHeight", NUMBER, clip_height),
    LEGEND("symbolSize", NUMBER, symbol.size),
    LEGEND("symbolStrokeWidth", NUMBER, symbol.style.stroke_width),
    LEGEND("symbolOffset", NUMBER, symbol_offset),
    LEGEND("gradientLength", NUMBER, gradient_length),
    LEGEND("gradientThickness", NUMBER, gradient_thickness),
    LEGEND("format", TEXT, format.specifier),
};

static enum fw_legend_type legend_type(struct fw_node node, const struct fw_scale *scale)
{
    bool color = text(node, "fill") != NULL || text(node, "stroke") != NULL;
    const char *type = text(node, "type");
    if (type == NULL) {
        return fw_legend_type_of(scale, color);
    }
    return strcmp(type, "symbol") == 0 ? FW_LEGEND_SYMBOL : fw_legend_type_of(scale, true);
}

static struct fw_paint paint(double level, double alpha)
{
    return (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { level, level, level, alpha } };
}

/** Channels, and the colors of symbols that no scale colors. */
static const struct fw_scale *read_channels(const struct spec_reader *reader, struct fw_node node,
                                            const struct fw_scale *scales[])
{
    static const char *const channels[] = { "size",        "shape",      "fill",   "stroke",
                                            "strokeWidth", "strokeDash", "opacity" };
    const struct fw_scale *main_scale = NULL;
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        const char *name = text(node, channels[i]);
        scales[i] = name != NULL ? read_scale(reader, name) : NULL;
        main_scale = main_scale == NULL ? scales[i] : main_scale;
    }
    return main_scale;
}

static void read_legend_words(const struct spec_reader *reader, struct fw_node node,
                              struct fw_legend_spec *spec)
{
    const char *align = text(node, "gridAlign");
    const char *direction = text(node, "direction");
    const char *orient = text(node, "orient");
    const char *title_orient = text(node, "titleOrient");
    if (orient != NULL) {
        fw_orient_parse(orient, &spec->orient);
    }
    if (title_orient != NULL) {
        fw_orient_parse(title_orient, &spec->title_orient);
    }
    if (direction != NULL) {
        spec->vertical = strcmp(direction, "vertical") == 0;
    }
    if (align != NULL) {
        spec->grid_align = strcmp(align, "each") == 0  ? FW_GRID_EACH
                           : strcmp(align, "all") == 0 ? FW_GRID_ALL
                                                       : FW_GRID_NONE;
    }
    spec->title_anchor_given = text(node, "titleAnchor") != NULL;
    spec->title = lines(reader->arena, fw_node_member(node, "title"));
    if (text(node, "strokeColor") != NULL) {
        spec->frame.stroke = paint(0xdd, 1);
    }
}

struct fw_legend_spec read_legend(const struct spec_reader *reader, struct fw_node node)
{
    const struct fw_scale *scales[FW_LEGEND_CHANNEL_COUNT];
    const struct fw_scale *main_scale = read_channels(reader, node, scales);
    struct fw_legend_spec spec = fw_legend_spec_default(legend_type(node, main_scale));
    memcpy(spec.scales, scales, sizeof scales);
    if (scales[FW_LEGEND_FILL] == NULL) {
        spec.symbol.style.fill = paint(0, 0);
        spec.symbol.style.stroke = paint(0x88, 1);
    }
    set_properties(legend_properties, FW_COUNT(legend_properties), node, &spec);
    if (spec.type == FW_LEGEND_SYMBOL) {
        spec.label_text.limit =
            fw_node_number(fw_node_member(node, "labelLimit"), spec.label_text.limit);
    } else {
        spec.label_text.limit = fw_node_number(fw_node_member(node, "labelLimit"), 0);
    }
    spec.tick_count = tick_count_of(node);
    spec.values = values_of(reader->arena, fw_node_member(node, "values"), &spec.value_count);
    spec.label_overlap = overlap_of(fw_node_member(node, "labelOverlap"), FW_OVERLAP_PARITY);
    spec.symbol_limit = (size_t)fw_node_number(fw_node_member(node, "symbolLimit"), 30);
    read_legend_words(reader, node, &spec);
    return spec;
}

#define TITLE(name, type, member)                                                                  \
    {                                                                                              \
        name, type, offsetof(struct fw_title_spec, member)                                         \
    }
static const struct property title_properties[] = {
    TITLE("anchor", ANCHOR, anchor),
    TITLE("offset", NUMBER, offset),
    TITLE("dx", NUMBER, dx),
    TITLE("dy", NUMBER, dy),
    TITLE("align", ALIGN, align),
    TITLE("baseline", BASELINE, baseline),
    TITLE("angle", NUMBER, angle),
    TITLE("limit", NUMBER, title_text.limit),
    TITLE("limit", NUMBER, subtitle_text.limit),
    TITLE("subtitlePadding", NUMBER, subtitle_padding),
    TITLE("fontSize", NUMBER, title_text.size),
};

struct fw_title_spec read_title(const struct spec_reader *reader, struct fw_node node)
{
    struct fw_title_spec spec = fw_title_spec_default();
    set_properties(title_properties, FW_COUNT(title_properties), node, &spec);
    const char *orient = text(node, "orient");
    if (orient != NULL) {
        fw_orient_parse(orient, &spec.orient);
    }
    const char *frame = text(node, "frame");
    spec.frame_group = frame != NULL && strcmp(frame, "group") == 0;
    spec.text = lines(reader->arena, fw_node_member(node, "text"));
    spec.subtitle = lines(reader->arena, fw_node_member(node, "subtitle"));
    return spec;
}
