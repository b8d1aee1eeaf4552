/* What is wrong with a document, to read one by one or to print. */
#ifndef FIGWRIGHT_DIAG_H
#define FIGWRIGHT_DIAG_H

#include <stddef.h>

#include "figwright/export.h"

/** An error means that nothing is drawn; a warning, that it may not look as meant; a note informs.
 */
enum fw_severity { FW_ERROR, FW_WARNING, FW_NOTE };

/** The diagnostics of one document or session; they live as long as it does. */
struct fw_diag;

/** One diagnostic. Texts are UTF-8, as they came: one that quotes a document may hold any
 * character. */
struct fw_message {
    enum fw_severity severity;
    const char *code;    /* stable: "unknown-mark" */
    const char *file;    /* as it was given, or NULL where the diagnostic belongs to no file */
    size_t line, column; /* from 1, columns in characters; 0 where there is no text to point into */
    const char *pointer; /* RFC 6901 JSON pointer, or NULL */
    const char *message; /* one clause: "unknown mark 'barr'" */
    const char *hint;    /* what to write instead, or NULL */
};

/** How many errors there are, kept or not. */
FW_API size_t fw_diag_errors(const struct fw_diag *diag);

/** How many diagnostics are kept, and how many more there were (a list keeps 200 of each severity).
 */
FW_API size_t fw_diag_count(const struct fw_diag *diag);
FW_API size_t fw_diag_dropped(const struct fw_diag *diag);

/** The `index`-th diagnostic; index < fw_diag_count(diag). */
FW_API struct fw_message fw_diag_message(const struct fw_diag *diag, size_t index);

enum fw_diag_form {
    FW_DIAG_TEXT,  /* for people: sentence, source line, hint */
    FW_DIAG_JSON,  /* an array of objects */
    FW_DIAG_SARIF, /* a SARIF 2.1.0 log, as code hosts read it */
};

/**
 * All diagnostics of `count` lists as one text in `form`. The caller frees it with free(). In
 * FW_DIAG_TEXT it is empty when there are none.
 */
FW_API char *fw_diag_text(const struct fw_diag *const *diags, size_t count, enum fw_diag_form form);

#endif
