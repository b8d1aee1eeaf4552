/* A growing buffer of bytes, for writers. */
#ifndef FW_BASE_BYTES_H
#define FW_BASE_BYTES_H

#include <stddef.h>

/** Zeroed memory is an empty buffer. `data` is not NUL-terminated unless fw_bytes_text made it so. */
struct fw_bytes {
    char *data;
    size_t length, capacity;
};

/** Frees the memory; the buffer is empty and usable again. */
void fw_bytes_finish(struct fw_bytes *bytes);

/** Makes room for `more` bytes behind `length`; running out of memory ends the process. */
void fw_bytes_reserve(struct fw_bytes *bytes, size_t more);

void fw_bytes_append(struct fw_bytes *bytes, const void *data, size_t length);
void fw_bytes_put(struct fw_bytes *bytes, char byte);
void fw_bytes_puts(struct fw_bytes *bytes, const char *text);

/** Formats like printf. Not for doubles: fw_bytes_number does those. */
void fw_bytes_printf(struct fw_bytes *bytes, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * Appends `number` rounded to at most `decimals` places (0 to 9), trailing zeros dropped, "-0" as
 * "0"; not finite becomes "null". Independent of the locale.
 */
void fw_bytes_number(struct fw_bytes *bytes, double number, int decimals);

/** The text so far, NUL-terminated; valid until the next append. */
const char *fw_bytes_text(struct fw_bytes *bytes);

#endif
