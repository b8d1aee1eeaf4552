/* Views made larger or smaller by a factor. */
#include "chart/stretch.h"

#include <math.h>

/* px that a plot has at least, and a band of categories: less shows no form and has no room for a
 * label of 12 px. Our taste. */
static const double least_plot = 40, least_band = 14;

static bool is_single(const struct fw_view *view)
{
    return view->kind == FW_VIEW_UNIT || view->kind == FW_VIEW_LAYER;
}

static void stretch_scale(struct fw_view *view, enum fw_channel channel, double factor)
{
    struct fw_scale_model *scale = fw_view_scale(view, channel);
    if (scale != NULL) {
        scale->stretch = factor;
    }
}

/* The px of a band of a unit whose positions on a side are bands of a fixed step, as the spec has
 * it; NaN: they are none. */
static double band_of(const struct fw_view *unit, int side)
{
    struct fw_scale_model *scale = fw_view_scale(unit, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y);
    double stretched = unit->extent[side] / unit->given[side];
    return scale == NULL ? NAN : scale->step / stretched;
}

/* The smallest factor of one plot. */
static double least_of(const struct fw_view *view, int side)
{
    double least = 0;
    if (view->kind == FW_VIEW_UNIT && view->given[side] > 0) {
        double band = band_of(view, side);
        double wanted = isnan(band) ? least_plot / view->given[side] : least_band / band;
        least = fmin(1, wanted);
    }
    for (size_t i = 0; i < view->child_count; i++) {
        least = fmax(least, least_of(view->children[i], side));
    }
    return least;
}

static void stretch_plot(struct fw_view *view, int side, double factor)
{
    if (!isnan(view->given[side])) {
        view->extent[side] = view->given[side] * factor;
    }
    if (view->kind == FW_VIEW_UNIT) {
        stretch_scale(view, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y, factor);
        stretch_scale(view, side == 0 ? FW_CHANNEL_XOFFSET : FW_CHANNEL_YOFFSET, factor);
    }
    for (size_t i = 0; i < view->child_count; i++) {
        stretch_plot(view->children[i], side, factor);
    }
}

void fw_stretch_apply(struct fw_view *root, int side, double factor)
{
    root->chart->moment++;
    if (is_single(root)) {
        stretch_plot(root, side, fmax(factor, least_of(root, side)));
        return;
    }
    for (size_t i = 0; i < root->child_count; i++) {
        fw_stretch_apply(root->children[i], side, factor);
    }
}

/* How many children of a concatenation or facet stand in a row. */
static size_t columns_of(const struct fw_view *view)
{
    bool crossed = view->row_count > 0 || view->column_count > 0;
    if (view->kind == FW_VIEW_FACET && crossed) {
        return view->column_count > 0 ? view->column_count : 1;
    }
    return view->columns > 0 ? view->columns : view->child_count;
}

double fw_stretch_span(const struct fw_view *root, int side)
{
    if (is_single(root)) {
        return isnan(root->given[side]) ? 0 : root->given[side];
    }
    size_t columns = columns_of(root), rows = columns == 0 ? 0 : root->child_count / columns;
    rows += columns > 0 && root->child_count % columns > 0 ? 1 : 0;
    size_t lanes = side == 0 ? columns : rows;
    double sum = 0;
    for (size_t lane = 0; lane < lanes; lane++) {
        double widest = 0;
        for (size_t i = 0; i < root->child_count; i++) {
            size_t at = side == 0 ? i % columns : i / columns;
            widest = at == lane ? fmax(widest, fw_stretch_span(root->children[i], side)) : widest;
        }
        sum += widest;
    }
    return sum;
}

double fw_stretch_least(const struct fw_view *root, int side)
{
    if (is_single(root)) {
        return least_of(root, side);
    }
    double least = 1;
    for (size_t i = 0; i < root->child_count; i++) {
        least = fmin(least, fw_stretch_least(root->children[i], side));
    }
    return least;
}
