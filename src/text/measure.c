/* Widths by HarfBuzz, kept once known; cutting and breaking of text by them. */
#include "text/measure.h"

#include <string.h>

#include "base/utf8.h"
#include "text/face.h"

int fw_font_weight(const char *word)
{
    static const struct {
        const char *word;
        int weight;
    } words[] = { { "normal", 400 }, { "bold", 700 }, { "lighter", 300 }, { "bolder", 700 } };
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        if (strcmp(words[i].word, word) == 0) {
            return words[i].weight;
        }
    }
    int weight = 0;
    for (const char *at = word; *at >= '0' && *at <= '9' && weight <= 1000; at++) {
        weight = weight * 10 + (*at - '0');
    }
    return weight >= 1 && weight <= 1000 ? weight : 400;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The first character that a shaped line has no glyph for. HarfBuzz leaves none for what is
 * invisible. */
static bool find_missing(hb_buffer_t *buffer, const char *text, size_t length, uint32_t *code_point)
{
    unsigned count;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        if (glyphs[i].codepoint == 0) {
            size_t at = glyphs[i].cluster;
            *code_point = g_utf8_get_char_validated(text + at, (gssize)(length - at));
            return true;
        }
    }
    return false;
}

/* Whether the font maps every character: then nothing can be missing, and most texts are so. */
static bool maps_all(const struct fw_face *face, const char *text, size_t length)
{
    const char *end = text + length;
    hb_codepoint_t glyph;
    while (text < end) {
        if (!hb_font_get_nominal_glyph(face->font, fw_utf8_next(text, end, &text), &glyph)) {
            return false;
        }
    }
    return true;
}

bool fw_text_lacks_glyph(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                         size_t length, uint32_t *code_point)
{
    const struct fw_face *wanted = fw_face_find(fonts, font);
    text = fw_line_clean(fonts, text, &length);
    if (maps_all(wanted, text, length)) {
        return false;
    }
    hb_buffer_t *buffer = fw_face_shape(fonts, wanted, text, length);
    if (!find_missing(buffer, text, length, code_point)) {
        return false;
    }
    for (size_t i = 0; i < fonts->count; i++) {
        struct fw_face *face = &fonts->faces[i];
        hb_codepoint_t glyph;
        if (fw_face_open(face) && hb_font_get_nominal_glyph(face->font, *code_point, &glyph)) {
            return false; /* Pango falls back to this one */
        }
    }
    return true;
}

/* What Pango makes of a text that needs another font: it falls back, or draws a box for want of
 * one. */
static double width_with_fallback(struct fw_fonts *fonts, const struct fw_font *font,
                                  const char *text, size_t length)
{
    PangoLayout *layout = fw_fonts_layout(fonts, font, text, length);
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL, &logical);
    g_object_unref(layout);
    return (double)logical.width / PANGO_SCALE;
}

double fw_text_width(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                     size_t length)
{
    if (!(font->size > 0) || length == 0) {
        return 0;
    }
    const struct fw_face *face = fw_face_find(fonts, font);
    double width_em;
    if (fw_widths_find(&fonts->widths, face->index, text, length, &width_em)) {
        return width_em * font->size;
    }
    size_t clean_length = length;
    const char *clean = fw_line_clean(fonts, text, &clean_length);
    hb_buffer_t *buffer = fw_face_shape(fonts, face, clean, clean_length);
    uint32_t missing;
    if (find_missing(buffer, clean, clean_length, &missing)) {
        return width_with_fallback(fonts, font, clean, clean_length);
    }
    unsigned count;
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    int64_t units = 0;
    for (unsigned i = 0; i < count; i++) {
        units += positions[i].x_advance;
    }
    width_em = (double)units / face->units_per_em;
    fw_widths_keep(&fonts->widths, face->index, text, length, width_em);
    return width_em * font->size;
}

/* Where each character of a text begins, and its end: offsets[0..count]. */
static size_t character_offsets(struct fw_arena *arena, const char *text, size_t length,
                                size_t **offsets)
{
    *offsets = FW_NEW_ARRAY(arena, length + 1, size_t);
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (!continues(text[i])) {
            (*offsets)[count++] = i;
        }
    }
    (*offsets)[count] = length;
    return count;
}

/*
 * How many characters may stay at the start, by Vega's own bisection: kerning makes widths not
 * quite monotonic, so another search could stop elsewhere.
 */
static size_t longest_prefix(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                             const size_t *offsets, size_t count, double limit)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = 1 + (low + high) / 2;
        middle = middle > count ? count : middle;
        if (fw_text_width(fonts, font, text, offsets[middle]) < limit) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/* How many characters to take from the start, likewise. */
static size_t shortest_cut(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                           const size_t *offsets, size_t count, double limit)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        size_t at = offsets[middle];
        if (fw_text_width(fonts, font, text + at, offsets[count] - at) > limit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const char *fw_text_truncate(struct fw_fonts *fonts, struct fw_arena *arena,
                             const struct fw_font *font, const char *text, double limit,
                             const char *ellipsis, bool from_end)
{
    size_t length = strlen(text);
    text = fw_utf8_trim(text, &length);
    if (!(limit > 0) || length == 0 || fw_text_width(fonts, font, text, length) < limit) {
        return fw_arena_text(arena, text, length);
    }
    limit -= fw_text_width(fonts, font, ellipsis, strlen(ellipsis));
    size_t *offsets;
    size_t count = character_offsets(arena, text, length, &offsets);
    if (from_end) {
        size_t cut = offsets[shortest_cut(fonts, font, text, offsets, count, limit)];
        return fw_arena_printf(arena, "%s%.*s", ellipsis, (int)(length - cut), text + cut);
    }
    size_t kept = offsets[longest_prefix(fonts, font, text, offsets, count, limit)];
    return fw_arena_printf(arena, "%.*s%s", (int)kept, text, ellipsis);
}

struct lines {
    const char **items;
    size_t count, capacity;
};

static void add_line(struct fw_arena *arena, struct lines *lines, const char *begin,
                     const char *end)
{
    FW_RESERVE(arena, lines->items, lines->count, lines->capacity);
    lines->items[lines->count++] = fw_arena_text(arena, begin, (size_t)(end - begin));
}

/* Breaks one paragraph: a line takes words while they fit. */
static void wrap_paragraph(struct fw_fonts *fonts, struct fw_arena *arena,
                           const struct fw_font *font, const char *text, const char *end,
                           double width, struct lines *lines)
{
    const char *begin = text; /* of the line */
    const char *last = NULL;  /* end of the last word that fits */
    for (const char *at = text; at <= end;) {
        const char *word_end = at;
        while (word_end < end && *word_end != ' ') {
            word_end++;
        }
        double wide = fw_text_width(fonts, font, begin, (size_t)(word_end - begin));
        if (last != NULL && wide > width && word_end > at) {
            add_line(arena, lines, begin, last);
            begin = at;
        }
        last = word_end;
        at = word_end;
        while (at < end && *at == ' ') {
            at++;
        }
        if (at == end) {
            break;
        }
    }
    add_line(arena, lines, begin, last == NULL ? end : last);
}

const char **fw_text_wrap(struct fw_fonts *fonts, struct fw_arena *arena,
                          const struct fw_font *font, const char *text, double width, size_t *count)
{
    struct lines lines = { 0 };
    for (const char *at = text; at != NULL;) {
        const char *newline = strchr(at, '\n');
        const char *end = newline == NULL ? at + strlen(at) : newline;
        wrap_paragraph(fonts, arena, font, at, end, width, &lines);
        at = newline == NULL ? NULL : newline + 1;
    }
    *count = lines.count;
    return lines.items;
}
