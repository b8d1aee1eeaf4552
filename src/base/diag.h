/* What is wrong with a document: sentences with a place, collected in one list. */
#ifndef FW_BASE_DIAG_H
#define FW_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/codes.h"
#include "figwright/diag.h"

/** A named text: a spec, a data file, an expression's document. Line and column are worked out on demand. */
struct fw_source {
    const char *name; /* as the user gave it */
    const char *text; /* UTF-8, `length` bytes and a NUL */
    size_t length;
};

/** A stretch of a source. With `source` NULL: no place. */
struct fw_place {
    const struct fw_source *source;
    size_t begin, end;   /* byte offsets, begin <= end <= source->length */
    const char *pointer; /* RFC 6901 JSON pointer, or NULL where the source is not JSON */
};

struct fw_diagnostic {
    enum fw_severity severity;
    enum fw_code code;
    struct fw_place place;
    const char *message; /* one clause: lower case, subject in single quotes, no full stop */
    const char *hint;    /* what to write instead, or NULL */
};

/** An empty list in `arena`. It keeps at most FW_LIMIT_DIAGNOSTICS reports of each severity and
 * counts the rest. */
struct fw_diag *fw_diag_new(struct fw_arena *arena);

/**
 * Reports `code`, whose severity the table in codes.h gives, at `place`. The same code with the same
 * message at the same place is kept once. Returns the diagnostic, to add a hint to; never NULL.
 */
struct fw_diagnostic *fw_report(struct fw_diag *diag, struct fw_place place, enum fw_code code,
                                const char *format, ...) __attribute__((format(printf, 4, 5)));

/** Sets the hint: a sentence that says what to write. `diag` is the list that gave `diagnostic`. */
void fw_hint(struct fw_diag *diag, struct fw_diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Hint "did you mean 'x'?" with the nearest of `names`, or nothing when none is near. */
void fw_hint_nearest(struct fw_diag *diag, struct fw_diagnostic *diagnostic, const char *written,
                     const char *const *names, size_t count);

/* fw_diag_errors, _count and _dropped are public. A stage starts only when those before it left no error. */

/** The i-th that is kept, in order of source and place once sorted. */
const struct fw_diagnostic *fw_diag_get(const struct fw_diag *diag, size_t index);

/** Orders the reports by source and place; stable. */
void fw_diag_sort(struct fw_diag *diag);

/** Line and column, both from 1, of a byte offset; columns count code points. */
void fw_source_locate(const struct fw_source *source, size_t offset, size_t *line, size_t *column);

/** A place without a source: for what belongs to no line of a document. */
struct fw_place fw_nowhere(void);

/** The slug of a code ("unknown-mark") and its severity. */
const char *fw_code_slug(enum fw_code code);
enum fw_severity fw_code_severity(enum fw_code code);

/** The nearest of `names` to `written` (Damerau-Levenshtein, case ignored), or NULL when none is near. */
const char *fw_nearest(const char *written, const char *const *names, size_t count);

#endif
