/* Three bytes to four letters. */
#include "render/base64.h"

#include <stdint.h>

void fw_base64(struct fw_bytes *out, const void *data, size_t length)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *bytes = data;
    fw_bytes_reserve(out, length / 3 * 4 + 4);
    for (size_t i = 0; i < length; i += 3) {
        size_t rest = length - i;
        uint32_t word = (uint32_t)bytes[i] << 16 | (rest > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                        (rest > 2 ? bytes[i + 2] : 0);
        const char four[4] = { letters[word >> 18], letters[word >> 12 & 63],
                               rest > 1 ? letters[word >> 6 & 63] : '=',
                               rest > 2 ? letters[word & 63] : '=' };
        fw_bytes_append(out, four, sizeof four);
    }
}
