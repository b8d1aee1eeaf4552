/* A chart spec to its scene: normalize, build the views, train scales, lay out. */
#include "chart/chart.h"
#include "compose/annotations.h"
#include "compose/compose.h"
#include "dataflow/dataflow.h"
#include "describe/describe.h"
#include "explain/explain.h"
#include "explain/wrap.h"
#include "train/train.h"

#include <math.h>
#include <string.h>

#include "chart/normalize.h"
#include "chart/params.h"
#include "chart/place.h"
#include "format/locale.h"
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
    chart->tokens = fw_theme_tokens(chart->make, context->theme);
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

/* A draft made of the data, and what the annotations say of them. */
static const char *draft_alternative(struct fw_chart *chart)
{
    const char *draft = fw_describe(chart->root), *noted = fw_annotations_text(chart);
    return noted == NULL ? draft : fw_arena_printf(chart->make.arena, "%s %s", draft, noted);
}

/* What is written by hand in usermeta or as the description; else, or with "auto", a draft. A plain
 * Vega-Lite spec without a description has none. */
static const char *text_alternative(struct fw_chart *chart)
{
    const struct fw_usermeta *usermeta = chart->usermeta;
    const char *description = first_text(chart->make, fw_get(chart->spec, "description"));
    if (usermeta == NULL || usermeta->alt.none) {
        return description;
    }
    if (usermeta->alt.count > 0) {
        return usermeta->alt.texts[0];
    }
    bool asked = usermeta->alt.automatic && fw_node_there(usermeta->alt.at);
    return asked || description == NULL ? draft_alternative(chart) : description;
}

struct fw_chart *fw_chart_build(struct fw_chart_context *context, const struct fw_json *json)
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
    fw_annotations_read(chart);
    fw_params_collect(chart, spec);
    chart->themed = context->theme != NULL && strcmp(context->theme->name, "vega") != 0;
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
    chart->spec = spec;
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
    if (fw_steps_grow(chart->root)) {
        fw_scales_forget(chart->root);
        fw_sizes_solve(chart->root);
        chart->moment++;
    }
    return fw_diag_errors(chart->diag) > 0 ? NULL : chart;
}

/* A locale's name is a language tag, but where it is a file's or stands for a definition. */
static const char *language(const struct fw_locale *locale)
{
    return locale == NULL || strpbrk(locale->name, "./") != NULL ? NULL : locale->name;
}

/* Where the spec says how large the longer side is; all of it where it says nothing. */
static struct fw_place size_place(const struct fw_chart *chart, const struct fw_scene *scene)
{
    struct fw_node root = fw_json_root(chart->json);
    struct fw_node size = fw_node_member(root, scene->height > scene->width ? "height" : "width");
    return fw_node_place(chart->make.arena, fw_node_there(size) ? size : root);
}

struct fw_scene *fw_chart_draw(struct fw_chart *chart, struct fw_chart_frame *frame)
{
    struct fw_maker make = chart->make;
    chart->untitled = frame->untitled;
    struct fw_scene *scene = fw_chart_place(chart, frame);
    if (!frame->trial) {
        fw_annotations_finish(chart);
    }
    set_background(chart, chart->spec, scene);
    scene->title = first_text(make, fw_get(chart->spec, "title"));
    scene->description = text_alternative(chart);
    scene->lang = language(chart->env.locale);
    scene->size_place = size_place(chart, scene);
    return fw_diag_errors(chart->diag) > 0 ? NULL : scene;
}

struct fw_scene *fw_chart_compile(struct fw_chart_context *context, const struct fw_json *json)
{
    struct fw_chart *chart = fw_chart_build(context, json);
    struct fw_chart_frame frame = { 0 };
    return chart == NULL ? NULL : fw_chart_draw(chart, &frame);
}
