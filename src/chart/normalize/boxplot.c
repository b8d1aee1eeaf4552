/* boxplot - a box from quartile to quartile, a median, whiskers and outliers. Source:
 * compositemark/boxplot.ts. */
#include <string.h>

#include "chart/normalize/composite.h"
#include "chart/normalize/extract.h"

/* Vega-Lite's color of marks, for configurations that take even that away. */
#define DEFAULT_COLOR "#4c78a8"

struct boxplot {
    struct fw_composite mark;
    bool min_max;            /* whiskers to the ends of the data; else by Tukey: */
    const char *reach;       /* the text of a number, in ranges between the quartiles */
    struct fw_value size;    /* of box and median; may be undefined */
    struct fw_value invalid; /* of all marks; may be undefined */
    struct fw_extracted extracted;
    struct fw_value color, size_def; /* definitions; may be undefined */
    struct fw_value others;          /* the encoding without axis, color and size */
    const char *tick_orient;
};

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    (void)scope;
    return strcmp(fw_mark_type_of(unit), "boxplot") == 0;
}

static struct fw_value add_quartiles(const struct fw_composite *mark, struct fw_value list)
{
    list = fw_add_aggregate(mark->make, list, "q1", mark->field,
                            fw_composite_column(mark, "lower_box"));
    return fw_add_aggregate(mark->make, list, "q3", mark->field,
                            fw_composite_column(mark, "upper_box"));
}

static struct fw_value aggregate_step(struct fw_maker make, struct fw_value list,
                                      struct fw_value groupby)
{
    struct fw_value step = fw_with(make, fw_undefined(), "aggregate", list);
    return fw_with(make, step, "groupby", groupby);
}

/* The transforms of the box: five numbers a group. */
static struct fw_value summary(const struct boxplot *box)
{
    const struct fw_composite *mark = &box->mark;
    struct fw_maker make = mark->make;
    struct fw_value list = add_quartiles(mark, box->extracted.aggregate);
    list =
        fw_add_aggregate(make, list, "median", mark->field, fw_composite_column(mark, "mid_box"));
    list = fw_add_aggregate(make, list, "min", mark->field,
                            fw_composite_column(mark, box->min_max ? "lower_whisker" : "min"));
    list = fw_add_aggregate(make, list, "max", mark->field,
                            fw_composite_column(mark, box->min_max ? "upper_whisker" : "max"));
    struct fw_value steps = fw_concat(make, box->extracted.bins, box->extracted.time_units);
    return fw_append(make, steps, aggregate_step(make, list, box->extracted.groupby));
}

static struct fw_value plain_mark(const struct boxplot *box, const char *type)
{
    struct fw_maker make = box->mark.make;
    struct fw_value def = fw_with_text(make, fw_undefined(), "type", type);
    return fw_with_given(make, def, "invalid", box->invalid);
}

static struct fw_value whiskers(const struct boxplot *box)
{
    static const struct fw_part parts[] = {
        { .name = "rule", .from = "lower_whisker", .to = "lower_box" },
        { .name = "rule", .from = "upper_box", .to = "upper_whisker" },
        { .name = "ticks", .from = "lower_whisker" },
        { .name = "ticks", .from = "upper_whisker" },
    };
    struct fw_maker make = box->mark.make;
    struct fw_value rule = fw_with(make, plain_mark(box, "rule"), "aria", fw_boolean(false));
    struct fw_value tick = fw_with_text(make, plain_mark(box, "tick"), "color", "black");
    tick = fw_with(make, tick, "opacity", fw_number(1));
    tick = fw_with_text(make, tick, "orient", box->tick_orient);
    tick = fw_with(make, tick, "aria", fw_boolean(false));
    struct fw_value layers = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < FW_COUNT(parts); i++) {
        struct fw_part part = parts[i];
        part.mark = part.to != NULL ? rule : tick;
        part.encoding = box->others;
        layers = fw_composite_add(&box->mark, layers, &part);
    }
    return layers;
}

static struct fw_value add_box(const struct boxplot *box, struct fw_value layers)
{
    struct fw_maker make = box->mark.make;
    struct fw_value def = plain_mark(box, "bar");
    if (fw_to_boolean(box->size)) {
        def = fw_with(make, def, "size", box->size);
    }
    def = fw_with_text(make, def, "orient", box->mark.vertical ? "vertical" : "horizontal");
    def = fw_with_text(make, def, "ariaRoleDescription", "box");
    struct fw_part part = { "box", def, "lower_box", "upper_box", box->extracted.encoding };
    return fw_composite_add(&box->mark, layers, &part);
}

/* The median shows by its own color on a box, and by the box's where the box has no height. */
static struct fw_value median_color(const struct boxplot *box)
{
    const struct fw_composite *mark = &box->mark;
    struct fw_maker make = mark->make;
    struct fw_value of_box = fw_get(mark->config, "box");
    struct fw_value color = of_box.kind == FW_OBJECT
                                ? fw_get(of_box, "color")
                                : fw_config_get(mark->scope->context->config, "mark", "color");
    if (!fw_to_boolean(color)) {
        color = fw_text_value(make, DEFAULT_COLOR);
    }
    const char *lower = fw_composite_read(mark, "lower_box");
    const char *upper = fw_composite_read(mark, "upper_box");
    struct fw_value condition = fw_with_text(make, fw_undefined(), "test",
                                             fw_arena_printf(make.arena, "%s >= %s", lower, upper));
    struct fw_value shown =
        box->color.kind == FW_OBJECT ? box->color : fw_with(make, fw_undefined(), "value", color);
    return fw_with(make, fw_undefined(), "condition", fw_merge(make, condition, shown));
}

static struct fw_value add_median(const struct boxplot *box, struct fw_value layers)
{
    struct fw_maker make = box->mark.make;
    struct fw_value def = plain_mark(box, "tick");
    struct fw_value color = fw_get(fw_get(box->mark.config, "median"), "color");
    if (fw_to_boolean(color)) {
        def = fw_with(make, def, "color", color);
    }
    if (fw_to_boolean(box->size)) {
        def = fw_with(make, def, "size", box->size);
    }
    def = fw_with_text(make, def, "orient", box->tick_orient);
    def = fw_with(make, def, "aria", fw_boolean(false));
    struct fw_value encoding = fw_with_given(make, box->others, "size", box->size_def);
    encoding = fw_with(make, encoding, "color", median_color(box));
    struct fw_part part = { "median", def, "mid_box", NULL, encoding };
    return fw_composite_add(&box->mark, layers, &part);
}

/* The ends that whiskers may reach at most: expressions. */
struct reach {
    const char *value, *lower, *upper;
};

static struct reach find_reach(const struct boxplot *box)
{
    struct fw_maker make = box->mark.make;
    const char *lower = fw_composite_read(&box->mark, "lower_box");
    const char *upper = fw_composite_read(&box->mark, "upper_box");
    return (struct reach){
        .value = fw_path_expression(make, box->mark.field),
        .lower =
            fw_arena_printf(make.arena, "%s - %s * (%s - %s)", lower, box->reach, upper, lower),
        .upper =
            fw_arena_printf(make.arena, "%s + %s * (%s - %s)", upper, box->reach, upper, lower),
    };
}

static struct fw_value filter_step(struct fw_maker make, const char *test)
{
    return fw_append(make, fw_undefined(), fw_with_text(make, fw_undefined(), "filter", test));
}

/* Whiskers by Tukey: from the first to the last row that is within reach. */
static struct fw_value whisker_view(const struct boxplot *box)
{
    const struct fw_composite *mark = &box->mark;
    struct fw_maker make = mark->make;
    struct reach reach = find_reach(box);
    struct fw_value list = fw_undefined();
    list = fw_add_aggregate(make, list, "min", mark->field,
                            fw_composite_column(mark, "lower_whisker"));
    list = fw_add_aggregate(make, list, "max", mark->field,
                            fw_composite_column(mark, "upper_whisker"));
    list = fw_add_aggregate(make, list, "min", fw_composite_path(mark, "lower_box"),
                            fw_composite_column(mark, "lower_box"));
    list = fw_add_aggregate(make, list, "max", fw_composite_path(mark, "upper_box"),
                            fw_composite_column(mark, "upper_box"));
    list = fw_concat(make, list, box->extracted.aggregate);
    struct fw_value steps =
        filter_step(make, fw_arena_printf(make.arena, "(%s <= %s) && (%s <= %s)", reach.lower,
                                          reach.value, reach.value, reach.upper));
    steps = fw_append(make, steps, aggregate_step(make, list, box->extracted.groupby));
    struct fw_value view = fw_with(make, fw_undefined(), "transform", steps);
    return fw_with(make, view, "layer", whiskers(box));
}

/* A list of one view, or of none where outliers are left out. */
static struct fw_value outliers(const struct boxplot *box)
{
    struct fw_maker make = box->mark.make;
    struct reach reach = find_reach(box);
    struct fw_value encoding = fw_with(make, fw_undefined(), box->mark.axis,
                                       fw_composite_position(&box->mark, box->mark.field));
    encoding = fw_merge(make, encoding, box->others);
    encoding = fw_with_given(make, encoding, "color", box->color);
    const char *test = fw_arena_printf(make.arena, "(%s < %s) || (%s > %s)", reach.value,
                                       reach.lower, reach.value, reach.upper);
    struct fw_value layer = fw_with(make, fw_undefined(), "transform", filter_step(make, test));
    layer = fw_with(make, layer, "mark", fw_with_text(make, fw_undefined(), "type", "point"));
    layer = fw_with(make, layer, "encoding", encoding);
    return fw_composite_add_layer(&box->mark, fw_undefined(), "outliers", layer);
}

/* Outliers and whiskers both look at the rows one by one, beside the quartiles of their group. */
static struct fw_value rows_view(const struct boxplot *box)
{
    struct fw_maker make = box->mark.make;
    struct fw_value join =
        fw_with(make, fw_undefined(), "joinaggregate", add_quartiles(&box->mark, fw_undefined()));
    join = fw_with(make, join, "groupby", box->extracted.groupby);
    struct fw_value steps = fw_concat(make, box->extracted.bins, box->extracted.time_units);
    steps = fw_append(make, steps, join);
    struct fw_value views = outliers(box), whisker = whisker_view(box);
    if (fw_length(views) == 0) {
        steps = fw_concat(make, steps, fw_get(whisker, "transform"));
        return fw_with(make, whisker, "transform", steps);
    }
    struct fw_value view = fw_with(make, fw_undefined(), "transform", steps);
    return fw_with(make, view, "layer", fw_append(make, views, whisker));
}

static struct fw_value compose(const struct boxplot *box)
{
    struct fw_maker make = box->mark.make;
    struct fw_value outer = fw_composite_outer(&box->mark);
    struct fw_value layers = box->min_max ? whiskers(box) : fw_array_value(make.arena, NULL, 0);
    layers = add_median(box, add_box(box, layers));
    struct fw_value steps = summary(box);
    if (box->min_max) {
        steps = fw_concat(make, fw_get(outer, "transform"), steps);
        return fw_with(make, fw_with(make, outer, "transform", steps), "layer", layers);
    }
    struct fw_value boxes = fw_with(make, fw_undefined(), "transform", steps);
    boxes = fw_with(make, boxes, "layer", layers);
    struct fw_value views = fw_append(make, fw_undefined(), rows_view(box));
    return fw_with(make, outer, "layer", fw_append(make, views, boxes));
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    static const char *const own[] = { "color", "size", NULL };
    struct boxplot box = { .mark = fw_composite_begin(scope, unit) };
    struct fw_maker make = scope->make;
    if (!fw_composite_orient(&box.mark) || !fw_composite_axis(&box.mark)) {
        return unit;
    }
    struct fw_value extent = fw_get(box.mark.mark_def, "extent");
    extent = fw_is_nil(extent) ? fw_get(box.mark.config, "extent") : extent;
    box.min_max = extent.kind != FW_NUMBER;
    box.reach = fw_to_string(make.strings, extent)->text;
    box.size = fw_mark_prop(scope, box.mark.mark_def, "size");
    box.invalid = fw_get(box.mark.mark_def, "invalid");
    box.tick_orient = box.mark.vertical ? "horizontal" : "vertical";
    /* Without tooltip: it would not show, and its fields do not make groups. */
    struct fw_value others = fw_without(make, box.mark.encoding, box.mark.axis);
    box.extracted = fw_extract_transforms(scope, fw_without(make, others, "tooltip"));
    box.color = fw_get(box.extracted.encoding, "color");
    box.size_def = fw_get(box.extracted.encoding, "size");
    box.others = fw_omit(make, box.extracted.encoding, own);
    return compose(&box);
}

const struct fw_rewrite fw_rewrite_boxplot = { matches, run };
