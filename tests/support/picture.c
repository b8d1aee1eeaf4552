/* Two pictures as Cairo reads them, compared by channels. */
#include "support/picture.h"

#include <cairo.h>
#include <stdint.h>
#include <stdlib.h>

struct pixels {
    const unsigned char *data;
    int stride;
};

/* Opaque or not, every file becomes premultiplied ARGB. NULL when it is no picture. */
static cairo_surface_t *read_picture(const char *file)
{
    cairo_surface_t *from = cairo_image_surface_create_from_png(file);
    if (cairo_surface_status(from) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(from);
        return NULL;
    }
    cairo_surface_t *to =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width(from),
                                   cairo_image_surface_get_height(from));
    cairo_t *cr = cairo_create(to);
    cairo_set_source_surface(cr, from, 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(from);
    cairo_surface_flush(to);
    return to;
}

static struct pixels pixels_of(cairo_surface_t *surface)
{
    return (struct pixels){ cairo_image_surface_get_data(surface),
                            cairo_image_surface_get_stride(surface) };
}

static int channel_difference(struct pixels a, struct pixels b, int x, int y)
{
    const unsigned char *p = a.data + (ptrdiff_t)y * a.stride + 4 * (ptrdiff_t)x;
    const unsigned char *q = b.data + (ptrdiff_t)y * b.stride + 4 * (ptrdiff_t)x;
    int most = 0;
    for (int i = 0; i < 4; i++) {
        int off = abs(p[i] - q[i]);
        most = off > most ? off : most;
    }
    return most;
}

/* The pixels that differ: red on white. */
static cairo_surface_t *draw_difference(struct pixels a, struct pixels b, int width, int height,
                                        int channel)
{
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    unsigned char *data = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < height; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + (ptrdiff_t)y * stride);
        for (int x = 0; x < width; x++) {
            row[x] = channel_difference(a, b, x, y) > channel ? 0xffff0000u : 0xffffffffu;
        }
    }
    cairo_surface_mark_dirty(mask);
    return mask;
}

static void show(cairo_surface_t *expected, cairo_surface_t *actual, int channel, const char *file)
{
    int width = cairo_image_surface_get_width(expected);
    int height = cairo_image_surface_get_height(expected);
    cairo_surface_t *mask =
        draw_difference(pixels_of(expected), pixels_of(actual), width, height, channel);
    cairo_surface_t *parts[] = { expected, actual, mask };
    cairo_surface_t *sheet = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 3 * width, height);
    cairo_t *cr = cairo_create(sheet);
    for (int i = 0; i < 3; i++) {
        cairo_set_source_surface(cr, parts[i], (double)i * width, 0);
        cairo_paint(cr);
    }
    cairo_destroy(cr);
    cairo_surface_write_to_png(sheet, file);
    cairo_surface_destroy(sheet);
    cairo_surface_destroy(mask);
}

static struct picture_difference compare_surfaces(cairo_surface_t *expected,
                                                  cairo_surface_t *actual,
                                                  struct picture_tolerance tolerance)
{
    struct picture_difference result = { .read = true };
    int width = cairo_image_surface_get_width(expected);
    int height = cairo_image_surface_get_height(expected);
    result.same_size = width == cairo_image_surface_get_width(actual) &&
                       height == cairo_image_surface_get_height(actual);
    if (!result.same_size) {
        return result;
    }
    size_t differing = 0;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int off = channel_difference(pixels_of(expected), pixels_of(actual), x, y);
            result.most = off > result.most ? off : result.most;
            differing += off > tolerance.channel;
        }
    }
    result.share = (double)differing / ((double)width * height);
    result.alike = result.share <= tolerance.share;
    return result;
}

struct picture_difference picture_compare(const char *expected, const char *actual,
                                          struct picture_tolerance tolerance, const char *shown)
{
    struct picture_difference result = { 0 };
    cairo_surface_t *a = read_picture(expected), *b = read_picture(actual);
    if (a != NULL && b != NULL) {
        result = compare_surfaces(a, b, tolerance);
        if (result.same_size && !result.alike && shown != NULL) {
            show(a, b, tolerance.channel, shown);
        }
    }
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return result;
}
