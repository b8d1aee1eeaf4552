/* Sidecars: what a figure says, as texts for the document that it goes into. */
#ifndef FW_FIGURE_SIDECAR_H
#define FW_FIGURE_SIDECAR_H

#include "base/bytes.h"
#include "figure/figure.h"

struct fw_sidecar_type {
    const char *name;   /* "caption" */
    const char *suffix; /* ".caption.txt": behind the name of the figure */
    void (*write)(const struct fw_figure *figure, struct fw_bytes *out);
};

/** The sidecar of that name, or NULL; all names. */
const struct fw_sidecar_type *fw_sidecar_find(const char *name);
const char *const *fw_sidecar_names(size_t *count);

#endif
