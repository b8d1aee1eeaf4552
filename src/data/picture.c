/* Finds picture files and reads the size in their heads. */
#include "data/picture.h"

#include <string.h>

#include "base/file.h"
#include "base/inputs.h"
#include "base/limits.h"
#include "data/access.h"

/** PNG: 8 bytes of signature, then the IHDR chunk: length, name, width, height. */
static const char png_signature[] = "\x89PNG\r\n\x1a\n";
enum { PNG_WIDTH_AT = 16, PNG_HEIGHT_AT = 20, PNG_HEAD = 24 };

/** JPEG: segments of 0xFF, marker, length of what follows with its own two bytes. */
static const char jpeg_signature[] = "\xff\xd8\xff";
enum { JPEG_START_OF_SCAN = 0xDA, JPEG_HEIGHT_AT = 5, JPEG_WIDTH_AT = 7, JPEG_FRAME_HEAD = 9 };

static size_t read_big(const char *bytes, int count)
{
    size_t number = 0;
    for (int i = 0; i < count; i++) {
        number = number << 8 | (unsigned char)bytes[i];
    }
    return number;
}

/** Whether a marker starts a frame: SOF0 to SOF15, but for the three of other tables among them. */
static bool starts_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool jpeg_size(const char *bytes, size_t length, double *width, double *height)
{
    size_t at = 2;
    while (at + JPEG_FRAME_HEAD <= length && (unsigned char)bytes[at] == 0xFF) {
        unsigned marker = (unsigned char)bytes[at + 1];
        if (marker == 0xFF) { /* a byte of padding */
            at++;
            continue;
        }
        if (starts_frame(marker)) {
            *height = (double)read_big(bytes + at + JPEG_HEIGHT_AT, 2);
            *width = (double)read_big(bytes + at + JPEG_WIDTH_AT, 2);
            return true;
        }
        if (marker == JPEG_START_OF_SCAN) {
            return false;
        }
        at += 2 + read_big(bytes + at + 2, 2);
    }
    return false;
}

bool fw_picture_size(const char *bytes, size_t length, double *width, double *height)
{
    if (length >= PNG_HEAD && memcmp(bytes, png_signature, sizeof png_signature - 1) == 0) {
        *width = (double)read_big(bytes + PNG_WIDTH_AT, 4);
        *height = (double)read_big(bytes + PNG_HEIGHT_AT, 4);
        return true;
    }
    if (length >= sizeof jpeg_signature - 1 &&
        memcmp(bytes, jpeg_signature, sizeof jpeg_signature - 1) == 0) {
        return jpeg_size(bytes, length, width, height);
    }
    return false;
}

/** What was found wrong with the file, said as a warning: a picture is not worth a chart. */
static void warn(const struct fw_load *load, struct fw_place place, const struct fw_diag *faults)
{
    for (size_t i = 0; i < fw_diag_count(faults); i++) {
        const struct fw_diagnostic *fault = fw_diag_get(faults, i);
        struct fw_diagnostic *d =
            fw_report(load->diag, place, FW_MISSING_PICTURE, "%s", fault->message);
        if (fault->hint != NULL) {
            fw_hint(load->diag, d, "%s", fault->hint);
        }
    }
}

static bool read_size(const struct fw_load *load, const char *url, const char *path,
                      struct fw_place place, struct fw_picture *picture)
{
    struct fw_arena *scratch = fw_arena_create();
    const char *bytes = NULL;
    size_t length = 0;
    bool read =
        fw_file_read(scratch, picture->file, FW_LIMIT_IMAGE_BYTES, &bytes, &length) == FW_READ_FINE;
    if (read) {
        fw_inputs_add_now(load->inputs, "image", path, bytes, length);
    }
    bool known = read && fw_picture_size(bytes, length, &picture->width, &picture->height);
    fw_arena_destroy(scratch);
    if (!known) {
        fw_report(load->diag, place, FW_MISSING_PICTURE,
                  read ? "'%s' is no PNG or JPEG picture" : "'%s' cannot be read", url);
    }
    return known;
}

bool fw_picture_find(const struct fw_load *load, const char *url, struct fw_place place,
                     struct fw_picture *picture)
{
    struct fw_load quiet = *load;
    quiet.diag = fw_diag_new(load->arena);
    const char *path;
    picture->file = fw_access_find(&quiet, url, place, &path);
    if (picture->file == NULL) {
        warn(load, place, quiet.diag);
        return false;
    }
    return read_size(load, url, path, place, picture);
}
