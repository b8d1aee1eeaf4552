/* libpng, through Cairo, reads back the pixels that were written. */
#include "render/png_file.h"

#include <cairo.h>
#include <string.h>

#include "base/arena.h"
#include "support/cmocka.h"

/* What a picture is made of. */
enum content { SOLID, GRAYS, FEW_COLORS, NOISE, FEW_TRANSPARENT, NOISE_TRANSPARENT };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static uint32_t premultiplied(uint32_t alpha, uint32_t red, uint32_t green, uint32_t blue)
{
    return alpha << 24 | (red * alpha / 255) << 16 | (green * alpha / 255) << 8 |
           (blue * alpha / 255);
}

static uint32_t make_pixel(enum content content, size_t x, uint32_t *seed)
{
    uint32_t word = next_random(seed);
    switch (content) {
    case SOLID:
        return 0xff4c78a8u;
    case GRAYS:
        return 0xff000000u | (uint32_t)(x % 256) * 0x010101u;
    case FEW_COLORS:
        return 0xff000000u | (word % 200) * 0x01377u;
    case NOISE:
        return 0xff000000u | word;
    case FEW_TRANSPARENT:
        return premultiplied(word % 4 * 85, 255, 128, 0);
    case NOISE_TRANSPARENT:
        return premultiplied(word >> 8 & 255, word & 255, word >> 4 & 255, word >> 12 & 255);
    }
    return 0;
}

struct reading {
    const struct fw_bytes *file;
    size_t at;
};

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct reading *reading = closure;
    if (reading->file->length - reading->at < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    memcpy(data, reading->file->data + reading->at, length);
    reading->at += length;
    return CAIRO_STATUS_SUCCESS;
}

static void check_pixels(const struct fw_bytes *file, const struct fw_pixels *pixels)
{
    struct reading reading = { file, 0 };
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reading);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), pixels->width);
    assert_int_equal(cairo_image_surface_get_height(surface), pixels->height);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    bool rgb = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24;
    for (size_t y = 0; y < pixels->height; y++) {
        for (size_t x = 0; x < pixels->width; x++) {
            uint32_t pixel, expected = pixels->data[y * pixels->stride + x];
            memcpy(&pixel, data + y * stride + 4 * x, sizeof pixel);
            if ((pixel | (rgb ? 0xff000000u : 0)) != expected) {
                fail_msg("(%zu, %zu): %08x, expected %08x", x, y, pixel, expected);
            }
        }
    }
    cairo_surface_destroy(surface);
}

static void check_picture(enum content content, size_t width, size_t height,
                          enum fw_pixel_format format)
{
    struct fw_arena *arena = fw_arena_create();
    size_t stride = width + 3;
    uint32_t *data = FW_NEW_ARRAY(arena, stride * height, uint32_t), seed = 1;
    for (size_t y = 0; y < height; y++) {
        for (size_t x = 0; x < width; x++) {
            bool again = y % 5 == 4; /* every fifth row is the one above */
            data[y * stride + x] =
                again ? data[(y - 1) * stride + x] : make_pixel(content, x, &seed);
        }
    }
    struct fw_png png = { .pixels = { data, width, height, stride, false }, .scale = 2 };
    struct fw_bytes file = { 0 };
    fw_png_begin(&file, &png);
    fw_png_text(&file, "Title", "de", "Übersicht");
    fw_png_end(&file, &png);
    if (width > 100) {
        assert_int_equal(png.format, format);
    }
    check_pixels(&file, &png.pixels);
    fw_bytes_finish(&file);
    fw_arena_destroy(arena);
}

static void every_pixel_is_read_back(void **state)
{
    static const enum fw_pixel_format formats[] = {
        [SOLID] = FW_PIXELS_PALETTE,           [GRAYS] = FW_PIXELS_GRAY,
        [FEW_COLORS] = FW_PIXELS_PALETTE,      [NOISE] = FW_PIXELS_RGB,
        [FEW_TRANSPARENT] = FW_PIXELS_PALETTE, [NOISE_TRANSPARENT] = FW_PIXELS_RGBA,
    };
    (void)state;
    for (enum content content = SOLID; content <= NOISE_TRANSPARENT; content++) {
        check_picture(content, 301, 97, formats[content]);
        check_picture(content, 1, 1, formats[content]);
        check_picture(content, 1, 40, formats[content]);
        check_picture(content, 40, 1, formats[content]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_pixel_is_read_back) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
