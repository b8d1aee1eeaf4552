/* A chart spec to its scene: normalize, build the views, train scales, lay out. */
#include "chart/chart.h"
#include "compose/compose.h"
#include "dataflow/dataflow.h"
#include "explain/explain.h"
#include "train/train.h"

#include <math.h>
#include <string.h>

#include "chart/normalize.h"
#include "chart/params.h"
#include "mark/style.h"
#include "train/geo.h"
#include "view/selection.h"
#include "view/view.h"

/* Rows of data are read by data/: here they are passed over. */
static bool is_rows(struct fw_node node)
{
    const struct fw_json_node *n = fw_node_get(node);
    if (n->key == NULL || n->parent < 0) {
        return false;
    }
    const struct fw_json_node *parent = &node.json->nodes[n->parent];
    bool in_data = parent->key != NULL && fw_str_is(parent->key, "data");
    return (fw_str_is(n->key, "values") && in_data) ||
           (fw_str_is(n->key, "datasets") && n->parent == 0);
}

/* A node and all below it as a value; each object remembers its node. */
static struct fw_value spec_value(struct fw_maker make, struct fw_node node)
{
    const struct fw_json_node *n = fw_node_get(node);
    if (n->kind != FW_JSON_ARRAY && n->kind != FW_JSON_OBJECT) {
        return fw_node_value(make.arena, node);
    }
    if (n->kind == FW_JSON_ARRAY) {
        struct fw_array *array = FW_NEW(make.arena, struct fw_array);
        array->items = FW_NEW_ARRAY(make.arena, n->count, struct fw_value);
        for (struct fw_node c = fw_node_first(node); fw_node_there(c); c = fw_node_next(c)) {
            array->items[array->count++] = spec_value(make, c);
        }
        return (struct fw_value){ .kind = FW_ARRAY, .array = array };
    }
    struct fw_object *object = FW_NEW(make.arena, struct fw_object);
    object->keys = fw_arena_array(make.arena, n->count, sizeof *object->keys);
    object->values = FW_NEW_ARRAY(make.arena, n->count, struct fw_value);
    object->origin = (uint32_t)node.index + 1;
    for (struct fw_node c = fw_node_first(node); fw_node_there(c); c = fw_node_next(c)) {
        object->keys[object->count] = fw_node_get(c)->key;
        object->values[object->count++] = is_rows(c) ? fw_boolean(true) : spec_value(make, c);
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

static void set_param(const struct fw_transform_context *context, fw_str name,
                      struct fw_value value)
{
    fw_params_set((struct fw_chart *)context->data, name, value);
}

static const struct fw_table *selected(const struct fw_transform_context *context,
                                       const char *param)
{
    return fw_selection_rows((struct fw_chart *)context->data, param);
}

static bool init_chart(struct fw_chart *chart, const struct fw_chart_context *context,
                       const struct fw_json *json, struct fw_value spec)
{
    chart->make = (struct fw_maker){ context->arena, context->strings };
    chart->diag = context->diag;
    chart->fonts = context->fonts;
    chart->json = json;
    chart->usermeta = context->usermeta;
    fw_config_init(&chart->config, chart->make, fw_config_default_value(chart->make),
                   context->theme == NULL ? fw_undefined() : context->theme->config,
                   fw_get(spec, "config"));
    chart->env.locale = context->locale;
    if (context->timezone != NULL &&
        !fw_zone_load(context->arena, context->timezone, &chart->env.zone)) {
        fw_report(context->diag, fw_nowhere(), FW_UNKNOWN_VALUE, "unknown time zone '%s'",
                  context->timezone);
        return false;
    }
    chart->env.arena = context->arena;
    chart->env.strings = context->strings;
    chart->env.lookup = fw_params_lookup;
    chart->env.chart = fw_chart_function;
    chart->env.context = chart;
    chart->moment = 1;
    chart->load = (struct fw_load){
        .arena = context->arena,
        .strings = context->strings,
        .diag = context->diag,
        .zone = chart->env.zone,
        .locale = chart->env.locale,
        .folder = context->spec_dir,
        .base_url = context->base_url,
        .allowed = context->allow,
        .allowed_count = context->allow_count,
        .inputs = context->inputs,
        .datasets = fw_node_member(fw_json_root(json), "datasets"),
        .packages = context->packages != NULL ? context->packages : fw_packages_new(context->arena),
    };
    chart->transforms = (struct fw_transform_context){
        .arena = context->arena,
        .strings = context->strings,
        .diag = context->diag,
        .env = &chart->env,
        .json = json,
        .load = &chart->load,
        .set_param = set_param,
        .selected = selected,
        .data = chart,
    };
    return true;
}

/* "fit", "fit-x", ... and what their size means. */
struct autosize {
    bool fit[2];
    bool none;
    bool with_padding; /* "contains": "padding" */
};

static struct autosize read_autosize(const struct fw_chart *chart, struct fw_value spec)
{
    struct fw_value value = fw_get(spec, "autosize");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "autosize");
    }
    const char *type =
        value.kind == FW_STRING ? value.string->text : fw_get_text(value, "type", "pad");
    struct autosize autosize = { .none = strcmp(type, "none") == 0 };
    autosize.fit[0] = strcmp(type, "fit") == 0 || strcmp(type, "fit-x") == 0;
    autosize.fit[1] = strcmp(type, "fit") == 0 || strcmp(type, "fit-y") == 0;
    autosize.with_padding = fw_is_text(fw_get(value, "contains"), "padding");
    return autosize;
}

struct padding {
    double left, top, right, bottom;
};

static struct padding read_padding(const struct fw_chart *chart, struct fw_value spec)
{
    struct fw_value value = fw_get(spec, "padding");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "padding");
    }
    value = fw_view_eval(chart->root, value);
    if (value.kind == FW_NUMBER) {
        return (struct padding){ value.number, value.number, value.number, value.number };
    }
    return (struct padding){ fw_get_number(value, "left", 0), fw_get_number(value, "top", 0),
                             fw_get_number(value, "right", 0), fw_get_number(value, "bottom", 0) };
}

/* What sticks out of the view on each side, in whole px. Source: Vega's viewSizeLayout. */
static struct padding overhang(const struct fw_view *view)
{
    const struct fw_group *group = view->group->group;
    return (struct padding){
        .left = fmax(0, ceil(-view->bounds.x1)),
        .top = fmax(0, ceil(-view->bounds.y1)),
        .right = fmax(0, ceil(view->bounds.x2 - group->width)),
        .bottom = fmax(0, ceil(view->bounds.y2 - group->height)),
    };
}

/* Scales whose range hangs on a view's size are trained anew when it changes. */
static void forget_scales(struct fw_view *view)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        if (view->scales[c] != NULL) {
            view->scales[c]->trained = NULL;
        }
    }
    for (size_t i = 0; i < view->child_count; i++) {
        forget_scales(view->children[i]);
    }
}

/* Draws once to see what sticks out, then again in the room that is left. */
static bool fit_view(struct fw_view *root, const struct autosize *autosize,
                     const struct padding *padding)
{
    struct padding out = overhang(root);
    double around[2] = { out.left + out.right, out.top + out.bottom };
    double pads[2] = { padding->left + padding->right, padding->top + padding->bottom };
    bool changed = false;
    for (int side = 0; side < 2; side++) {
        if (autosize->fit[side]) {
            double whole = root->extent[side] - (autosize->with_padding ? pads[side] : 0);
            fw_view_resize(root, side, fmax(0, whole - around[side]));
            changed = true;
        }
    }
    return changed;
}

static struct fw_scene *finish(struct fw_chart *chart, struct fw_value spec,
                               struct fw_scene_node *canvas)
{
    struct fw_view *root = chart->root;
    struct fw_scene *scene = FW_NEW(chart->make.arena, struct fw_scene);
    struct autosize autosize = read_autosize(chart, spec);
    struct padding padding = read_padding(chart, spec);
    double whole[2] = { root->extent[0], root->extent[1] };
    fw_view_draw(root, canvas);
    bool single = root->kind == FW_VIEW_UNIT || root->kind == FW_VIEW_LAYER;
    if (single && (autosize.fit[0] || autosize.fit[1]) && fit_view(root, &autosize, &padding)) {
        canvas->first = canvas->last = NULL;
        forget_scales(root);
        fw_view_draw(root, canvas);
    }
    struct padding out = overhang(root);
    struct fw_group *group = root->group->group;
    if (autosize.none) {
        out = (struct padding){ 0, 0, 0, 0 };
    }
    double width = group->width + out.left + out.right;
    double height = group->height + out.top + out.bottom;
    double pads[2] = { padding.left + padding.right, padding.top + padding.bottom };
    width = single && autosize.fit[0] ? whole[0] - (autosize.with_padding ? pads[0] : 0) : width;
    height = single && autosize.fit[1] ? whole[1] - (autosize.with_padding ? pads[1] : 0) : height;
    group->x = padding.left + out.left;
    group->y = padding.top + out.top;
    scene->width = width + pads[0];
    scene->height = height + pads[1];
    canvas->group->width = scene->width;
    canvas->group->height = scene->height;
    scene->root = canvas;
    return scene;
}

static void set_background(struct fw_chart *chart, struct fw_value spec, struct fw_scene *scene)
{
    struct fw_value value = fw_get(spec, "background");
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&chart->config, NULL, "background");
    }
    struct fw_paint paint = fw_paint_of(chart->make.arena, fw_view_eval(chart->root, value));
    scene->has_background = paint.kind == FW_PAINT_COLOR;
    scene->background = paint.color;
}

static const char *first_text(struct fw_maker make, struct fw_value title)
{
    if (title.kind == FW_OBJECT) {
        title = fw_get(title, "text");
    }
    if (title.kind == FW_ARRAY) {
        title = fw_at(title, 0);
    }
    return fw_is_nil(title) ? NULL : fw_to_string(make.strings, title)->text;
}

/* Whether series are to differ by more than color: as the spec says, else as the theme does. */
static bool is_redundant(const struct fw_chart_context *context, struct fw_value spec)
{
    struct fw_value own = fw_get(fw_get(spec, "usermeta"), "figwright");
    bool themed = context->theme != NULL && context->theme->tokens.redundant_coding;
    return fw_get_boolean(own, "redundant", themed);
}

struct fw_scene *fw_chart_compile(struct fw_chart_context *context, const struct fw_json *json)
{
    struct fw_chart *chart = FW_NEW(context->arena, struct fw_chart);
    struct fw_maker make = { context->arena, context->strings };
    struct fw_value spec = spec_value(make, fw_json_root(json));
    if (!init_chart(chart, context, json, spec)) {
        return NULL;
    }
    if (context->theme != NULL) {
        fw_params_add(chart, context->theme->params);
    }
    fw_params_collect(chart, spec);
    chart->redundant = is_redundant(context, spec);
    struct fw_normalize_context normalize = { .make = make,
                                              .config = &chart->config,
                                              .diag = chart->diag,
                                              .json = json,
                                              .redundant = chart->redundant };
    spec = fw_normalize(&normalize, spec);
    if (fw_diag_errors(chart->diag) > 0) {
        return NULL;
    }
    fw_params_select(chart, spec);
    chart->root = fw_view_build(chart, NULL, spec);
    if (chart->root == NULL || fw_diag_errors(chart->diag) > 0) {
        return NULL;
    }
    fw_scales_parse(chart->root);
    if (fw_diag_errors(chart->diag) > 0) {
        return NULL;
    }
    fw_sizes_solve(chart->root);
    chart->sized = true;
    chart->moment++;
    fw_projections_parse(chart->root);
    fw_axes_parse(chart->root);
    fw_legends_parse(chart->root);
    struct fw_scene_node *canvas =
        fw_scene_add(context->arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style blank = fw_style_default();
    fw_scene_style(context->arena, canvas, &blank);
    struct fw_scene *scene = finish(chart, spec, canvas);
    set_background(chart, spec, scene);
    scene->title = first_text(make, fw_get(spec, "title"));
    scene->description = first_text(make, fw_get(spec, "description"));
    return fw_diag_errors(chart->diag) > 0 ? NULL : scene;
}
