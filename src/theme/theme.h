/* Themes: JSON files with a `config`, tokens and a locale, each perhaps built on another. */
#ifndef FW_THEME_THEME_H
#define FW_THEME_THEME_H

#include "base/diag.h"
#include "base/object.h"

/** A theme with all that it inherits. Zeroed: Vega-Lite's defaults. */
struct fw_theme {
    const char *name;
    const char *locale;     /* NULL: en-US */
    struct fw_value config; /* an object, or undefined */
    struct fw_value tokens; /* likewise: colors and sizes of furniture, pages and blocks */
};

/**
 * Loads the theme `name`: a built-in one ("briefing"), or a file where the name has a "/" or ends
 * in
 * ".json". What it `inherits` lies under it, member by member; a theme that inherits a file is told
 * so from its own folder. Reports a theme that is missing (with the nearest name), wrong or built
 * on itself; one that is missing stands at `place`. False when there were errors.
 */
bool fw_theme_load(struct fw_maker make, struct fw_diag *diag, struct fw_place place,
                   const char *name, struct fw_theme *theme);

/** Whether `name` is a file's, by the rule above. */
bool fw_theme_is_file(const char *name);

/** The names of the built-in themes, sorted; NULL-terminated, in `arena`. */
const char *const *fw_theme_names(struct fw_arena *arena, size_t *count);

#endif
