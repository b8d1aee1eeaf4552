/* A session: what a thread needs to draw documents, kept from one to the next. */
#ifndef FIGWRIGHT_SESSION_H
#define FIGWRIGHT_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "figwright/diag.h"
#include "figwright/export.h"

/**
 * Fonts, limits and search paths. A session, and all made from it, stays on one thread; two
 * sessions share nothing.
 */
struct fw_session;

/** Zeroed memory is what is usual. The texts are copied. */
struct fw_session_options {
    const char *base_url; /* folder that relative urls of data start from; NULL: the spec's own */
    const char *const *allow; /* [allow_count] folders that may be read besides those two */
    size_t allow_count;
    const char *theme;     /* name or file of a theme: goes before what a document names */
    const char *locale;    /* name, or file of d3 locale JSON: goes before what a document names */
    const char *timezone;  /* for local times: "UTC" (NULL too) or a name as "Europe/London" */
    const char *furniture; /* "all", "none": number, titles and notes in the picture, or left out of
                              it; NULL: as the document and its theme say */
    const char *font_home; /* folder of the built-in fonts, tried before where they are installed */
    const char *const *font_dirs; /* [font_dir_count] folders with more fonts */
    size_t font_dir_count;
};

/** A session with `options` (NULL: the usual ones). Never NULL: what went wrong is in its
 * diagnostics. */
FW_API struct fw_session *fw_session_create(const struct fw_session_options *options);

/** All documents of the session must be destroyed before. NULL is fine. */
FW_API void fw_session_destroy(struct fw_session *session);

/** What was wrong with the options: an unreadable font folder and the like. */
FW_API const struct fw_diag *fw_session_diag(const struct fw_session *session);

/** One font that texts may be drawn with. */
struct fw_font_file {
    const char *family, *file;
    int weight; /* 100 to 900 */
    bool italic;
};

/** The fonts in the order in which they are tried; the first one's family is the default. */
FW_API size_t fw_session_font_count(const struct fw_session *session);
FW_API struct fw_font_file fw_session_font(const struct fw_session *session, size_t index);

#endif
