/* The scene as a flat display list in JSON: what `figwright scene` prints and golden files hold. */
#ifndef FW_SCENE_DUMP_H
#define FW_SCENE_DUMP_H

#include "base/bytes.h"
#include "scene/scene.h"

struct fw_fonts;

/**
 * Appends one JSON object: width, height, background and `items`, every visible leaf in paint
 * order, in absolute coordinates, one a line. The format is that of the conformance corpus
 * (docs/scene.md); what paints nothing is left out, and so is a property that has its default.
 */
void fw_scene_dump(const struct fw_scene *scene, struct fw_fonts *fonts, struct fw_bytes *out);

#endif
