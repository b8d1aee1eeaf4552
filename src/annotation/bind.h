/* Annotations of a spec bound to a view: values to px, expressions to rows, numbers to texts. */
#ifndef FW_ANNOTATION_BIND_H
#define FW_ANNOTATION_BIND_H

#include "annotation/annotation.h"
#include "expr/template.h"
#include "mark/ref.h"
#include "view/view.h"

/** Why an annotation has no place in a view. It may have one in another cell of a facet. */
struct fw_annotation_fault {
    struct fw_place place;
    enum fw_code code;
    const char *message; /* NULL: no fault */
    const char *hint;    /* or NULL */
};

/** An annotation of a spec. */
struct fw_annotation_entry {
    struct fw_node node;
    const struct fw_annotation_type *type;
    const struct fw_template *text; /* NULL: none is written */
    bool is_silent;                 /* "text": null */
    bool is_bound;                  /* it was drawn in some view */
    const char *said;               /* its text, as drawn last; NULL: none */
    const struct fw_view *where;    /* the view that it was drawn in first, or NULL ... */
    bool is_repeated;               /* ... and in others, as in the cells of a facet */
    struct fw_annotation_fault fault;
};

/** A view to bind to, and its units as marks see them. */
struct fw_annotation_binder {
    const struct fw_view *view; /* a unit or a layer */
    struct fw_arena *arena;
    struct fw_unit *units; /* [unit_count], in drawing order */
    size_t unit_count, unit_capacity;
    struct fw_annotation_entry *entry; /* the annotation at hand */
};

/** `only`: the name of the unit or layer whose units count; NULL: all of `view`. */
struct fw_annotation_binder fw_annotation_binder_of(const struct fw_view *view, const char *only);

/** Binds `entry`; false where it has no place in the view, which its fault says, or is wrong. */
bool fw_annotation_bind(struct fw_annotation_binder *binder, struct fw_annotation_entry *entry,
                        struct fw_annotation *annotation);

/* ---- parts of it --------------------------------------------------------------------------- */

/** Notes why the annotation has no place here, at `node`; false. Only the first time counts. */
bool fw_bind_fail(struct fw_annotation_binder *binder, struct fw_node node, enum fw_code code,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));
void fw_bind_hint(struct fw_annotation_binder *binder, const char *hint);

/** Finds the side that values are read on: 0 x, 1 y. */
int fw_bind_measure(const struct fw_annotation_binder *binder);

/** The first unit with a scale on `channel`, or NULL. */
const struct fw_unit *fw_bind_unit(const struct fw_annotation_binder *binder,
                                   enum fw_channel channel);

/** A value as written, in data units of `channel`; an aggregate is worked out. False: a fault. */
bool fw_bind_value(struct fw_annotation_binder *binder, struct fw_node node,
                   enum fw_channel channel, struct fw_value *value);

/**
 * The px of a value on `channel`: `lo` to `hi` of a band. Values that the domain does not have are
 * a fault at `node`. `value` becomes the domain's own where that is written otherwise.
 */
bool fw_bind_px(struct fw_annotation_binder *binder, const struct fw_unit *unit,
                enum fw_channel channel, struct fw_node node, struct fw_value *value, double *lo,
                double *hi);

/** A place: an expression that picks a row, or an object of values by channel. */
bool fw_bind_place(struct fw_annotation_binder *binder, struct fw_node node,
                   struct fw_annotation_place *place);

/** The members x and x2 (y and y2) of the annotation, where it has them. */
bool fw_bind_stretch(struct fw_annotation_binder *binder, int side, bool is_level,
                     struct fw_annotation_stretch *stretch);

/** The sum, mean, count and share of the values in the annotation's stretch, as its numbers. */
void fw_bind_totals(struct fw_annotation_binder *binder, struct fw_annotation *annotation);

#endif
