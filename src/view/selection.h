/* Selections: params that stand for rows of data, as they are before anybody has clicked. */
#ifndef FW_VIEW_SELECTION_H
#define FW_VIEW_SELECTION_H

#include "format/unit.h"
#include "view/view.h"

/** The column of row numbers, from 1, that selections of rows as such look at. */
#define FW_ROW_ID "_vgsid_"

/** How a value of a selection takes in a row's. */
enum fw_selects {
    FW_SELECTS_VALUE, /* equal, or among several */
    FW_SELECTS_RANGE, /* from the first to the last, both included */
    FW_SELECTS_BIN,   /* the last not included */
};

/** One field that a selection looks at: its "projection". */
struct fw_selection_field {
    const char *field;       /* a column: "yearmonth_date" of a channel with a time unit */
    enum fw_channel channel; /* that it was projected by, or FW_CHANNEL_NONE */
    enum fw_selects selects;
    const char *unit_field; /* the field behind a time unit: for tables without its column */
    struct fw_time_unit unit;
    /* The column in the table that was asked last. */
    const struct fw_table *table;
    const struct fw_column *column;
    bool floor; /* which still has to be floored to `unit` */
};

enum fw_selection_resolve {
    FW_RESOLVE_GLOBAL,   /* one for all views */
    FW_RESOLVE_UNION,    /* each view its own; rows in any of them are selected */
    FW_RESOLVE_INTERSECT /* rows in all of them */
};

enum fw_selection_bind { FW_BIND_NONE, FW_BIND_SCALES, FW_BIND_LEGEND, FW_BIND_INPUTS };

/** A selection in one unit. What the chart knows of a name is the first unit's. */
struct fw_selection {
    fw_str name;
    const struct fw_object *unit; /* the spec of the unit ... */
    const struct fw_view *view;   /* ... and its view, once it is built (of a facet the first) */
    struct fw_value select;       /* over config.selection */
    bool interval;
    bool by_id;   /* looks at rows by their numbers */
    bool on_map;  /* an interval of degrees; its fields are channels for longitude and latitude */
    bool faceted; /* the unit is below a facet */
    bool nested;  /* below anything but layers */
    enum fw_selection_resolve resolve;
    enum fw_selection_bind bind;
    struct fw_selection_field *fields; /* [field_count] */
    size_t field_count;
    struct fw_value *tuples; /* [tuple_count * field_count] initial values, a tuple after another */
    size_t tuple_count;
};

/**
 * Reads the selections of a unit spec into chart->selections: those of its own "params", or
 * `pushed` (an array of params) of the views around it where any of them is meant for it. `path`:
 * the names around the unit and its own, as strings of an array. Source: vega-lite,
 * normalize/toplevelselection.ts and compile/selection/project.ts.
 */
struct fw_selection_scope {
    struct fw_value pushed, path;
    bool faceted, nested;
};
void fw_selections_parse(struct fw_chart *chart, struct fw_value unit,
                         const struct fw_selection_scope *scope);

/** Whether a selection begins with rows by their numbers. */
bool fw_selections_need_ids(const struct fw_chart *chart);

/** The selection of that name in the first unit that has it, or NULL. */
struct fw_selection *fw_selection_find(const struct fw_chart *chart, fw_str name);

/** Notes a unit, with its rows, as that of its selections. */
void fw_selections_settle(const struct fw_view *unit);

/** The next selection of `unit` after `previous` (NULL: the first); NULL: no more. */
struct fw_selection *fw_unit_selection(const struct fw_view *unit,
                                       const struct fw_selection *previous);

/**
 * Whether the row (or datum) of `env` is selected. False for all when nothing is: see tuple_count.
 */
bool fw_selection_test(struct fw_selection *selection, const struct fw_expr_env *env);

/**
 * What the name of a selection stands for in expressions: an object of values (points) or [lo, hi]
 * (intervals) by field, with the tuples under "vlPoint". Source: vega-selections, selectionResolve.
 */
struct fw_value fw_selection_value(struct fw_maker make, const struct fw_selection *selection);

/**
 * The ends that {"param": name, "encoding" | "field": ...} stands for: of a selection those of the
 * field, of another param its value. Undefined: nothing selected. Source: parseSelectionExtent.
 */
struct fw_value fw_selection_extent(struct fw_chart *chart, struct fw_value extent);

/** The rows of the unit of a selection that it holds at first, all when it is empty; NULL: none. */
const struct fw_table *fw_selection_rows(struct fw_chart *chart, const char *name);

#endif
