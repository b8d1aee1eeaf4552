/* Reads picture files through Cairo. */
#include "render/image.h"

#include <stddef.h>

cairo_surface_t *fw_image_load(const char *file)
{
    cairo_surface_t *surface = cairo_image_surface_create_from_png(file);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return NULL;
    }
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
