/* Picture files, read for painting. */
#ifndef FW_RENDER_IMAGE_H
#define FW_RENDER_IMAGE_H

#include <cairo.h>

#include "render/pixels.h"

/**
 * The picture in a PNG or JPEG file, told by its first bytes; NULL when it cannot be read, is
 * neither or is too large. To be released with cairo_surface_destroy.
 */
cairo_surface_t *fw_image_load(const char *file);

/** Whether a picture of that size, in pixels, may be read. */
bool fw_image_fits(size_t width, size_t height);

/** The pixels of an image surface of format ARGB32 or RGB24, valid as long as it is. */
struct fw_pixels fw_image_pixels(cairo_surface_t *surface);

#endif
