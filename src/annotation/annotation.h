/* Annotations: notes tied to the data of a view, and the types of them, one file each. */
#ifndef FW_ANNOTATION_ANNOTATION_H
#define FW_ANNOTATION_ANNOTATION_H

#include "annotation/canvas.h"
#include "base/value.h"
#include "json/shape.h"

/** A place among the marks of a view. Zeroed: none was given. */
struct fw_annotation_place {
    bool there;
    struct fw_point at;      /* px in the view: of a bar the middle of its far end */
    struct fw_box box;       /* px: of a bar all of it; of other marks the point alone */
    double gap;              /* px around `at` that the mark itself takes up */
    struct fw_value data[2]; /* what x and y stand at, as the scales have it; undefined: nothing */
    struct fw_value row;     /* the row of data, an object; undefined where values gave the place */
};

/** A part of the view along one side. Zeroed: none was given. */
struct fw_annotation_stretch {
    bool there;
    double lo, hi;            /* px, lo <= hi; the same where one value was given */
    struct fw_value from, to; /* in data units; undefined: as far as the view goes */
};

/** A number (or text) that a type works out: what `{{ name }}` gives in the annotation's text. */
struct fw_annotation_number {
    const char *name;
    struct fw_value value;
};

enum { FW_ANNOTATION_NUMBERS = 8 };

struct fw_annotation_type;

/** One annotation as it is drawn in one view: its places bound, its numbers worked out. */
struct fw_annotation {
    const struct fw_annotation_type *type;
    struct fw_node node; /* the object in the spec */
    struct fw_annotation_place at, from, to;
    struct fw_annotation_stretch stretch[2]; /* along x, along y */
    int measure;                             /* the side that values are read on: 0 x, 1 y */
    struct fw_annotation_number numbers[FW_ANNOTATION_NUMBERS];
    size_t number_count;
    const char *text; /* what it says; NULL: nothing */
    bool is_moved;    /* the text stands at (dx, dy) from what it belongs to */
    double dx, dy;    /* px */
};

/** What a type computes with. */
struct fw_annotation_words {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    const struct fw_locale *locale;
    const struct fw_zone *zone;
    const char
        *format; /* of values: the annotation's, else that of the measuring side; NULL: none */
};

/** What goes around what: annotations are drawn in this order, and each keeps clear of the others.
 */
enum fw_annotation_layer { FW_LAYER_GROUND, FW_LAYER_MARKS, FW_LAYER_AROUND, FW_LAYER_OVERALL };
enum { FW_LAYER_COUNT = FW_LAYER_OVERALL + 1 };

struct fw_annotation_type {
    const char *name; /* "point" */
    const char *doc;  /* one sentence for the reference */
    const struct fw_shape *shape;
    enum fw_annotation_layer layer;
    bool has_levels; /* `x` and `y` are one value each, and not where a stretch begins */
    bool has_totals; /* its text may name the sum, mean, ... of the rows in its stretch */
    /**
     * Works out the numbers and, where the spec gives no text, the text. False when the places
     * allow no such number, which has been reported. NULL: there is nothing to work out.
     */
    bool (*compute)(struct fw_annotation *annotation, const struct fw_annotation_words *words);
    /** Draws it, and says where its text may stand. */
    void (*build)(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas);
};

/** The type of that name, or NULL; all names, for suggestions. */
const struct fw_annotation_type *fw_annotation_find(const char *name);
const char *const *fw_annotation_names(size_t *count);

/** Checks `usermeta.figwright.annotations` against the types' shapes; false when there were errors.
 */
bool fw_annotations_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                          struct fw_node list);

/** Sets a number, under a name that lives as long as the annotation. */
void fw_annotation_set(struct fw_annotation *annotation, const char *name, struct fw_value value);

/** The text of the member `name` of the annotation, or `fallback`. */
const char *fw_annotation_word(const struct fw_annotation *annotation, const char *name,
                               const char *fallback);

#endif
