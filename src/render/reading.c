/* Tells by role and place which part of the picture a node is. */
#include "render/reading.h"

#include "scene/bounds.h"

/* The one frame in `group`; NULL when there is none, or more. */
static const struct fw_scene_node *only_frame(const struct fw_scene_node *group)
{
    const struct fw_scene_node *found = NULL;
    for (const struct fw_scene_node *child = group->first; child != NULL; child = child->next) {
        if (child->kind == FW_NODE_GROUP && child->role == FW_ROLE_FRAME) {
            if (found != NULL) {
                return NULL;
            }
            found = child;
        }
    }
    return found;
}

struct fw_reading fw_reading_of(const struct fw_scene *scene, struct fw_fonts *fonts)
{
    struct fw_reading reading = { .fonts = fonts };
    for (const struct fw_scene_node *node = scene->root; node != NULL; node = only_frame(node)) {
        reading.view = node;
        reading.x += node->group->x;
        reading.y += node->group->y;
    }
    return reading;
}

bool fw_reading_holds_parts(const struct fw_reading *reading, const struct fw_scene_node *node)
{
    const struct fw_scene_node *holder = reading->view;
    while (holder != NULL && holder != node) {
        holder = holder->parent;
    }
    return holder != NULL;
}

/* The box of a node in px of the scene. */
static struct fw_box scene_box(const struct fw_reading *reading, const struct fw_scene_node *node)
{
    struct fw_box box = fw_node_bounds(reading->fonts, node);
    for (const struct fw_scene_node *at = node->parent; at != NULL; at = at->parent) {
        box = fw_box_translate(box, at->group->x, at->group->y);
    }
    return box;
}

/* Whether a node lies beside the view's own rectangle, where the data are. */
static bool is_apart(const struct fw_reading *reading, const struct fw_scene_node *node)
{
    struct fw_box box = scene_box(reading, node);
    const struct fw_group *view = reading->view->group;
    return box.x2 <= reading->x || box.y2 <= reading->y || box.x1 >= reading->x + view->width ||
           box.y1 >= reading->y + view->height;
}

enum fw_part fw_reading_part(const struct fw_reading *reading, const struct fw_scene_node *node)
{
    bool titles = node->role == FW_ROLE_TITLE_TEXT || node->role == FW_ROLE_TITLE_SUBTITLE;
    if (fw_reading_holds_parts(reading, node)) {
        return FW_PART_BACKGROUND;
    }
    if (node->role == FW_ROLE_NOTE) {
        return scene_box(reading, node).y2 <= reading->y ? FW_PART_TITLE : FW_PART_NOTES;
    }
    return titles && node->kind == FW_NODE_TEXT && is_apart(reading, node) ? FW_PART_TITLE
                                                                           : FW_PART_FIGURE;
}
