/* The words and signs of numbers and dates: built in, or from d3's locale JSON. */
#ifndef FW_FORMAT_LOCALE_H
#define FW_FORMAT_LOCALE_H

#include "json/json.h"

struct fw_inputs;

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

/** A built-in locale ("en-US", "en-GB"; case matters), or NULL; all of them, by index. */
const struct fw_locale *fw_locale_find(const char *name);
size_t fw_locale_count(void);
const struct fw_locale *fw_locale_at(size_t index);

/**
 * A locale in `arena` from d3 locale JSON: the definitions of d3-format and d3-time-format as
 * members "number" and "time" of an object (Vega-Lite's config.locale), or the members of one or
 * both in one object. A definition that is not given is that of `base` (NULL: en-US); one that is
 * given has all that d3 asks for. Extension: "magnitudes" of numbers, four texts. Reported, with a
 * NULL result: unknown and missing members, wrong types and lengths.
 */
const struct fw_locale *fw_locale_decode(struct fw_arena *arena, const char *name,
                                         struct fw_node definition, const struct fw_locale *base,
                                         struct fw_diag *diag);

/**
 * The locale `name`: a built-in one, one of the files that come with the program ("de-DE"), or a
 * file of d3 locale JSON where the name has a "/" or ends in ".json". Reported, with a NULL result:
 * a name that is not known (with the nearest; it was given at `place`) and a file that is wrong.
 * Records in `inputs` (may be NULL) the file that it read.
 */
const struct fw_locale *fw_locale_load(struct fw_arena *arena, struct fw_strings *strings,
                                       struct fw_diag *diag, struct fw_inputs *inputs,
                                       struct fw_place place, const char *name);

/** The text of the file that fw_locale_load reads for `name`; NULL where it cannot be read. */
const struct fw_source *fw_locale_source(struct fw_arena *arena, const char *name);

/** The names that fw_locale_load knows, the built-in ones first; `*count` of them, in `arena`. */
const char *const *fw_locale_names(struct fw_arena *arena, size_t *count);

#endif
