/* The pixels of a Cairo image as the rows of a PNG. */
#ifndef FW_RENDER_PIXELS_H
#define FW_RENDER_PIXELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** PNG's color types that we write, all with 8 bits a sample. */
enum fw_pixel_format {
    FW_PIXELS_GRAY = 0,
    FW_PIXELS_RGB = 2,
    FW_PIXELS_PALETTE = 3,
    FW_PIXELS_RGBA = 6,
};

/** Native-endian 0xAARRGGBB, premultiplied as Cairo has it; `opaque`: the top byte means nothing.
 */
struct fw_pixels {
    const uint32_t *data;
    size_t width, height, stride; /* stride in pixels */
    bool opaque;
};

enum { FW_PALETTE_COLORS = 256, FW_PALETTE_SLOTS = 1024 };

/** The colors of a picture that has few, not premultiplied, and a hash table to find their index.
 */
struct fw_palette {
    uint32_t colors[FW_PALETTE_COLORS]; /* 0xAARRGGBB, in the order of first sight */
    size_t count;
    uint32_t keys[FW_PALETTE_SLOTS];    /* premultiplied */
    uint16_t indices[FW_PALETTE_SLOTS]; /* index + 1; 0: free */
};

/**
 * The smallest format that loses nothing: gray where all is gray, a palette up to 256 colors, else
 * RGB or, where something is transparent, RGBA. `palette` is filled in the first two cases.
 */
enum fw_pixel_format fw_pixels_choose(const struct fw_pixels *pixels, struct fw_palette *palette);

/** Bytes of a pixel. */
size_t fw_pixels_size(enum fw_pixel_format format);

/** Converts one row; `palette` is that of fw_pixels_choose. */
void fw_pixels_convert(const struct fw_pixels *pixels, size_t row, enum fw_pixel_format format,
                       const struct fw_palette *palette, uint8_t *bytes);

#endif
