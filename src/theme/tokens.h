/* Tokens: what a theme says of furniture, pages and blocks, for which Vega-Lite's config has no
 * word. */
#ifndef FW_THEME_TOKENS_H
#define FW_THEME_TOKENS_H

#include "base/object.h"
#include "color/color.h"
#include "json/shape.h"

/** How one kind of text looks. Lengths are px. */
struct fw_text_token {
    const char *font; /* never NULL */
    double font_size;
    double line_height;
    int weight; /* 100 to 900 */
    bool italic;
    struct fw_color color;
};

/** Where a logo stands in the figure. */
enum fw_logo_place {
    FW_LOGO_TOP_LEFT,
    FW_LOGO_TOP_RIGHT,
    FW_LOGO_BOTTOM_LEFT,
    FW_LOGO_BOTTOM_RIGHT,
};

struct fw_logo_token {
    const char *url; /* NULL: no logo. Relative ones were joined to the theme's folder */
    const char *alt; /* what it says to who does not see it; NULL: nothing */
    enum fw_logo_place position; /* bottom right unless given */
    double height;               /* px; the width follows */
    double clear_space;          /* px around it that nothing else enters */
    struct fw_node at;           /* where the url is written, for reports; none without a url */
};

/** All tokens of a theme, each with a value: what the theme does not say is as Vega-Lite looks. */
struct fw_tokens {
    double min_font_size;       /* px; no text of a figure is smaller. 0: any will do */
    struct fw_color background; /* of the figure; white where the config has none */
    struct fw_color text_color, secondary_text_color; /* main text; subtitles, notes */
    struct fw_color rule_color;                       /* thin lines of furniture */
    struct fw_color focus_color, context_color; /* what a figure is about; what is beside it */
    const struct fw_color *palette;             /* [palette_count] colors of categories, in order */
    size_t palette_count;

    struct fw_text_token number; /* the figure's number: "Figure 3" */
    const char *number_prefix;   /* "Figure" */

    struct fw_text_token caption; /* source, base, caveats and notes */
    double caption_padding;       /* px between the chart and the caption */
    bool caption_rule;            /* a line above the caption */

    double spacing; /* px between parts of furniture that belong to different things */
    struct fw_logo_token logo;

    bool direct_labels;    /* series are named where they are drawn, where all names fit there */
    bool wrap_labels;      /* labels of axes, legends and headers break before they are cut */
    bool redundant_coding; /* series differ by dash, marker or hatch as well as by color */

    /* The size of the whole picture where the spec names none: as in usermeta.figwright; undefined:
     * the picture is as large as its chart. */
    struct fw_value outer_width, outer_height;
};

/** The shape of a theme's `tokens`, for the check of a theme's file. */
extern const struct fw_shape fw_shape_tokens;

/**
 * Decodes `tokens` (undefined: all as Vega-Lite looks) of a theme whose config, with the defaults
 * under it, is `config`. Values of a wrong type count as not given: the file was checked before.
 */
void fw_tokens_decode(struct fw_arena *arena, struct fw_value tokens, struct fw_value config,
                      struct fw_tokens *out);

/**
 * The colors that a theme gives the params of a chart which declares them by these names, as an
 * array of {"name", "value"}: the color tokens, "backgroundColor", "palette" (an array), and
 * "onFocusColor", "onContextColor" and "onPalette", which of text and background is read better on
 * those. Only what `tokens` and `config`, the theme's own, say is there.
 */
struct fw_value fw_tokens_params(struct fw_maker make, struct fw_value tokens,
                                 struct fw_value config, const struct fw_tokens *decoded);

/**
 * The colors of a range of categories: a list, or {"scheme": a name or a list}. What is known
 * only when a chart is drawn (an expression) is fully transparent.
 */
struct fw_color *fw_palette_colors(struct fw_arena *arena, struct fw_value range, size_t *count);

#endif
