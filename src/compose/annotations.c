/* Annotations drawn into views. */
#include "compose/annotations.h"

#include <string.h>

#include "annotation/bind.h"
#include "compose/mark_label.h"

struct fw_annotation_list {
    struct fw_annotation_entry *items;
    size_t count;
};

/* ---- read --------------------------------------------------------------------------------- */

/* A text of more than 50 characters, or of two sentences, is not read at a glance: UK Government
 * Analysis Function, charts guidance. */
static void note_length(struct fw_chart *chart, struct fw_node node, const char *text)
{
    static const size_t most = 50;
    size_t letters = 0;
    bool is_two = false;
    for (const char *at = text; *at != '\0'; at++) {
        letters += ((unsigned char)*at & 0xC0) != 0x80;
        bool ends = *at == '.' || *at == '!' || *at == '?';
        is_two = is_two || (ends && at[1] == ' ' && at[2] >= 'A' && at[2] <= 'Z');
    }
    if (letters <= most && !is_two) {
        return;
    }
    struct fw_diagnostic *d =
        fw_report(chart->diag, fw_node_place(chart->make.arena, node), FW_ANNOTATION_LONG,
                  letters > most ? "this annotation has %zu characters"
                                 : "this annotation of %zu characters has two sentences",
                  letters);
    fw_hint(chart->diag, d, "one sentence of up to %zu characters is read at a glance", most);
}

static void read_one(struct fw_chart *chart, struct fw_node node, struct fw_annotation_entry *entry)
{
    struct fw_node text = fw_node_member(node, "text");
    fw_str type = fw_node_string(fw_node_member(node, "type"), NULL);
    *entry = (struct fw_annotation_entry){ .node = node };
    entry->type = fw_annotation_find(type->text);
    bool is_written = fw_node_string(text, NULL) != NULL;
    entry->is_silent = fw_node_there(text) && !is_written;
    if (is_written) {
        entry->text =
            fw_template_parse_node(chart->make.arena, chart->make.strings, text, chart->diag);
    }
}

bool fw_annotations_read(struct fw_chart *chart)
{
    if (chart->usermeta == NULL || fw_node_count(chart->usermeta->annotations_at) == 0) {
        return true;
    }
    struct fw_arena *arena = chart->make.arena;
    struct fw_node list = chart->usermeta->annotations_at;
    if (!fw_annotations_check(arena, chart->make.strings, chart->diag, list)) {
        return false;
    }
    struct fw_annotation_list *read = FW_NEW(arena, struct fw_annotation_list);
    read->items = FW_NEW_ARRAY(arena, fw_node_count(list), struct fw_annotation_entry);
    for (struct fw_node item = fw_node_first(list); fw_node_there(item);
         item = fw_node_next(item)) {
        read_one(chart, item, &read->items[read->count++]);
    }
    chart->annotations = read;
    return true;
}

/* ---- which views -------------------------------------------------------------------------- */

static bool has_name(const struct fw_view *view, const char *name)
{
    return view->name != NULL && strcmp(view->name, name) == 0;
}

static bool holds_name(const struct fw_view *view, const char *name)
{
    bool is_held = has_name(view, name);
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && !is_held && i < view->child_count; i++) {
        is_held = holds_name(view->children[i], name);
    }
    return is_held;
}

/* Whether the annotation is for `view`; `only` is the part of it that it names. */
static bool is_for(const struct fw_annotation_entry *entry, const struct fw_view *view,
                   const char **only)
{
    fw_str name = fw_node_string(fw_node_member(entry->node, "view"), NULL);
    *only = NULL;
    bool has_concat = false;
    for (const struct fw_view *at = view; at != NULL; at = at->parent) {
        if (name != NULL && has_name(at, name->text)) {
            return true;
        }
        has_concat = has_concat || (at->kind == FW_VIEW_CONCAT && at->child_count > 1);
    }
    if (name == NULL) {
        return !has_concat;
    }
    *only = name->text;
    return holds_name(view, name->text);
}

/* The value of `field` in the cell that a view is in; undefined where no facet splits by it. */
static struct fw_value cell_value(const struct fw_view *view, const char *field)
{
    for (const struct fw_view *at = view; at->parent != NULL; at = at->parent) {
        const struct fw_view *facet = at->parent;
        for (size_t i = 0; facet->kind == FW_VIEW_FACET && i < facet->child_count; i++) {
            const struct fw_channel_def *across =
                facet->facet_def.kind == FW_DEF_FIELD ? &facet->facet_def : &facet->column_def;
            if (facet->children[i] != at) {
                continue;
            }
            if (across->field != NULL && strcmp(across->field, field) == 0) {
                return facet->cells[i].column;
            }
            if (facet->row_def.field != NULL && strcmp(facet->row_def.field, field) == 0) {
                return facet->cells[i].row;
            }
        }
    }
    return fw_undefined();
}

/* Whether the view's cell is the one that the annotation asks for, if it does. */
static bool is_in_cell(struct fw_annotation_binder *binder)
{
    struct fw_node cell = fw_node_member(binder->entry->node, "cell");
    struct fw_strings *strings = binder->view->chart->make.strings;
    for (struct fw_node item = fw_node_first(cell); fw_node_there(item);
         item = fw_node_next(item)) {
        const char *field = fw_node_get(item)->key->text;
        struct fw_value value = cell_value(binder->view, field);
        if (value.kind == FW_UNDEFINED) {
            return fw_bind_fail(binder, item, FW_UNKNOWN_FIELD, "no facet here is by '%s'", field);
        }
        struct fw_value wanted = fw_node_value(binder->arena, item);
        if (fw_to_string(strings, value) != fw_to_string(strings, wanted)) {
            return fw_bind_fail(binder, item, FW_UNKNOWN_VALUE, "no cell has '%s' in '%s'",
                                fw_to_string(strings, wanted)->text, field);
        }
    }
    return true;
}

/* ---- draw --------------------------------------------------------------------------------- */

/* Where this many marks stand there is no free place, and looking for one takes time. */
static const size_t most_clutter = 20000;

/* Whether an obstacle is the line of an axis: arrows and stems may start at it. */
static bool is_of_domain(const struct fw_obstacles *all, size_t owner)
{
    for (size_t i = 0; i < all->owner_count; i++) {
        const struct fw_obstacle_owner *at = &all->owners[i];
        if (at->node->role == FW_ROLE_AXIS_DOMAIN && owner >= at->first &&
            owner < at->first + at->node->count) {
            return true;
        }
    }
    return false;
}

/* What was drawn in the view so far, and its grid lines. */
static void collect_clutter(const struct fw_view *view, struct fw_annotation_canvas *canvas)
{
    struct fw_obstacles all = fw_view_obstacles(view);
    canvas->marks = (struct fw_clutter){ all.items, 0, all.count };
    for (size_t i = 0; i < all.count && canvas->marks.count < most_clutter; i++) {
        if (!is_of_domain(&all, all.items[i].owner)) {
            all.items[canvas->marks.count++] = all.items[i];
        }
    }
    for (const struct fw_scene_node *node = view->group->first; node != NULL; node = node->next) {
        bool is_grid = node->role == FW_ROLE_AXIS_GRID && node->kind == FW_NODE_RULE;
        for (size_t i = 0; is_grid && i < node->count; i++) {
            const struct fw_rule *rule = &node->rules[i];
            fw_clutter_add_line(view->chart->make.arena, &canvas->grid,
                                (struct fw_point){ rule->x, rule->y },
                                (struct fw_point){ rule->x2, rule->y2 });
        }
    }
}

static struct fw_scene_node *new_layer(struct fw_view *view)
{
    struct fw_scene_node *layer =
        fw_scene_add(view->chart->make.arena, view->group, FW_NODE_GROUP, FW_ROLE_ANNOTATION, 1);
    struct fw_style blank = fw_style_default();
    fw_scene_style(view->chart->make.arena, layer, &blank);
    return layer;
}

static bool draw_one(struct fw_view *view, struct fw_annotation_entry *entry,
                     struct fw_annotation_canvas *canvas)
{
    const char *only;
    if (!is_for(entry, view, &only)) {
        return false;
    }
    struct fw_annotation_binder binder = fw_annotation_binder_of(view, only);
    struct fw_annotation annotation;
    binder.entry = entry;
    if (!is_in_cell(&binder) || !fw_annotation_bind(&binder, entry, &annotation)) {
        return false;
    }
    if (annotation.text != NULL) {
        struct fw_node text = fw_node_member(entry->node, "text");
        note_length(view->chart, fw_node_there(text) ? text : entry->node, annotation.text);
    }
    annotation.type->build(&annotation, canvas);
    entry->said = annotation.text;
    entry->is_repeated = entry->is_repeated || (entry->where != NULL && entry->where != view);
    entry->where = entry->where == NULL ? view : entry->where;
    return true;
}

struct fw_box fw_annotations_draw(struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    struct fw_annotation_list *list = chart->annotations;
    struct fw_box bounds = fw_box_empty();
    if (list == NULL) {
        return bounds;
    }
    struct fw_annotation_look look =
        fw_annotation_look_of(chart->make.arena, &chart->config, fw_view_ground(view));
    struct fw_annotation_canvas canvas = {
        .env = { chart->make.arena, chart->make.strings, chart->fonts },
        .look = &look,
        .width = view->group->group->width,
        .height = view->group->group->height,
    };
    collect_clutter(view, &canvas);
    canvas.under = new_layer(view);
    canvas.over = new_layer(view);
    fw_scene_move(canvas.under, view->group, true);
    bool any = false;
    for (int layer = 0; layer < FW_LAYER_COUNT; layer++) {
        for (size_t i = 0; i < list->count; i++) {
            if ((int)list->items[i].type->layer == layer) {
                any |= draw_one(view, &list->items[i], &canvas);
            }
        }
    }
    if (any) {
        fw_canvas_settle(&canvas);
        fw_box_union(&bounds, fw_node_bounds(chart->fonts, canvas.over));
        fw_box_union(&bounds, fw_node_bounds(chart->fonts, canvas.under));
    }
    return bounds;
}

/* ---- what they say ------------------------------------------------------------------------- */

const char *fw_annotations_text(const struct fw_chart *chart)
{
    const char *all = NULL;
    struct fw_arena *arena = chart->make.arena;
    for (size_t i = 0; chart->annotations != NULL && i < chart->annotations->count; i++) {
        const struct fw_annotation_entry *entry = &chart->annotations->items[i];
        int length = entry->said == NULL || entry->is_repeated ? 0 : (int)strlen(entry->said);
        length -= length > 0 && entry->said[length - 1] == '.'; /* the sentence has its own */
        if (length > 0) {
            all = fw_arena_printf(arena, "%s%s%.*s", all == NULL ? "Noted: " : all,
                                  all == NULL ? "" : "; ", length, entry->said);
        }
    }
    return all == NULL ? NULL : fw_arena_printf(arena, "%s.", all);
}

/* ---- what found no place ------------------------------------------------------------------ */

struct view_names {
    const char **items;
    size_t count, capacity;
};

static void collect_names(struct fw_arena *arena, const struct fw_view *view,
                          struct view_names *names)
{
    if (view->name != NULL) {
        FW_RESERVE(arena, names->items, names->count, names->capacity);
        names->items[names->count++] = view->name;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        collect_names(arena, view->children[i], names);
    }
}

/* No view was even tried: none has its name, or it names none of several. */
static void report_no_view(const struct fw_chart *chart, const struct fw_annotation_entry *entry)
{
    struct fw_arena *arena = chart->make.arena;
    struct fw_node node = fw_node_member(entry->node, "view");
    struct view_names names = { 0 };
    collect_names(arena, chart->root, &names);
    if (fw_node_there(node)) {
        const char *written = fw_node_string(node, NULL)->text;
        struct fw_diagnostic *d = fw_report(chart->diag, fw_node_place(arena, node),
                                            FW_UNKNOWN_VALUE, "no view has the name '%s'", written);
        fw_hint_nearest(chart->diag, d, written, names.items, names.count);
        return;
    }
    struct fw_diagnostic *d =
        fw_report(chart->diag, fw_node_place(arena, entry->node), FW_MISSING_PROPERTY,
                  "an annotation of a concatenation needs a 'view'");
    fw_hint(chart->diag, d, "give one of the views a 'name', and name it here");
}

void fw_annotations_finish(const struct fw_chart *chart)
{
    for (size_t i = 0; chart->annotations != NULL && i < chart->annotations->count; i++) {
        const struct fw_annotation_entry *entry = &chart->annotations->items[i];
        const struct fw_annotation_fault *fault = &entry->fault;
        if (entry->is_bound) {
            continue;
        }
        if (fault->message == NULL) {
            report_no_view(chart, entry);
            continue;
        }
        struct fw_diagnostic *d =
            fw_report(chart->diag, fault->place, fault->code, "%s", fault->message);
        if (fault->hint != NULL) {
            fw_hint(chart->diag, d, "%s", fault->hint);
        }
    }
}
