/* Images: picture files, one a row. Source: Vega, vega-scenegraph/src/marks/image.js. */
#include <math.h>
#include <string.h>

#include "mark/items.h"
#include "mark/position.h"
#include "mark/style.h"

/* A picture looked for before. */
struct known_picture {
    fw_str url;
    bool found;
    struct fw_picture picture;
};

struct image_maker {
    const struct fw_unit *unit;
    struct fw_span_refs x, y;
    struct fw_ref url;
    bool keep_aspect;
    struct known_picture *known;
    size_t known_count, known_capacity;
};

static void init_maker(struct image_maker *maker, const struct fw_unit *unit)
{
    memset(maker, 0, sizeof *maker);
    maker->unit = unit;
    maker->x = fw_rect_position(unit, FW_CHANNEL_X);
    maker->y = fw_rect_position(unit, FW_CHANNEL_Y);
    maker->url = fw_non_position(unit, FW_CHANNEL_URL, "url", NULL);
    struct fw_value aspect = fw_unit_eval(unit, fw_unit_prop(unit, "aspect", NULL), SIZE_MAX);
    maker->keep_aspect = !(aspect.kind == FW_BOOLEAN && !aspect.boolean);
}

/* The picture behind a url; each is looked for once. */
static const struct fw_picture *find_picture(struct image_maker *maker, fw_str url)
{
    const struct fw_unit *unit = maker->unit;
    for (size_t i = 0; i < maker->known_count; i++) {
        if (maker->known[i].url == url) {
            return maker->known[i].found ? &maker->known[i].picture : NULL;
        }
    }
    FW_RESERVE(unit->make.arena, maker->known, maker->known_count, maker->known_capacity);
    struct known_picture *made = &maker->known[maker->known_count++];
    *made = (struct known_picture){ .url = url };
    made->found =
        url->length > 0 && unit->picture != NULL && unit->picture(unit, url->text, &made->picture);
    return made->found ? &made->picture : NULL;
}

/* Fits the picture into the box by its proportions, in the middle. */
static void fit_into(struct fw_image *image, const struct fw_picture *picture)
{
    double shape = picture->width / picture->height;
    double width = fmin(image->width, image->height * shape);
    double height = fmin(image->height, image->width / shape);
    image->x += (image->width - width) / 2;
    image->y += (image->height - height) / 2;
    image->width = width;
    image->height = height;
}

/* The image of one row; false where there is nothing to show. */
static bool set_image(const struct fw_unit *unit, void *data, size_t row,
                      struct fw_scene_node *node, size_t at)
{
    struct image_maker *maker = data;
    struct fw_image *image = &node->images[at];
    struct fw_value value = fw_ref_get(unit, &maker->url, row);
    fw_str url = fw_is_nil(value) ? fw_intern_text(unit->make.strings, "")
                                  : fw_to_string(unit->make.strings, value);
    const struct fw_picture *picture = find_picture(maker, url);
    struct fw_extent h = fw_span_extent(unit, &maker->x, row);
    struct fw_extent v = fw_span_extent(unit, &maker->y, row);
    /* As Vega draws what has no place. */
    h.lo = isnan(h.lo) ? 0 : h.lo;
    v.lo = isnan(v.lo) ? 0 : v.lo;
    *image = (struct fw_image){ .x = h.lo,
                                .y = v.lo,
                                .width = h.size,
                                .height = v.size,
                                .url = url->text,
                                .room = { h.lo, v.lo, h.size, v.size } };
    if (picture != NULL) {
        image->file = picture->file;
    }
    if (picture != NULL && maker->keep_aspect) {
        fit_into(image, picture);
    }
    return isfinite(image->x) && isfinite(image->y) && image->width > 0 && image->height > 0;
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct image_maker maker;
    init_maker(&maker, unit);
    fw_mark_items(unit, parent, FW_NODE_IMAGE, set_image, &maker);
}

const struct fw_mark_type fw_mark_image = {
    .name = "image",
    .doc = "A picture file for each row, fitted into its box.",
    .build = build,
};
