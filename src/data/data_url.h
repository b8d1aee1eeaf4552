/* Data inside a url: "data:text/csv;base64,YSxiCjEsMgo=". RFC 2397. */
#ifndef FW_DATA_DATA_URL_H
#define FW_DATA_DATA_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** What a data url holds. */
struct fw_data_url {
    const char
        *media; /* "text/csv", in lower case, without parameters; "text/plain" where left out */
    const char *text; /* [length] bytes and a NUL */
    size_t length;
};

/** Whether a url is one, case ignored. */
bool fw_data_url_is(const char *url);

/**
 * Decodes a data url into `arena`: base64 where it says so, blanks and the padding aside, else
 * percent escapes. NULL, or what is wrong with it: a clause for a report.
 */
const char *fw_data_url_read(struct fw_arena *arena, const char *url, struct fw_data_url *data);

#endif
