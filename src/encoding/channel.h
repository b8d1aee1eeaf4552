/* The encoding channels: what each is called, what it scales to and which others belong to it. */
#ifndef FW_ENCODING_CHANNEL_H
#define FW_ENCODING_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>

/* ENTRY(NAME, "name", secondary of, has a scale, range: 'c'ontinuous 'd'iscrete 'f'lexible '-') */
/* clang-format off */
#define FW_CHANNEL_LIST(ENTRY)                                                                         \
    ENTRY(X, "x", NONE, true, 'c') ENTRY(Y, "y", NONE, true, 'c')                                          \
    ENTRY(X2, "x2", X, false, 'c') ENTRY(Y2, "y2", Y, false, 'c')                                          \
    ENTRY(XOFFSET, "xOffset", NONE, true, 'c') ENTRY(YOFFSET, "yOffset", NONE, true, 'c')                  \
    ENTRY(LONGITUDE, "longitude", NONE, false, '-') ENTRY(LATITUDE, "latitude", NONE, false, '-')          \
    ENTRY(LONGITUDE2, "longitude2", LONGITUDE, false, '-') ENTRY(LATITUDE2, "latitude2", LATITUDE, false, '-') \
    ENTRY(THETA, "theta", NONE, true, 'c') ENTRY(RADIUS, "radius", NONE, true, 'c')                        \
    ENTRY(THETA2, "theta2", THETA, false, 'c') ENTRY(RADIUS2, "radius2", RADIUS, false, 'c')               \
    ENTRY(COLOR, "color", NONE, true, 'f') ENTRY(FILL, "fill", NONE, true, 'f')                            \
    ENTRY(STROKE, "stroke", NONE, true, 'f') ENTRY(OPACITY, "opacity", NONE, true, 'c')                    \
    ENTRY(FILLOPACITY, "fillOpacity", NONE, true, 'c') ENTRY(STROKEOPACITY, "strokeOpacity", NONE, true, 'c') \
    ENTRY(STROKEWIDTH, "strokeWidth", NONE, true, 'c') ENTRY(STROKEDASH, "strokeDash", NONE, true, 'd')    \
    ENTRY(SIZE, "size", NONE, true, 'c') ENTRY(ANGLE, "angle", NONE, true, 'c')                            \
    ENTRY(SHAPE, "shape", NONE, true, 'd')                                                             \
    ENTRY(KEY, "key", NONE, false, '-') ENTRY(TEXT, "text", NONE, false, '-')                              \
    ENTRY(HREF, "href", NONE, false, '-') ENTRY(URL, "url", NONE, false, '-')                              \
    ENTRY(DESCRIPTION, "description", NONE, false, '-') ENTRY(DETAIL, "detail", NONE, false, '-')          \
    ENTRY(ORDER, "order", NONE, false, '-') ENTRY(TOOLTIP, "tooltip", NONE, false, '-')                    \
    ENTRY(TIME, "time", NONE, false, '-')                                                              \
    ENTRY(ROW, "row", NONE, false, '-') ENTRY(COLUMN, "column", NONE, false, '-')                          \
    ENTRY(FACET, "facet", NONE, false, '-')
/* clang-format on */

enum fw_channel {
    FW_CHANNEL_NONE = -1,
#define FW_CHANNEL_ENUM(NAME, name, main, scale, range) FW_CHANNEL_##NAME,
    FW_CHANNEL_LIST(FW_CHANNEL_ENUM)
#undef FW_CHANNEL_ENUM
        FW_CHANNEL_COUNT
};

/** "xOffset". */
const char *fw_channel_name(enum fw_channel channel);

/** The channel of a name, or FW_CHANNEL_NONE. */
enum fw_channel fw_channel_find(const char *name);

/** All names in order of the list, for suggestions. */
const char *const *fw_channel_names(size_t *count);

bool fw_channel_has_scale(enum fw_channel channel);
bool fw_channel_is_position(enum fw_channel channel); /* x, y */
bool fw_channel_is_offset(enum fw_channel channel);   /* xOffset, yOffset */
bool fw_channel_is_polar(enum fw_channel channel);    /* theta, radius */
bool fw_channel_is_color(enum fw_channel channel);    /* color, fill, stroke */
bool fw_channel_is_facet(enum fw_channel channel);    /* row, column, facet */

/** 'c', 'd', 'f' or '-': Vega-Lite's rangeType. */
char fw_channel_range(enum fw_channel channel);

/** x for x2, itself for x; x2 for x, NONE where there is none; xOffset for x. */
enum fw_channel fw_channel_main(enum fw_channel channel);
enum fw_channel fw_channel_secondary(enum fw_channel channel);
enum fw_channel fw_channel_offset(enum fw_channel channel);
/** x for xOffset. */
enum fw_channel fw_channel_of_offset(enum fw_channel channel);

#endif
