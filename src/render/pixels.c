/* Counts colors, and takes the premultiplication back. */
#include "render/pixels.h"

#include <string.h>

size_t fw_pixels_size(enum fw_pixel_format format)
{
    switch (format) {
    case FW_PIXELS_GRAY:
    case FW_PIXELS_PALETTE:
        return 1;
    case FW_PIXELS_RGB:
        return 3;
    case FW_PIXELS_RGBA:
        return 4;
    }
    return 4;
}

/* A channel without its alpha, to the nearest. */
static uint32_t divide(uint32_t channel, uint32_t alpha)
{
    uint32_t value = (channel * 255 + alpha / 2) / alpha;
    return value > 255 ? 255 : value;
}

static uint32_t straight(uint32_t pixel, bool opaque)
{
    uint32_t alpha = pixel >> 24;
    if (opaque || alpha == 255) {
        return pixel | 0xff000000u;
    }
    if (alpha == 0) {
        return 0;
    }
    return alpha << 24 | divide(pixel >> 16 & 255, alpha) << 16 |
           divide(pixel >> 8 & 255, alpha) << 8 | divide(pixel & 255, alpha);
}

/* The slot of a pixel in the palette's table: where it is, or where it would go. */
static size_t find_slot(const struct fw_palette *palette, uint32_t pixel)
{
    size_t slot = (pixel * 2654435761u) >> 22; /* Knuth's multiplicative hash, ten bits */
    while (palette->indices[slot] != 0 && palette->keys[slot] != pixel) {
        slot = (slot + 1) % FW_PALETTE_SLOTS;
    }
    return slot;
}

/* False when the palette is full. */
static bool add_color(struct fw_palette *palette, uint32_t pixel, bool opaque)
{
    size_t slot = find_slot(palette, pixel);
    if (palette->indices[slot] != 0) {
        return true;
    }
    if (palette->count == FW_PALETTE_COLORS) {
        return false;
    }
    palette->colors[palette->count++] = straight(pixel, opaque);
    palette->keys[slot] = pixel;
    palette->indices[slot] = (uint16_t)palette->count;
    return true;
}

static uint32_t key_of(uint32_t pixel, bool opaque)
{
    return opaque ? pixel | 0xff000000u : pixel;
}

static const uint32_t *row_of(const struct fw_pixels *pixels, size_t row)
{
    return pixels->data + row * pixels->stride;
}

static bool find_palette(const struct fw_pixels *pixels, struct fw_palette *palette)
{
    memset(palette, 0, sizeof *palette);
    for (size_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = row_of(pixels, y);
        if (y > 0 && memcmp(row, row - pixels->stride, pixels->width * sizeof *row) == 0) {
            continue;
        }
        for (size_t x = 0; x < pixels->width; x++) {
            bool seen = x > 0 && row[x] == row[x - 1];
            if (!seen && !add_color(palette, key_of(row[x], pixels->opaque), pixels->opaque)) {
                return false;
            }
        }
    }
    return true;
}

static bool is_opaque(const struct fw_pixels *pixels)
{
    for (size_t y = 0; y < pixels->height && !pixels->opaque; y++) {
        const uint32_t *row = row_of(pixels, y);
        uint32_t all = 0xff000000u;
        for (size_t x = 0; x < pixels->width; x++) {
            all &= row[x];
        }
        if (all != 0xff000000u) {
            return false;
        }
    }
    return true;
}

enum fw_pixel_format fw_pixels_choose(const struct fw_pixels *pixels, struct fw_palette *palette)
{
    if (!find_palette(pixels, palette)) {
        return is_opaque(pixels) ? FW_PIXELS_RGB : FW_PIXELS_RGBA;
    }
    for (size_t i = 0; i < palette->count; i++) {
        uint32_t color = palette->colors[i], blue = color & 255;
        if (color != (0xff000000u | blue << 16 | blue << 8 | blue)) {
            return FW_PIXELS_PALETTE;
        }
    }
    return FW_PIXELS_GRAY;
}

static void convert_palette(const uint32_t *row, size_t width, bool opaque,
                            const struct fw_palette *palette, uint8_t *bytes)
{
    for (size_t x = 0; x < width; x++) {
        bool again = x > 0 && row[x] == row[x - 1];
        bytes[x] =
            again ? bytes[x - 1]
                  : (uint8_t)(palette->indices[find_slot(palette, key_of(row[x], opaque))] - 1);
    }
}

void fw_pixels_convert(const struct fw_pixels *pixels, size_t row, enum fw_pixel_format format,
                       const struct fw_palette *palette, uint8_t *bytes)
{
    const uint32_t *from = row_of(pixels, row);
    size_t width = pixels->width;
    switch (format) {
    case FW_PIXELS_GRAY:
        for (size_t x = 0; x < width; x++) {
            bytes[x] = (uint8_t)from[x];
        }
        break;
    case FW_PIXELS_PALETTE:
        convert_palette(from, width, pixels->opaque, palette, bytes);
        break;
    case FW_PIXELS_RGB:
        for (size_t x = 0; x < width; x++) {
            bytes[3 * x] = (uint8_t)(from[x] >> 16);
            bytes[3 * x + 1] = (uint8_t)(from[x] >> 8);
            bytes[3 * x + 2] = (uint8_t)from[x];
        }
        break;
    case FW_PIXELS_RGBA:
        for (size_t x = 0; x < width; x++) {
            uint32_t color = straight(from[x], pixels->opaque);
            bytes[4 * x] = (uint8_t)(color >> 16);
            bytes[4 * x + 1] = (uint8_t)(color >> 8);
            bytes[4 * x + 2] = (uint8_t)color;
            bytes[4 * x + 3] = (uint8_t)(color >> 24);
        }
        break;
    }
}
