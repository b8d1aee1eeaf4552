/* Picture files, read for painting. */
#ifndef FW_RENDER_IMAGE_H
#define FW_RENDER_IMAGE_H

#include <cairo.h>

/**
 * The picture in a PNG file; NULL when it cannot be read or is none. To be released with
 * cairo_surface_destroy.
 */
cairo_surface_t *fw_image_load(const char *file);

#endif
