/* The orient of marks, by rules from the most to the least telling. */
#include "encoding/orient.h"

#include <string.h>

/* What the rules look at. */
struct look {
    const struct fw_encoding *encoding;
    const struct fw_channel_def *x, *y;
    bool has_x, has_y, has_x2, has_y2;
    enum fw_mark_orient written; /* by the mark or the configuration */
};

bool fw_unit_is_any(const struct fw_unit *unit, const char *const *marks)
{
    for (; *marks != NULL; marks++) {
        if (strcmp(unit->mark, *marks) == 0) {
            return true;
        }
    }
    return false;
}

static enum fw_mark_orient written_orient(const struct fw_unit *unit)
{
    struct fw_value orient = fw_unit_prop(unit, "orient", NULL);
    return fw_is_text(orient, "vertical")     ? FW_VERTICAL
           : fw_is_text(orient, "horizontal") ? FW_HORIZONTAL
                                              : FW_NO_ORIENT;
}

static bool binned(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD && def->binned;
}

static bool aggregated(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD && def->aggregate != NULL;
}

/* A number along an axis, counted in where its bins were made before. */
static bool across(const struct fw_channel_def *def)
{
    return fw_def_measure(def) || (binned(def) && def->type == FW_QUANTITATIVE);
}

/* Bars and texts: across bins and groups, and as written where they are ranges. */
static bool bar_orient(const struct look *look, enum fw_mark_orient *orient)
{
    const struct fw_channel_def *x = look->x, *y = look->y;
    bool along_x = x->kind == FW_DEF_FIELD, along_y = y->kind == FW_DEF_FIELD;
    if (along_x && (x->binned || (aggregated(y) && !aggregated(x)))) {
        *orient = FW_VERTICAL;
    } else if (along_y && (y->binned || (aggregated(x) && !aggregated(y)))) {
        *orient = FW_HORIZONTAL;
    } else if (!look->has_x2 && !look->has_y2) {
        return false;
    } else if (look->written != FW_NO_ORIENT) {
        *orient = look->written;
    } else if (!look->has_x2) {
        *orient = across(x) && binned(y) ? FW_HORIZONTAL : FW_VERTICAL;
    } else if (!look->has_y2) {
        *orient = across(y) && binned(x) ? FW_VERTICAL : FW_HORIZONTAL;
    } else {
        return false;
    }
    return true;
}

/* Bars, texts and rules with both ends of both positions stand no way; ends of bins do not count.
 */
static bool is_segment(const struct look *look)
{
    return look->has_x2 && !binned(look->x) && look->has_y2 && !binned(look->y);
}

/* All of these and areas: along the range. */
static bool ranged_orient(const struct look *look, enum fw_mark_orient *orient)
{
    if (look->has_y2) {
        *orient = binned(look->y) ? FW_HORIZONTAL : FW_VERTICAL;
    } else if (look->has_x2) {
        *orient = binned(look->x) ? FW_VERTICAL : FW_HORIZONTAL;
    }
    return look->has_y2 || look->has_x2;
}

/* What the rules before left open: by the numbers, then by time. A tick stands across its number.
 */
static enum fw_mark_orient orient_by_measure(const struct look *look, bool tick)
{
    bool x = fw_def_measure(look->x), y = fw_def_measure(look->y);
    if (look->written != FW_NO_ORIENT) {
        return look->written;
    }
    if (x != y) {
        return x != tick ? FW_HORIZONTAL : FW_VERTICAL;
    }
    if (x) {
        return FW_VERTICAL;
    }
    bool x_time = look->x->kind == FW_DEF_FIELD && look->x->type == FW_TEMPORAL;
    bool y_time = look->y->kind == FW_DEF_FIELD && look->y->type == FW_TEMPORAL;
    return x_time == y_time ? FW_NO_ORIENT : x_time ? FW_VERTICAL : FW_HORIZONTAL;
}

enum fw_mark_orient fw_unit_orient(const struct fw_unit *unit)
{
    static const char *const pointed[] = { "point", "circle", "square", "rect", "image", NULL };
    static const char *const open[] = { "text", "bar", "rule", "area", "line", "tick", NULL };
    static const char *const bars[] = { "text", "bar", NULL };
    static const char *const segments[] = { "text", "bar", "rule", NULL };
    static const char *const ranged[] = { "text", "bar", "rule", "area", NULL };
    static const char *const rule[] = { "rule", NULL }, *const tick[] = { "tick", NULL };
    const struct fw_encoding *encoding = unit->encoding;
    struct look look = {
        .encoding = encoding,
        .x = &encoding->defs[FW_CHANNEL_X],
        .y = &encoding->defs[FW_CHANNEL_Y],
        .has_x = fw_encoding_has(encoding, FW_CHANNEL_X),
        .has_y = fw_encoding_has(encoding, FW_CHANNEL_Y),
        .has_x2 = fw_encoding_has(encoding, FW_CHANNEL_X2),
        .has_y2 = fw_encoding_has(encoding, FW_CHANNEL_Y2),
        .written = written_orient(unit),
    };
    enum fw_mark_orient orient = FW_NO_ORIENT;
    if (fw_unit_is_any(unit, pointed)) {
        return FW_NO_ORIENT;
    }
    if (!fw_unit_is_any(unit, open)) {
        return FW_VERTICAL;
    }
    if (fw_unit_is_any(unit, bars) && bar_orient(&look, &orient)) {
        return orient;
    }
    if (fw_unit_is_any(unit, segments) && is_segment(&look)) {
        return FW_NO_ORIENT;
    }
    if (fw_unit_is_any(unit, ranged) && ranged_orient(&look, &orient)) {
        return orient;
    }
    if (fw_unit_is_any(unit, rule) && look.has_x != look.has_y) {
        return look.has_x ? FW_VERTICAL : FW_HORIZONTAL;
    }
    return orient_by_measure(&look, fw_unit_is_any(unit, tick));
}
