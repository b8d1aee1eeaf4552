/* Headers of facets: labels of rows and columns, the axes that cells share, and titles. */
#ifndef FW_COMPOSE_HEADERS_H
#define FW_COMPOSE_HEADERS_H

#include "layout/trellis.h"
#include "view/view.h"

/** The strips of a facet, drawn, before they are placed. */
struct fw_headers {
    struct fw_scene_node **groups[FW_STRIP_COUNT];
    struct fw_placed *strips[FW_STRIP_COUNT];
    size_t count[FW_STRIP_COUNT];
    struct fw_scene_node *titles[2]; /* of rows, of columns; NULL: none */
    struct fw_placed title_boxes[2];
};

/** Draws titles, labels and shared axes of a facet into `view->group`, and hangs them into
 * `trellis`. */
void fw_headers_draw(struct fw_view *view, struct fw_headers *headers, struct fw_trellis *trellis);

/** Moves what was drawn to where `trellis` placed it. */
void fw_headers_move(struct fw_headers *headers);

/** The label inside a cell of a wrapped facet (or one whose labels stand across). False: there is
 * none. */
bool fw_header_cell_title(const struct fw_view *view, const struct fw_facet_cell *cell,
                          struct fw_title_spec *spec);

#endif
