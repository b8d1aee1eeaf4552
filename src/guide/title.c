/* Titles and subtitles. Method: vega-parser, title; vega-view-transforms, titleLayout. */
#include "guide/title.h"

#include <math.h>

struct fw_title_spec fw_title_spec_default(void)
{
    struct fw_title_spec spec = {
        .orient = FW_ORIENT_TOP,
        .anchor = FW_ANCHOR_MIDDLE,
        .offset = 4,
        .subtitle_padding = 3,
        .title_text = fw_guide_text_default(13),
        .subtitle_text = fw_guide_text_default(12),
        .angle = NAN,
        .title_role = FW_ROLE_TITLE_TEXT,
        .subtitle_role = FW_ROLE_TITLE_SUBTITLE,
    };
    spec.title_text.weight = 700;
    return spec;
}

static bool has_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/** A text at the origin of the title's group. */
static struct fw_text place(const struct fw_guide_env *env, const struct fw_title_spec *spec,
                            const struct fw_guide_text *look, const char *text)
{
    double angle = spec->orient == FW_ORIENT_LEFT ? -90 : spec->orient == FW_ORIENT_RIGHT ? 90 : 0;
    if (!isnan(spec->angle)) {
        angle = spec->angle;
    }
    struct fw_text placed = fw_guide_text_place(env, look, text, 0, 0, angle);
    placed.align = spec->align.given ? spec->align.align : fw_anchor_align(spec->anchor);
    placed.baseline = spec->baseline.given ? spec->baseline.baseline : FW_BASELINE_TOP;
    if (placed.baseline == FW_BASELINE_MIDDLE && text != NULL) {
        fw_guide_text_balance(look, text, &placed);
    }
    return placed;
}

/** How far the subtitle is moved to stand beyond the title. */
static struct fw_point subtitle_shift(const struct fw_title_spec *spec, struct fw_box title)
{
    double width = title.x2 - title.x1 + spec->subtitle_padding;
    double height = title.y2 - title.y1 + spec->subtitle_padding;
    if (spec->orient == FW_ORIENT_LEFT) {
        return (struct fw_point){ width, 0 };
    }
    if (spec->orient == FW_ORIENT_RIGHT) {
        return (struct fw_point){ -width, 0 };
    }
    return (struct fw_point){ 0, height };
}

/** Where along its side the title is anchored. */
static double anchor_position(const struct fw_title_spec *spec, double width, double height,
                              struct fw_box bounds)
{
    double start = 0;
    double end = 0;
    if (spec->orient == FW_ORIENT_LEFT) { /* reads upwards */
        start = spec->frame_group ? height : bounds.y2;
        end = spec->frame_group ? 0 : bounds.y1;
    } else if (spec->orient == FW_ORIENT_RIGHT) {
        start = spec->frame_group ? 0 : bounds.y1;
        end = spec->frame_group ? height : bounds.y2;
    } else {
        start = spec->frame_group ? 0 : bounds.x1;
        end = spec->frame_group ? width : bounds.x2;
    }
    switch (spec->anchor) {
    case FW_ANCHOR_START:
        return start;
    case FW_ANCHOR_END:
        return end;
    case FW_ANCHOR_MIDDLE:
        break;
    }
    return (start + end) / 2;
}

/** The origin of a title whose lines have the box `own`, beside `bounds`. */
static struct fw_point title_origin(const struct fw_title_spec *spec, double along,
                                    struct fw_box own, struct fw_box bounds)
{
    double width = own.x2 - own.x1;
    double height = own.y2 - own.y1;
    switch (spec->orient) {
    case FW_ORIENT_LEFT:
        return (struct fw_point){ bounds.x1 - width - spec->offset, along };
    case FW_ORIENT_RIGHT:
        return (struct fw_point){ bounds.x2 + width + spec->offset, along };
    case FW_ORIENT_BOTTOM:
        return (struct fw_point){ along, bounds.y2 + spec->offset };
    case FW_ORIENT_TOP:
    case FW_ORIENT_TOP_LEFT:
    case FW_ORIENT_TOP_RIGHT:
    case FW_ORIENT_BOTTOM_LEFT:
    case FW_ORIENT_BOTTOM_RIGHT:
    case FW_ORIENT_NONE:
        break;
    }
    return (struct fw_point){ along, bounds.y1 - height - spec->offset };
}

static void add_text(const struct fw_guide_env *env, struct fw_scene_node *parent,
                     const struct fw_guide_text *look, enum fw_role role, struct fw_text text,
                     struct fw_point origin)
{
    if (text.text[0] == '\0') {
        return;
    }
    text.x += origin.x;
    text.y += origin.y;
    struct fw_scene_node *node = fw_scene_add(env->arena, parent, FW_NODE_TEXT, role, 1);
    node->texts[0] = text;
    struct fw_style style = fw_guide_text_style(look);
    fw_scene_style(env->arena, node, &style);
}

struct fw_box fw_title_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                             const struct fw_title_spec *spec, double width, double height,
                             struct fw_box bounds)
{
    struct fw_text title = place(env, spec, &spec->title_text, spec->text);
    struct fw_text subtitle = place(env, spec, &spec->subtitle_text, spec->subtitle);
    struct fw_box own = fw_guide_text_offset(env->fonts, &title, spec->dx, spec->dy);
    if (has_text(spec->subtitle)) {
        /* Measured before it is moved, as Vega does: turned boxes then have the same last bits. */
        struct fw_box box = fw_guide_text_offset(env->fonts, &subtitle, spec->dx, spec->dy);
        struct fw_point shift = subtitle_shift(spec, own);
        subtitle.x += shift.x;
        subtitle.y += shift.y;
        fw_box_union(&own, fw_box_translate(box, shift.x, shift.y));
    }
    double along = anchor_position(spec, width, height, bounds);
    struct fw_point origin = title_origin(spec, along, own, bounds);
    add_text(env, parent, &spec->title_text, spec->title_role, title, origin);
    add_text(env, parent, &spec->subtitle_text, spec->subtitle_role, subtitle, origin);
    return fw_box_translate(own, origin.x, origin.y);
}
