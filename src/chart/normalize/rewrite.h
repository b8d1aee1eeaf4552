/* What the rewrites share: where in the spec they are, and the walk that they hand their results
 * back to. */
#ifndef FW_CHART_NORMALIZE_REWRITE_H
#define FW_CHART_NORMALIZE_REWRITE_H

#include "chart/normalize.h"
#include "chart/normalize/list.h"
#include "encoding/encoding.h"
#include "encoding/unit.h"

/** What a view gets from the views around it. Zeroed, but for the context: the top level. */
struct fw_scope {
    const struct fw_normalize_context *context;
    struct fw_maker make;       /* the context's */
    struct fw_value encoding;   /* of the layers above, merged; undefined: none */
    struct fw_value projection; /* likewise */
    struct fw_value
        repeater;       /* {"row": "a", "column": "b"}: fields of the repeats above; or undefined */
    const char *prefix; /* of the names inside a repeat; NULL: none */
    bool plain_paths;   /* the configuration adds no points and lines any more */
    size_t *views;      /* how many were made so far: repeats multiply */
};

/** One rewrite of a unit view. */
struct fw_rewrite {
    bool (*matches)(const struct fw_scope *scope, struct fw_value unit);
    /** The view in its place; on a fault, reported, the unit itself. */
    struct fw_value (*run)(const struct fw_scope *scope, struct fw_value unit);
};

#define FW_REWRITE_DECLARE(name) extern const struct fw_rewrite fw_rewrite_##name;
FW_REWRITE_LIST(FW_REWRITE_DECLARE)
#undef FW_REWRITE_DECLARE

/** The plain form of any view; of a unit or layer, which is all that a layer may hold. */
struct fw_value fw_normalize_view(const struct fw_scope *scope, struct fw_value spec);
struct fw_value fw_normalize_layered(const struct fw_scope *scope, struct fw_value spec);

/** repeat.c: a view with `repeat`. */
struct fw_value fw_normalize_repeat(const struct fw_scope *scope, struct fw_value spec);

/** facet_channels.c: whether a unit has row, column or facet channels; the facet view for it. */
bool fw_has_facet_channels(struct fw_value unit);
struct fw_value fw_normalize_facet_channels(const struct fw_scope *scope, struct fw_value unit);

/** Reports `code` where `value` (an object) stands in the document. */
struct fw_diagnostic *fw_scope_report(const struct fw_scope *scope, struct fw_value value,
                                      enum fw_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** "bar" of "mark": "bar" and of "mark": {"type": "bar"}; "" where there is none. */
const char *fw_mark_type_of(struct fw_value unit);

/** The mark definition as an object. */
struct fw_value fw_mark_def_of(const struct fw_scope *scope, struct fw_value unit);

/** A property of a mark definition, or of the configuration for its type. */
struct fw_value fw_mark_prop(const struct fw_scope *scope, struct fw_value mark_def,
                             const char *property);

#endif
