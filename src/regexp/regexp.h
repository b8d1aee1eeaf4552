/* JavaScript's regular expressions, matched by PCRE2. */
#ifndef FW_REGEXP_REGEXP_H
#define FW_REGEXP_REGEXP_H

#include "base/value.h"

struct fw_regexp; /* compiled; lives in its arena */

/**
 * Compiles a pattern in JavaScript's syntax with flags of "dgimsuvy". NULL, with a clause in
 * `*message` (may be NULL), when JavaScript would refuse it or PCRE2 cannot do it (a look-behind of
 * unbounded length). Differences: a dot and a class match whole characters, never half of a pair;
 * the `y` and `g` flags keep no position from call to call.
 */
const struct fw_regexp *fw_regexp_compile(struct fw_arena *arena, fw_str source, fw_str flags,
                                          const char **message);

/** As written. Flags may be the empty text; never NULL. */
fw_str fw_regexp_source(const struct fw_regexp *regexp);
fw_str fw_regexp_flags(const struct fw_regexp *regexp);
bool fw_regexp_has_flag(const struct fw_regexp *regexp, char flag);

/** A match: byte offsets of the whole and of the groups; a group that took no part begins at -1. */
struct fw_regexp_match {
    size_t count; /* the whole and the groups */
    struct fw_regexp_span {
        ptrdiff_t begin, end;
    } * spans; /* [count], in the arena */
};

/**
 * The first match at or behind byte `from` of `text`. False when there is none, or when finding it
 * takes more steps or memory than FW_REGEXP_STEPS allows, so that no pattern can hang the program.
 */
bool fw_regexp_find(const struct fw_regexp *regexp, struct fw_arena *arena, const char *text,
                    size_t length, size_t from, struct fw_regexp_match *match);

/** The number of the group of that name (`length` bytes), or 0. */
size_t fw_regexp_group(const struct fw_regexp *regexp, const char *name, size_t length);

enum {
    FW_REGEXP_STEPS = 1000000, /* PCRE2's match limit; also its limit of depth times ten */
    FW_REGEXP_HEAP_KB = 16384, /* memory of one match */
};

#endif
