/* Footnotes: markers behind texts of a figure, and what they say below it. */
#include "figure/footnotes.h"

#include <string.h>

#include "scene/bounds.h"
#include "text/measure.h"

/* The superior figures of Unicode; of more than nine, several in a row. */
static const char *marker_of(struct fw_arena *arena, size_t number)
{
    static const char *const digits[] = { "\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                          "\u2075", "\u2076", "\u2077", "\u2078", "\u2079" };
    const char *text = digits[number % 10];
    for (number /= 10; number > 0; number /= 10) {
        text = fw_arena_printf(arena, "%s%s", digits[number % 10], text);
    }
    return text;
}

struct fw_footnotes fw_footnotes_make(struct fw_arena *arena, const struct fw_usermeta *meta)
{
    struct fw_footnotes footnotes = { 0 };
    size_t room = meta == NULL ? 0 : meta->footnote_count;
    footnotes.items = FW_NEW_ARRAY(arena, room, struct fw_footnote);
    footnotes.texts = FW_NEW_ARRAY(arena, room, const char *);
    for (size_t i = 0; i < room; i++) {
        const struct fw_usermeta_footnote *note = &meta->footnotes[i];
        footnotes.items[i] = (struct fw_footnote){
            .on = note->on,
            .marker = marker_of(arena, i + 1),
            .at = fw_node_member(note->at, "on"),
        };
        footnotes.texts[i] =
            fw_arena_printf(arena, "%s\u00a0%s", footnotes.items[i].marker, note->text);
        footnotes.count++;
    }
    return footnotes;
}

static const char *with_markers(struct fw_arena *arena, const struct fw_footnotes *footnotes,
                                const char *on, const char *text)
{
    for (size_t i = 0; i < footnotes->count && text != NULL; i++) {
        if (strcmp(footnotes->items[i].on, on) == 0) {
            text = fw_arena_printf(arena, "%s%s", text, footnotes->items[i].marker);
        }
    }
    return text;
}

void fw_footnotes_title(struct fw_arena *arena, const struct fw_footnotes *footnotes,
                        struct fw_title_spec *title)
{
    title->text = with_markers(arena, footnotes, "title", title->text);
    title->subtitle = with_markers(arena, footnotes, "subtitle", title->subtitle);
}

/* ---- labels -------------------------------------------------------------------------------- */

struct search {
    struct fw_arena *arena;
    struct fw_fonts *fonts;
    const struct fw_footnote *footnote;
    bool found;
    const char **texts; /* [count] seen on the way, for a suggestion */
    size_t count, capacity;
};

/* A text of several lines is the same with spaces between them. */
static bool is_same(const char *text, const char *on)
{
    for (; *text != '\0' && *on != '\0'; text++, on++) {
        char a = *text == '\n' ? ' ' : *text;
        if (a != *on) {
            return false;
        }
    }
    return *text == *on;
}

/* Appends the marker; the text stays where it is, whatever it is aligned to. */
static void mark(struct search *search, struct fw_text *text)
{
    struct fw_font font = { text->family, text->size, text->weight, text->italic };
    const char *marker = search->footnote->marker;
    double width = fw_text_width(search->fonts, &font, marker, strlen(marker));
    text->text = fw_arena_printf(search->arena, "%s%s", text->text, marker);
    bool single = strchr(text->text, '\n') == NULL;
    double shares[] = { [FW_ALIGN_LEFT] = 0, [FW_ALIGN_CENTER] = 0.5, [FW_ALIGN_RIGHT] = 1 };
    text->x += single && text->angle == 0 ? shares[text->align] * width : 0;
}

static void search_node(struct search *search, struct fw_scene_node *node)
{
    for (struct fw_scene_node *child = node->kind == FW_NODE_GROUP ? node->first : NULL;
         child != NULL; child = child->next) {
        search_node(search, child);
    }
    for (size_t i = 0; node->kind == FW_NODE_TEXT && i < node->count; i++) {
        struct fw_text *text = &node->texts[i];
        if (text->text != NULL && is_same(text->text, search->footnote->on)) {
            mark(search, text);
            search->found = true;
        } else if (text->text != NULL) {
            FW_RESERVE(search->arena, search->texts, search->count, search->capacity);
            search->texts[search->count++] = text->text;
        }
    }
}

static bool is_of_title(const char *on)
{
    return strcmp(on, "title") == 0 || strcmp(on, "subtitle") == 0;
}

void fw_footnotes_mark(struct fw_arena *arena, struct fw_fonts *fonts, struct fw_diag *diag,
                       const struct fw_footnotes *footnotes, struct fw_scene_node *root)
{
    for (size_t i = 0; i < footnotes->count; i++) {
        struct search search = { .arena = arena, .fonts = fonts };
        search.footnote = &footnotes->items[i];
        if (is_of_title(search.footnote->on)) {
            continue;
        }
        search_node(&search, root);
        if (!search.found) {
            struct fw_diagnostic *d =
                fw_report(diag, fw_node_place(arena, search.footnote->at), FW_UNKNOWN_VALUE,
                          "no label of the figure is '%s'", search.footnote->on);
            fw_hint_nearest(diag, d, search.footnote->on, search.texts, search.count);
        }
    }
}
