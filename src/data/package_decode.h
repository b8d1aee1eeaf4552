/* A datapackage.json to structs: what Frictionless asks of it, and our provenance and caveats. */
#ifndef FW_DATA_PACKAGE_DECODE_H
#define FW_DATA_PACKAGE_DECODE_H

#include "data/package.h"

/**
 * The package that `source` is, all of it checked: members of the wrong type, names given twice,
 * keys and bounds that fit no field are reported with their places. Members that are not known are
 * passed over, as Frictionless allows them. NULL when there was an error.
 */
const struct fw_package *fw_package_decode(struct fw_arena *arena, struct fw_strings *strings,
                                           struct fw_diag *diag, const struct fw_source *source);

#endif
