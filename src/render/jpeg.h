/* JPEG files, through libjpeg. */
#ifndef FW_RENDER_JPEG_H
#define FW_RENDER_JPEG_H

#include <cairo.h>
#include <stddef.h>

/** The picture; NULL when the bytes are none, are damaged beyond use or it is too large. */
cairo_surface_t *fw_jpeg_load(const char *data, size_t length);

#endif
