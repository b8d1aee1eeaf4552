/* Diagnostics as text, as JSON and as SARIF. */
#include "json/report.h"

#include <string.h>

#include "base/utf8.h"
#include "json/write.h"

/* Columns of a source line that are shown: our taste, a screen's width less the margin. */
enum { SHOWN_COLUMNS = 96, LEAD_COLUMNS = 40 };

static const char *const severity_names[] = {
    [FW_ERROR] = "error",
    [FW_WARNING] = "warning",
    [FW_NOTE] = "note",
};

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Appends text that came from outside: nothing in it may steer a terminal. */
static void put_plain(struct fw_bytes *out, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *next;
        uint32_t c = fw_utf8_next(text, end, &next);
        if (c == '\t' || c == '\n') {
            fw_bytes_put(out, ' ');
        } else if (is_control(c)) {
            fw_bytes_put(out, '?');
        } else if (c == FW_UTF8_REPLACEMENT) {
            fw_bytes_puts(out, "\357\277\275");
        } else {
            fw_bytes_append(out, text, (size_t)(next - text));
        }
        text = next;
    }
}

void fw_report_plain(struct fw_bytes *out, const char *text)
{
    put_plain(out, text, strlen(text));
}

/* The part of a line that is shown, in bytes of the source. */
struct window {
    size_t begin, end;
    bool is_cut_left, is_cut_right;
};

/* `count` characters on from `at`, but not beyond `end`. */
static size_t step_forward(const char *text, size_t at, size_t end, size_t count)
{
    const char *p = text + at;
    while (count > 0 && p < text + end) {
        fw_utf8_next(p, text + end, &p);
        count--;
    }
    return (size_t)(p - text);
}

static size_t step_back(const char *text, size_t at, size_t begin, size_t count)
{
    while (count > 0 && at > begin) {
        do {
            at--;
        } while (at > begin && (text[at] & 0xC0) == 0x80);
        count--;
    }
    return at;
}

static struct window find_window(const struct fw_source *source, size_t at)
{
    struct window window = { .begin = at, .end = at };
    while (window.begin > 0 && source->text[window.begin - 1] != '\n') {
        window.begin--;
    }
    const char *feed = memchr(source->text + at, '\n', source->length - at);
    window.end = feed == NULL ? source->length : (size_t)(feed - source->text);
    if (window.end > at && source->text[window.end - 1] == '\r') {
        window.end--;
    }
    size_t lead = step_back(source->text, at, window.begin, LEAD_COLUMNS);
    bool is_long = step_forward(source->text, window.begin, window.end, SHOWN_COLUMNS) < window.end;
    if (is_long) {
        window.is_cut_left = lead > window.begin;
        window.begin = lead;
        size_t last = step_forward(source->text, window.begin, window.end, SHOWN_COLUMNS);
        window.is_cut_right = last < window.end;
        window.end = last;
    }
    return window;
}

static void put_repeated(struct fw_bytes *out, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fw_bytes_put(out, byte);
    }
}

/* The source line and what underlines the place in it. */
static void put_source_line(struct fw_bytes *out, const struct fw_place *place, size_t line)
{
    const struct fw_source *source = place->source;
    size_t begin = place->begin < source->length ? place->begin : source->length;
    struct window window = find_window(source, begin);
    size_t margin = out->length;
    fw_bytes_printf(out, "  %zu", line);
    margin = out->length - margin;
    fw_bytes_puts(out, window.is_cut_left ? " | ..." : " | ");
    put_plain(out, source->text + window.begin, window.end - window.begin);
    fw_bytes_puts(out, window.is_cut_right ? "...\n" : "\n");
    put_repeated(out, ' ', margin);
    fw_bytes_puts(out, window.is_cut_left ? " |    " : " | ");
    put_repeated(out, ' ', fw_utf8_count(source->text + window.begin, begin - window.begin));
    size_t end = place->end < window.end ? place->end : window.end;
    size_t width = end > begin ? fw_utf8_count(source->text + begin, end - begin) : 1;
    fw_bytes_put(out, '^');
    put_repeated(out, '~', width - 1);
    fw_bytes_put(out, '\n');
}

static void put_diagnostic(struct fw_bytes *out, const struct fw_diagnostic *d)
{
    const struct fw_place *place = &d->place;
    size_t line = 0, column = 0;
    if (place->source == NULL) {
        fw_bytes_puts(out, "figwright");
    } else {
        fw_report_plain(out, place->source->name);
        if (place->source->text != NULL) {
            fw_source_locate(place->source, place->begin, &line, &column);
            fw_bytes_printf(out, ":%zu:%zu", line, column);
        }
    }
    fw_bytes_printf(out, ": %s: ", severity_names[d->severity]);
    fw_report_plain(out, d->message);
    fw_bytes_printf(out, " [%s]\n", fw_code_slug(d->code));
    if (line > 0 && place->source->length > 0) {
        put_source_line(out, place, line);
    }
    if (place->pointer != NULL && place->pointer[0] != '\0') {
        fw_bytes_puts(out, "  at ");
        fw_report_plain(out, place->pointer);
        fw_bytes_put(out, '\n');
    }
    if (d->hint != NULL) {
        fw_bytes_puts(out, "  hint: ");
        fw_report_plain(out, d->hint);
        fw_bytes_put(out, '\n');
    }
}

void fw_report_text(const struct fw_diag *diag, struct fw_bytes *out)
{
    for (size_t i = 0; i < fw_diag_count(diag); i++) {
        put_diagnostic(out, fw_diag_get(diag, i));
    }
    size_t dropped = fw_diag_dropped(diag);
    if (dropped > 0) {
        fw_bytes_printf(out, "figwright: note: %zu more of the same severities are not shown\n",
                        dropped);
    }
}

static void write_size(struct fw_json_writer *writer, const char *key, size_t size)
{
    fw_json_key(writer, key);
    fw_json_number(writer, (double)size);
}

static void write_text(struct fw_json_writer *writer, const char *key, const char *text)
{
    fw_json_key(writer, key);
    fw_json_puts(writer, text);
}

static void write_diagnostic(struct fw_json_writer *writer, const struct fw_diagnostic *d)
{
    const struct fw_place *place = &d->place;
    fw_json_open(writer, '{');
    write_text(writer, "severity", severity_names[d->severity]);
    write_text(writer, "code", fw_code_slug(d->code));
    write_text(writer, "message", d->message);
    if (d->hint != NULL) {
        write_text(writer, "hint", d->hint);
    }
    if (place->source != NULL) {
        write_text(writer, "file", place->source->name);
    }
    if (place->source != NULL && place->source->text != NULL) {
        size_t line, column, end_line, end_column;
        fw_source_locate(place->source, place->begin, &line, &column);
        fw_source_locate(place->source, place->end, &end_line, &end_column);
        write_size(writer, "line", line);
        write_size(writer, "column", column);
        write_size(writer, "endLine", end_line);
        write_size(writer, "endColumn", end_column);
    }
    if (place->pointer != NULL) {
        write_text(writer, "pointer", place->pointer);
    }
    fw_json_close(writer, '}');
}

void fw_report_json(const struct fw_diag *diag, struct fw_json_writer *writer)
{
    for (size_t i = 0; i < fw_diag_count(diag); i++) {
        write_diagnostic(writer, fw_diag_get(diag, i));
    }
}

void fw_report_sarif_begin(struct fw_json_writer *writer, const char *version)
{
    fw_json_open(writer, '{');
    write_text(writer, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    write_text(writer, "version", "2.1.0");
    fw_json_key(writer, "runs");
    fw_json_open(writer, '[');
    fw_json_open(writer, '{');
    fw_json_key(writer, "tool");
    fw_json_open(writer, '{');
    fw_json_key(writer, "driver");
    fw_json_open(writer, '{');
    write_text(writer, "name", "figwright");
    write_text(writer, "version", version);
    fw_json_close(writer, '}');
    fw_json_close(writer, '}');
    write_text(writer, "columnKind", "unicodeCodePoints");
    fw_json_key(writer, "results");
    fw_json_open(writer, '[');
}

void fw_report_sarif_end(struct fw_json_writer *writer)
{
    fw_json_close(writer, ']');
    fw_json_close(writer, '}');
    fw_json_close(writer, ']');
    fw_json_close(writer, '}');
}

static void write_sarif_place(struct fw_json_writer *writer, const struct fw_place *place)
{
    fw_json_key(writer, "locations");
    fw_json_open(writer, '[');
    fw_json_open(writer, '{');
    fw_json_key(writer, "physicalLocation");
    fw_json_open(writer, '{');
    fw_json_key(writer, "artifactLocation");
    fw_json_open(writer, '{');
    write_text(writer, "uri", place->source->name);
    fw_json_close(writer, '}');
    if (place->source->text != NULL) {
        size_t line, column, end_line, end_column;
        fw_source_locate(place->source, place->begin, &line, &column);
        fw_source_locate(place->source, place->end, &end_line, &end_column);
        fw_json_key(writer, "region");
        fw_json_open(writer, '{');
        write_size(writer, "startLine", line);
        write_size(writer, "startColumn", column);
        write_size(writer, "endLine", end_line);
        write_size(writer, "endColumn", end_column);
        fw_json_close(writer, '}');
    }
    fw_json_close(writer, '}');
    if (place->pointer != NULL) {
        fw_json_key(writer, "logicalLocations");
        fw_json_open(writer, '[');
        fw_json_open(writer, '{');
        write_text(writer, "fullyQualifiedName", place->pointer);
        fw_json_close(writer, '}');
        fw_json_close(writer, ']');
    }
    fw_json_close(writer, '}');
    fw_json_close(writer, ']');
}

void fw_report_sarif(const struct fw_diag *diag, struct fw_json_writer *writer)
{
    for (size_t i = 0; i < fw_diag_count(diag); i++) {
        const struct fw_diagnostic *d = fw_diag_get(diag, i);
        fw_json_open(writer, '{');
        write_text(writer, "ruleId", fw_code_slug(d->code));
        write_text(writer, "level", severity_names[d->severity]);
        fw_json_key(writer, "message");
        fw_json_open(writer, '{');
        if (d->hint == NULL) {
            write_text(writer, "text", d->message);
        } else {
            struct fw_bytes text = { 0 };
            fw_bytes_printf(&text, "%s; %s", d->message, d->hint);
            write_text(writer, "text", fw_bytes_text(&text));
            fw_bytes_finish(&text);
        }
        fw_json_close(writer, '}');
        if (d->place.source != NULL) {
            write_sarif_place(writer, &d->place);
        }
        fw_json_close(writer, '}');
    }
}
