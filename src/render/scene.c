/* The scene itself, as JSON. */
#include "render/list.h"
#include "scene/dump.h"

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    (void)options;
    (void)diag;
    fw_scene_dump(scene, fonts, out);
    return true;
}

const struct fw_render_type fw_render_scene = { "scene", false, render };
