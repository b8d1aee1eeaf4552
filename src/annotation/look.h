/* How annotations look: by the config's styles, else as the axes' labels do, and always readable.
 */
#ifndef FW_ANNOTATION_LOOK_H
#define FW_ANNOTATION_LOOK_H

#include "guide/guide.h"
#include "theme/config.h"

struct fw_annotation_look {
    struct fw_guide_text text;
    struct fw_guide_line line;
    struct fw_style shade;      /* of spans */
    struct fw_color background; /* what they stand on */
    double head;                /* px: length of an arrow head */
};

/**
 * The look by `config`: its styles "annotation-text", "annotation-line" and "annotation-span"; what
 * they leave out follows the labels of the axes. `background` is what is behind the view. Texts and
 * lines whose contrast with it is too low for WCAG AA (4.5 and 3) become black or white.
 */
struct fw_annotation_look fw_annotation_look_of(struct fw_arena *arena,
                                                const struct fw_config *config,
                                                struct fw_color background);

#endif
