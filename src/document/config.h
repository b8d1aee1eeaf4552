/* figwright.json: what holds for all documents of a folder and of those below it. */
#ifndef FW_DOCUMENT_CONFIG_H
#define FW_DOCUMENT_CONFIG_H

#include "base/diag.h"
#include "base/inputs.h"
#include "base/value.h"

/** What a figwright.json says; NULL: nothing. */
struct fw_folder_config {
    const char *folder; /* where it lies: what is below it may be read; NULL: there is none */
    const char *theme;
    struct fw_place theme_place;
    const char *locale; /* a name or a file's path */
    struct fw_place locale_place;
    const char *timezone;
};

/** The nearest figwright.json in `folder` or above it, its path told from `folder`; NULL: there is
 * none.
 */
const struct fw_source *fw_folder_config_find(struct fw_arena *arena, const char *folder);

/**
 * Reads the nearest figwright.json in `folder` or above it. None is fine. False when it is wrong,
 * which is reported. `inputs` takes it as "config"; where there is none, that of `folder` as
 * absent, which stands for those above too.
 */
bool fw_folder_config_read(struct fw_arena *arena, struct fw_strings *strings, const char *folder,
                           struct fw_diag *diag, struct fw_inputs *inputs,
                           struct fw_folder_config *config);

#endif
