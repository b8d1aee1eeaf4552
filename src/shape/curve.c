/* Lines and areas through points: gaps, edges, straight and stepped interpolations. Method:
 * d3-shape. */
#include "shape/curve.h"

#include <string.h>

#include "shape/run.h"

struct fw_point fw_run_point(const struct fw_run *run, size_t i)
{
    struct fw_point point = { run->vertices[i].x, run->vertices[i].y };
    if (run->part == FW_RUN_BACK) {
        const struct fw_vertex *vertex = &run->vertices[run->count - 1 - i];
        point = (struct fw_point){ vertex->x2, vertex->y2 };
    }
    return run->swapped ? (struct fw_point){ point.y, point.x } : point;
}

static struct fw_point placed(const struct fw_run *run, struct fw_point point)
{
    return run->swapped ? (struct fw_point){ point.y, point.x } : point;
}

void fw_run_move(const struct fw_run *run, struct fw_point point)
{
    point = placed(run, point);
    fw_path_move(run->path, point.x, point.y);
}

void fw_run_line(const struct fw_run *run, struct fw_point point)
{
    point = placed(run, point);
    fw_path_line(run->path, point.x, point.y);
}

void fw_run_curve(const struct fw_run *run, struct fw_point c1, struct fw_point c2,
                  struct fw_point point)
{
    c1 = placed(run, c1);
    c2 = placed(run, c2);
    point = placed(run, point);
    fw_path_curve(run->path, c1.x, c1.y, c2.x, c2.y, point.x, point.y);
}

void fw_run_begin(const struct fw_run *run, struct fw_point point)
{
    if (run->part == FW_RUN_BACK) {
        fw_run_line(run, point);
    } else {
        fw_run_move(run, point);
    }
}

void fw_run_end(const struct fw_run *run, bool dot)
{
    if (run->part == FW_RUN_BACK || (run->part == FW_RUN_LINE && dot)) {
        fw_path_close(run->path);
    }
}

static void run_linear(const struct fw_run *run)
{
    fw_run_begin(run, fw_run_point(run, 0));
    for (size_t i = 1; i < run->count; i++) {
        fw_run_line(run, fw_run_point(run, i));
    }
    fw_run_end(run, run->count == 1);
}

static void run_linear_closed(const struct fw_run *run)
{
    fw_run_move(run, fw_run_point(run, 0));
    for (size_t i = 1; i < run->count; i++) {
        fw_run_line(run, fw_run_point(run, i));
    }
    fw_path_close(run->path);
}

/** Steps that change value at a fraction `at` of the way; the way back of an area is mirrored. */
static void run_steps(const struct fw_run *run, double at)
{
    if (run->part == FW_RUN_BACK) {
        at = 1 - at;
    }
    struct fw_point before = fw_run_point(run, 0);
    fw_run_begin(run, before);
    for (size_t i = 1; i < run->count; i++) {
        struct fw_point point = fw_run_point(run, i);
        if (at <= 0) {
            fw_run_line(run, (struct fw_point){ before.x, point.y });
            fw_run_line(run, point);
        } else {
            double x = before.x * (1 - at) + point.x * at;
            fw_run_line(run, (struct fw_point){ x, before.y });
            fw_run_line(run, (struct fw_point){ x, point.y });
        }
        before = point;
    }
    if (at > 0 && at < 1 && run->count > 1) {
        fw_run_line(run, before);
    }
    fw_run_end(run, run->count == 1);
}

static void run_step(const struct fw_run *run)
{
    run_steps(run, 0.5);
}

static void run_step_before(const struct fw_run *run)
{
    run_steps(run, 0);
}

static void run_step_after(const struct fw_run *run)
{
    run_steps(run, 1);
}

typedef void (*curve_fn)(const struct fw_run *run);

/* X(name, function, has tension, default tension) */
/* clang-format off */
#define CURVE_LIST(X)                                                                              \
    X("basis", fw_run_basis, false, 0)                                                             \
    X("basis-closed", fw_run_basis_closed, false, 0)                                               \
    X("basis-open", fw_run_basis_open, false, 0)                                                   \
    X("bundle", fw_run_bundle, true, 0.85)                                                         \
    X("cardinal", fw_run_cardinal, true, 0)                                                        \
    X("cardinal-closed", fw_run_cardinal_closed, true, 0)                                          \
    X("cardinal-open", fw_run_cardinal_open, true, 0)                                              \
    X("catmull-rom", fw_run_catmull_rom, true, 0.5)                                                \
    X("catmull-rom-closed", fw_run_catmull_rom_closed, true, 0.5)                                  \
    X("catmull-rom-open", fw_run_catmull_rom_open, true, 0.5)                                      \
    X("linear", run_linear, false, 0)                                                              \
    X("linear-closed", run_linear_closed, false, 0)                                                \
    X("monotone", fw_run_monotone, false, 0)                                                       \
    X("natural", fw_run_natural, false, 0)                                                         \
    X("step", run_step, false, 0)                                                                  \
    X("step-after", run_step_after, false, 0)                                                      \
    X("step-before", run_step_before, false, 0)
/* clang-format on */

struct curve {
    const char *name;
    curve_fn draw;
    bool has_tension;
    double tension;
};

static const struct curve curves[] = {
#define CURVE_ENTRY(name, draw, has_tension, tension) { name, draw, has_tension, tension },
    CURVE_LIST(CURVE_ENTRY)
#undef CURVE_ENTRY
};

const char *const *fw_curve_names(size_t *count)
{
    static const char *const names[] = {
#define CURVE_NAME(name, draw, has_tension, tension) name,
        CURVE_LIST(CURVE_NAME)
#undef CURVE_NAME
    };
    *count = FW_COUNT(names);
    return names;
}

static const struct curve *find_curve(const char *interpolate)
{
    for (size_t i = 0; interpolate != NULL && i < FW_COUNT(curves); i++) {
        if (strcmp(interpolate, curves[i].name) == 0) {
            return &curves[i];
        }
    }
    return NULL;
}

/** Ends of the run of vertices that starts at or after `from`: [*begin, *end), empty when there is
 * none. */
static void next_run(const struct fw_polyline *line, size_t from, size_t *begin, size_t *end)
{
    while (from < line->count && line->vertices[from].gap) {
        from++;
    }
    *begin = from;
    while (from < line->count && !line->vertices[from].gap) {
        from++;
    }
    *end = from;
}

/** Draws each run of vertices in turn: as a line, or there and back as an area. */
static void draw_runs(const struct fw_polyline *line, struct fw_path *path, bool area)
{
    const struct curve *curve = find_curve(line->interpolate);
    curve_fn draw = curve == NULL ? run_linear : curve->draw;
    struct fw_run run = { .path = path };
    run.swapped = draw == fw_run_monotone && line->horizontal;
    run.tension = line->has_tension || curve == NULL ? line->tension : curve->tension;
    size_t begin, end;
    for (next_run(line, 0, &begin, &end); begin < end; next_run(line, end, &begin, &end)) {
        run.vertices = line->vertices + begin;
        run.count = end - begin;
        run.part = area ? FW_RUN_THERE : FW_RUN_LINE;
        draw(&run);
        if (area) {
            run.part = FW_RUN_BACK;
            draw(&run);
        }
    }
}

void fw_line_path(const struct fw_polyline *line, struct fw_path *path)
{
    draw_runs(line, path, false);
}

void fw_area_path(const struct fw_polyline *area, struct fw_path *path)
{
    draw_runs(area, path, true);
}
