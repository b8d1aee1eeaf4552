/* What a spec uses a column as: whether a type from elsewhere may change what it says. */
#ifndef FW_DATA_USAGE_H
#define FW_DATA_USAGE_H

#include "json/json.h"

enum fw_usage {
    FW_USAGE_ANY,  /* nothing that depends on its being text: numbers may be made of it */
    FW_USAGE_TEXT, /* as categories, or compared with texts: a number 2011 is not '2011' */
    FW_USAGE_TIME, /* as times: a number 2011 would be 2.011 s after 1970 began */
};

/**
 * How the spec that `json` is uses the field of that name. Categories are fields encoded as nominal
 * or ordinal, and where no type is written, in channels that are so by default. Texts are compared
 * with in field predicates and next to ==, ===, != and !== in expressions. Times are fields encoded
 * as temporal, with a time unit, on a time scale, or as the other end of such a channel. Time wins.
 * Where a repeated field is used so, every field may be.
 */
enum fw_usage fw_usage_of(const struct fw_json *json, fw_str name);

#endif
