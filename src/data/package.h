/* Evidence of a data file: what a Frictionless datapackage.json beside it, or above it, says of it.
 */
#ifndef FW_DATA_PACKAGE_H
#define FW_DATA_PACKAGE_H

#include "json/json.h"

struct fw_load;
struct fw_package;
struct fw_resource;
struct fw_table;

/** Types of a table schema (Frictionless Table Schema 1.0, "Types and formats"). */
enum fw_field_type {
    FW_FIELD_ANY, /* nothing is asked of the text */
    FW_FIELD_STRING,
    FW_FIELD_NUMBER,
    FW_FIELD_INTEGER,
    FW_FIELD_BOOLEAN,
    FW_FIELD_DATE,
    FW_FIELD_TIME,
    FW_FIELD_DATETIME,
    FW_FIELD_YEAR,
    FW_FIELD_YEARMONTH,
    FW_FIELD_DURATION,
    FW_FIELD_GEOPOINT,
    FW_FIELD_OBJECT,
    FW_FIELD_ARRAY,
    FW_FIELD_GEOJSON,
};

/** A bound of ordered values. */
struct fw_field_bound {
    const char *text; /* as written; NULL: no bound */
    double number;    /* the same by its field's type: see data/package_type.h */
};

/** What every cell of a column must keep to. */
struct fw_field_constraints {
    bool required, unique;
    struct fw_field_bound minimum, maximum;
    struct fw_field_bound above, below; /* exclusiveMinimum and exclusiveMaximum */
    size_t min_length, max_length;      /* code points; 0 and SIZE_MAX: no bound */
    fw_str pattern; /* regular expression that the whole text matches; NULL: any text */
    bool has_values;
    const fw_str *values; /* "enum", [value_count], as texts of cells */
    size_t value_count;
    struct fw_node at; /* the object "constraints", or none */
};

/** A column of a described file. */
struct fw_resource_field {
    fw_str name;
    enum fw_field_type type;
    const char *format;      /* of dates and the like: "default", "any" or a pattern "%Y-%m" */
    const char *title;       /* for axis titles and alt texts; NULL: none */
    const char *unit;        /* "percent of children", in the package's words; NULL: none */
    const char *description; /* NULL: none */
    bool derived;            /* worked out by who wrote the package, not in the source */
    const fw_str *true_values, *false_values; /* of booleans; none: those of Frictionless */
    size_t true_value_count, false_value_count;
    struct fw_field_constraints constraints;
    struct fw_node at; /* the field's object, for reports */
};

/** Where the figures of a resource stand. All but `title` may be NULL; `title` is "" when not
 * given. */
struct fw_resource_source {
    const char *title;
    const char *path;                               /* url */
    const char *paragraph, *table, *page, *section; /* "14, 52": in the source's own numbering */
    const char *file;                               /* the publisher's file */
};

/** Who or what was counted: "1,145 reports". */
struct fw_resource_base {
    double n;       /* NaN: the size is not stated */
    const char *of; /* "" when not given */
};

/** A described data file. All texts are in the document's arena; NULL where they are not given. */
struct fw_resource {
    const struct fw_package *package;
    const char *name, *path; /* path as written: relative to the package's folder */
    const char *title, *description;
    const struct fw_resource_field *fields; /* [field_count], in the order of the schema */
    size_t field_count;
    const fw_str
        *missing; /* [missing_count] texts that stand for no value; "" where none are given */
    size_t missing_count;
    const uint32_t
        *key; /* [key_count] indices of fields: no two rows have the same in all of them */
    size_t key_count;
    const struct fw_resource_source *sources; /* [source_count]; the package's where it has none */
    size_t source_count;
    const char *period, *kind;            /* "2012"; "survey", "administrative", ... */
    const struct fw_resource_base *bases; /* [base_count]; 0: no base is stated */
    size_t base_count;
    bool approximate;           /* some figure is hedged in its source */
    const char *const *caveats; /* [caveat_count], each a sentence */
    size_t caveat_count;
    const char *const *figures; /* [figure_count] kinds of figure that it is fit for */
    size_t figure_count;
    struct fw_node at; /* the resource's object */
};

/** A datapackage.json. Its resources are decoded as they are used. */
struct fw_package {
    const struct fw_source *source;         /* its text; the name is its path */
    const char *name, *title, *description; /* NULL where not given */
    struct fw_package_index *index; /* where its resources stand, see data/package_index.h */
};

/**
 * The packages of one document: those read so far, and the resources that its data blocks used.
 * Anything may be read between loads; only the loader adds.
 */
struct fw_packages {
    struct fw_arena *arena;
    const struct fw_resource **used; /* [used_count], each once, in the order of first use */
    size_t used_count, used_capacity;
    const struct fw_resource **checked; /* [checked_count] those whose rows were found good */
    size_t checked_count, checked_capacity;
    struct fw_package_file *files; /* [file_count] folders looked into */
    size_t file_count, file_capacity;
};

struct fw_packages *fw_packages_new(struct fw_arena *arena);

/** The field of that name (a column's name, not a path), or NULL. `resource` may be NULL. */
const struct fw_resource_field *fw_resource_field(const struct fw_resource *resource,
                                                  const char *name);

/**
 * The field of that name in any of the used resources, the first that has it; NULL: none. For
 * columns whose table is not known any more, behind transforms.
 */
const struct fw_resource_field *fw_packages_field(const struct fw_packages *packages,
                                                  const char *name);

#endif
