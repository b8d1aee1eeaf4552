/* Masks of one symbol at all phases, and integer arithmetic that blends a color through them. */
#include "render/stamp.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/image.h"
#include "render/paint.h"
#include "scene/bounds.h"

/* PHASES: steps of a pixel each way; FEWEST: masks pay from about so many symbols on; BAND: rows
 * that stay in the cache together, 0.8 MB of a picture 1600 wide; LARGEST: half a mask's side in
 * pixels, above which Cairo is as fast. Measured. */
enum { PHASES = 8, FEWEST = 256, LARGEST = 24, BAND = 128 };

/* The two parts of a symbol, painted in this order. */
enum part { PART_FILL, PART_STROKE, PARTS };

/* Coverage of the pixels that a part touches at one phase. */
struct mask {
    const uint8_t *bytes;    /* [width * height]; NULL until needed */
    int x, y, width, height; /* its place, from the centre's pixel */
};

struct stamp {
    const struct fw_scene_node *node;
    struct fw_symbol symbol;      /* at the origin */
    const struct fw_style *style; /* of the first item: its stroke is everyone's */
    double scale;                 /* device pixels a px */
    int reach;                    /* device pixels from the centre's pixel that may be touched */
    struct mask masks[PARTS][PHASES * PHASES];
    struct fw_arena *arena;
};

/* The rows that may be painted. */
struct canvas {
    uint32_t *data;
    size_t stride;
    int x1, y1, x2, y2; /* the clip, in whole pixels */
};

static bool is_flat(const struct fw_paint *paint)
{
    return paint->kind == FW_PAINT_NONE || paint->kind == FW_PAINT_COLOR;
}

static bool is_plain(const struct fw_style *style)
{
    return is_flat(&style->fill) && is_flat(&style->stroke) && style->dash_count == 0 &&
           style->blend == NULL;
}

static bool same_shape(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Whether item `i` can be painted with the masks of item `first`. */
static bool fits(const struct fw_scene_node *node, size_t first, size_t i)
{
    const struct fw_symbol *a = &node->symbols[first], *b = &node->symbols[i];
    const struct fw_style *s = fw_item_style(node, first), *t = fw_item_style(node, i);
    return a->size == b->size && a->angle == b->angle && same_shape(a->shape, b->shape) &&
           (s == t || (is_plain(t) && s->stroke_width == t->stroke_width && s->join == t->join &&
                       s->cap == t->cap && s->miter_limit == t->miter_limit));
}

static size_t run_length(const struct fw_scene_node *node, size_t first)
{
    size_t end = first;
    while (end < node->count && fits(node, first, end)) {
        end++;
    }
    return end - first;
}

/* One part at one phase, drawn by Cairo; the centre's pixel is at (reach, reach). */
static cairo_surface_t *draw_part(const struct stamp *stamp, enum part part, int phase)
{
    int side = 2 * stamp->reach + 1;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, side, side);
    cairo_t *cr = cairo_create(surface);
    struct fw_path path = fw_path_empty(stamp->arena);
    fw_symbol_path(&stamp->symbol, &path);
    cairo_translate(cr, stamp->reach + (double)(phase % PHASES) / PHASES,
                    stamp->reach + (double)(phase / PHASES) / PHASES);
    cairo_scale(cr, stamp->scale, stamp->scale);
    fw_paint_path(cr, &path);
    if (part == PART_FILL) {
        cairo_fill(cr);
    } else {
        fw_paint_stroke(cr, stamp->style);
        cairo_stroke(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

/* The smallest box that holds all that is not 0. */
static struct mask touched(const uint8_t *data, size_t stride, int side)
{
    int x1 = side, y1 = side, x2 = 0, y2 = 0;
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            if (data[(size_t)y * stride + (size_t)x] != 0) {
                x1 = x < x1 ? x : x1;
                x2 = x + 1 > x2 ? x + 1 : x2;
                y1 = y < y1 ? y : y1;
                y2 = y + 1;
            }
        }
    }
    return x2 == 0 ? (struct mask){ 0 } : (struct mask){ NULL, x1, y1, x2 - x1, y2 - y1 };
}

static struct mask make_mask(const struct stamp *stamp, enum part part, int phase)
{
    cairo_surface_t *surface = draw_part(stamp, part, phase);
    const uint8_t *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    struct mask mask = touched(data, stride, 2 * stamp->reach + 1);
    size_t width = (size_t)mask.width;
    uint8_t *bytes = FW_NEW_ARRAY(stamp->arena, width * (size_t)mask.height, uint8_t);
    for (int y = 0; y < mask.height; y++) {
        memcpy(bytes + (size_t)y * width, data + (size_t)(mask.y + y) * stride + mask.x, width);
    }
    cairo_surface_destroy(surface);
    mask.bytes = bytes;
    mask.x -= stamp->reach;
    mask.y -= stamp->reach;
    return mask;
}

/* Four channels times a byte over 255, rounded, two at a time. */
static inline uint32_t scale_pixel(uint32_t pixel, uint32_t by)
{
    uint32_t low = (pixel & 0x00ff00ffu) * by + 0x00800080u;
    uint32_t high = (pixel >> 8 & 0x00ff00ffu) * by + 0x00800080u;
    low = (low + (low >> 8 & 0x00ff00ffu)) >> 8 & 0x00ff00ffu;
    high = (high + (high >> 8 & 0x00ff00ffu)) & 0xff00ff00u;
    return low | high;
}

/* Blends the premultiplied `color` through one row of a mask. */
static void blend_row(uint32_t *restrict to, const uint8_t *restrict mask, size_t count,
                      uint32_t color)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t source = scale_pixel(color, mask[i]);
        to[i] = source + scale_pixel(to[i], 255 - (source >> 24));
    }
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* Blends a color through a mask whose centre's pixel is (x, y), within the clip. */
static void blend(const struct canvas *canvas, const struct mask *mask, int x, int y,
                  uint32_t color)
{
    int left = x + mask->x, top = y + mask->y;
    int x1 = larger(left, canvas->x1), x2 = smaller(left + mask->width, canvas->x2);
    int y1 = larger(top, canvas->y1), y2 = smaller(top + mask->height, canvas->y2);
    for (int row = y1; row < y2 && x1 < x2; row++) {
        blend_row(canvas->data + (size_t)row * canvas->stride + x1,
                  mask->bytes + (row - top) * mask->width + (x1 - left), (size_t)(x2 - x1), color);
    }
}

static uint32_t channel(double value)
{
    return (uint32_t)(fmin(fmax(value, 0), 255) + 0.5);
}

static uint32_t premultiply(struct fw_color color, double opacity)
{
    double alpha = fmin(fmax(color.a * opacity, 0), 1);
    return channel(alpha * 255) << 24 | channel(color.r * alpha) << 16 |
           channel(color.g * alpha) << 8 | channel(color.b * alpha);
}

static void stamp_part(struct stamp *stamp, const struct canvas *canvas, enum part part,
                       const double centre[2], uint32_t color)
{
    long x = lround(centre[0] * PHASES), y = lround(centre[1] * PHASES);
    long column = x & (PHASES - 1), row = y & (PHASES - 1);
    int phase = (int)(row * PHASES + column);
    struct mask *mask = &stamp->masks[part][phase];
    if (mask->bytes == NULL) {
        *mask = make_mask(stamp, part, phase);
    }
    blend(canvas, mask, (int)((x - column) / PHASES), (int)((y - row) / PHASES), color);
}

static void stamp_item(struct stamp *stamp, const struct canvas *canvas,
                       const cairo_matrix_t *matrix, size_t i)
{
    const struct fw_style *style = fw_item_style(stamp->node, i);
    const struct fw_symbol *symbol = &stamp->node->symbols[i];
    const double centre[2] = { matrix->xx * symbol->x + matrix->x0,
                               matrix->yy * symbol->y + matrix->y0 };
    bool near = centre[0] > canvas->x1 - stamp->reach && centre[0] < canvas->x2 + stamp->reach &&
                centre[1] > canvas->y1 - stamp->reach && centre[1] < canvas->y2 + stamp->reach;
    if (!near || !(style->opacity > 0)) { /* a centre that is no number is not near either */
        return;
    }
    if (fw_style_fills(style)) {
        stamp_part(stamp, canvas, PART_FILL, centre,
                   premultiply(style->fill.color, style->fill_opacity * style->opacity));
    }
    if (fw_style_strokes(style)) {
        stamp_part(stamp, canvas, PART_STROKE, centre,
                   premultiply(style->stroke.color, style->stroke_opacity * style->opacity));
    }
}

/*
 * Stamps band by band: symbols of data without order jump all over the picture, and a band stays in
 * the cache. Every pixel still gets its symbols in their order.
 */
static void stamp_bands(struct stamp *stamp, const struct canvas *canvas,
                        const cairo_matrix_t *matrix, size_t first, size_t end)
{
    struct canvas band = *canvas;
    for (band.y1 = canvas->y1; band.y1 < canvas->y2; band.y1 = band.y2) {
        band.y2 = smaller(band.y1 + BAND, canvas->y2);
        for (size_t i = first; i < end; i++) {
            stamp_item(stamp, &band, matrix, i);
        }
    }
}

/* The image behind `cr` and its clip; false where the clip is more than a rectangle of whole
 * pixels. */
static bool find_canvas(cairo_t *cr, struct canvas *canvas)
{
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list(cr);
    cairo_restore(cr);
    bool usable = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
    if (usable) {
        const cairo_rectangle_t *clip = &list->rectangles[0];
        struct fw_pixels pixels = fw_image_pixels(cairo_get_target(cr));
        canvas->data = (uint32_t *)(void *)cairo_image_surface_get_data(cairo_get_target(cr));
        canvas->stride = pixels.stride;
        canvas->x1 = (int)clip->x;
        canvas->y1 = (int)clip->y;
        canvas->x2 = (int)(clip->x + clip->width);
        canvas->y2 = (int)(clip->y + clip->height);
    }
    cairo_rectangle_list_destroy(list);
    return usable;
}

static bool is_upright(const cairo_matrix_t *matrix)
{
    return matrix->xy == 0 && matrix->yx == 0 && matrix->xx == matrix->yy && matrix->xx > 0;
}

/* How far the symbol reaches from its centre, in px. */
static double symbol_reach(const struct fw_symbol *symbol, const struct fw_style *style,
                           struct fw_arena *arena)
{
    struct fw_path path = fw_path_empty(arena);
    fw_symbol_path(symbol, &path);
    struct fw_box box = fw_path_bounds(&path);
    double reach = fmax(fmax(-box.x1, -box.y1), fmax(box.x2, box.y2));
    return fw_box_is_empty(box) ? 0 : reach + style->stroke_width * fmax(style->miter_limit, 2) / 2;
}

size_t fw_stamp_run(cairo_t *cr, const struct fw_scene_node *node, size_t first)
{
    if (node->kind != FW_NODE_SYMBOL || node->count - first < FEWEST ||
        !is_plain(fw_item_style(node, first))) {
        return 0;
    }
    struct canvas canvas;
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    size_t count = run_length(node, first);
    if (count < FEWEST || !is_upright(&matrix) || !find_canvas(cr, &canvas)) {
        return 0;
    }
    struct fw_arena *arena = fw_arena_create();
    struct stamp stamp = { .node = node, .symbol = node->symbols[first], .arena = arena };
    stamp.symbol.x = stamp.symbol.y = 0;
    stamp.style = fw_item_style(node, first);
    stamp.scale = matrix.xx;
    double reach = ceil(symbol_reach(&stamp.symbol, stamp.style, arena) * stamp.scale) + 1;
    bool small = reach <= LARGEST;
    if (small) {
        stamp.reach = (int)reach;
        stamp_bands(&stamp, &canvas, &matrix, first, first + count);
        cairo_surface_mark_dirty(cairo_get_target(cr));
    }
    fw_arena_destroy(arena);
    return small ? count : 0;
}
