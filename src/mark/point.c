/* Points, circles and squares: one symbol a row. */
#include <math.h>
#include <string.h>

#include "mark/items.h"
#include "mark/position.h"
#include "mark/style.h"

/* Vega's default symbol size, where nothing else says. */
static const double default_size = 64;

struct symbol_refs {
    struct fw_ref x, y, size, angle, shape;
};

static const char *shape_text(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    struct fw_value value = fw_ref_get(unit, ref, row);
    return value.kind == FW_STRING ? value.string->text : "circle";
}

static bool set_symbol(const struct fw_unit *unit, void *data, size_t row,
                       struct fw_scene_node *node, size_t at)
{
    const struct symbol_refs *refs = data;
    struct fw_symbol *symbol = &node->symbols[at];
    symbol->x = fw_ref_get_place(unit, &refs->x, row);
    symbol->y = fw_ref_get_place(unit, &refs->y, row);
    double size = fw_ref_there(&refs->size) ? fw_ref_get_number(unit, &refs->size, row) : NAN;
    symbol->size = isnan(size) ? default_size : size;
    double angle = fw_ref_there(&refs->angle) ? fw_ref_get_number(unit, &refs->angle, row) : 0;
    symbol->angle = isnan(angle) ? 0 : angle;
    symbol->shape = shape_text(unit, &refs->shape, row);
    return isfinite(symbol->x) && isfinite(symbol->y);
}

static void build_symbols(const struct fw_unit *unit, struct fw_scene_node *parent,
                          const char *fixed)
{
    struct symbol_refs refs = {
        .x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID),
        .y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID),
        .size = fw_non_position(unit, FW_CHANNEL_SIZE, "size", NULL),
        .angle = fw_non_position(unit, FW_CHANNEL_ANGLE, "angle", NULL),
        .shape = fixed != NULL ? fw_ref_value(fw_text_value(unit->make, fixed))
                               : fw_non_position(unit, FW_CHANNEL_SHAPE, "shape", NULL),
    };
    fw_mark_items(unit, parent, FW_NODE_SYMBOL, set_symbol, &refs);
}

static void build_point(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    build_symbols(unit, parent, NULL);
}

static void build_circle(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    build_symbols(unit, parent, "circle");
}

static void build_square(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    build_symbols(unit, parent, "square");
}

const struct fw_mark_type fw_mark_point = {
    .name = "point",
    .doc = "A symbol for each row, hollow unless filled.",
    .build = build_point,
};

const struct fw_mark_type fw_mark_circle = {
    .name = "circle",
    .doc = "A filled circle for each row.",
    .build = build_circle,
};

const struct fw_mark_type fw_mark_square = {
    .name = "square",
    .doc = "A filled square for each row.",
    .build = build_square,
};
