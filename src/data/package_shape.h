/* The shape of a datapackage.json. */
#ifndef FW_DATA_PACKAGE_SHAPE_H
#define FW_DATA_PACKAGE_SHAPE_H

#include "json/decode.h"

/**
 * Checks types, words and what must be there of a resource (Frictionless Data Package and Table
 * Schema 1.0, with the exclusive bounds of 2.0). Members that it does not know may hold anything,
 * but those of "constraints" must be known: one that is misspelt would check nothing. False:
 * reported.
 */
bool fw_package_check_resource(struct fw_decoder *decoder, struct fw_node resource);

/** The same of the sources of a package. */
bool fw_package_check_sources(struct fw_decoder *decoder, struct fw_node sources);

#endif
