/* Picture files, whole and damaged. */
#include "render/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "base/arena.h"
#include "base/file.h"
#include "render/jpeg.h"
#include "render/png_file.h"
#include "support/cmocka.h"

enum { SIDE = 16 };

/* A JPEG of one color, in memory from malloc. */
static unsigned char *make_jpeg(unsigned long *length)
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL;
    JSAMPLE pixels[SIDE * 3], *row = pixels;
    for (int i = 0; i < SIDE * 3; i++) {
        pixels[i] = (JSAMPLE)(i % 3 == 0 ? 200 : 40);
    }
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &data, length);
    info.image_width = info.image_height = SIDE;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_start_compress(&info, TRUE);
    for (int y = 0; y < SIDE; y++) {
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return data;
}

static void a_jpeg_has_its_colors(void **state)
{
    (void)state;
    unsigned long length = 0;
    unsigned char *data = make_jpeg(&length);
    cairo_surface_t *surface = fw_jpeg_load((const char *)data, length);
    assert_non_null(surface);
    struct fw_pixels pixels = fw_image_pixels(surface);
    assert_int_equal(pixels.width, SIDE);
    assert_int_equal(pixels.height, SIDE);
    assert_in_range(pixels.data[0] >> 16 & 255, 198, 202);
    assert_in_range(pixels.data[0] & 255, 38, 42);
    cairo_surface_destroy(surface);
    free(data);
}

static void damaged_jpegs_do_no_harm(void **state)
{
    (void)state;
    unsigned long length = 0;
    unsigned char *data = make_jpeg(&length);
    for (unsigned long i = 0; i < length; i++) {
        cairo_surface_destroy(fw_jpeg_load((const char *)data, i));
        data[i] ^= 0xff;
        cairo_surface_destroy(fw_jpeg_load((const char *)data, length));
        data[i] ^= 0xff;
    }
    free(data);
}

static cairo_surface_t *load_bytes(const char *data, size_t length)
{
    static const char name[] = "image_test.tmp";
    assert_true(fw_file_write(name, data, length));
    cairo_surface_t *surface = fw_image_load(name);
    remove(name);
    return surface;
}

static void files_are_told_by_their_first_bytes(void **state)
{
    (void)state;
    static const uint32_t pixel = 0xff4c78a8u;
    struct fw_png png = { .pixels = { &pixel, 1, 1, 1, false } };
    struct fw_bytes file = { 0 };
    fw_png_begin(&file, &png);
    fw_png_end(&file, &png);
    cairo_surface_t *surface = load_bytes(file.data, file.length);
    assert_non_null(surface);
    assert_int_equal(fw_image_pixels(surface).data[0] & 0xffffff, 0x4c78a8);
    cairo_surface_destroy(surface);

    memset(file.data + 16, 0x7f, 8); /* says that it is enormous */
    assert_null(load_bytes(file.data, file.length));
    assert_null(load_bytes(file.data, 20));
    assert_null(load_bytes("<svg/>", 6));
    assert_null(load_bytes("", 0));
    assert_null(fw_image_load("no such file"));
    fw_bytes_finish(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_jpeg_has_its_colors),
        cmocka_unit_test(damaged_jpegs_do_no_harm),
        cmocka_unit_test(files_are_told_by_their_first_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
