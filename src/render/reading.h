/* The order in which a picture is read: title, figure, notes; PDF is painted and tagged by it. */
#ifndef FW_RENDER_READING_H
#define FW_RENDER_READING_H

#include "scene/scene.h"
#include "shape/box.h"
#include "text/fonts.h"

enum fw_part {
    FW_PART_ALL,        /* no parts are told apart */
    FW_PART_BACKGROUND, /* of the picture, and frames that hold all of it */
    FW_PART_TITLE,      /* titles and subtitles of the whole picture, and notes above it */
    FW_PART_FIGURE,
    FW_PART_NOTES, /* the rest of the furniture: source, base, caveats, logo */
};

/** What of a scene belongs to the whole picture. */
struct fw_reading {
    const struct fw_scene_node *view; /* the innermost group that holds all of the figure */
    double x, y;                      /* of its origin, px of the scene */
    struct fw_fonts *fonts;
};

/**
 * Finds the innermost group that holds all of the figure: from the root on, as long as there is but
 * one frame in another. A chart has one to its data rectangle, a concatenation to the group of its
 * parts.
 */
struct fw_reading fw_reading_of(const struct fw_scene *scene, struct fw_fonts *fonts);

/** Whether a node is that group or one around it: what it holds is read part by part. */
bool fw_reading_holds_parts(const struct fw_reading *reading, const struct fw_scene_node *node);

/**
 * The part that a node (of a group that holds parts: its frame) belongs to; its parent holds parts.
 * A title that lies on the data rectangle is the figure's: it could not be painted before it.
 */
enum fw_part fw_reading_part(const struct fw_reading *reading, const struct fw_scene_node *node);

#endif
