/* Reads a scene file, as `figwright scene` writes it, back into a scene. */
#ifndef FW_TESTS_SCENE_FILE_H
#define FW_TESTS_SCENE_FILE_H

#include "scene/scene.h"

/**
 * The scene in the file: flat, one node for each item under one group. NULL when it cannot be read.
 * `images` is the folder that urls of images are in; NULL: images are not drawn.
 */
struct fw_scene *scene_file_read(struct fw_arena *arena, const char *file, const char *images);

/** The whole text of a file; NULL when it cannot be read. */
char *text_file_read(struct fw_arena *arena, const char *file);

#endif
