/* The words and signs of numbers and dates: two locales built in, others from d3's locale JSON. */
#ifndef FW_FORMAT_LOCALE_H
#define FW_FORMAT_LOCALE_H

#include "json/json.h"

/**
 * How numbers and times are written. All texts are UTF-8, NUL-terminated, never NULL unless said
 * otherwise; they live as long as the program (built in) or the arena they were decoded into.
 */
struct fw_locale {
    const char *name; /* "en-US" */

    const char *decimal;      /* the point */
    const char *thousands;    /* between groups */
    const int *grouping;      /* [grouping_count] sizes > 0, cycled, from the point leftwards */
    size_t grouping_count;    /* 0: no grouping at all */
    const char *currency[2];  /* before and after the number */
    const char *numerals[10]; /* digits; numerals[0] NULL: ASCII */
    const char *percent, *minus, *nan;
    /**
     * Our extension: what type `s` writes for thousands, millions, billions and trillions instead
     * of SI prefixes; nothing is scaled up below 1 then. magnitudes[0] NULL: SI prefixes, as d3
     * does.
     */
    const char *magnitudes[4];

    const char *date_time, *date, *time; /* specifiers of %c, %x, %X */
    const char *periods[2];              /* AM, PM */
    const char *days[7], *short_days[7]; /* Sunday first */
    const char *months[12], *short_months[12];
};

/** d3's default locale; what a NULL locale means everywhere. */
const struct fw_locale *fw_locale_default(void);

/** A built-in locale ("en-US", "en-GB"; case matters), or NULL. */
const struct fw_locale *fw_locale_find(const char *name);

/** The built-in names, for messages; `*count` of them. */
const char *const *fw_locale_names(size_t *count);

/**
 * A locale in `arena` from d3 locale JSON: `number` and `time` are the definitions of d3-format and
 * d3-time-format; either may be none, and may be one object that holds both. What is not given
 * comes from `base` (NULL: en-US). Extension: "magnitudes", four texts. Wrong types and lengths are
 * reported; the result is NULL then.
 */
const struct fw_locale *fw_locale_decode(struct fw_arena *arena, const char *name,
                                         struct fw_node number, struct fw_node time,
                                         const struct fw_locale *base, struct fw_diag *diag);

#endif
