/* What a picture says about itself, into its file and out of it again. */
#ifndef FW_RENDER_METADATA_H
#define FW_RENDER_METADATA_H

#include "base/arena.h"
#include "base/bytes.h"
#include "render/render.h"

/** Every text may be NULL: not said. */
struct fw_metadata {
    const char *format; /* "png", "svg", "pdf" */
    const char *title, *description;
    const char *source;                 /* where the data come from */
    const char *lang;                   /* BCP 47 */
    const char *program;                /* "figwright" */
    const struct fw_render_note *notes; /* [note_count], in the order they were written */
    size_t note_count;
};

/** What a file of `format` is to say of `scene`; with options->bare the language alone. Points into
 * scene and options. */
struct fw_metadata fw_metadata_of(const char *format, const struct fw_scene *scene,
                                  const struct fw_render_options *options);

/**
 * Reads it back from the bytes of a PNG, SVG or PDF of ours, which may be any bytes; what is
 * damaged is passed over. All texts are valid UTF-8 and live in `arena`. False, and nothing in
 * `out`, when the bytes are none of these formats. A PNG without title and description has no
 * language.
 */
bool fw_metadata_read(struct fw_arena *arena, const void *bytes, size_t length,
                      struct fw_metadata *out);

/** The text of the first note with that key; NULL when there is none. */
const char *fw_metadata_note(const struct fw_metadata *metadata, const char *key);

/**
 * Appends it as RDF with Dublin Core and XMP names, without format, for a PDF or an SVG's
 * <metadata>. Our own names are in the namespace urn:figwright: - `notes`, a list of `key` and
 * `text`.
 */
void fw_metadata_put_rdf(struct fw_bytes *out, const struct fw_metadata *metadata);

#endif
