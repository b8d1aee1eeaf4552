/* Which resource of which datapackage.json describes a data file. */
#ifndef FW_DATA_PACKAGE_FIND_H
#define FW_DATA_PACKAGE_FIND_H

#include "data/load.h"
#include "data/package.h"

/**
 * The resource whose path is the file with the paths `shown` and `real` (see data/access.h), in a
 * datapackage.json of its folder or of one above it that may be read; load->packages takes it as
 * used. Each package is read once. NULL when the file is not described, or not in a way that can be
 * read. Packages that are faulty, two that describe the file, paths that lead nowhere are reported;
 * what stands in no package at `place`.
 */
const struct fw_resource *fw_package_find(const struct fw_load *load, const char *shown,
                                          const char *real, struct fw_place place);

#endif
