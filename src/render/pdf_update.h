/* An incremental update: changed and new objects behind a finished PDF (ISO 32000-1, 7.5.6). */
#ifndef FW_RENDER_PDF_UPDATE_H
#define FW_RENDER_PDF_UPDATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/bytes.h"

/** Where an object is. */
struct fw_pdf_place {
    size_t number, offset;
};

/** A PDF with one plain cross-reference table, as Cairo writes, and what is appended to it. */
struct fw_pdf_update {
    struct fw_arena *arena;
    struct fw_bytes *pdf;
    size_t old_table;             /* where the table of the finished PDF is */
    size_t *old_places;           /* [old_count] of its objects; 0: free */
    size_t old_count, root, info; /* info is 0 where there is none */
    struct fw_pdf_place *places;  /* [count] of the objects written since */
    size_t count, capacity;
    size_t next; /* number of the next new object */
};

/** Reads table and trailer; false when `pdf` has none that we understand. */
bool fw_pdf_update_begin(struct fw_pdf_update *update, struct fw_arena *arena,
                         struct fw_bytes *pdf);

/** The dictionary of an object of the finished PDF as text, from `<<` to before its last `>>`; NULL
 * when the object is something else. A stream's is its dictionary. */
const char *fw_pdf_update_dictionary(const struct fw_pdf_update *update, size_t number);

/** The number of a new object. */
size_t fw_pdf_update_add(struct fw_pdf_update *update);

/** Begins object `number`, new or not; its text is appended to update->pdf until _end_object. */
void fw_pdf_update_begin_object(struct fw_pdf_update *update, size_t number);
void fw_pdf_update_end_object(struct fw_pdf_update *update);

/** Writes the table and trailer of what was appended. */
void fw_pdf_update_end(struct fw_pdf_update *update);

/** Appends UTF-8 as a text string: in parentheses where it is ASCII, else as UTF-16 in hex. */
void fw_pdf_put_text(struct fw_bytes *out, const char *text);

#endif
