/* A datapackage.json to structs: what Frictionless asks of it, and our provenance and caveats. */
#ifndef FW_DATA_PACKAGE_DECODE_H
#define FW_DATA_PACKAGE_DECODE_H

#include "data/package.h"

struct fw_package_entry;

/** What a package is decoded with. */
struct fw_package_reading {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
};

/**
 * The package that `source` is: what data/package_index.h keeps of it. NULL when it is no JSON
 * object. What is wrong with it has been reported.
 */
const struct fw_package *fw_package_decode(const struct fw_package_reading *reading,
                                           const struct fw_source *source);

/**
 * The resource of an entry, decoded at the first call, all of it checked: members of the wrong
 * type, names given twice, keys and bounds that fit no field are reported with their places.
 * Members that are not known are passed over, as Frictionless allows them. NULL when there was an
 * error.
 */
const struct fw_resource *fw_package_resource(const struct fw_package_reading *reading,
                                              const struct fw_package *package,
                                              struct fw_package_entry *entry);

#endif
