/* What is wrong with a document: one list of reports, in source order once sorted. */
#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"

enum { SEVERITIES = FW_NOTE + 1 };

struct entry {
    struct fw_diagnostic *diagnostic;
    size_t source; /* in order of first sight; reports without a place come last */
};

struct fw_diag {
    struct fw_arena *arena;
    struct entry *entries;
    size_t count, capacity;
    const struct fw_source **sources;
    size_t source_count, source_capacity;
    size_t kept[SEVERITIES], seen[SEVERITIES];
    struct fw_diagnostic spare; /* what callers get for a report that is not kept */
};

static const struct {
    const char *slug;
    enum fw_severity severity;
} code_table[] = {
#define CODE_ROW(name, slug, severity) { slug, FW_##severity },
    FW_CODE_LIST(CODE_ROW)
#undef CODE_ROW
};

const char *fw_code_slug(enum fw_code code)
{
    return code_table[code].slug;
}

enum fw_severity fw_code_severity(enum fw_code code)
{
    return code_table[code].severity;
}

struct fw_place fw_nowhere(void)
{
    return (struct fw_place){ 0 };
}

struct fw_diag *fw_diag_new(struct fw_arena *arena)
{
    struct fw_diag *diag = FW_NEW(arena, struct fw_diag);
    diag->arena = arena;
    return diag;
}

/* A file that is read again, for a figure that is laid out twice, is the same source. */
static bool is_same_source(const struct fw_source *a, const struct fw_source *b)
{
    return a == b || (a != NULL && b != NULL && a->length == b->length &&
                      strcmp(a->name, b->name) == 0 && memcmp(a->text, b->text, a->length) == 0);
}

static size_t source_index(struct fw_diag *diag, const struct fw_source *source)
{
    if (source == NULL) {
        return SIZE_MAX;
    }
    for (size_t i = 0; i < diag->source_count; i++) {
        if (is_same_source(diag->sources[i], source)) {
            return i;
        }
    }
    FW_RESERVE(diag->arena, diag->sources, diag->source_count, diag->source_capacity);
    diag->sources[diag->source_count] = source;
    return diag->source_count++;
}

static struct fw_diagnostic *find_same(const struct fw_diag *diag, const struct fw_place *place,
                                       enum fw_code code, const char *message)
{
    for (size_t i = 0; i < diag->count; i++) {
        struct fw_diagnostic *d = diag->entries[i].diagnostic;
        if (d->code == code && d->place.begin == place->begin && strcmp(d->message, message) == 0 &&
            is_same_source(d->place.source, place->source)) {
            return d;
        }
    }
    return NULL;
}

struct fw_diagnostic *fw_report(struct fw_diag *diag, struct fw_place place, enum fw_code code,
                                const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = fw_arena_vprintf(diag->arena, format, args);
    va_end(args);
    struct fw_diagnostic *d = find_same(diag, &place, code, message);
    if (d != NULL) {
        return d;
    }
    enum fw_severity severity = fw_code_severity(code);
    diag->seen[severity]++;
    if (diag->kept[severity] == FW_LIMIT_DIAGNOSTICS) {
        d = &diag->spare;
    } else {
        diag->kept[severity]++;
        d = FW_NEW(diag->arena, struct fw_diagnostic);
        FW_RESERVE(diag->arena, diag->entries, diag->count, diag->capacity);
        diag->entries[diag->count++] = (struct entry){ d, source_index(diag, place.source) };
    }
    *d = (struct fw_diagnostic){
        .severity = severity, .code = code, .place = place, .message = message
    };
    return d;
}

void fw_hint(struct fw_diag *diag, struct fw_diagnostic *diagnostic, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diagnostic->hint = fw_arena_vprintf(diag->arena, format, args);
    va_end(args);
}

void fw_hint_nearest(struct fw_diag *diag, struct fw_diagnostic *diagnostic, const char *written,
                     const char *const *names, size_t count)
{
    const char *nearest = fw_nearest(written, names, count);
    if (nearest != NULL) {
        fw_hint(diag, diagnostic, "did you mean '%s'?", nearest);
    }
}

size_t fw_diag_errors(const struct fw_diag *diag)
{
    return diag->seen[FW_ERROR];
}

size_t fw_diag_count(const struct fw_diag *diag)
{
    return diag->count;
}

const struct fw_diagnostic *fw_diag_get(const struct fw_diag *diag, size_t index)
{
    return diag->entries[index].diagnostic;
}

size_t fw_diag_dropped(const struct fw_diag *diag)
{
    size_t dropped = 0;
    for (int severity = 0; severity < SEVERITIES; severity++) {
        dropped += diag->seen[severity] - diag->kept[severity];
    }
    return dropped;
}

static bool comes_before(const struct entry *a, const struct entry *b)
{
    if (a->source != b->source) {
        return a->source < b->source;
    }
    return a->diagnostic->place.begin < b->diagnostic->place.begin;
}

/* By insertion: the list is short by its cap, nearly sorted already, and must keep its order else.
 */
void fw_diag_sort(struct fw_diag *diag)
{
    for (size_t i = 1; i < diag->count; i++) {
        struct entry entry = diag->entries[i];
        size_t at = i;
        while (at > 0 && comes_before(&entry, &diag->entries[at - 1])) {
            diag->entries[at] = diag->entries[at - 1];
            at--;
        }
        diag->entries[at] = entry;
    }
}

void fw_source_locate(const struct fw_source *source, size_t offset, size_t *line, size_t *column)
{
    const char *at = source->text;
    const char *end = at + (offset < source->length ? offset : source->length);
    *line = 1;
    for (const char *feed; (feed = memchr(at, '\n', (size_t)(end - at))) != NULL;) {
        at = feed + 1;
        (*line)++;
    }
    *column = fw_utf8_count(at, (size_t)(end - at)) + 1;
}
