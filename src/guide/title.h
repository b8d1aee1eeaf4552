/* Titles and subtitles of views; facet headers are titles too. */
#ifndef FW_GUIDE_TITLE_H
#define FW_GUIDE_TITLE_H

#include "guide/guide.h"

/** A title with every property resolved. Start from fw_title_spec_default. */
struct fw_title_spec {
    const char
        *text; /* lines separated by '\n'; NULL or "": no title, which still takes its room */
    const char *subtitle;  /* likewise; NULL or "": none */
    enum fw_orient orient; /* one of the four sides */
    enum fw_anchor anchor;
    bool frame_group; /* anchored to the data rectangle ("group"), or to all around it ("bounds") */
    double offset;    /* between the title and what it stands beside */
    double subtitle_padding;
    double dx, dy;
    struct fw_guide_text title_text, subtitle_text; /* their limits: Vega's one `limit` */
    struct fw_opt_align align;                      /* of both; left to the anchor */
    struct fw_opt_baseline baseline;                /* of both; top */
    double angle;                                   /* degrees; NaN: by the side */
    enum fw_role title_role, subtitle_role; /* FW_ROLE_TITLE_TEXT ..., or those of a header */
};

/** Vega's own defaults: at the top, in the middle, offset 4, 13 px bold and 12 px. */
struct fw_title_spec fw_title_spec_default(void);

/**
 * Appends the title to `parent` and places it beside `bounds`: the box of all that the view holds,
 * axes and legends included. Returns the title's box in the same coordinates.
 */
struct fw_box fw_title_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                             const struct fw_title_spec *spec, double width, double height,
                             struct fw_box bounds);

#endif
