/* The widths of texts measured before: axes, legends and overlap ask for the same ones again and
 * again. */
#ifndef FW_TEXT_WIDTHS_H
#define FW_TEXT_WIDTHS_H

#include <stdbool.h>
#include <stddef.h>

struct fw_arena;
struct fw_width_entry;

/** A hash table of texts. It forgets everything when it holds very much, so it stays bounded. */
struct fw_widths {
    struct fw_arena *arena; /* of entries and texts */
    struct fw_width_entry *entries;
    size_t slots, used;
};

void fw_widths_init(struct fw_widths *widths);
void fw_widths_finish(struct fw_widths *widths);

/** The width of `text` in em of face number `face`; false when it is not kept. */
bool fw_widths_find(const struct fw_widths *widths, size_t face, const char *text, size_t length,
                    double *width_em);
void fw_widths_keep(struct fw_widths *widths, size_t face, const char *text, size_t length,
                    double width_em);

#endif
