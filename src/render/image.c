/* Reads picture files: PNG by Cairo, JPEG by libjpeg. */
#include "render/image.h"

#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "render/jpeg.h"

/* A file in memory that Cairo reads from the front. */
struct reading {
    const char *data;
    size_t left;
};

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct reading *reading = closure;
    if (reading->left < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    memcpy(data, reading->data, length);
    reading->data += length;
    reading->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static size_t read_u32(const char *bytes)
{
    size_t number = 0;
    for (int i = 0; i < 4; i++) {
        number = number << 8 | (unsigned char)bytes[i];
    }
    return number;
}

bool fw_image_fits(size_t width, size_t height)
{
    return width > 0 && height > 0 && width <= FW_LIMIT_FIGURE_PX && height <= FW_LIMIT_FIGURE_PX &&
           width * height <= FW_LIMIT_IMAGE_AREA;
}

/* The size in the head is looked at before Cairo makes room for it. */
static cairo_surface_t *load_png(const char *data, size_t length)
{
    if (length < 24 || !fw_image_fits(read_u32(data + 16), read_u32(data + 20))) {
        return NULL;
    }
    struct reading reading = { data, length };
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reading);
    cairo_format_t format = cairo_image_surface_get_format(surface);
    bool usable = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
                  (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24);
    if (!usable) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    return surface;
}

cairo_surface_t *fw_image_load(const char *file)
{
    static const char png[] = "\x89PNG\r\n\x1a\n", jpeg[] = "\xff\xd8\xff";
    struct fw_arena *arena = fw_arena_create();
    cairo_surface_t *surface = NULL;
    const char *data;
    size_t length;
    if (fw_file_read(arena, file, FW_LIMIT_IMAGE_BYTES, &data, &length) == FW_READ_FINE) {
        if (length > sizeof png && memcmp(data, png, sizeof png - 1) == 0) {
            surface = load_png(data, length);
        } else if (length > sizeof jpeg && memcmp(data, jpeg, sizeof jpeg - 1) == 0) {
            surface = fw_jpeg_load(data, length);
        }
    }
    fw_arena_destroy(arena);
    return surface;
}

struct fw_pixels fw_image_pixels(cairo_surface_t *surface)
{
    cairo_surface_flush(surface);
    return (struct fw_pixels){
        .data = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface),
        .width = (size_t)cairo_image_surface_get_width(surface),
        .height = (size_t)cairo_image_surface_get_height(surface),
        .stride = (size_t)cairo_image_surface_get_stride(surface) / 4,
        .opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24,
    };
}
