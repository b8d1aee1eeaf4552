/* Marks that have one item a row: the loop that they share. */
#ifndef FW_MARK_ITEMS_H
#define FW_MARK_ITEMS_H

#include "mark/mark.h"

/**
 * Fills item `at` of `node` from a row of the unit's table; false where the row has nothing to
 * draw. `data` is the mark's own.
 */
typedef bool fw_item_maker(const struct fw_unit *unit, void *data, size_t row,
                           struct fw_scene_node *node, size_t at);

/**
 * Appends a node with an item for each row, in drawing order, with the unit's styles, links and
 * descriptions. Owned by the unit's arena.
 */
struct fw_scene_node *fw_mark_items(const struct fw_unit *unit, struct fw_scene_node *parent,
                                    enum fw_node_kind kind, fw_item_maker *make, void *data);

#endif
