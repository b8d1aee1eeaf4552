/* Where marks stand: the references of x, x2, width and their like, by Vega-Lite's rules. */
#ifndef FW_MARK_POSITION_H
#define FW_MARK_POSITION_H

#include "mark/ref.h"

/** What a position falls back to when its channel is not encoded. */
enum fw_default_position {
    FW_POSITION_NONE,
    FW_POSITION_MID,
    FW_POSITION_ZERO_OR_MIN,
    FW_POSITION_ZERO_OR_MAX,
};

/**
 * References along one direction (x, y, theta or radius), as Vega has them: start `a`, second end
 * `b`, middle `c`, extent `size`; and, for images, an alignment.
 */
struct fw_span_refs {
    struct fw_ref a, b, c, size;
};

/** The extent on one direction of one row: from `lo`, `size` long; NaN where it cannot be placed.
 */
struct fw_extent {
    double lo, size;
};

/** A point position on `channel` (x, y, theta, radius). Source: pointPosition. */
struct fw_ref fw_point_position(const struct fw_unit *unit, enum fw_channel channel,
                                enum fw_default_position fallback);

/** A range: the point position and its second end, or a size around it. Source: rangePosition. */
struct fw_span_refs fw_range_position(const struct fw_unit *unit, enum fw_channel channel,
                                      enum fw_default_position fallback,
                                      enum fw_default_position fallback2);

/** The extent of bars, rects, arcs, images, ticks. Source: rectPosition. */
struct fw_span_refs fw_rect_position(const struct fw_unit *unit, enum fw_channel channel);

/** Resolves the references for one row, ends put in order, as Vega does for rects and images. */
struct fw_extent fw_span_extent(const struct fw_unit *unit, const struct fw_span_refs *span,
                                size_t row);

/** A reference for the mid point of a definition, for any channel. Source: midPoint. */
struct fw_ref fw_mid_point(const struct fw_unit *unit, enum fw_channel channel,
                           const struct fw_channel_def *def, const struct fw_channel_def *def2,
                           double band_position, struct fw_ref fallback);

/** xOffset and its like: an encoding inside the band, or a number of px from the mark. */
struct fw_position_offset {
    struct fw_ref ref;
    bool by_encoding;
};
struct fw_position_offset fw_position_offset(const struct fw_unit *unit, enum fw_channel channel,
                                             double band_position);

/** Where a position goes that nothing encodes. Source: pointPositionDefaultRef. */
struct fw_ref fw_default_position(const struct fw_unit *unit, enum fw_channel channel,
                                  enum fw_default_position fallback);

/** Adds an offset; rows with invalid values get a place of their own where the config says so. */
void fw_ref_add_offset(const struct fw_unit *unit, struct fw_ref *ref, const struct fw_ref *offset);
void fw_ref_add_invalid_case(const struct fw_unit *unit, enum fw_channel channel,
                             const struct fw_channel_def *def, struct fw_ref *ref);

/** Which of a, b, c a sized mark is placed by: its align or baseline; else `a` (top) or `c`. */
struct fw_ref *fw_span_aligned(const struct fw_unit *unit, enum fw_channel channel, bool top,
                               struct fw_span_refs *span);

/** How rows with invalid numbers are treated on a channel: "filter", "show", "break-paths-...". */
const char *fw_invalid_mode(const struct fw_unit *unit, enum fw_channel channel);

/** Vega-Lite's scaledZeroOrMinOrMax: 0 where the domain has it, else its end. None without a scale.
 */
struct fw_ref fw_zero_or_end(const struct fw_unit *unit, enum fw_channel channel, bool max);

#endif
