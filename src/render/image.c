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
