/* A growing buffer of bytes, for writers. */
#include "base/bytes.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"

enum { FIRST_CAPACITY = 256 };

void fw_bytes_finish(struct fw_bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct fw_bytes){ 0 };
}

void fw_bytes_reserve(struct fw_bytes *bytes, size_t more)
{
    if (bytes->capacity - bytes->length >= more) {
        return;
    }
    if (more > SIZE_MAX / 2 - bytes->length) {
        fw_out_of_memory();
    }
    size_t capacity = bytes->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : bytes->capacity * 2;
    if (capacity < bytes->length + more) {
        capacity = bytes->length + more;
    }
    char *data = realloc(bytes->data, capacity);
    if (data == NULL) {
        fw_out_of_memory();
    }
    bytes->data = data;
    bytes->capacity = capacity;
}

void fw_bytes_append(struct fw_bytes *bytes, const void *data, size_t length)
{
    if (length > 0) {
        fw_bytes_reserve(bytes, length);
        memcpy(bytes->data + bytes->length, data, length);
        bytes->length += length;
    }
}

void fw_bytes_put(struct fw_bytes *bytes, char byte)
{
    fw_bytes_reserve(bytes, 1);
    bytes->data[bytes->length++] = byte;
}

void fw_bytes_puts(struct fw_bytes *bytes, const char *text)
{
    fw_bytes_append(bytes, text, strlen(text));
}

void fw_bytes_printf(struct fw_bytes *bytes, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length > 0) {
        fw_bytes_reserve(bytes, (size_t)length + 1);
        vsnprintf(bytes->data + bytes->length, (size_t)length + 1, format, args);
        bytes->length += (size_t)length;
    }
    va_end(args);
}

/* Appends units / 10^decimals without trailing zeros. */
static void put_fixed(struct fw_bytes *bytes, uint64_t units, int decimals)
{
    while (decimals > 0 && units % 10 == 0) {
        units /= 10;
        decimals--;
    }
    char text[FW_DECIMAL_ROOM];
    size_t at = sizeof text;
    for (int place = 0; place <= decimals || units > 0; place++) {
        if (place == decimals && decimals > 0) {
            text[--at] = '.';
        }
        text[--at] = (char)('0' + units % 10);
        units /= 10;
    }
    fw_bytes_append(bytes, text + at, sizeof text - at);
}

void fw_bytes_number(struct fw_bytes *bytes, double number, int decimals)
{
    static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
    if (!isfinite(number)) {
        fw_bytes_puts(bytes, "null");
        return;
    }
    decimals = decimals < 0 ? 0 : decimals > 9 ? 9 : decimals;
    double units = round(fabs(number) * powers[decimals]);
    if (units >= 0x1p53) { /* as good as a whole number */
        char text[FW_DECIMAL_ROOM];
        fw_bytes_append(bytes, text, fw_decimal_text(number, text));
        return;
    }
    if (number < 0 && units > 0) {
        fw_bytes_put(bytes, '-');
    }
    put_fixed(bytes, (uint64_t)units, decimals);
}

const char *fw_bytes_text(struct fw_bytes *bytes)
{
    fw_bytes_reserve(bytes, 1);
    bytes->data[bytes->length] = '\0';
    return bytes->data;
}
