/* usermeta.figwright: what a chart tells us beyond Vega-Lite. docs/furniture.md says it for
 * authors. */
#ifndef FW_VIEW_USERMETA_H
#define FW_VIEW_USERMETA_H

#include "format/length.h"
#include "json/json.h"

/** Lines of furniture that may come from the data's package. */
struct fw_usermeta_lines {
    bool automatic;           /* "auto", alone or among the texts: what the package says ... */
    bool none;                /* "none": left out */
    const char *const *texts; /* [count] and these, in order; "auto" is not among them ... */
    size_t count;
    size_t automatic_at; /* ... but what it stands for comes before this one of them */
    struct fw_node at;   /* not there: not given, which is "auto" too (not for notes) */
};

/** A marker behind a text of the figure, and what it says below. */
struct fw_usermeta_footnote {
    const char *on; /* "title", "subtitle", or the text of a label */
    const char *text;
    struct fw_node at;
};

/** A length as written. */
struct fw_usermeta_length {
    double px; /* 0: not given */
    enum fw_length_unit unit;
    struct fw_node at;
};

/** A finding of `check` that the author has looked at and stands by. */
struct fw_usermeta_ignore {
    const char *id, *reason;
    struct fw_node at;
};

/**
 * Texts are NULL where not given; nodes are those of the values, for reports. Members whose typed
 * form belongs to a later room are values with their nodes.
 */
struct fw_usermeta {
    struct fw_node at; /* the object itself */
    const char *number;
    const char *theme;
    struct fw_node theme_at;
    struct fw_usermeta_lines source, base, caveats, notes;
    struct fw_usermeta_lines alt;
    const char *furniture; /* "all", "none" */
    const char *legend;    /* "direct", "auto" */
    struct fw_node legend_at;
    bool redundant, redundant_given;
    struct fw_value labels; /* a string or an object, checked by the grammar */
    struct fw_node labels_at;
    struct fw_value annotations; /* an array of objects with a `type` */
    struct fw_node annotations_at;
    struct fw_usermeta_footnote *footnotes; /* [footnote_count] */
    size_t footnote_count;
    struct fw_usermeta_length width, height; /* outer; by outerSize where not given themselves */
    const char *logo, *logo_alt;             /* file; NULL: none */
    struct fw_node logo_at;                  /* of the file's name */
    struct fw_usermeta_length logo_width;
    struct fw_usermeta_ignore *ignores; /* [ignore_count] */
    size_t ignore_count;
};

/**
 * Decodes usermeta.figwright of a spec's root; NULL where there is none. The grammar says what is
 * wrong with it: here that is passed over.
 */
const struct fw_usermeta *fw_usermeta_read(struct fw_arena *arena, const struct fw_json *json);

#endif
