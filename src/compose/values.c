/* Values of marks as labels: which marks have them, and which are drawn. */
#include "compose/values.h"

#include <math.h>
#include <string.h>

#include "color/contrast.h"
#include "explain/guides.h"
#include "explain/unfit.h"
#include "mark/style.h"

/* ---- looks --------------------------------------------------------------------------------- */

static struct fw_value look_value(const struct fw_config *config, const char *name)
{
    struct fw_value value = fw_config_style_named(config, "value", name);
    value = value.kind != FW_UNDEFINED ? value : fw_config_style_named(config, "text", name);
    return value.kind != FW_UNDEFINED ? value : fw_config_get(config, "text", name);
}

/* Values look like text marks of the style "value". */
static struct fw_guide_text look_of(const struct fw_chart *chart)
{
    const double usual_size = 11; /* of Vega-Lite's text marks */
    struct fw_guide_text look = fw_guide_text_default(usual_size);
    struct fw_value font = look_value(&chart->config, "font");
    struct fw_value size = look_value(&chart->config, "fontSize");
    struct fw_value weight = look_value(&chart->config, "fontWeight");
    struct fw_value color = look_value(&chart->config, "color");
    look.family = font.kind == FW_STRING ? font.string->text : look.family;
    look.size = size.kind == FW_NUMBER ? size.number : look.size;
    look.weight = weight.kind != FW_UNDEFINED ? fw_weight_of(weight) : look.weight;
    struct fw_paint paint = fw_paint_of(chart->make.arena, color);
    look.fill = paint.kind == FW_PAINT_COLOR ? paint : look.fill;
    return look;
}

/* On a mark text is in its own color where that is legible, else white or black. */
static struct fw_color color_on(struct fw_color own, struct fw_color ground)
{
    static const struct fw_color black = { 0, 0, 0, 1 }, white = { 255, 255, 255, 1 };
    if (fw_color_contrast(own, ground) >= fw_text_contrast) {
        return own;
    }
    return fw_color_contrast(white, ground) >= fw_text_contrast ? white : black;
}

/* ---- what is labelled ---------------------------------------------------------------------- */

static bool same_label(const struct fw_value_mark *a, const struct fw_mark_label *label,
                       struct fw_box box)
{
    const double slack = 1; /* px */
    return strcmp(a->label.text, label->text) == 0 &&
           fabs(a->box.x1 + a->box.x2 - box.x1 - box.x2) < 2 * slack &&
           fabs(a->box.y1 + a->box.y2 - box.y1 - box.y2) < 2 * slack;
}

struct fw_value_mark *fw_value_add(struct fw_value_plan *plan, const struct fw_value_text *text,
                                   size_t row, struct fw_box box)
{
    struct fw_chart *chart = plan->view->chart;
    const char *words = fw_value_words(text, row);
    if (words == NULL || words[0] == '\0' || !isfinite(box.x1 + box.y1 + box.x2 + box.y2)) {
        return NULL;
    }
    struct fw_mark_label label = fw_mark_label_set(chart, &plan->look, words, 0);
    for (size_t i = 0; plan->count < FW_MOST_VALUES && i < plan->count; i++) {
        if (same_label(&plan->marks[i], &label, box)) {
            return NULL; /* a line and its points, say */
        }
    }
    FW_RESERVE(chart->make.arena, plan->marks, plan->count, plan->capacity);
    struct fw_value_mark *mark = &plan->marks[plan->count++];
    *mark = (struct fw_value_mark){ .label = label, .box = box, .color = plan->ground };
    mark->place = fw_value_place(text, row);
    return mark;
}

static void label_unit(struct fw_value_plan *plan, const struct fw_view *unit)
{
    static const struct {
        const char *mark;
        void (*label)(struct fw_value_plan *plan, const struct fw_view *unit);
    } marks[] = {
        { "bar", fw_value_bars },      { "point", fw_value_points }, { "circle", fw_value_points },
        { "square", fw_value_points }, { "line", fw_value_lines },   { "trail", fw_value_lines },
        { "area", fw_value_lines },
    };
    for (size_t i = 0; i < FW_COUNT(marks); i++) {
        if (strcmp(unit->mark, marks[i].mark) == 0) {
            marks[i].label(plan, unit);
        }
    }
}

static void label_units(struct fw_value_plan *plan, const struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        label_unit(plan, view);
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        label_units(plan, view->children[i]);
    }
}

static void check_field(const struct fw_value_plan *plan)
{
    const struct fw_chart *chart = plan->view->chart;
    if (plan->wanted.field != NULL && plan->lacks_field && !plan->has_field) {
        fw_report(chart->diag, fw_node_place(chart->make.arena, chart->usermeta->labels_at),
                  FW_UNKNOWN_FIELD, "the data of the marks have no field '%s'", plan->wanted.field);
    }
}

/* ---- where they stand ---------------------------------------------------------------------- */

/* Labels stay in the plot and in a strip of their own size around it; between the cells of a facet
 * above and right of it only. */
static struct fw_box room_of(const struct fw_value_plan *plan)
{
    const struct fw_group *frame = plan->view->group->group;
    const struct fw_view *parent = plan->view->parent;
    bool cell = parent != NULL && parent->kind == FW_VIEW_FACET;
    double width = 0, height = 0;
    for (size_t i = 0; i < plan->count; i++) {
        width = fmax(width, plan->marks[i].label.width + 2 * fw_value_gap);
        height = fmax(height, plan->marks[i].label.height + 2 * fw_value_gap);
    }
    return (struct fw_box){ cell ? 0 : -width, -height, frame->width + width,
                            frame->height + (cell ? 0 : height) };
}

/* Fills `drawn` with the labels that found a place; the others are told. */
static size_t place(struct fw_value_plan *plan, struct fw_mark_label *drawn)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    struct fw_label_item *labels = FW_NEW_ARRAY(arena, plan->count, struct fw_label_item);
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct fw_value_mark *mark = &plan->marks[i];
        labels[i] = (struct fw_label_item){ mark->places,     mark->place_count, mark->priority,
                                            mark->label.text, mark->owner,       FW_LABEL_DROPPED };
    }
    struct fw_label_problem problem = {
        labels, plan->count, plan->obstacles.items, plan->obstacles.count, room_of(plan), 1
    };
    if (plan->count <= FW_MOST_VALUES) {
        fw_labels_place(arena, &problem);
    }
    for (size_t i = 0; i < plan->count; i++) {
        struct fw_value_mark *mark = &plan->marks[i];
        if (labels[i].at == FW_LABEL_DROPPED) {
            fw_unfit_drop(plan->view->chart, mark->place);
            continue;
        }
        struct fw_color own = mark->label.look.fill.color;
        bool inside = labels[i].at >= mark->inside_from;
        mark->label.look.fill.color = inside
                                          ? color_on(own, mark->color)
                                          : fw_color_legible(own, plan->ground, fw_text_contrast);
        mark->label.box = mark->places[labels[i].at];
        mark->label.align = FW_ALIGN_CENTER;
        drawn[count++] = mark->label;
    }
    return count;
}

void fw_view_label_values(struct fw_view *view, struct fw_box *x_bounds, struct fw_box *y_bounds)
{
    struct fw_chart *chart = view->chart;
    struct fw_value_plan plan = { .view = view, .wanted = fw_value_labels_read(chart) };
    if (plan.wanted.placement == FW_LABELS_NONE) {
        return;
    }
    plan.look = look_of(chart);
    plan.ground = fw_view_ground(view);
    plan.obstacles = fw_view_obstacles(view);
    label_units(&plan, view);
    check_field(&plan);
    struct fw_mark_label *drawn = FW_NEW_ARRAY(chart->make.arena, plan.count, struct fw_mark_label);
    size_t count = place(&plan, drawn);
    struct fw_box box = fw_mark_labels_draw(chart, view->group, FW_ROLE_VALUE_LABEL, drawn, count);
    fw_box_union(&view->bounds, box);
    fw_box_union(x_bounds, box);
    fw_box_union(y_bounds, box);
}
