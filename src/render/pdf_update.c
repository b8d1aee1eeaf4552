/* Reads Cairo's cross-reference table and trailer, and writes others behind them. */
#include "render/pdf_update.h"

#include <string.h>

#include "base/utf8.h"

/* A reader of the tokens of table and trailer. */
struct cursor {
    const char *at, *end;
};

static void skip_space(struct cursor *cursor)
{
    while (cursor->at < cursor->end && strchr(" \r\n\t", *cursor->at) != NULL) {
        cursor->at++;
    }
}

static bool take(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    skip_space(cursor);
    if ((size_t)(cursor->end - cursor->at) < length || memcmp(cursor->at, word, length) != 0) {
        return false;
    }
    cursor->at += length;
    return true;
}

/* A file is never so long that its offsets have more than 10 digits. */
static bool take_number(struct cursor *cursor, size_t *number)
{
    int digits = 0;
    skip_space(cursor);
    for (*number = 0; cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9';) {
        *number = *number * 10 + (size_t)(*cursor->at++ - '0');
        if (++digits > 10) {
            return false;
        }
    }
    return digits > 0;
}

/* Behind the last `word`. */
static bool find_last(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    const char *begin = cursor->at;
    if ((size_t)(cursor->end - begin) < length) {
        return false;
    }
    for (const char *at = cursor->end - length; at > begin; at--) {
        if (memcmp(at, word, length) == 0) {
            cursor->at = at + length;
            return true;
        }
    }
    return false;
}

/* The number behind `/key`, before the end of the trailer; 0 when there is none. */
static size_t trailer_number(struct cursor trailer, const char *key)
{
    size_t number;
    while (trailer.at < trailer.end) {
        const char *slash = memchr(trailer.at, '/', (size_t)(trailer.end - trailer.at));
        trailer.at = slash == NULL ? trailer.end : slash + 1;
        if (slash != NULL && take(&trailer, key) && take_number(&trailer, &number)) {
            return number;
        }
    }
    return 0;
}

/* One section from object 0 on: lines of offset, generation and n or f. */
static bool read_table(struct fw_pdf_update *update, struct cursor *cursor)
{
    size_t first, generation;
    if (!take(cursor, "xref") || !take_number(cursor, &first) || first != 0 ||
        !take_number(cursor, &update->old_count) || update->old_count > update->pdf->length) {
        return false;
    }
    update->old_places = FW_NEW_ARRAY(update->arena, update->old_count, size_t);
    for (size_t i = 0; i < update->old_count; i++) {
        size_t offset;
        if (!take_number(cursor, &offset) || !take_number(cursor, &generation)) {
            return false;
        }
        bool used = take(cursor, "n");
        update->old_places[i] = used && offset < update->pdf->length ? offset : 0;
        if (!used && !take(cursor, "f")) {
            return false;
        }
    }
    return take(cursor, "trailer");
}

bool fw_pdf_update_begin(struct fw_pdf_update *update, struct fw_arena *arena, struct fw_bytes *pdf)
{
    *update = (struct fw_pdf_update){ .arena = arena, .pdf = pdf };
    struct cursor cursor = { pdf->data, pdf->data + pdf->length };
    if (!find_last(&cursor, "startxref") || !take_number(&cursor, &update->old_table) ||
        update->old_table >= pdf->length) {
        return false;
    }
    cursor.at = pdf->data + update->old_table;
    if (!read_table(update, &cursor)) {
        return false;
    }
    update->root = trailer_number(cursor, "Root");
    update->info = trailer_number(cursor, "Info");
    update->next = update->old_count;
    return update->root > 0 && update->root < update->old_count;
}

const char *fw_pdf_update_dictionary(const struct fw_pdf_update *update, size_t number)
{
    size_t place = number < update->old_count ? update->old_places[number] : 0;
    struct cursor cursor = { update->pdf->data + place, update->pdf->data + update->old_table };
    size_t found, generation;
    if (place == 0 || place >= update->old_table || !take_number(&cursor, &found) ||
        found != number || !take_number(&cursor, &generation) || !take(&cursor, "obj") ||
        !take(&cursor, "<<")) {
        return NULL;
    }
    const char *begin = cursor.at;
    int depth = 1;
    for (; cursor.end - cursor.at >= 2; cursor.at++) {
        bool opens = memcmp(cursor.at, "<<", 2) == 0, closes = memcmp(cursor.at, ">>", 2) == 0;
        depth += opens - closes;
        if (depth == 0) {
            return fw_arena_text(update->arena, begin, (size_t)(cursor.at - begin));
        }
        cursor.at += opens || closes;
    }
    return NULL;
}

size_t fw_pdf_update_add(struct fw_pdf_update *update)
{
    return update->next++;
}

void fw_pdf_update_begin_object(struct fw_pdf_update *update, size_t number)
{
    FW_RESERVE(update->arena, update->places, update->count, update->capacity);
    update->places[update->count++] = (struct fw_pdf_place){ number, update->pdf->length };
    fw_bytes_printf(update->pdf, "%zu 0 obj\n", number);
}

void fw_pdf_update_end_object(struct fw_pdf_update *update)
{
    fw_bytes_puts(update->pdf, "\nendobj\n");
}

void fw_pdf_update_end(struct fw_pdf_update *update)
{
    struct fw_bytes *pdf = update->pdf;
    size_t table = pdf->length;
    fw_bytes_puts(pdf, "xref\n");
    for (size_t i = 0; i < update->count; i++) {
        fw_bytes_printf(pdf, "%zu 1\n%010zu 00000 n \n", update->places[i].number,
                        update->places[i].offset);
    }
    fw_bytes_printf(pdf, "trailer\n<< /Size %zu /Root %zu 0 R", update->next, update->root);
    if (update->info > 0) {
        fw_bytes_printf(pdf, " /Info %zu 0 R", update->info);
    }
    fw_bytes_printf(pdf, " /Prev %zu >>\nstartxref\n%zu\n%%%%EOF\n", update->old_table, table);
}

static bool is_ascii(const char *text)
{
    while (*text >= ' ' && *text <= '~') {
        text++;
    }
    return *text == '\0';
}

static void put_utf16(struct fw_bytes *out, const char *text)
{
    fw_bytes_puts(out, "<feff");
    for (const char *end = text + strlen(text); text < end;) {
        uint32_t character = fw_utf8_next(text, end, &text);
        if (character >= 0x10000) {
            fw_bytes_printf(out, "%04x", (unsigned)(0xd800 + ((character - 0x10000) >> 10)));
            character = 0xdc00 + (character & 0x3ff);
        }
        fw_bytes_printf(out, "%04x", (unsigned)character);
    }
    fw_bytes_put(out, '>');
}

void fw_pdf_put_text(struct fw_bytes *out, const char *text)
{
    if (!is_ascii(text)) {
        put_utf16(out, text);
        return;
    }
    fw_bytes_put(out, '(');
    for (; *text != '\0'; text++) {
        if (strchr("()\\", *text) != NULL) {
            fw_bytes_put(out, '\\');
        }
        fw_bytes_put(out, *text);
    }
    fw_bytes_put(out, ')');
}
