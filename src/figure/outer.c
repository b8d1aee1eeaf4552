/* The size of the whole picture, furniture included. */
#include "figure/outer.h"

#include "base/limits.h"

static struct fw_usermeta_length length_of(struct fw_value value)
{
    struct fw_usermeta_length length = { 0 };
    if (value.kind == FW_NUMBER) {
        length.px = value.number;
    } else if (value.kind == FW_STRING) {
        fw_length_parse(value.string->text, &length.px, &length.unit);
    }
    return length;
}

struct fw_outer fw_outer_read(const struct fw_usermeta *meta, const struct fw_tokens *tokens)
{
    struct fw_outer outer = { { length_of(tokens->outer_width), length_of(tokens->outer_height) } };
    if (meta != NULL && meta->width.px > 0) {
        outer.sides[0] = meta->width;
    }
    if (meta != NULL && meta->height.px > 0) {
        outer.sides[1] = meta->height;
    }
    return outer;
}

void fw_outer_report(struct fw_arena *arena, struct fw_diag *diag, const struct fw_outer *outer,
                     int side, double needs)
{
    const struct fw_usermeta_length *length = &outer->sides[side];
    struct fw_place place =
        fw_node_there(length->at) ? fw_node_place(arena, length->at) : fw_nowhere();
    struct fw_diagnostic *d =
        fw_report(diag, place, FW_LAYOUT_OVERFLOW, "the figure needs %s of %s, has %s",
                  fw_length_text(arena, needs, length->unit), side == 0 ? "width" : "height",
                  fw_length_text(arena, length->px, length->unit));
    fw_hint(diag, d, "give it that much, or leave out furniture, labels or categories");
}
