/* Chunks, filtered rows and their deflate stream: a PNG encoder ten times as fast as Cairo's. */
#include "render/png_file.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "render/deflate.h"

/* Filter types of PNG: what a byte is given as the difference to. */
enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP };

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

/* Bytes up to which a text stays plain, for people with no more than an editor: our taste. */
enum { PLAIN_TEXT = 1024 };

static void put_compressed(struct fw_bytes *out, const char *text, size_t length)
{
    uLongf size = compressBound((uLong)length);
    fw_bytes_reserve(out, size);
    if (compress((Bytef *)out->data + out->length, &size, (const Bytef *)text, (uLong)length) !=
        Z_OK) {
        fw_out_of_memory(); /* the only thing that can go wrong */
    }
    out->length += size;
}

void fw_png_text(struct fw_bytes *out, const char *key, const char *lang, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    size_t chunk = begin_chunk(out, "iTXt"), length = strlen(text);
    bool compressed = length > PLAIN_TEXT;
    fw_bytes_append(out, key, strlen(key) + 1);
    fw_bytes_append(out, compressed ? "\1\0" : "\0\0", 2); /* by zlib's method, the only one */
    fw_bytes_append(out, lang == NULL ? "" : lang, lang == NULL ? 1 : strlen(lang) + 1);
    fw_bytes_put(out, '\0'); /* no translated keyword */
    if (compressed) {
        put_compressed(out, text, length);
    } else {
        fw_bytes_append(out, text, length);
    }
    end_chunk(out, chunk);
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

/* The rows that the encoder needs at a time, in bytes. */
struct rows {
    size_t length;     /* of a row without the filter byte */
    size_t pixel;      /* of a pixel */
    uint8_t *row;      /* [length] the current one */
    uint8_t *above;    /* [length] the one before */
    uint8_t *filtered; /* [1 + length] the filter byte and what it leaves */
};

/* How many of `count` pixels are not the same in two rows. */
static size_t count_changes(const uint32_t *a, const uint32_t *b, size_t count)
{
    uint32_t changes = 0;
    for (size_t i = 0; i < count; i++) {
        changes += a[i] != b[i];
    }
    return changes;
}

/* A row with fewer changes of color than one in so many pixels is flat: measured on charts. */
enum { FLAT = 8 };

/*
 * The filter that leaves the fewest bytes for the encoder: against the pixel above, or the one to
 * the left. A flat row is best left as it is: its few colors repeat, their differences less so.
 */
static enum filter choose_filter(const struct fw_pixels *pixels, size_t y, size_t pixel_size)
{
    const uint32_t *row = pixels->data + y * pixels->stride;
    size_t sideways = count_changes(row, row + 1, pixels->width - 1);
    if (y > 0 && count_changes(row, row - pixels->stride, pixels->width) <= sideways) {
        return FILTER_UP;
    }
    bool flat = pixel_size == 1 || sideways * FLAT < pixels->width;
    return flat ? FILTER_NONE : FILTER_SUB;
}

static void apply_filter(const struct rows *rows, enum filter filter)
{
    const uint8_t *row = rows->row;
    uint8_t *to = rows->filtered + 1;
    rows->filtered[0] = (uint8_t)filter;
    switch (filter) {
    case FILTER_NONE:
        memcpy(to, row, rows->length);
        break;
    case FILTER_SUB:
        memcpy(to, row, rows->pixel);
        for (size_t i = rows->pixel; i < rows->length; i++) {
            to[i] = (uint8_t)(row[i] - row[i - rows->pixel]);
        }
        break;
    case FILTER_UP:
        for (size_t i = 0; i < rows->length; i++) {
            to[i] = (uint8_t)(row[i] - rows->above[i]);
        }
        break;
    }
}

static void write_rows(struct fw_deflate *deflate, const struct fw_png *png, struct rows *rows)
{
    static const uint8_t up = FILTER_UP;
    const struct fw_pixels *pixels = &png->pixels;
    for (size_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = pixels->data + y * pixels->stride;
        if (y > 0 && memcmp(row, row - pixels->stride, pixels->width * sizeof *row) == 0) {
            fw_deflate_write(deflate, &up, 1);
            fw_deflate_zeros(deflate, rows->length);
            continue;
        }
        uint8_t *above = rows->row; /* rows that repeat leave it as it is */
        rows->row = rows->above;
        rows->above = above;
        fw_pixels_convert(pixels, y, png->format, &png->palette, rows->row);
        apply_filter(rows, choose_filter(pixels, y, rows->pixel));
        fw_deflate_write(deflate, rows->filtered, rows->length + 1);
    }
}

static void put_pixels(struct fw_bytes *out, const struct fw_png *png)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_deflate *deflate = FW_NEW(arena, struct fw_deflate);
    struct rows rows = { .pixel = fw_pixels_size(png->format) };
    rows.length = png->pixels.width * rows.pixel;
    rows.row = FW_NEW_ARRAY(arena, rows.length, uint8_t);
    rows.above = FW_NEW_ARRAY(arena, rows.length, uint8_t);
    rows.filtered = FW_NEW_ARRAY(arena, rows.length + 1, uint8_t);
    size_t chunk = begin_chunk(out, "IDAT");
    fw_deflate_begin(deflate, out);
    write_rows(deflate, png, &rows);
    fw_deflate_end(deflate);
    end_chunk(out, chunk);
    fw_arena_destroy(arena);
}

void fw_png_begin(struct fw_bytes *out, struct fw_png *png)
{
    png->format = fw_pixels_choose(&png->pixels, &png->palette);
    fw_bytes_append(out, "\x89PNG\r\n\x1a\n", 8);
    put_header(out, &png->pixels, png->format);
    put_color_space(out);
    if (png->scale > 0) {
        put_density(out, png->scale);
    }
}

void fw_png_end(struct fw_bytes *out, const struct fw_png *png)
{
    if (png->format == FW_PIXELS_PALETTE) {
        put_palette(out, &png->palette);
    }
    put_pixels(out, png);
    end_chunk(out, begin_chunk(out, "IEND"));
}
