/* Themes: JSON files with a `config`, tokens and a locale, each perhaps built on another. */
#ifndef FW_THEME_THEME_H
#define FW_THEME_THEME_H

#include "base/diag.h"
#include "base/object.h"
#include "theme/tokens.h"
#include "json/json.h"

struct fw_inputs;

/** A theme with all that it inherits. */
struct fw_theme {
    const char *name;
    const char *title;    /* one clause about it, or NULL */
    const char *inherits; /* the theme it names as its base, or NULL */
    const char *locale;   /* a name or a file's path; NULL: en-US */
    struct fw_place locale_place;
    struct fw_node locale_definition; /* its config.locale; may be none */
    struct fw_value config;           /* an object, or undefined */
    struct fw_tokens tokens;
    struct fw_value params; /* an array: see fw_tokens_params */
};

/**
 * Loads the theme `name`: a built-in one ("briefing"), or a file where the name has a "/" or ends
 * in ".json". What it `inherits` lies under it, member by member; a theme that inherits a file is
 * told so from its own folder.
 *
 * Reports, each in the theme's own file: members that are unknown or of a wrong type, a `config`
 * that Vega-Lite has not, a theme that is built on itself (with the chain), and colors that cannot
 * be told from what they stand on or beside (contrast.h). One that is missing stands at `place`.
 * Records in `inputs` (may be NULL) the files that it read. False when there were errors.
 */
bool fw_theme_load(struct fw_maker make, struct fw_diag *diag, struct fw_inputs *inputs,
                   struct fw_place place, const char *name, struct fw_theme *theme);

/** The text of the theme `name`, which is a built-in one or a file; NULL where it cannot be read.
 */
const struct fw_source *fw_theme_source(struct fw_arena *arena, const char *name);

/** The tokens of `theme`; NULL: those of no theme. In `arena`. */
const struct fw_tokens *fw_theme_tokens(struct fw_maker make, const struct fw_theme *theme);

/** Whether `name` is a file's, by the rule above. */
bool fw_theme_is_file(const char *name);

/** The names of the built-in themes, sorted; NULL-terminated, in `arena`. */
const char *const *fw_theme_names(struct fw_arena *arena, size_t *count);

/** The file of the chart that shows what a theme makes of a figure; NULL: it is not there. */
const char *fw_theme_preview(struct fw_arena *arena);

#endif
