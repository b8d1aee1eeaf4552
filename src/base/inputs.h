/* What a document was made of: every file that was read for it, or looked for and not found. */
#ifndef FW_BASE_INPUTS_H
#define FW_BASE_INPUTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/hash.h"

/** One file. */
struct fw_inputs_item {
    const char *kind; /* "spec", "data", "package", "theme", "config", "image", "font", "locale" */
    /** Where it lies as seen from the folder of the spec, as a url: "../data/rain.csv". */
    const char *name;
    const char *file;   /* the path it was opened by */
    const char *digest; /* SHA-256 in hexadecimal; NULL: there was no such file */
    bool of_base;       /* `name` is seen from the base url's folder instead of the spec's */
};

/** The list of one document. NULL instead of one is fine everywhere below: nothing is recorded. */
struct fw_inputs;

/**
 * An empty list in `arena`. Paths are told as seen from `folder`, the spec's, or where `base` is
 * not NULL and they begin with it, from there: the same tree gives the same names wherever it lies.
 */
struct fw_inputs *fw_inputs_new(struct fw_arena *arena, const char *folder, const char *base);

/**
 * Records that `length` bytes of `text` were read from `path`. The text must live as long as the
 * list: its digest is worked out when somebody asks. A second record of the same kind and path
 * changes nothing. `kind` is a constant.
 */
void fw_inputs_add(struct fw_inputs *inputs, const char *kind, const char *path, const char *text,
                   size_t length);

/** The same of a text that does not live that long. */
void fw_inputs_add_now(struct fw_inputs *inputs, const char *kind, const char *path,
                       const char *text, size_t length);

/** The same of what has a name of its own wherever it lies, as a built-in theme; NULL: it has none.
 */
void fw_inputs_add_named(struct fw_inputs *inputs, const char *kind, const char *name,
                         const char *path, const char *text, size_t length);

/** Records that there was no `path`: when it appears, what was made is out of date. */
void fw_inputs_add_absent(struct fw_inputs *inputs, const char *kind, const char *path);

/** The items in the order in which they were recorded. */
size_t fw_inputs_count(const struct fw_inputs *inputs);
struct fw_inputs_item fw_inputs_get(struct fw_inputs *inputs, size_t index);

/** `path` as seen from `folder`, by their real places where neither begins with the other. */
const char *fw_path_relative(struct fw_arena *arena, const char *folder, const char *path);

/** "a/../b" as "b" where that is the same file: behind a symbolic link it need not be. */
const char *fw_path_short(struct fw_arena *arena, const char *path);

#endif
