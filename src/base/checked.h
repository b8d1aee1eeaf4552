/* Sums and products of sizes that cannot wrap. */
#ifndef FW_BASE_CHECKED_H
#define FW_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** `*sum` is a + b; false, with `*sum` unchanged, where that does not fit. */
static inline bool fw_size_add(size_t a, size_t b, size_t *sum)
{
    if (a > SIZE_MAX - b) {
        return false;
    }
    *sum = a + b;
    return true;
}

/** `*product` is a * b; false, with `*product` unchanged, where that does not fit. */
static inline bool fw_size_multiply(size_t a, size_t b, size_t *product)
{
    if (b != 0 && a > SIZE_MAX / b) {
        return false;
    }
    *product = a * b;
    return true;
}

#endif
