/* The encoding channels: what each is called, what it scales to and which others belong to it. */
#ifndef FW_ENCODING_CHANNEL_H
#define FW_ENCODING_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>

/* X(NAME, "name", secondary of, has a scale, range: 'c'ontinuous 'd'iscrete 'f'lexible '-') */
/* clang-format off */
#define FW_CHANNEL_LIST(X)                                                                         \
    X(X, "x", NONE, true, 'c') X(Y, "y", NONE, true, 'c')                                          \
    X(X2, "x2", X, false, 'c') X(Y2, "y2", Y, false, 'c')                                          \
    X(XOFFSET, "xOffset", NONE, true, 'c') X(YOFFSET, "yOffset", NONE, true, 'c')                  \
    X(LONGITUDE, "longitude", NONE, false, '-') X(LATITUDE, "latitude", NONE, false, '-')          \
    X(LONGITUDE2, "longitude2", LONGITUDE, false, '-') X(LATITUDE2, "latitude2", LATITUDE, false, '-') \
    X(THETA, "theta", NONE, true, 'c') X(RADIUS, "radius", NONE, true, 'c')                        \
    X(THETA2, "theta2", THETA, false, 'c') X(RADIUS2, "radius2", RADIUS, false, 'c')               \
    X(COLOR, "color", NONE, true, 'f') X(FILL, "fill", NONE, true, 'f')                            \
    X(STROKE, "stroke", NONE, true, 'f') X(OPACITY, "opacity", NONE, true, 'c')                    \
    X(FILLOPACITY, "fillOpacity", NONE, true, 'c') X(STROKEOPACITY, "strokeOpacity", NONE, true, 'c') \
    X(STROKEWIDTH, "strokeWidth", NONE, true, 'c') X(STROKEDASH, "strokeDash", NONE, true, 'd')    \
    X(SIZE, "size", NONE, true, 'c') X(ANGLE, "angle", NONE, true, 'c')                            \
    X(SHAPE, "shape", NONE, true, 'd')                                                             \
    X(KEY, "key", NONE, false, '-') X(TEXT, "text", NONE, false, '-')                              \
    X(HREF, "href", NONE, false, '-') X(URL, "url", NONE, false, '-')                              \
    X(DESCRIPTION, "description", NONE, false, '-') X(DETAIL, "detail", NONE, false, '-')          \
    X(ORDER, "order", NONE, false, '-') X(TOOLTIP, "tooltip", NONE, false, '-')                    \
    X(TIME, "time", NONE, false, '-')                                                              \
    X(ROW, "row", NONE, false, '-') X(COLUMN, "column", NONE, false, '-')                          \
    X(FACET, "facet", NONE, false, '-')
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
