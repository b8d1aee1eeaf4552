/* A document: a chart spec that is opened, checked and drawn. */
#ifndef FIGWRIGHT_DOCUMENT_H
#define FIGWRIGHT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "figwright/diag.h"
#include "figwright/export.h"
#include "figwright/session.h"

/** One document with all that is made of it. */
struct fw_document;

/**
 * Opens the file `path`; "-" is standard input. Never NULL, so that what went wrong has an owner:
 * look at fw_document_diag or fw_document_status. The document must not outlive the session.
 */
FW_API struct fw_document *fw_document_open(struct fw_session *session, const char *path);

/**
 * The same of a text in memory, which is copied. `name` stands for a file's name in messages;
 * relative urls start from `folder` (NULL: the current one).
 */
FW_API struct fw_document *fw_document_open_text(struct fw_session *session, const char *name,
                                                 const char *folder, const char *text,
                                                 size_t length);

/** Frees the document, its diagnostics and what it was drawn to. NULL is fine. */
FW_API void fw_document_destroy(struct fw_document *document);

/** The diagnostics so far, in order of their places. */
FW_API const struct fw_diag *fw_document_diag(const struct fw_document *document);

enum fw_status {
    FW_STATUS_FINE,   /* warnings at most */
    FW_STATUS_INPUT,  /* something is wrong with the document or its data */
    FW_STATUS_SYSTEM, /* a file could not be read or written, or a limit was met */
};

FW_API enum fw_status fw_document_status(const struct fw_document *document);

/** Reads spec and data and lays the figure out, once. False when there are errors. */
FW_API bool fw_document_check(struct fw_document *document);

/** How an output is made. Zeroed memory is what is usual. */
struct fw_output_options {
    double scale; /* device pixels per px of a PNG; 0: 1 */
    const char
        *svg_text;    /* "text" (NULL too): real text with an embedded font; "outlines": shapes */
    const char *date; /* ISO 8601, for a PDF's date; NULL: it has none */
    /** What the file says of how it was made, see figwright/inspect.h: "digest" (NULL too), digests
     * of all inputs; "spec", the whole spec besides; "none". */
    const char *embed;
};

/** The names of the output formats, which are also the suffixes of files: "png", "svg", "pdf",
 * "scene". */
FW_API const char *const *fw_output_formats(size_t *count);

/** Whether files of `format` can tell what they were made of: "png", "svg" and "pdf". */
FW_API bool fw_output_tells(const char *format);

/** A file that a document was made of, or that was looked for and not found. */
struct fw_input_file {
    const char *kind;   /* "spec", "data", "package", "theme", "locale", "config", "image" */
    const char *name;   /* as seen from the spec, as a url; a built-in theme's or locale's name */
    const char *file;   /* the path that it was opened by, or would be */
    const char *digest; /* SHA-256 in hexadecimal; NULL: there is no such file */
    bool of_base;       /* `name` is as seen from the base url instead of the spec's folder */
};

/** What was read for the document so far: all of it once it was checked. */
FW_API size_t fw_document_input_count(const struct fw_document *document);
FW_API struct fw_input_file fw_document_input(struct fw_document *document, size_t index);

/**
 * What a figure says as a text for its host document: "caption" (number, title, notes), "alt" (the
 * text alternative), "csv" and "html-table" (the data as drawn, after transforms).
 * fw_document_output writes them too. The suffix (".caption.txt") goes behind the figure's name;
 * NULL for other formats.
 */
FW_API const char *const *fw_sidecar_formats(size_t *count);
FW_API const char *fw_sidecar_suffix(const char *format);

/**
 * The figure in `format` as bytes, which belong to the document and live until the next call for
 * it. NULL when there are errors.
 */
FW_API const void *fw_document_output(struct fw_document *document, const char *format,
                                      const struct fw_output_options *options, size_t *length);

/**
 * Writes the figure to `path` in the format of its suffix. The file appears whole or not at all,
 * and not when the document has errors. False: there are.
 */
FW_API bool fw_document_render(struct fw_document *document, const char *path);

#endif
