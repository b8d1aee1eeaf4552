/* Names of the series of points: at those of the first row, or column, of categories. */
#include <math.h>

#include "compose/names.h"

/* Taste, px: between a point and its name. */
static const double point_gap = 4;

/* Points of one row or column are this near to each other across it, px. */
static const double same_row = 1;

static double middle(double low, double high)
{
    return (low + high) / 2;
}

static bool in_rows(const struct fw_name_anchor *point)
{
    const struct fw_channel_def *y = fw_encoding_field(point->unit->encoding, FW_CHANNEL_Y);
    return y != NULL && fw_def_discrete(y);
}

/* Where a point's row, or column, is. */
static double row_of(const struct fw_name_anchor *point)
{
    return in_rows(point) ? middle(point->box.y1, point->box.y2)
                          : middle(point->box.x1, point->box.x2);
}

/* The points of the first row that are still to be named; one an entry. */
static size_t take_first(const struct fw_name_plan *plan, struct fw_name_anchor *taken)
{
    double first = INFINITY;
    size_t count = 0;
    for (size_t i = 0; i < plan->point_count; i++) {
        first = fmin(first, row_of(&plan->points[i]));
    }
    for (size_t i = 0; i < plan->point_count; i++) {
        const struct fw_name_anchor *point = &plan->points[i];
        bool seen = plan->done[point->entry] || row_of(point) > first + same_row;
        for (size_t k = 0; k < count; k++) {
            seen = seen || taken[k].entry == point->entry;
        }
        if (!seen) {
            taken[count++] = *point;
        }
    }
    return count;
}

/* Over and under the point and beside it; in columns beside it first. */
static struct fw_name_choice choose_around(const struct fw_name_plan *plan,
                                           const struct fw_name_anchor *point)
{
    struct fw_name_choice choice = { .anchor = point };
    const struct fw_box *box = &point->box;
    choice.label = fw_name_set(plan, point, 0);
    double x = middle(box->x1, box->x2), y = middle(box->y1, box->y2);
    double away = point_gap + choice.label.height / 2;
    const struct fw_mark_label *label = &choice.label;
    struct fw_box across[] = { fw_mark_label_box(label, FW_ALIGN_CENTER, x, box->y1 - away),
                               fw_mark_label_box(label, FW_ALIGN_CENTER, x, box->y2 + away) };
    struct fw_box beside[] = { fw_mark_label_box(label, FW_ALIGN_LEFT, box->x2 + point_gap, y),
                               fw_mark_label_box(label, FW_ALIGN_RIGHT, box->x1 - point_gap, y) };
    bool rows = in_rows(point);
    choice.places = FW_NEW_ARRAY(plan->view->chart->make.arena, 4, struct fw_box);
    for (size_t i = 0; i < 2; i++) {
        choice.places[i] = rows ? across[i] : beside[i];
        choice.places[i + 2] = rows ? beside[i] : across[i];
    }
    choice.place_count = 4;
    return choice;
}

void fw_name_points(struct fw_name_plan *plan)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    size_t most = plan->legend->named_count;
    struct fw_name_anchor *points = FW_NEW_ARRAY(arena, most, struct fw_name_anchor);
    struct fw_name_choice *choices = FW_NEW_ARRAY(arena, most, struct fw_name_choice);
    size_t count = take_first(plan, points);
    const struct fw_group *frame = plan->view->group->group;
    struct fw_box room = { 0, 0, frame->width, frame->height };
    for (size_t i = 0; i < count; i++) {
        choices[i] = choose_around(plan, &points[i]);
        /* Over the first row there is room that the view does not have. */
        room.y1 = plan->inside ? 0 : fmin(room.y1, choices[i].places[0].y1);
    }
    fw_name_choose(plan, choices, count, room);
}
