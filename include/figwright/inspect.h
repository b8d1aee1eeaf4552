/* What finished figures say of themselves: what they show, what they were made of, whether they are
 * out of date. */
#ifndef FIGWRIGHT_INSPECT_H
#define FIGWRIGHT_INSPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "figwright/document.h"
#include "figwright/export.h"
#include "figwright/session.h"

/** What a PNG, SVG or PDF says of itself. */
struct fw_inspection;

/** A name and a text. */
struct fw_fact {
    const char *name, *text;
};

/** All texts may be NULL: the file does not say. */
struct fw_self_description {
    const char *format; /* "png", "svg", "pdf" */
    const char *title, *description, *source, *language;
    const char *program;             /* "figwright" */
    const char *version;             /* of the program */
    const char *sources;             /* digest of the sources it was built of */
    const char *fonts;               /* digest of the fonts it had */
    const struct fw_fact *libraries; /* [library_count] names and versions */
    size_t library_count;
    const struct fw_fact *options; /* [option_count] options that were given, by name */
    size_t option_count;
    const struct fw_input_file *inputs; /* [input_count]; `file` is NULL */
    size_t input_count;
    const char *made; /* all of that as it stands in the file: one line of JSON */
    const char *spec; /* the spec, where it is embedded */
};

/** Reads the bytes of a file. NULL when it is neither PNG nor SVG nor PDF. */
FW_API struct fw_inspection *fw_inspect(const void *bytes, size_t length);
FW_API void fw_inspection_destroy(struct fw_inspection *inspection);

/** What was read; lives as long as the inspection. */
FW_API struct fw_self_description fw_inspection_get(const struct fw_inspection *inspection);

/** Whether the embedded spec is, byte for byte, the one whose digest the file names. */
FW_API bool fw_inspection_spec_is_whole(const struct fw_inspection *inspection);

/** What outputs depend on besides their inputs, in this session: two that differ in nothing of it
 * draw the same bytes. */
struct fw_fingerprint {
    const char *version, *sources, *fonts; /* as in fw_self_description */
    const struct fw_fact *libraries;       /* [library_count] */
    size_t library_count;
};

/** The texts live as long as the session. */
FW_API struct fw_fingerprint fw_session_fingerprint(const struct fw_session *session);

/**
 * Looks at outputs that were made earlier. It keeps the digests of the files that it has read: what
 * changes during its life is not seen. Of the session's thread.
 */
struct fw_freshness;

FW_API struct fw_freshness *fw_freshness_create(struct fw_session *session);
FW_API void fw_freshness_destroy(struct fw_freshness *freshness);

/** How an output that is there compares to the one that would be made now. */
struct fw_output_state {
    bool is_current;
    const char *const
        *reasons; /* [reason_count] why not: "data/rain.csv changed", one clause each */
    size_t reason_count;
    const struct fw_input_file
        *inputs; /* [input_count] what it says it was made of; digests of then */
    size_t input_count;
};

/**
 * Compares the output at `path` to what `spec` (the path of a spec), `format` and `options` (NULL:
 * the usual ones) would give in this session, without drawing it: by the digests that it carries
 * itself. One that carries none is never current. The result lives until the next call.
 */
FW_API struct fw_output_state fw_freshness_check(struct fw_freshness *freshness, const char *path,
                                                 const char *spec, const char *format,
                                                 const struct fw_output_options *options);

#endif
