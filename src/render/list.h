/* The output formats: X(NAME) stands for `const struct fw_render_type fw_render_NAME` in NAME.c. */
#ifndef FW_RENDER_LIST_H
#define FW_RENDER_LIST_H

#include "render/render.h"

#define FW_RENDER_LIST(X) X(png) X(svg) X(pdf) X(scene)

#define FW_RENDER_DECLARE(name) extern const struct fw_render_type fw_render_##name;
FW_RENDER_LIST(FW_RENDER_DECLARE)
#undef FW_RENDER_DECLARE

#endif
