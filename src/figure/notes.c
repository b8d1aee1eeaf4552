/* The lines below a figure. */
#include "figure/notes.h"

#include <string.h>

static void add(struct fw_notes *notes, const char *label, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        notes->items[notes->count++] = (struct fw_note){ label, text };
    }
}

static const char *join(struct fw_arena *arena, const char *text, const char *between,
                        const char *more)
{
    if (text == NULL || more == NULL) {
        return text == NULL ? more : text;
    }
    return fw_arena_printf(arena, "%s%s%s", text, between, more);
}

/* The written texts with what stands for "auto" among them. */
static const char *lines_text(struct fw_arena *arena, const struct fw_usermeta_lines *lines,
                              const char *automatic, const char *between, size_t *count)
{
    const char *text = NULL;
    for (size_t i = 0; i <= lines->count; i++) {
        if (lines->automatic && i == lines->automatic_at) {
            text = join(arena, text, between, automatic);
        }
        if (i < lines->count) {
            text = join(arena, text, between, lines->texts[i]);
        }
    }
    *count = lines->count;
    return text;
}

/* Says that evidence was there and is left out. */
static void report_dropped(struct fw_arena *arena, struct fw_diag *diag,
                           const struct fw_usermeta_lines *lines, const char *what,
                           const char *dropped)
{
    struct fw_diagnostic *d = fw_report(diag, fw_node_place(arena, lines->at), FW_DROPPED_EVIDENCE,
                                        "the data's %s left out of the figure", what);
    fw_hint(diag, d, "\"auto\" would say: %s", dropped);
}

static bool is_dropped(const struct fw_usermeta_lines *lines)
{
    return lines->none && lines->count == 0 && !lines->automatic;
}

/* A sentence ends in a mark of its own, or gets a full stop. */
static const char *sentence(struct fw_arena *arena, const char *text)
{
    size_t length = strlen(text);
    bool ends = length == 0 || strchr(".!?", text[length - 1]) != NULL;
    return ends ? text : fw_arena_printf(arena, "%s.", text);
}

static void add_source(struct fw_arena *arena, struct fw_diag *diag, struct fw_notes *notes,
                       const struct fw_evidence *evidence, const struct fw_usermeta_lines *lines)
{
    size_t count;
    if (is_dropped(lines) && evidence->source != NULL) {
        report_dropped(arena, diag, lines, "source is", evidence->source);
    }
    const char *text = lines_text(arena, lines, evidence->source, "; ", &count);
    count += lines->automatic ? evidence->source_count : 0;
    add(notes, count > 1 ? "Sources:" : "Source:", text);
    notes->source = text;
}

static void add_base(struct fw_arena *arena, struct fw_diag *diag, struct fw_notes *notes,
                     const struct fw_evidence *evidence, const struct fw_usermeta_lines *lines)
{
    size_t count;
    if (is_dropped(lines) && (evidence->base != NULL || evidence->period != NULL)) {
        const char *lost = join(arena, evidence->base, "; ", evidence->period);
        report_dropped(arena, diag, lines, "base is", lost);
    }
    add(notes, "Base:", lines_text(arena, lines, evidence->base, "; ", &count));
    add(notes, "Period:", lines->automatic ? evidence->period : NULL);
}

static const char *caveats_text(struct fw_arena *arena, const struct fw_evidence *evidence)
{
    const char *text = NULL;
    for (size_t i = 0; i < evidence->caveat_count; i++) {
        text = join(arena, text, " ", sentence(arena, evidence->caveats[i]));
    }
    return text;
}

/* Caveats and what the author has to add are notes alike to who reads them. */
static void add_caveats(struct fw_arena *arena, struct fw_diag *diag, struct fw_notes *notes,
                        const struct fw_evidence *evidence, const struct fw_usermeta_lines *lines,
                        const struct fw_usermeta_lines *more)
{
    const char *caveats = caveats_text(arena, evidence);
    if (is_dropped(lines) && caveats != NULL) {
        report_dropped(arena, diag, lines, "caveats are", caveats);
    }
    size_t count, more_count;
    struct fw_usermeta_lines ended[] = { *lines, *more };
    for (size_t i = 0; i < FW_COUNT(ended); i++) {
        const char **texts = FW_NEW_ARRAY(arena, ended[i].count, const char *);
        for (size_t k = 0; k < ended[i].count; k++) {
            texts[k] = sentence(arena, ended[i].texts[k]);
        }
        ended[i].texts = texts;
    }
    ended[1].automatic = false;
    const char *text = lines_text(arena, &ended[0], caveats, " ", &count);
    text = join(arena, text, " ", lines_text(arena, &ended[1], NULL, " ", &more_count));
    count += more_count + (lines->automatic ? evidence->caveat_count : 0);
    add(notes, count > 1 ? "Notes:" : "Note:", text);
}

struct fw_notes fw_notes_make(struct fw_arena *arena, struct fw_diag *diag,
                              const struct fw_evidence *evidence, const struct fw_usermeta *meta,
                              const char *const *footnotes, size_t footnote_count)
{
    enum { MOST_LINES = 4 }; /* source, base, period, notes */
    static const struct fw_usermeta plain = { .source = { .automatic = true },
                                              .base = { .automatic = true },
                                              .caveats = { .automatic = true } };
    meta = meta == NULL ? &plain : meta;
    struct fw_notes notes = { 0 };
    notes.items = FW_NEW_ARRAY(arena, footnote_count + MOST_LINES, struct fw_note);
    for (size_t i = 0; i < footnote_count; i++) {
        add(&notes, NULL, footnotes[i]);
    }
    add_source(arena, diag, &notes, evidence, &meta->source);
    add_base(arena, diag, &notes, evidence, &meta->base);
    add_caveats(arena, diag, &notes, evidence, &meta->caveats, &meta->notes);
    return notes;
}
