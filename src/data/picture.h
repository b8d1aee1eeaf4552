/* Picture files that a chart shows: where they lie and how large they are. */
#ifndef FW_DATA_PICTURE_H
#define FW_DATA_PICTURE_H

#include "data/load.h"

struct fw_picture {
    const char *file;     /* its real path */
    double width, height; /* px, of its own */
};

/**
 * The size that the head of a PNG or JPEG file gives; false where `bytes` is neither, or is cut off
 * before its size.
 */
bool fw_picture_size(const char *bytes, size_t length, double *width, double *height);

/**
 * Finds the picture that `url` means by the rules of data files. Where it is missing, forbidden,
 * needs a network or is no PNG or JPEG, that is a warning at `place`, and false: as in a browser,
 * the rest of the chart is drawn without it.
 */
bool fw_picture_find(const struct fw_load *load, const char *url, struct fw_place place,
                     struct fw_picture *picture);

#endif
