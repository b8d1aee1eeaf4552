/* Picture files, read for painting. */
#ifndef FW_RENDER_IMAGE_H
#define FW_RENDER_IMAGE_H

#include <cairo.h>

#include "render/pixels.h"

/**
 * The picture in a PNG file; NULL when it cannot be read or is none. To be released with
 * cairo_surface_destroy.
 */
cairo_surface_t *fw_image_load(const char *file);

/** The pixels of an image surface of format ARGB32 or RGB24, valid as long as it is. */
struct fw_pixels fw_image_pixels(cairo_surface_t *surface);

#endif
