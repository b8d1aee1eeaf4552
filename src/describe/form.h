/* The forms of chart that are described, each in its own way: one file of form/ each. */
#ifndef FW_DESCRIBE_FORM_H
#define FW_DESCRIBE_FORM_H

#include "describe/words.h"

enum {
    FW_LIST_MOST = 12, /* values named one by one; of more, what stands out */
};

struct fw_form {
    const char *name;
    /** Appends one or more sentences about `gist`; false, with nothing written, when it is not
     * of this form. */
    bool (*tell)(const struct fw_gist *gist, struct fw_bytes *out);
};

/** Tells a gist in the first form that fits. */
void fw_form_tell(const struct fw_gist *gist, struct fw_bytes *out);

/* form/list.c: what several forms share. */

/** All items, category by category; of more than FW_LIST_MOST the extremes. Begins with ": ". */
void fw_list_items(const struct fw_gist *gist, struct fw_bytes *out);

#endif
