/* Decodes JPEG into Cairo's pixels. */
#include "render/jpeg.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "base/arena.h"
#include "render/image.h"

/* libjpeg reports an error by a function that must not return. */
struct failure {
    struct jpeg_error_mgr manager; /* first, as libjpeg knows this only */
    jmp_buf back;
};

static void fail(j_common_ptr info)
{
    struct failure *failure = (struct failure *)(void *)info->err;
    longjmp(failure->back, 1);
}

/* libjpeg would print its warnings. */
static void say_nothing(j_common_ptr info)
{
    (void)info;
}

static void convert_row(const JSAMPLE *rgb, size_t width, uint32_t *to)
{
    for (size_t x = 0; x < width; x++) {
        to[x] = 0xff000000u | (uint32_t)rgb[3 * x] << 16 | (uint32_t)rgb[3 * x + 1] << 8 |
                rgb[3 * x + 2];
    }
}

/* The surface is stored in `surface` before any row is read, so that a jump out can find it. */
static void decode(struct jpeg_decompress_struct *info, struct fw_arena *arena,
                   cairo_surface_t **surface)
{
    jpeg_read_header(info, TRUE);
    if (!fw_image_fits(info->image_width, info->image_height)) {
        return;
    }
    info->out_color_space = JCS_RGB;
    jpeg_start_decompress(info);
    *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)info->output_width,
                                          (int)info->output_height);
    unsigned char *data = cairo_image_surface_get_data(*surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(*surface);
    JSAMPLE *row = FW_NEW_ARRAY(arena, (size_t)info->output_width * 3, JSAMPLE);
    while (data != NULL && info->output_scanline < info->output_height) {
        uint32_t *to = (uint32_t *)(void *)(data + info->output_scanline * stride);
        jpeg_read_scanlines(info, &row, 1);
        convert_row(row, info->output_width, to);
    }
    cairo_surface_mark_dirty(*surface);
    jpeg_finish_decompress(info);
}

cairo_surface_t *fw_jpeg_load(const char *data, size_t length)
{
    struct fw_arena *arena = fw_arena_create();
    struct failure *failure = FW_NEW(arena, struct failure);
    struct jpeg_decompress_struct *info = FW_NEW(arena, struct jpeg_decompress_struct);
    cairo_surface_t **surface = FW_NEW(arena, cairo_surface_t *);
    info->err = jpeg_std_error(&failure->manager);
    failure->manager.error_exit = fail;
    failure->manager.output_message = say_nothing;
    if (setjmp(failure->back) == 0) {
        jpeg_create_decompress(info);
        jpeg_mem_src(info, (const unsigned char *)data, (unsigned long)length);
        decode(info, arena, surface);
    } else {
        cairo_surface_destroy(*surface);
        *surface = NULL;
    }
    jpeg_destroy_decompress(info);
    cairo_surface_t *picture = *surface;
    fw_arena_destroy(arena);
    return picture;
}
