/* The registry of forms. */
#include "describe/form.h"

#include "describe/list.h"

#define DECLARE(name) extern const struct fw_form fw_form_##name;
FW_FORM_LIST(DECLARE)
#undef DECLARE

void fw_form_tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    static const struct fw_form *const forms[] = {
#define NAME(name) &fw_form_##name,
        FW_FORM_LIST(NAME)
#undef NAME
    };
    for (size_t i = 0; i < FW_COUNT(forms); i++) {
        if (forms[i]->tell(gist, out)) {
            return;
        }
    }
    fw_bytes_puts(out, "Chart");
    fw_word_subject(gist, out);
    fw_bytes_put(out, '.');
}
