/* A scene to the bytes of a file. */
#ifndef FW_RENDER_RENDER_H
#define FW_RENDER_RENDER_H

#include "base/bytes.h"
#include "base/diag.h"
#include "scene/scene.h"
#include "text/fonts.h"

/** A named text that an output carries: PNG iTXt, SVG <metadata>, PDF info. */
struct fw_render_note {
    const char *key; /* 1 to 79 Latin letters, as PNG's keywords: "figwright:spec" */
    const char *text;
};

/** Zeroed memory is what is usual. */
struct fw_render_options {
    double scale; /* device pixels per px of a PNG; 0: 1 */
    const char
        *svg_text; /* "text" or NULL: text with an embedded font; "outlines": Cairo's SVG surface */
    const char *
        date; /* ISO 8601, "2026-11-23T00:00:00Z", for a PDF; NULL: no file has a date of its own */
    const struct fw_render_note *notes; /* [note_count] */
    size_t note_count;
    bool bare; /* neither title, description, program's name nor notes */
};

/** One output format. */
struct fw_render_type {
    const char *name; /* "png": also the file's suffix */
    bool tells;       /* whether its files carry title, description and notes */
    bool (*render)(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out);
};

/** The format of that name; NULL when there is none. */
const struct fw_render_type *fw_render_find(const char *name);

/** The names of all formats. */
const char *const *fw_render_names(size_t *count);

/**
 * Appends the scene in `format`, one of fw_render_names. The same scene, fonts and options give the
 * same bytes. Characters without a glyph are reported once each as warnings, a picture too large as
 * an error. False after an error; `out` is then not to be used.
 */
bool fw_render(const char *format, const struct fw_scene *scene, struct fw_fonts *fonts,
               const struct fw_render_options *options, struct fw_diag *diag, struct fw_bytes *out);

#endif
