/* Redundant coding of fills: the colors of a scale of series become hatched. */
#include <math.h>
#include <string.h>

#include "color/contrast.h"
#include "color/space.h"
#include "mark/style.h"
#include "train/train.h"

/*
 * Thick lines of the series' color, with what is between them lighter (on a dark ground darker):
 * edges stay clear, and a label that is read well on the color is read well on all of it. px and
 * degrees; our taste: neighbors differ in direction or kind.
 */
static const struct {
    const char *hatch;
    double angle, spacing, width;
} hatches[] = {
    { NULL, 0, 0, 0 }, /* the first series is plain */
    { "lines", 45, 8, 6.2 }, { "cross", 0, 8, 5.7 },  { "lines", 135, 12, 9.8 },
    { "dots", 0, 7, 5 },     { "lines", 90, 6, 4.2 },
};

/* Difference in lightness (CIELAB) of lines and what is between them: enough to be seen, little
 * enough to write on. Our taste. */
static const double inner_difference = 18;

/* `color` mixed with the ground until the two differ that much, or the ground. */
static struct fw_color between(struct fw_color color, struct fw_color ground)
{
    enum { STEPS = 64 };
    for (int i = 1; i < STEPS; i++) {
        ground.a = (double)i / STEPS;
        struct fw_color mixed = fw_color_over(ground, color);
        if (fabs(fw_lab_from(mixed).l - fw_lab_from(color).l) >= inner_difference) {
            return mixed;
        }
    }
    return ground;
}

static struct fw_color ground_of(const struct fw_chart *chart)
{
    struct fw_color ground = { 255, 255, 255, 1 }, color;
    const char *text = fw_text_of(fw_config_get(&chart->config, NULL, "background"));
    if (text != NULL && fw_color_parse(text, strlen(text), &color)) {
        ground = fw_color_over(color, ground);
    }
    return ground;
}

static struct fw_value color_value(struct fw_maker make, struct fw_color color)
{
    char text[8];
    fw_color_hex(color, text);
    return fw_text_value(make, text);
}

static struct fw_value hatched(const struct fw_chart *chart, struct fw_value range, size_t i)
{
    struct fw_maker make = chart->make;
    const char *text = fw_text_of(range);
    struct fw_color color;
    size_t kind = i % FW_COUNT(hatches);
    if (hatches[kind].hatch == NULL || text == NULL ||
        !fw_color_parse(text, strlen(text), &color)) {
        return range;
    }
    struct fw_value fill =
        fw_with(make, fw_undefined(), "hatch", fw_text_value(make, hatches[kind].hatch));
    fill = fw_with(make, fill, "color", range);
    fill = fw_with(make, fill, "background", color_value(make, between(color, ground_of(chart))));
    fill = fw_with(make, fill, "angle", fw_number(hatches[kind].angle));
    fill = fw_with(make, fill, "spacing", fw_number(hatches[kind].spacing));
    return fw_with(make, fill, "width", fw_number(hatches[kind].width));
}

/* Whether a unit at or below `view` fills areas by the color of series that `scale` gives. */
static bool fills_below(const struct fw_view *view, const struct fw_scale_model *scale)
{
    if (view->kind == FW_VIEW_UNIT) {
        return fw_mark_hatches(view->mark) && fw_view_scale(view, scale->channel) == scale &&
               fw_encoding_series_color(view->encoding) == scale->channel;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        if (fills_below(view->children[i], scale)) {
            return true;
        }
    }
    return false;
}

void fw_range_hatch(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    struct fw_chart *chart = scale->view->chart;
    bool is_fill = scale->channel == FW_CHANNEL_COLOR || scale->channel == FW_CHANNEL_FILL;
    size_t count;
    const struct fw_value *range = fw_scale_range(scale->trained, &count);
    if (!is_fill || spec->kind != FW_SCALE_ORDINAL || spec->domain_count < 2 ||
        !fills_below(scale->view, scale)) {
        return;
    }
    spec->scheme = NULL;
    spec->scheme_color_count = 0;
    spec->range_count = count;
    spec->range = FW_NEW_ARRAY(chart->make.arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        spec->range[i] = hatched(chart, range[i], i);
    }
    spec->reverse = false; /* the range was turned already */
    scale->trained = fw_scale_new(chart->make.arena, chart->make.strings, spec);
}
