/* What a spec reads of its data: so that no column is loaded in vain, and numbers become numbers at
 * once. */
#ifndef FW_DATA_REQUEST_H
#define FW_DATA_REQUEST_H

#include "data/load.h"

/** What a text of a spec says of the columns that it names. */
enum fw_mention_kind {
    FW_MENTION_ANY,    /* they are read somehow */
    FW_MENTION_NUMBER, /* one column, whose values are only taken as numbers */
    FW_MENTION_TIME,   /* one column, whose values are times */
};

struct fw_mention {
    fw_str text;
    enum fw_mention_kind kind;
};

/**
 * What the document that `json` is says of columns: each text that may name one, field or
 * expression. It holds for charts; a document that shows whole tables must ask for everything.
 * NULL: everything.
 */
struct fw_load_request fw_request_of(struct fw_arena *arena, const struct fw_json *json);

/** Whether a column is to be loaded, and what all that is said of it agrees on. */
bool fw_request_wants(const struct fw_load_request *request, fw_str name);
enum fw_mention_kind fw_request_kind(const struct fw_load_request *request, fw_str name);

#endif
