/* Whether a word is one of several. */
#ifndef FW_BASE_WORD_H
#define FW_BASE_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static inline bool fw_word_in(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

/** FW_IS_ONE_OF(mark, "bar", "area"). */
#define FW_IS_ONE_OF(word, ...)                                                                    \
    fw_word_in((word), (const char *const[]){ __VA_ARGS__ },                                       \
               sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

#endif
