/* Labels at marks: measured and drawn. */
#include "compose/mark_label.h"

#include <math.h>
#include <string.h>

#include "color/contrast.h"
#include "mark/style.h"

const double fw_text_contrast = 4.5;

static const char *join_lines(struct fw_arena *arena, const char **lines, size_t count)
{
    struct fw_bytes out = { 0 };
    for (size_t i = 0; i < count; i++) {
        fw_bytes_puts(&out, i > 0 ? "\n" : "");
        fw_bytes_puts(&out, lines[i]);
    }
    const char *text = fw_arena_text(arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

struct fw_mark_label fw_mark_label_set(struct fw_chart *chart, const struct fw_guide_text *look,
                                       const char *text, double limit)
{
    struct fw_guide_env env = { chart->make.arena, chart->make.strings, chart->fonts, NULL, NULL };
    struct fw_mark_label label = { .text = text, .look = *look };
    if (limit > 0) {
        struct fw_font font = { look->family, look->size, look->weight, look->italic };
        size_t count;
        const char **lines = fw_text_wrap(chart->fonts, env.arena, &font, text, limit, &count);
        label.text = join_lines(env.arena, lines, count);
    }
    label.look.limit = 0;
    struct fw_text set = fw_guide_text_place(&env, &label.look, label.text, 0, 0, 0);
    label.text = set.text;
    fw_text_extent(chart->fonts, &set, &label.width, &label.height);
    return label;
}

struct fw_box fw_mark_label_box(const struct fw_mark_label *label, enum fw_align at, double x,
                                double y)
{
    double left = at == FW_ALIGN_LEFT     ? x
                  : at == FW_ALIGN_CENTER ? x - label->width / 2
                                          : x - label->width;
    return (struct fw_box){ left, y - label->height / 2, left + label->width,
                            y + label->height / 2 };
}

static struct fw_text placed_text(struct fw_chart *chart, const struct fw_mark_label *label)
{
    struct fw_guide_env env = { chart->make.arena, chart->make.strings, chart->fonts, NULL, NULL };
    double x = label->align == FW_ALIGN_LEFT     ? label->box.x1
               : label->align == FW_ALIGN_CENTER ? (label->box.x1 + label->box.x2) / 2
                                                 : label->box.x2;
    double y = (label->box.y1 + label->box.y2) / 2;
    struct fw_text text = fw_guide_text_place(&env, &label->look, label->text, x, y, 0);
    text.align = label->align;
    text.baseline = FW_BASELINE_MIDDLE;
    text.y -= fw_guide_text_extra(&text) / 2;
    return text;
}

struct fw_box fw_mark_labels_draw(struct fw_chart *chart, struct fw_scene_node *parent,
                                  enum fw_role role, const struct fw_mark_label *labels,
                                  size_t count)
{
    struct fw_arena *arena = chart->make.arena;
    if (count == 0) {
        return fw_box_empty();
    }
    struct fw_scene_node *node = fw_scene_add(arena, parent, FW_NODE_TEXT, role, count);
    struct fw_style *styles = FW_NEW_ARRAY(arena, count, struct fw_style);
    uint32_t *style_index = FW_NEW_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        node->texts[i] = placed_text(chart, &labels[i]);
        styles[i] = fw_guide_text_style(&labels[i].look);
        style_index[i] = (uint32_t)i;
    }
    node->styles = styles;
    node->style_count = count;
    node->style_index = style_index;
    return fw_node_bounds(chart->fonts, node);
}

/* Thin enough not to be read as data. */
static const double leader_width = 1;

void fw_leaders_draw(struct fw_chart *chart, struct fw_scene_node *parent,
                     const struct fw_leader *leaders, size_t count)
{
    struct fw_arena *arena = chart->make.arena;
    if (count == 0) {
        return;
    }
    struct fw_scene_node *node = fw_scene_add(arena, parent, FW_NODE_RULE, FW_ROLE_LEADER, count);
    struct fw_style *styles = FW_NEW_ARRAY(arena, count, struct fw_style);
    uint32_t *style_index = FW_NEW_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        node->rules[i] = leaders[i].rule;
        styles[i] = fw_style_default();
        styles[i].stroke = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = leaders[i].color };
        styles[i].stroke_width = leader_width;
        style_index[i] = (uint32_t)i;
    }
    node->styles = styles;
    node->style_count = count;
    node->style_index = style_index;
}

static struct fw_color painted_over(const struct fw_paint *paint, double opacity,
                                    struct fw_color ground)
{
    if (paint->kind != FW_PAINT_COLOR && paint->kind != FW_PAINT_PATTERN) {
        return ground;
    }
    struct fw_color color = paint->color;
    color.a *= opacity;
    return fw_color_over(color, ground);
}

struct fw_color fw_view_ground(const struct fw_view *view)
{
    const struct fw_chart *chart = view->chart;
    struct fw_color ground = { 255, 255, 255, 1 };
    struct fw_value value = fw_get(chart->root->spec, "background");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "background");
    }
    struct fw_paint paint = fw_paint_of(chart->make.arena, fw_view_eval(chart->root, value));
    ground = painted_over(&paint, 1, ground);
    if (view->group != NULL && view->group->styles != NULL) {
        const struct fw_style *frame = &view->group->styles[0];
        ground = painted_over(&frame->fill, frame->opacity * frame->fill_opacity, ground);
    }
    return ground;
}

struct fw_color fw_mark_item_color(const struct fw_mark_item *item, struct fw_color ground)
{
    const struct fw_style *style = fw_item_style(item->node, item->item);
    bool line = item->node->kind == FW_NODE_LINE || item->node->kind == FW_NODE_RULE;
    bool fills = !line && fw_style_fills(style);
    double own = fills ? style->fill_opacity : style->stroke_opacity;
    return painted_over(fills ? &style->fill : &style->stroke, style->opacity * own, ground);
}
