/* How the marks of a unit are stacked: along which position, in which groups, and by which fields.
 */
#include <string.h>

#include "encoding/orient.h"

static bool stackable(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD && fw_def_measure(def);
}

/* Both positions could be stacked: the one that says so, else the only aggregate, else along the
 * mark. */
static enum fw_channel choose_channel(const struct fw_unit *unit, enum fw_channel x,
                                      enum fw_channel y, bool bar)
{
    const struct fw_channel_def *xd = &unit->encoding->defs[x], *yd = &unit->encoding->defs[y];
    if (fw_to_boolean(xd->stack)) {
        return x;
    }
    if (fw_to_boolean(yd->stack)) {
        return y;
    }
    if ((xd->aggregate != NULL) != (yd->aggregate != NULL)) {
        return xd->aggregate != NULL ? x : y;
    }
    if (!bar || unit->orient == FW_NO_ORIENT) {
        return FW_CHANNEL_NONE;
    }
    return unit->orient == FW_VERTICAL ? y : x;
}

/* The channel that may be stacked, by x and y or by theta and radius. Source:
 * potentialStackedChannel. */
static enum fw_channel stacked_channel(const struct fw_unit *unit, enum fw_channel x)
{
    static const char *const bars[] = { "bar", "area", NULL };
    enum fw_channel y = x == FW_CHANNEL_X ? FW_CHANNEL_Y : FW_CHANNEL_RADIUS;
    const struct fw_channel_def *xd = &unit->encoding->defs[x], *yd = &unit->encoding->defs[y];
    bool bar = x == FW_CHANNEL_X && fw_unit_is_any(unit, bars);
    bool both_fields = xd->kind == FW_DEF_FIELD && yd->kind == FW_DEF_FIELD;
    if (stackable(xd) && stackable(yd)) {
        return choose_channel(unit, x, y, bar);
    }
    if (!stackable(xd) && !stackable(yd)) {
        return FW_CHANNEL_NONE;
    }
    enum fw_channel channel = stackable(xd) ? x : y;
    enum fw_mark_orient other = stackable(xd) ? FW_VERTICAL : FW_HORIZONTAL;
    return bar && !both_fields && unit->orient == other ? FW_CHANNEL_NONE : channel;
}

static void add_groupby(const struct fw_unit *unit, struct fw_stacking *stacking,
                        enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
    const struct fw_channel_def *stacked = &unit->encoding->defs[stacking->field_channel];
    if (def != NULL && strcmp(fw_def_column(unit->make, def, NULL),
                              fw_def_column(unit->make, stacked, NULL)) != 0) {
        stacking->groupby[stacking->groupby_count++] = channel;
    }
}

static bool in_groupby(const struct fw_unit *unit, const struct fw_stacking *stacking,
                       const char *column)
{
    for (size_t i = 0; i < stacking->groupby_count; i++) {
        const struct fw_channel_def *def = &unit->encoding->defs[stacking->groupby[i]];
        if (strcmp(fw_def_column(unit->make, def, NULL), column) == 0) {
            return true;
        }
    }
    return false;
}

static void add_by(const struct fw_unit *unit, struct fw_stacking *stacking,
                   const struct fw_channel_def *def)
{
    if (def == NULL || def->kind != FW_DEF_FIELD || def->aggregate != NULL ||
        stacking->by_count >= FW_COUNT(stacking->by)) {
        return;
    }
    if (!in_groupby(unit, stacking, fw_def_column(unit->make, def, NULL))) {
        stacking->by[stacking->by_count++] = def;
    }
}

/* All that is not a position tells the pieces of a stack apart. */
static void find_by(const struct fw_unit *unit, struct fw_stacking *stacking)
{
    static const enum fw_channel channels[] = {
        FW_CHANNEL_COLOR,       FW_CHANNEL_FILL,        FW_CHANNEL_STROKE,
        FW_CHANNEL_OPACITY,     FW_CHANNEL_FILLOPACITY, FW_CHANNEL_STROKEOPACITY,
        FW_CHANNEL_STROKEWIDTH, FW_CHANNEL_STROKEDASH,  FW_CHANNEL_SIZE,
        FW_CHANNEL_ANGLE,       FW_CHANNEL_SHAPE,       FW_CHANNEL_KEY,
        FW_CHANNEL_TEXT,        FW_CHANNEL_HREF,        FW_CHANNEL_URL,
        FW_CHANNEL_DESCRIPTION,
    };
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        add_by(unit, stacking, fw_encoding_scaled(unit->encoding, channels[i]));
    }
    for (size_t i = 0; i < unit->encoding->detail_count; i++) {
        add_by(unit, stacking, &unit->encoding->detail[i]);
    }
    for (size_t i = 0; i < unit->encoding->order_count; i++) {
        add_by(unit, stacking, &unit->encoding->order[i]);
    }
}

/* "zero", "normalize" or "center" as written; bars, areas and arcs are stacked without being told.
 */
static const char *find_offset(const struct fw_unit *unit, const struct fw_channel_def *def)
{
    static const char *const offsets[] = { "zero", "center", "normalize" };
    static const char *const by_default[] = { "bar", "area", "arc", NULL };
    if (def->stack.kind == FW_UNDEFINED) {
        return fw_unit_is_any(unit, by_default) ? "zero" : NULL;
    }
    for (size_t i = 0; i < FW_COUNT(offsets); i++) {
        if (fw_is_text(def->stack, offsets[i])) {
            return offsets[i];
        }
    }
    return def->stack.kind == FW_BOOLEAN && def->stack.boolean ? "zero" : NULL;
}

/* The position that the stacks stand along. */
static enum fw_channel dimension(enum fw_channel channel)
{
    return channel == FW_CHANNEL_X       ? FW_CHANNEL_Y
           : channel == FW_CHANNEL_Y     ? FW_CHANNEL_X
           : channel == FW_CHANNEL_THETA ? FW_CHANNEL_RADIUS
                                         : FW_CHANNEL_THETA;
}

struct fw_stacking *fw_unit_stacking(const struct fw_unit *unit)
{
    static const char *const stacked[] = { "arc",    "bar",  "area", "rule", "point", "circle",
                                           "square", "line", "text", "tick", NULL };
    static const char *const paths[] = { "line", "area", "trail", NULL };
    const struct fw_encoding *encoding = unit->encoding;
    enum fw_channel channel = stacked_channel(unit, FW_CHANNEL_X);
    channel = channel != FW_CHANNEL_NONE ? channel : stacked_channel(unit, FW_CHANNEL_THETA);
    if (!fw_unit_is_any(unit, stacked) || channel == FW_CHANNEL_NONE) {
        return NULL;
    }
    const struct fw_channel_def *def = &encoding->defs[channel];
    enum fw_channel across = dimension(channel);
    const char *offset = find_offset(unit, def);
    bool ranged = fw_encoding_field_or_datum(encoding, fw_channel_secondary(channel)) != NULL;
    if (offset == NULL || ranged) {
        return NULL;
    }
    struct fw_stacking *stacking = FW_NEW(unit->make.arena, struct fw_stacking);
    stacking->field_channel = channel;
    stacking->offset = offset;
    stacking->impute = fw_unit_is_any(unit, paths) && fw_get(def->spec, "impute").kind != FW_NULL;
    add_groupby(unit, stacking, across);
    if (fw_channel_offset(across) != FW_CHANNEL_NONE) {
        add_groupby(unit, stacking, fw_channel_offset(across));
    }
    find_by(unit, stacking);
    bool alone = fw_encoding_aggregates(encoding) && stacking->by_count == 0;
    return alone ? NULL : stacking;
}
