/* Headers of facets. Source: Vega-Lite, compile/header. */
#include "compose/headers.h"

#include <math.h>
#include <string.h>

#include "encoding/label.h"
#include "explain/explain.h"
#include "explain/guides.h"
#include "explain/wrap.h"
#include "mark/style.h"
#include "train/train.h"

/* One facet channel and what its header says. */
struct header {
    const struct fw_view *view;
    const struct fw_channel_def *def;
    enum fw_channel channel;
    struct fw_value spec; /* "header" */
};

static struct header header_of(const struct fw_view *view, enum fw_channel channel)
{
    const struct fw_channel_def *def = channel == FW_CHANNEL_ROW      ? &view->row_def
                                       : channel == FW_CHANNEL_COLUMN ? &view->column_def
                                                                      : &view->facet_def;
    return (struct header){ view, def, channel, fw_get(def->spec, "header") };
}

static bool there(const struct header *header)
{
    return header->def->kind == FW_DEF_FIELD;
}

static struct fw_value prop(const struct header *header, const char *name)
{
    const struct fw_config *config = &header->view->chart->config;
    const char *section = header->channel == FW_CHANNEL_ROW      ? "headerRow"
                          : header->channel == FW_CHANNEL_COLUMN ? "headerColumn"
                                                                 : "headerFacet";
    struct fw_value value = fw_get(header->spec, name);
    if (value.kind == FW_UNDEFINED && strstr(name, "Orient") != NULL) {
        value = fw_get(header->spec, "orient");
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(config, section, name);
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(config, "header", name);
    }
    return fw_view_eval(header->view, value);
}

static const char *word(const struct header *header, const char *name)
{
    return fw_text_of(prop(header, name));
}

static bool is_one(const char *text, const char *a, const char *b)
{
    return text != NULL && (strcmp(text, a) == 0 || strcmp(text, b) == 0);
}

/* Where a label or title goes: beside the rows, or above and below the columns. */
static bool beside_rows(const struct header *header, const char *orient)
{
    if (is_one(orient, "top", "bottom")) {
        return false;
    }
    return is_one(orient, "left", "right") || header->channel == FW_CHANNEL_ROW;
}

/* labelColor, labelFontSize, ...: `prefix` is "label" or "title". */
static void set_look(const struct header *header, const char *prefix, const char *style,
                     struct fw_guide_text *text)
{
    struct fw_component none = { NULL, 0, 0 };
    struct fw_maker make = header->view->chart->make;
    static const char *const names[] = { "Color",      "Font",  "FontSize",  "FontStyle",
                                         "FontWeight", "Limit", "LineHeight" };
    struct fw_value given = fw_object_empty(make);
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        const char *name = fw_arena_printf(make.arena, "%s%s", prefix, names[i]);
        struct fw_value value = prop(header, name);
        if (value.kind != FW_UNDEFINED) {
            given = fw_with(make, given, name, value);
        }
    }
    struct fw_guide_source source = { header->view, &none, given };
    fw_guide_look(&source, prefix, style, text);
}

static void set_number(struct fw_value value, double *into)
{
    *into = value.kind == FW_NUMBER ? value.number : *into;
}

/* Alignment that an angle asks for; the rules of axis labels. Source: defaultHeaderGuideAlign. */
static void default_align(bool row, double angle, const char *anchor, struct fw_title_spec *spec)
{
    if (anchor != NULL && strcmp(anchor, "start") == 0) {
        spec->align = (struct fw_opt_align){ true, FW_ALIGN_LEFT };
    } else if (anchor != NULL && strcmp(anchor, "end") == 0) {
        spec->align = (struct fw_opt_align){ true, FW_ALIGN_RIGHT };
    } else if (!isnan(angle)) {
        double start = row ? 90 : 0;
        if (fmod(angle + start, 180) == 0) {
            if (row) {
                spec->align = (struct fw_opt_align){ true, FW_ALIGN_CENTER };
            }
        } else {
            /* Orients are taken as "left" for rows and "top" for columns. */
            bool left = (start < angle && angle < 180 + start) == row;
            spec->align = (struct fw_opt_align){ true, left ? FW_ALIGN_LEFT : FW_ALIGN_RIGHT };
        }
    }
}

/* Unlike those of axes, the angles of headers are taken as they are written, -90 among them.
 * Source: defaultHeaderGuideBaseline. */
static void default_baseline(bool row, double angle, struct fw_title_spec *spec)
{
    if (isnan(angle)) {
        return;
    }
    bool flat = angle <= 45 || 315 <= angle;
    enum fw_baseline baseline = FW_BASELINE_MIDDLE;
    if (!row && !((45 < angle && angle < 135) || (225 < angle && angle < 315))) {
        baseline = flat ? FW_BASELINE_BOTTOM : FW_BASELINE_TOP;
    } else if (row && !flat && !(135 <= angle && angle <= 225)) {
        baseline = 45 <= angle && angle <= 135 ? FW_BASELINE_TOP : FW_BASELINE_BOTTOM;
    }
    spec->baseline = (struct fw_opt_baseline){ true, baseline };
}

static void set_placement(const struct header *header, const char *prefix,
                          struct fw_title_spec *spec)
{
    struct fw_arena *arena = header->view->chart->make.arena;
    struct fw_value angle = prop(header, fw_arena_printf(arena, "%sAngle", prefix));
    const char *anchor = word(header, fw_arena_printf(arena, "%sAnchor", prefix));
    const char *orient = word(header, fw_arena_printf(arena, "%sOrient", prefix));
    bool row = beside_rows(header, orient);
    double turned = angle.kind == FW_NUMBER ? angle.number : NAN;
    if (header->channel == FW_CHANNEL_ROW) {
        spec->orient = FW_ORIENT_LEFT;
    }
    if (orient != NULL) {
        fw_orient_parse(orient, &spec->orient);
    }
    default_align(row, turned, anchor, spec);
    default_baseline(row, turned, spec);
    spec->angle = turned;
    if (anchor != NULL) {
        fw_anchor_parse(anchor, &spec->anchor);
    }
    struct fw_opt_align align;
    align.given =
        fw_align_word(word(header, fw_arena_printf(arena, "%sAlign", prefix)), &align.align);
    spec->align = align.given ? align : spec->align;
    struct fw_opt_baseline baseline;
    baseline.given = fw_baseline_word(word(header, fw_arena_printf(arena, "%sBaseline", prefix)),
                                      &baseline.baseline);
    spec->baseline = baseline.given ? baseline : spec->baseline;
    set_number(prop(header, fw_arena_printf(arena, "%sPadding", prefix)), &spec->offset);
}

/*
 * A labelExpr with `datum.label` as Vega-Lite writes it out, in place and without parentheses: what
 * follows the label belongs to the last branch of its condition. Source: assembleLabelTitle.
 */
static const char *label_expression(struct fw_arena *arena, const struct fw_label *label,
                                    const char *written)
{
    static const char name[] = "datum.label";
    const char *stands_for = name;
    if (label->how == FW_LABEL_RAW) {
        stands_for = "isValid(datum.value) ? datum.value : ''+datum.value";
    } else if (label->how == FW_LABEL_BIN) {
        stands_for = "!isValid(datum.value) || !isFinite(+datum.value) ? 'null' : datum.label";
    }
    const char *made = "", *at = NULL;
    while ((at = strstr(written, name)) != NULL) {
        made = fw_arena_printf(arena, "%s%.*s%s", made, (int)(at - written), written, stands_for);
        written = at + sizeof name - 1;
    }
    return fw_arena_printf(arena, "%s%s", made, written);
}

/* The text of a label: the formatted value, through labelExpr where there is one. */
static const char *label_text(const struct header *header, struct fw_value value,
                              struct fw_value end)
{
    struct fw_chart *chart = header->view->chart;
    struct fw_value spec =
        header->spec.kind == FW_OBJECT ? header->spec : fw_object_empty(chart->make);
    struct fw_label label = fw_label_new(chart->make, &chart->config, NULL, header->def, spec);
    struct fw_expr_env env = fw_view_env(header->view);
    struct fw_value text = fw_label_of(&label, &env, value, end);
    struct fw_value expr = prop(header, "labelExpr");
    if (expr.kind == FW_STRING) {
        struct fw_expr_fault fault;
        const char *source = label_expression(chart->make.arena, &label, expr.string->text);
        const struct fw_expr *parsed =
            fw_expr_parse(chart->make.arena, chart->make.strings, source, strlen(source), &fault);
        struct fw_value datum = fw_with(chart->make, fw_undefined(), "value", value);
        env.datum = fw_with(chart->make, datum, "label", text);
        env.table = NULL;
        text = parsed == NULL ? text : fw_expr_eval(parsed, &env);
    }
    return fw_title_text(chart->make, text);
}

/* The end of a binned value: the first row that has the start tells. */
static struct fw_value bin_end(const struct header *header, struct fw_value start)
{
    const struct fw_bin_info *bins =
        fw_view_bins(header->view, fw_def_column(header->view->chart->make, header->def, NULL));
    return bins == NULL || start.kind != FW_NUMBER ? fw_undefined()
                                                   : fw_number(start.number + bins->step);
}

/* What a cell leaves for its label: its width, or its height for one that is turned up. */
static double label_room(const struct header *header, const struct fw_title_spec *spec)
{
    const struct fw_view *view = header->view;
    const struct fw_view *cell = view->child_count > 0 ? view->children[0] : view;
    bool beside = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_RIGHT;
    bool level = isnan(spec->angle) ? !beside : fmod(spec->angle, 180) == 0;
    bool turned = isnan(spec->angle) ? beside : fmod(spec->angle + 90, 180) == 0;
    bool single = cell->kind == FW_VIEW_UNIT || cell->kind == FW_VIEW_LAYER;
    return !single            ? NAN
           : !beside && level ? cell->extent[0]
           : beside && turned ? cell->extent[1]
                              : NAN;
}

static bool label_spec(const struct header *header, struct fw_value value,
                       struct fw_title_spec *spec)
{
    *spec = fw_title_spec_default();
    spec->title_role = FW_ROLE_HEADER_LABEL;
    spec->subtitle_role = FW_ROLE_HEADER_SUBTITLE;
    spec->title_text = fw_guide_text_default(10);
    spec->frame_group = true;
    spec->text = label_text(header, value, bin_end(header, value));
    set_look(header, "label", "guide-label", &spec->title_text);
    set_placement(header, "label", spec);
    fw_label_wrap(header->view->chart, &spec->title_text, label_room(header, spec));
    return spec->text != NULL;
}

static bool shows_labels(const struct header *header)
{
    if (!there(header) || header->spec.kind == FW_NULL) {
        return false;
    }
    struct fw_value labels = fw_get(header->spec, "labels");
    if (labels.kind == FW_UNDEFINED) {
        labels = fw_config_get(&header->view->chart->config, "header", "labels");
    }
    return labels.kind == FW_UNDEFINED || fw_to_boolean(labels);
}

/* Labels that stand across their strip (row labels on top) go into each cell instead. */
static bool across(const struct header *header)
{
    const char *orient = word(header, "labelOrient");
    return (header->channel == FW_CHANNEL_ROW && is_one(orient, "top", "bottom")) ||
           (header->channel == FW_CHANNEL_COLUMN && is_one(orient, "left", "right"));
}

static bool cell_title_spec(const struct header *header, struct fw_value value,
                            struct fw_title_spec *spec)
{
    /* Vega-Lite hides the labels of strips only. */
    if (!there(header) || !label_spec(header, value, spec)) {
        return false;
    }
    spec->title_role = FW_ROLE_TITLE_TEXT;
    spec->subtitle_role = FW_ROLE_TITLE_SUBTITLE;
    return true;
}

bool fw_header_cell_title(const struct fw_view *view, const struct fw_facet_cell *cell,
                          struct fw_title_spec *spec)
{
    struct header facet = header_of(view, FW_CHANNEL_FACET);
    if (there(&facet)) {
        return cell_title_spec(&facet, cell->column, spec);
    }
    struct header row = header_of(view, FW_CHANNEL_ROW);
    struct header column = header_of(view, FW_CHANNEL_COLUMN);
    if (there(&row) && across(&row)) {
        return cell_title_spec(&row, cell->row, spec);
    }
    if (there(&column) && across(&column)) {
        return cell_title_spec(&column, cell->column, spec);
    }
    return false;
}

static struct fw_scene_node *new_group(const struct fw_view *view)
{
    struct fw_arena *arena = view->chart->make.arena;
    struct fw_scene_node *node = fw_scene_add(arena, view->group, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style style = fw_style_default();
    fw_scene_style(arena, node, &style);
    return node;
}

/* "a / b": the titles of facets in facets are told together. */
static const char *title_text(const struct header *header)
{
    struct fw_maker make = header->view->chart->make;
    struct fw_value title = fw_get(header->spec, "title");
    if (header->spec.kind == FW_NULL) {
        return NULL;
    }
    title = title.kind == FW_UNDEFINED ? fw_get(header->def->spec, "title") : title;
    if (title.kind != FW_UNDEFINED) {
        return fw_title_text(make, title);
    }
    struct fw_value off = prop(header, "title");
    bool shown = off.kind == FW_UNDEFINED || fw_to_boolean(off);
    return shown ? fw_view_field_title(header->view, header->def) : NULL;
}

/* The views inside a facet of facets, or NULL. */
static const struct fw_view *inner_facet(const struct fw_view *view)
{
    const struct fw_view *inner = view->child_count > 0 ? view->children[0] : NULL;
    return inner != NULL && inner->kind == FW_VIEW_FACET ? inner : NULL;
}

static const char *joined_title(const struct fw_view *view, enum fw_channel channel)
{
    struct header header = header_of(view, channel);
    const char *own = there(&header) ? title_text(&header) : NULL;
    const struct fw_view *inner = inner_facet(view);
    const char *more = inner == NULL ? NULL : joined_title(inner, channel);
    if (own == NULL || more == NULL) {
        return own;
    }
    return fw_arena_printf(view->chart->make.arena, "%s / %s", own, more);
}

/* Whether an outer facet of the same direction tells this one's title. */
static bool told_above(const struct fw_view *view, enum fw_channel channel)
{
    const struct fw_view *parent = view->parent;
    if (parent == NULL || parent->kind != FW_VIEW_FACET) {
        return false;
    }
    struct header above = header_of(parent, channel);
    return there(&above) && above.spec.kind != FW_NULL && title_text(&above) != NULL;
}

static void draw_title(struct fw_view *view, enum fw_channel channel, struct fw_headers *headers,
                       struct fw_trellis *trellis)
{
    struct header header = header_of(view, channel);
    struct fw_title_spec spec = fw_title_spec_default();
    if (!there(&header) || told_above(view, channel)) {
        return;
    }
    spec.text = joined_title(view, channel);
    if (spec.text == NULL) {
        return;
    }
    spec.title_role = FW_ROLE_HEADER_TITLE;
    spec.subtitle_role = FW_ROLE_HEADER_SUBTITLE;
    spec.title_text = fw_guide_text_default(11);
    set_look(&header, "title", "guide-title", &spec.title_text);
    set_placement(&header, "title", &spec);
    const char *orient = word(&header, "titleOrient");
    bool row = beside_rows(&header, orient), end = is_one(orient, "right", "bottom");
    struct fw_guide_env env = fw_view_guide_env(view);
    struct fw_scene_node *node = new_group(view);
    struct fw_box nothing = { 0, 0, 0, 0 };
    struct fw_placed *placed = &headers->title_boxes[row ? 0 : 1];
    placed->box = fw_title_build(&env, node, &spec, 0, 0, nothing);
    headers->titles[row ? 0 : 1] = node;
    const char *anchor = word(&header, "titleAnchor");
    double band = 0.5;
    if (anchor != NULL && strcmp(anchor, "middle") != 0) {
        bool start = strcmp(anchor, "start") == 0;
        band = start == row ? 1 : 0;
    }
    /* Vega-Lite: a strip is 10 px off the titles at it where a field that is split that way has a
     * title, whichever titles stand there. */
    enum fw_channel split = row ? FW_CHANNEL_ROW : FW_CHANNEL_COLUMN;
    bool is_off = channel != FW_CHANNEL_FACET && joined_title(view, split) != NULL;
    double offset = is_off ? 10 : 0;
    if (row) {
        trellis->row_title = placed;
        trellis->row_title_offset = offset;
        trellis->row_title_band = band;
        trellis->row_title_end = end;
    } else {
        trellis->column_title = placed;
        trellis->column_title_offset = offset;
        trellis->column_title_band = band;
        trellis->column_title_end = end;
    }
}

/* The cell that stands at a place of a strip: whose axes are drawn there. */
static const struct fw_view *strip_cell(const struct fw_view *view, bool row, size_t at)
{
    size_t columns = view->columns == 0 ? view->child_count : view->columns;
    size_t i = row ? at * columns : at;
    return view->child_count == 0 ? NULL : view->children[i < view->child_count ? i : 0];
}

static bool axis_in_strip(const struct fw_axis_model *axis, bool behind)
{
    const char *orient = fw_text_of(fw_component_get(&axis->props, "orient"));
    bool is_behind = is_one(orient, "bottom", "right");
    return axis->in_header && is_behind == behind &&
           !fw_to_boolean(fw_component_get(&axis->props, "disable"));
}

static bool has_axes(const struct fw_view *cell, bool row, bool behind)
{
    int side = row ? 1 : 0;
    for (size_t i = 0; cell != NULL && i < cell->axis_count[side]; i++) {
        if (axis_in_strip(&cell->axes[side][i], behind)) {
            return true;
        }
    }
    return false;
}

/* How many headers a strip has: one a row or column, or one for all where nothing tells them apart.
 */
static size_t strip_length(const struct fw_view *view, bool row, bool labels)
{
    bool wrapped = view->facet_def.kind == FW_DEF_FIELD;
    size_t columns = view->columns == 0 ? view->child_count : view->columns;
    size_t rows = columns == 0 ? 0 : (view->child_count + columns - 1) / columns;
    if (wrapped) {
        columns = columns > view->child_count ? view->child_count : columns;
        return row ? rows : columns;
    }
    bool by_field =
        row ? view->row_def.kind == FW_DEF_FIELD : view->column_def.kind == FW_DEF_FIELD;
    (void)labels;
    return by_field ? (row ? view->row_count : view->column_count) : 1;
}

static void draw_axes(const struct fw_view *cell, bool row, bool behind, struct fw_scene_node *node,
                      struct fw_box *bounds)
{
    struct fw_guide_env env = fw_view_guide_env(cell);
    int side = row ? 1 : 0;
    struct fw_axis_view size = { row ? 0 : cell->extent[0], row ? cell->extent[1] : 0 };
    for (size_t i = 0; i < cell->axis_count[side]; i++) {
        if (axis_in_strip(&cell->axes[side][i], behind)) {
            struct fw_axis_spec spec = fw_axis_resolve(cell, &cell->axes[side][i]);
            spec.grid = false;
            fw_box_union(bounds, fw_axis_build(&env, node, &spec, size).bounds);
        }
    }
}

/* The px of a view whose cells' sizes are known: a concatenation has that of its children. */
static double known_extent(const struct fw_view *view, int side)
{
    while (view->kind == FW_VIEW_CONCAT && view->child_count > 0) {
        view = view->children[0];
    }
    return isnan(view->extent[side]) ? 0 : fmax(0, view->extent[side]);
}

/* The size of a header along its strip: the largest of its cells, or none where cells have none. */
static double header_extent(const struct fw_view *view, bool row, size_t at)
{
    size_t columns = view->columns == 0 ? view->child_count : view->columns;
    int side = row ? 1 : 0;
    double extent = 0;
    for (size_t i = 0; i < view->child_count; i++) {
        if ((row ? i / columns : i % columns) == at && fw_view_is_sized(view->children[i], side)) {
            extent = fmax(extent, known_extent(view->children[i], side));
        }
    }
    return extent;
}

static void draw_strip(struct fw_view *view, bool row, bool behind, struct fw_headers *headers)
{
    struct header header = header_of(view, row ? FW_CHANNEL_ROW : FW_CHANNEL_COLUMN);
    enum fw_strip which = row ? (behind ? FW_ROW_FOOTER : FW_ROW_HEADER)
                              : (behind ? FW_COLUMN_FOOTER : FW_COLUMN_HEADER);
    bool labels = shows_labels(&header) && !across(&header) &&
                  is_one(word(&header, "labelOrient"), "bottom", "right") == behind;
    bool axes = has_axes(strip_cell(view, row, 0), row, behind);
    if (!labels && !axes) {
        return;
    }
    struct fw_arena *arena = view->chart->make.arena;
    size_t count = strip_length(view, row, labels);
    headers->groups[which] = fw_arena_array(arena, count, sizeof *headers->groups[which]);
    headers->strips[which] = FW_NEW_ARRAY(arena, count, struct fw_placed);
    headers->count[which] = count;
    struct fw_guide_env env = fw_view_guide_env(view);
    for (size_t i = 0; i < count; i++) {
        const struct fw_view *cell = strip_cell(view, row, i);
        struct fw_scene_node *node = new_group(view);
        node->group->width = row ? 0 : header_extent(view, false, i);
        node->group->height = row ? header_extent(view, true, i) : 0;
        struct fw_box bounds = { 0, 0, node->group->width, node->group->height };
        if (axes) {
            draw_axes(cell, row, behind, node, &bounds);
        }
        struct fw_title_spec spec;
        struct fw_value value =
            labels ? (row ? view->row_values[i] : view->column_values[i]) : fw_undefined();
        if (labels && label_spec(&header, value, &spec)) {
            fw_box_union(&bounds, fw_title_build(&env, node, &spec, node->group->width,
                                                 node->group->height, bounds));
        }
        headers->groups[which][i] = node;
        headers->strips[which][i] =
            (struct fw_placed){ bounds, node->group->width, node->group->height, 0, 0 };
    }
}

void fw_headers_draw(struct fw_view *view, struct fw_headers *headers, struct fw_trellis *trellis)
{
    memset(headers, 0, sizeof *headers);
    draw_title(view, FW_CHANNEL_ROW, headers, trellis);
    draw_title(view, FW_CHANNEL_COLUMN, headers, trellis);
    draw_title(view, FW_CHANNEL_FACET, headers, trellis);
    for (int row = 1; row >= 0; row--) {
        draw_strip(view, row != 0, false, headers);
        draw_strip(view, row != 0, true, headers);
    }
    for (int i = 0; i < FW_STRIP_COUNT; i++) {
        bool row = i == FW_ROW_HEADER || i == FW_ROW_FOOTER;
        trellis->strips[i] = headers->strips[i];
        trellis->strip_count[i] = headers->count[i];
        trellis->strip_band[i] =
            view->child_count > 0 && !fw_view_is_sized(view->children[0], row ? 1 : 0);
    }
}

void fw_headers_move(struct fw_headers *headers)
{
    for (int i = 0; i < FW_STRIP_COUNT; i++) {
        for (size_t k = 0; k < headers->count[i]; k++) {
            headers->groups[i][k]->group->x = headers->strips[i][k].x;
            headers->groups[i][k]->group->y = headers->strips[i][k].y;
        }
    }
    for (int i = 0; i < 2; i++) {
        if (headers->titles[i] != NULL) {
            headers->titles[i]->group->x = headers->title_boxes[i].x;
            headers->titles[i]->group->y = headers->title_boxes[i].y;
        }
    }
}
