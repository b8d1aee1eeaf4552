/* Sources as one cites them: each report once, with all the places in it that were used. */
#include "figure/citation.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "figure/listing.h"

/* What a numbered place is called. The first is that of a bare number. */
static const struct noun {
    const char *one, *many;
} nouns[] = {
    { "paragraph", "paragraphs" }, { "page", "pages" },         { "Chapter", "Chapters" },
    { "Section", "Sections" },     { "Table", "Tables" },       { "Figure", "Figures" },
    { "Chart", "Charts" },         { "Annex", "Annexes" },      { "Appendix", "Appendices" },
    { "Part", "Parts" },           { "footnote", "footnotes" }, { "note", "notes" },
};
enum { PARAGRAPH, PAGE };

/* Places of one kind in a report. */
struct places {
    const struct noun *noun; /* NULL: a heading, whose `texts` are what stands below it */
    const char *heading;
    struct fw_listing texts;
};

struct fw_citation {
    const char *title;
    struct places *places; /* [count], in the order of first use */
    size_t count, capacity;
};

/* ---- reading ------------------------------------------------------------------------------- */

static bool starts_with_word(const char *text, size_t length, const char *word)
{
    size_t n = strlen(word);
    if (length <= n || text[n] != ' ') {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (tolower((unsigned char)text[i]) != tolower((unsigned char)word[i])) {
            return false;
        }
    }
    return true;
}

/* Whether a noun's place follows: "7 to 9", "B", "A.2"; "Notes to editors" is a heading. */
static bool is_numbered(const char *text, size_t length)
{
    if (length == 0) {
        return false;
    }
    bool letter =
        isupper((unsigned char)text[0]) && (length == 1 || !isalpha((unsigned char)text[1]));
    return letter || isdigit((unsigned char)text[0]);
}

/* The noun that a place begins with, and how many bytes that takes; a number alone is a
 * paragraph's. */
static const struct noun *noun_of(const char *text, size_t length, size_t *skip)
{
    *skip = 0;
    if (length > 0 && isdigit((unsigned char)text[0])) {
        return &nouns[PARAGRAPH];
    }
    for (size_t i = 0; i < FW_COUNT(nouns); i++) {
        const char *const words[] = { nouns[i].many, nouns[i].one };
        for (size_t k = 0; k < FW_COUNT(words); k++) {
            size_t behind = strlen(words[k]) + 1;
            if (starts_with_word(text, length, words[k]) &&
                is_numbered(text + behind, length - behind)) {
                *skip = behind;
                return &nouns[i];
            }
        }
    }
    return NULL;
}

/* The places of that noun, or below that heading; made on first sight. */
static struct places *find_places(struct fw_arena *arena, struct fw_citation *citation,
                                  const struct noun *noun, const char *heading)
{
    for (size_t i = 0; i < citation->count; i++) {
        struct places *places = &citation->places[i];
        bool same_heading =
            places->noun == NULL && heading != NULL && strcmp(places->heading, heading) == 0;
        if (noun != NULL ? places->noun == noun : same_heading) {
            return places;
        }
    }
    FW_RESERVE(arena, citation->places, citation->count, citation->capacity);
    struct places *places = &citation->places[citation->count++];
    *places = (struct places){ .noun = noun, .heading = heading, .texts = { .arena = arena } };
    return places;
}

/* A heading, with what stands below it: "Findings 2, Victim data", "unnumbered (press notice)". */
static void add_heading(struct fw_arena *arena, struct fw_citation *citation, const char *text)
{
    size_t length = strlen(text);
    const char *below = strstr(text, " ("), *comma = strstr(text, ", ");
    bool in_brackets = below != NULL && text[length - 1] == ')' && (comma == NULL || below < comma);
    if (!in_brackets && comma == NULL) {
        find_places(arena, citation, NULL, text);
        return;
    }
    const char *end = in_brackets ? below : comma;
    const char *rest = end + 2;
    size_t rest_length = strlen(rest) - (in_brackets ? 1 : 0);
    const char *heading = fw_arena_text(arena, text, (size_t)(end - text));
    fw_listing_add(&find_places(arena, citation, NULL, heading)->texts,
                   fw_arena_text(arena, rest, rest_length));
}

/* The end of the place that starts at `text`: a comma outside brackets, or "and" before a place
 * that is plainly one. */
static const char *place_end(const char *text, const char **next)
{
    int depth = 0;
    for (const char *at = text; *at != '\0'; at++) {
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        size_t skip;
        if (depth <= 0 && (*at == ',' || *at == ';')) {
            *next = at + 1;
            return at;
        }
        if (depth <= 0 && strncmp(at, " and ", 5) == 0 &&
            noun_of(at + 5, strlen(at + 5), &skip) != NULL) {
            *next = at + 5;
            return at;
        }
    }
    *next = text + strlen(text);
    return *next;
}

/* Places as people write them. Plain words one after the other are one path of headings. */
static void add_places(struct fw_arena *arena, struct fw_citation *citation, const char *text)
{
    struct fw_bytes path = { 0 };
    for (const char *next; *text != '\0'; text = next) {
        text += strspn(text, " ");
        size_t skip, length = (size_t)(place_end(text, &next) - text);
        const struct noun *noun = noun_of(text, length, &skip);
        if (noun == NULL && length > 0) {
            fw_bytes_puts(&path, path.length > 0 ? ", " : "");
            fw_bytes_append(&path, text, length);
            continue;
        }
        if (path.length > 0) {
            add_heading(arena, citation, fw_arena_text(arena, fw_bytes_text(&path), path.length));
            path.length = 0;
        }
        if (noun != NULL) {
            fw_listing_add(&find_places(arena, citation, noun, NULL)->texts,
                           fw_arena_text(arena, text + skip, length - skip));
        }
    }
    if (path.length > 0) {
        add_heading(arena, citation, fw_arena_text(arena, fw_bytes_text(&path), path.length));
    }
    fw_bytes_finish(&path);
}

/* A table or page that is written without its noun. */
static void add_numbered(struct fw_arena *arena, struct fw_citation *citation, const char *noun,
                         const char *text)
{
    if (text != NULL) {
        bool bare = isdigit((unsigned char)text[0]);
        add_places(arena, citation, bare ? fw_arena_printf(arena, "%s %s", noun, text) : text);
    }
}

static struct fw_citation *find_citation(struct fw_citations *citations, const char *title)
{
    for (size_t i = 0; i < citations->count; i++) {
        if (strcmp(citations->items[i].title, title) == 0) {
            return &citations->items[i];
        }
    }
    FW_RESERVE(citations->arena, citations->items, citations->count, citations->capacity);
    struct fw_citation *citation = &citations->items[citations->count++];
    *citation = (struct fw_citation){ .title = title };
    return citation;
}

void fw_citations_add(struct fw_citations *citations, const struct fw_resource_source *source)
{
    const char *title = source->title[0] != '\0' ? source->title : source->path;
    if (title == NULL) {
        return;
    }
    struct fw_arena *arena = citations->arena;
    struct fw_citation *citation = find_citation(citations, title);
    if (source->section != NULL) {
        add_places(arena, citation, source->section);
    }
    if (source->paragraph != NULL) {
        add_places(arena, citation, source->paragraph);
    }
    add_numbered(arena, citation, "Table", source->table);
    add_numbered(arena, citation, "page", source->page);
}

/* ---- writing ------------------------------------------------------------------------------- */

/* "paragraphs 25 to 28", "Table 1", "Findings 2 (Offender data and Victim data)". */
static const char *places_text(struct fw_arena *arena, struct places *places)
{
    struct fw_listing *texts = &places->texts;
    if (places->noun != NULL) {
        fw_listing_sort(texts);
        fw_listing_fold(texts);
        const char *list = fw_listing_text(texts);
        bool many = texts->count > 1 || strstr(list, " to ") != NULL || strchr(list, '-') != NULL;
        return fw_arena_printf(arena, "%s %s", many ? places->noun->many : places->noun->one, list);
    }
    /* A heading without a number, in the words of who read the report. */
    const char *heading = places->heading;
    if (strcmp(heading, "unnumbered") == 0) {
        heading = texts->count > 1 ? "unnumbered paragraphs" : "unnumbered paragraph";
    } else if (texts->count == 1) {
        return fw_arena_printf(arena, "%s, %s", heading, fw_listing_text(texts));
    }
    return texts->count == 0 ? heading
                             : fw_arena_printf(arena, "%s (%s)", heading, fw_listing_text(texts));
}

static const char *citation_text(struct fw_arena *arena, struct fw_citation *citation)
{
    struct fw_listing parts = { .arena = arena };
    for (size_t i = 0; i < citation->count; i++) {
        fw_listing_add(&parts, places_text(arena, &citation->places[i]));
    }
    return parts.count == 0
               ? citation->title
               : fw_arena_printf(arena, "%s, %s", citation->title, fw_listing_text(&parts));
}

const char *fw_citations_text(const struct fw_citations *citations)
{
    const char *text = NULL;
    for (size_t i = 0; i < citations->count; i++) {
        const char *one = citation_text(citations->arena, &citations->items[i]);
        text = text == NULL ? one : fw_arena_printf(citations->arena, "%s; %s", text, one);
    }
    return text;
}
