/* Texts of a figure broken into lines. */
#include "figure/paragraph.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/bytes.h"

struct fw_wrapped_word {
    size_t span;
    const char *text;
    size_t length; /* bytes */
    double width;  /* px */
    double space;  /* px of white space before it; 0 where it goes on without */
    bool breaks;   /* a new line begins before it, whatever the room */
    bool glued;    /* it belongs to the word before: no line begins here */
};

struct fw_wrapped_line {
    size_t first, count; /* words */
    double width;
};

/* ---- words --------------------------------------------------------------------------------- */

struct splitter {
    struct fw_fonts *fonts;
    struct fw_arena *arena;
    struct fw_wrapped *wrapped;
    size_t capacity;
    double most; /* px that a word may have */
};

static struct fw_font span_font(const struct fw_paragraph *paragraph, size_t span)
{
    return (struct fw_font){ paragraph->family, paragraph->size, paragraph->spans[span].weight,
                             paragraph->italic };
}

static double span_width(struct fw_fonts *fonts, const struct fw_paragraph *paragraph, size_t span,
                         const char *text, size_t length)
{
    struct fw_font font = span_font(paragraph, span);
    return fw_text_width(fonts, &font, text, length);
}

/* Bytes of the longest start of `text` that fits; at least one character. */
static size_t fitting_start(const struct splitter *splitter, size_t span, const char *text,
                            size_t length)
{
    size_t fits = 0;
    for (size_t at = 0; at < length;) {
        at++;
        while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80) {
            at++; /* the rest of a character */
        }
        double width = span_width(splitter->fonts, splitter->wrapped->paragraph, span, text, at);
        if (fits > 0 && width > splitter->most) {
            break;
        }
        fits = at;
    }
    return fits;
}

static void push_word(struct splitter *splitter, struct fw_wrapped_word word)
{
    struct fw_wrapped *wrapped = splitter->wrapped;
    const struct fw_paragraph *paragraph = wrapped->paragraph;
    word.width = span_width(splitter->fonts, paragraph, word.span, word.text, word.length);
    while (word.width > splitter->most && word.length > 1) {
        struct fw_wrapped_word start = word;
        start.length = fitting_start(splitter, word.span, word.text, word.length);
        if (start.length == word.length) {
            break;
        }
        start.width = span_width(splitter->fonts, paragraph, word.span, start.text, start.length);
        FW_RESERVE(splitter->arena, wrapped->words, wrapped->word_count, splitter->capacity);
        wrapped->words[wrapped->word_count++] = start;
        word.text += start.length;
        word.length -= start.length;
        word.space = 0;
        word.breaks = true;
        word.glued = false;
        word.width = span_width(splitter->fonts, paragraph, word.span, word.text, word.length);
    }
    FW_RESERVE(splitter->arena, wrapped->words, wrapped->word_count, splitter->capacity);
    wrapped->words[wrapped->word_count++] = word;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A percent sign stays with its number, "100 %", and a short number with the word that it numbers,
 * "Table 1". */
static bool holds_on(const struct fw_wrapped *wrapped, const char *text, size_t length)
{
    if (wrapped->word_count == 0 || length == 0) {
        return false;
    }
    const struct fw_wrapped_word *before = &wrapped->words[wrapped->word_count - 1];
    char last = before->text[before->length - 1];
    size_t digits = 0;
    while (digits < length && is_digit(text[digits])) {
        digits++;
    }
    bool numbers =
        digits > 0 && digits <= 2 && isalpha((unsigned char)last) && before->length <= 12;
    return numbers || (text[0] == '%' && is_digit(last));
}

static void split_words(struct splitter *splitter)
{
    const struct fw_paragraph *paragraph = splitter->wrapped->paragraph;
    bool spaced = false, breaks = false;
    for (size_t i = 0; i < paragraph->count; i++) {
        const char *at = paragraph->spans[i].text;
        double space = span_width(splitter->fonts, paragraph, i, " ", 1);
        while (*at != '\0') {
            size_t white = strspn(at, " \t\r\n");
            breaks = breaks || memchr(at, '\n', white) != NULL;
            spaced = spaced || white > 0;
            at += white;
            size_t length = strcspn(at, " \t\r\n");
            if (length > 0) {
                bool first = splitter->wrapped->word_count == 0;
                push_word(splitter,
                          (struct fw_wrapped_word){
                              .span = i,
                              .text = at,
                              .length = length,
                              .space = spaced && !first ? space : 0,
                              .breaks = breaks,
                              .glued = !first && !breaks &&
                                       (!spaced || holds_on(splitter->wrapped, at, length)),
                          });
                spaced = breaks = false;
            }
            at += length;
        }
    }
}

/* ---- lines --------------------------------------------------------------------------------- */

/* The width of a word with those that are glued to it. */
static double unit_width(const struct fw_wrapped *wrapped, size_t word)
{
    double width = wrapped->words[word].width;
    while (word + 1 < wrapped->word_count && wrapped->words[word + 1].glued) {
        word++;
        width += wrapped->words[word].space + wrapped->words[word].width;
    }
    return width;
}

/* Greedy lines of at most `width` px; into `lines` where that is not NULL. Returns how many. */
static size_t break_lines(const struct fw_wrapped *wrapped, double width,
                          struct fw_wrapped_line *lines)
{
    size_t count = 0;
    double used = 0;
    for (size_t i = 0; i < wrapped->word_count; i++) {
        const struct fw_wrapped_word *word = &wrapped->words[i];
        bool full = !word->glued && used + word->space + unit_width(wrapped, i) > width;
        bool begins = i == 0 || word->breaks || full;
        used = begins ? word->width : used + word->space + word->width;
        count += begins ? 1 : 0;
        if (lines != NULL && begins) {
            lines[count - 1] = (struct fw_wrapped_line){ .first = i };
        }
        if (lines != NULL) {
            lines[count - 1].count++;
            lines[count - 1].width = used;
        }
    }
    return count;
}

/* px of the last line. */
static double last_width(const struct fw_wrapped *wrapped, double width,
                         struct fw_wrapped_line *lines)
{
    size_t count = break_lines(wrapped, width, lines);
    return count == 0 ? 0 : lines[count - 1].width;
}

/* The narrowest width with no more lines, to half a px. */
static double balanced_width(const struct fw_wrapped *wrapped, double width, size_t lines)
{
    double low = 0, high = width;
    while (high - low > 0.5) {
        double middle = (low + high) / 2;
        *(break_lines(wrapped, middle, NULL) <= lines ? &high : &low) = middle;
    }
    return high;
}

/* The least that a last line has of the width, and how much narrower lines may become for that, in
 * what steps: our taste. */
static const double least_last = 0.2, least_share = 0.8, share_step = 0.02;

static double width_without_orphan(const struct fw_wrapped *wrapped, double width, size_t lines,
                                   struct fw_wrapped_line *room)
{
    for (double share = 1; share >= least_share; share -= share_step) {
        if (break_lines(wrapped, width * share, NULL) > lines) {
            break;
        }
        if (last_width(wrapped, width * share, room) >= least_last * width) {
            return width * share;
        }
    }
    return width;
}

struct fw_wrapped fw_paragraph_wrap(struct fw_fonts *fonts, struct fw_arena *arena,
                                    const struct fw_paragraph *paragraph, double width)
{
    struct fw_wrapped wrapped = { .paragraph = paragraph };
    struct splitter splitter = { fonts, arena, &wrapped, 0, width };
    split_words(&splitter);
    wrapped.lines = FW_NEW_ARRAY(arena, wrapped.word_count, struct fw_wrapped_line);
    size_t count = break_lines(&wrapped, width, NULL);
    if (count > 1 && isfinite(width)) {
        width = paragraph->balanced ? balanced_width(&wrapped, width, count)
                                    : width_without_orphan(&wrapped, width, count, wrapped.lines);
    }
    memset(wrapped.lines, 0, wrapped.word_count * sizeof *wrapped.lines);
    wrapped.line_count = break_lines(&wrapped, width, wrapped.lines);
    for (size_t i = 0; i < wrapped.line_count; i++) {
        wrapped.width = fmax(wrapped.width, wrapped.lines[i].width);
    }
    wrapped.height = (double)wrapped.line_count * paragraph->line_height;
    return wrapped;
}

/* ---- drawing ------------------------------------------------------------------------------- */

struct drawer {
    struct fw_arena *arena;
    struct fw_scene_node *parent;
    enum fw_role role;
    const struct fw_wrapped *wrapped;
    bool started; /* a text of the paragraph is there: more continue it */
};

/* Where the baseline lies in a line: half of the height of capitals, 0.73 em in Inter, below its
 * middle. */
static double baseline_of(const struct fw_paragraph *paragraph)
{
    return paragraph->line_height / 2 + 0.73 / 2 * paragraph->size;
}

static void add_text(struct drawer *drawer, size_t span, const char *text, double x, double y)
{
    const struct fw_paragraph *paragraph = drawer->wrapped->paragraph;
    struct fw_scene_node *node =
        fw_scene_add(drawer->arena, drawer->parent, FW_NODE_TEXT, drawer->role, 1);
    node->continues = drawer->started;
    drawer->started = true;
    node->texts[0] = (struct fw_text){
        .x = x,
        .y = y,
        .text = text,
        .family = paragraph->family,
        .size = paragraph->size,
        .line_height = paragraph->line_height,
        .weight = paragraph->spans[span].weight,
        .italic = paragraph->italic,
        .align = paragraph->align,
        .baseline = FW_BASELINE_ALPHABETIC,
    };
    struct fw_style style = fw_style_default();
    style.fill = paragraph->spans[span].fill;
    fw_scene_style(drawer->arena, node, &style);
}

/* Appends words, with one space wherever there is white space. */
static void put_words(struct fw_bytes *out, const struct fw_wrapped *wrapped, size_t first,
                      size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        const struct fw_wrapped_word *word = &wrapped->words[i];
        fw_bytes_puts(out, i > first && word->space > 0 ? " " : "");
        fw_bytes_append(out, word->text, word->length);
    }
}

/* How many words from `first` on, up to `end`, are of one span. */
static size_t same_span(const struct fw_wrapped *wrapped, size_t first, size_t end)
{
    size_t count = 1;
    while (first + count < end &&
           wrapped->words[first + count].span == wrapped->words[first].span) {
        count++;
    }
    return count;
}

/* How many lines from `first` on are wholly of the span that line begins with. */
static size_t whole_lines(const struct fw_wrapped *wrapped, size_t first)
{
    size_t span = wrapped->words[wrapped->lines[first].first].span, count = 0;
    while (first + count < wrapped->line_count) {
        const struct fw_wrapped_line *line = &wrapped->lines[first + count];
        size_t last = line->first + line->count - 1;
        if (wrapped->words[line->first].span != span || wrapped->words[last].span != span) {
            break;
        }
        count++;
    }
    return count;
}

static double width_of_words(const struct fw_wrapped *wrapped, size_t first, size_t count)
{
    double width = 0;
    for (size_t i = first; i < first + count; i++) {
        width += wrapped->words[i].width + (i > first ? wrapped->words[i].space : 0);
    }
    return width;
}

/* A line of several looks, each beside the one before. */
static void draw_mixed_line(struct drawer *drawer, size_t line, double x, double y)
{
    const struct fw_wrapped *wrapped = drawer->wrapped;
    size_t at = wrapped->lines[line].first, end = at + wrapped->lines[line].count;
    while (at < end) {
        size_t count = same_span(wrapped, at, end);
        struct fw_bytes text = { 0 };
        put_words(&text, wrapped, at, count);
        x += at > wrapped->lines[line].first ? wrapped->words[at].space : 0;
        add_text(drawer, wrapped->words[at].span,
                 fw_arena_text(drawer->arena, fw_bytes_text(&text), text.length), x, y);
        fw_bytes_finish(&text);
        x += width_of_words(wrapped, at, count);
        at += count;
    }
}

void fw_wrapped_draw(struct fw_arena *arena, struct fw_scene_node *parent, enum fw_role role,
                     const struct fw_wrapped *wrapped, double x, double y, double width)
{
    const struct fw_paragraph *paragraph = wrapped->paragraph;
    struct drawer drawer = { arena, parent, role, wrapped, false };
    double shares[] = { [FW_ALIGN_LEFT] = 0, [FW_ALIGN_CENTER] = 0.5, [FW_ALIGN_RIGHT] = 1 };
    double anchor = x + shares[paragraph->align] * width;
    for (size_t line = 0; line < wrapped->line_count;) {
        double top = y + (double)line * paragraph->line_height;
        size_t whole = whole_lines(wrapped, line);
        if (whole == 0) {
            draw_mixed_line(&drawer, line++, x, top + baseline_of(paragraph));
            continue;
        }
        struct fw_bytes text = { 0 };
        for (size_t i = line; i < line + whole; i++) {
            fw_bytes_puts(&text, i > line ? "\n" : "");
            put_words(&text, wrapped, wrapped->lines[i].first, wrapped->lines[i].count);
        }
        add_text(&drawer, wrapped->words[wrapped->lines[line].first].span,
                 fw_arena_text(arena, fw_bytes_text(&text), text.length), anchor,
                 top + baseline_of(paragraph));
        fw_bytes_finish(&text);
        line += whole;
    }
}
