/* PNG: the scene painted on an image, and our own encoder, ten times as fast as Cairo's. */
#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "render/deflate.h"
#include "render/list.h"
#include "render/paint.h"
#include "render/pixels.h"

/* Filter types of PNG: what a byte is given as the difference to. */
enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_COUNT };

/* Chunks are written in place: returns where it begins, for end_chunk. */
static size_t begin_chunk(struct fw_bytes *out, const char *type)
{
    fw_bytes_append(out, "\0\0\0\0", 4); /* the length, known at the end */
    fw_bytes_append(out, type, 4);
    return out->length - 8;
}

static void put_u32(struct fw_bytes *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        fw_bytes_put(out, (char)(number >> shift & 0xff));
    }
}

static void end_chunk(struct fw_bytes *out, size_t begin)
{
    size_t length = out->length - begin - 8;
    for (int i = 0; i < 4; i++) {
        out->data[begin + (size_t)i] = (char)(length >> (24 - 8 * i) & 0xff);
    }
    const Bytef *body = (const Bytef *)out->data + begin + 4;
    put_u32(out, (uint32_t)crc32_z(0, body, length + 4));
}

static void put_header(struct fw_bytes *out, const struct fw_pixels *pixels,
                       enum fw_pixel_format format)
{
    size_t chunk = begin_chunk(out, "IHDR");
    put_u32(out, (uint32_t)pixels->width);
    put_u32(out, (uint32_t)pixels->height);
    fw_bytes_put(out, 8); /* bits a sample */
    fw_bytes_put(out, (char)format);
    fw_bytes_append(out, "\0\0\0", 3); /* deflate, the five filters, not interlaced */
    end_chunk(out, chunk);
}

static void put_color_space(struct fw_bytes *out)
{
    size_t chunk = begin_chunk(out, "sRGB");
    fw_bytes_put(out, 0); /* perceptual */
    end_chunk(out, chunk);
}

/* So many pixels a metre that the picture has its size in CSS px, 96 to the inch. */
static void put_density(struct fw_bytes *out, double scale)
{
    uint32_t per_metre = (uint32_t)lround(scale * 96 / 0.0254);
    size_t chunk = begin_chunk(out, "pHYs");
    put_u32(out, per_metre);
    put_u32(out, per_metre);
    fw_bytes_put(out, 1); /* the unit is the metre */
    end_chunk(out, chunk);
}

static void put_text(struct fw_bytes *out, const char *key, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    size_t chunk = begin_chunk(out, "iTXt");
    fw_bytes_append(out, key, strlen(key) + 1);
    fw_bytes_append(out, "\0\0\0\0", 4); /* not compressed; no language, no translated keyword */
    fw_bytes_puts(out, text);
    end_chunk(out, chunk);
}

static void put_metadata(struct fw_bytes *out, const struct fw_scene *scene,
                         const struct fw_render_options *options)
{
    if (options->bare) {
        return;
    }
    put_text(out, "Title", scene->title);
    put_text(out, "Description", scene->description);
    put_text(out, "Software", "figwright");
    for (size_t i = 0; i < options->note_count; i++) {
        put_text(out, options->notes[i].key, options->notes[i].text);
    }
}

static void put_palette(struct fw_bytes *out, const struct fw_palette *palette)
{
    size_t chunk = begin_chunk(out, "PLTE"), transparent = 0;
    for (size_t i = 0; i < palette->count; i++) {
        uint32_t color = palette->colors[i];
        const char rgb[3] = { (char)(color >> 16), (char)(color >> 8), (char)color };
        fw_bytes_append(out, rgb, sizeof rgb);
        transparent = color >> 24 == 255 ? transparent : i + 1;
    }
    end_chunk(out, chunk);
    if (transparent > 0) {
        chunk = begin_chunk(out, "tRNS");
        for (size_t i = 0; i < transparent; i++) {
            fw_bytes_put(out, (char)(palette->colors[i] >> 24));
        }
        end_chunk(out, chunk);
    }
}

/* The rows that the encoder needs at a time, each with its filter byte in front. */
struct rows {
    size_t length;                   /* bytes of a row without the filter byte */
    size_t pixel;                    /* bytes of a pixel */
    uint8_t *above;                  /* converted, not filtered */
    uint8_t *filtered[FILTER_COUNT]; /* [1 + length]; the one of FILTER_NONE is the current row */
};

static void apply_filters(struct rows *rows)
{
    const uint8_t *row = rows->filtered[FILTER_NONE] + 1;
    uint8_t *sub = rows->filtered[FILTER_SUB] + 1, *up = rows->filtered[FILTER_UP] + 1;
    for (size_t i = 0; i < rows->pixel && i < rows->length; i++) {
        sub[i] = row[i];
    }
    for (size_t i = rows->pixel; i < rows->length; i++) {
        sub[i] = (uint8_t)(row[i] - row[i - rows->pixel]);
    }
    for (size_t i = 0; i < rows->length; i++) {
        up[i] = (uint8_t)(row[i] - rows->above[i]);
    }
}

/* How often a byte differs from the one before it: about the tokens that the row will take. */
static size_t count_changes(const uint8_t *bytes, size_t length)
{
    size_t changes = 0;
    for (size_t i = 1; i < length; i++) {
        changes += bytes[i] != bytes[i - 1];
    }
    return changes;
}

static enum filter best_filter(const struct rows *rows)
{
    enum filter best = FILTER_NONE;
    size_t fewest = SIZE_MAX;
    for (int filter = FILTER_COUNT - 1; filter >= 0; filter--) {
        size_t changes = count_changes(rows->filtered[filter] + 1, rows->length);
        if (changes < fewest) {
            fewest = changes;
            best = (enum filter)filter;
        }
    }
    return best;
}

static void write_rows(struct fw_deflate *deflate, const struct fw_pixels *pixels,
                       enum fw_pixel_format format, const struct fw_palette *palette,
                       struct rows *rows)
{
    static const uint8_t up = FILTER_UP;
    for (size_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = pixels->data + y * pixels->stride;
        if (y > 0 && memcmp(row, row - pixels->stride, pixels->width * sizeof *row) == 0) {
            fw_deflate_write(deflate, &up, 1);
            fw_deflate_zeros(deflate, rows->length);
            continue;
        }
        fw_pixels_convert(pixels, y, format, palette, rows->filtered[FILTER_NONE] + 1);
        apply_filters(rows);
        fw_deflate_write(deflate, rows->filtered[best_filter(rows)], rows->length + 1);
        memcpy(rows->above, rows->filtered[FILTER_NONE] + 1, rows->length);
    }
}

static void put_pixels(struct fw_bytes *out, const struct fw_pixels *pixels,
                       enum fw_pixel_format format, const struct fw_palette *palette)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_deflate *deflate = FW_NEW(arena, struct fw_deflate);
    struct rows rows = { .pixel = fw_pixels_size(format) };
    rows.length = pixels->width * rows.pixel;
    rows.above = FW_NEW_ARRAY(arena, rows.length, uint8_t);
    for (int filter = 0; filter < FILTER_COUNT; filter++) {
        rows.filtered[filter] = FW_NEW_ARRAY(arena, rows.length + 1, uint8_t);
        rows.filtered[filter][0] = (uint8_t)filter;
    }
    size_t chunk = begin_chunk(out, "IDAT");
    fw_deflate_begin(deflate, out);
    write_rows(deflate, pixels, format, palette, &rows);
    fw_deflate_end(deflate);
    end_chunk(out, chunk);
    fw_arena_destroy(arena);
}

static void encode(const struct fw_pixels *pixels, const struct fw_scene *scene,
                   const struct fw_render_options *options, struct fw_bytes *out)
{
    struct fw_palette palette;
    enum fw_pixel_format format = fw_pixels_choose(pixels, &palette);
    fw_bytes_append(out, "\x89PNG\r\n\x1a\n", 8);
    put_header(out, pixels, format);
    put_color_space(out);
    put_density(out, options->scale);
    put_metadata(out, scene, options);
    if (format == FW_PIXELS_PALETTE) {
        put_palette(out, &palette);
    }
    put_pixels(out, pixels, format, &palette);
    end_chunk(out, begin_chunk(out, "IEND"));
}

/* Device pixels of a length; a fraction that rounding of sums left behind does not make one more. */
static int device_pixels(double length)
{
    int pixels = (int)ceil(length - 1e-6);
    return pixels < 1 ? 1 : pixels;
}

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    bool opaque = scene->has_background && scene->background.a >= 1;
    int width = device_pixels(scene->width * options->scale);
    int height = device_pixels(scene->height * options->scale);
    cairo_surface_t *surface = cairo_image_surface_create(
        opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, options->scale, options->scale);
    fw_paint_scene(&(struct fw_paint_target){ .cr = cr, .raster = true, .diag = diag }, scene,
                   fonts);
    cairo_surface_flush(surface);
    bool painted = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    if (painted) {
        struct fw_pixels pixels = {
            (const uint32_t *)(const void *)cairo_image_surface_get_data(surface), (size_t)width,
            (size_t)height, (size_t)cairo_image_surface_get_stride(surface) / 4, opaque
        };
        encode(&pixels, scene, options, out);
    } else {
        fw_report(diag, fw_nowhere(), FW_TOO_LARGE, "the picture cannot be painted");
    }
    cairo_surface_destroy(surface);
    return painted;
}

const struct fw_render_type fw_render_png = { "png", render };
