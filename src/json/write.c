/* JSON out. */
#include "json/write.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

static const char *escape_of(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    }
    return NULL;
}

void fw_json_quote(struct fw_bytes *out, const char *text, size_t length)
{
    fw_bytes_put(out, '"');
    size_t plain = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of(text[i]);
        if (escape == NULL && (unsigned char)text[i] >= 0x20) {
            continue;
        }
        fw_bytes_append(out, text + plain, i - plain);
        if (escape != NULL) {
            fw_bytes_puts(out, escape);
        } else {
            fw_bytes_printf(out, "\\u%04x", (unsigned)(unsigned char)text[i]);
        }
        plain = i + 1;
    }
    fw_bytes_append(out, text + plain, length - plain);
    fw_bytes_put(out, '"');
}

static void break_line(struct fw_json_writer *writer)
{
    if (writer->indent > 0) {
        fw_bytes_put(writer->out, '\n');
        for (int i = 0; i < writer->depth * writer->indent; i++) {
            fw_bytes_put(writer->out, ' ');
        }
    }
}

/* Before an item, a member's key, or a value behind its key. */
static void start_item(struct fw_json_writer *writer)
{
    if (writer->has_key) {
        writer->has_key = false;
        return;
    }
    if (writer->has_items) {
        fw_bytes_put(writer->out, ',');
    }
    if (writer->depth > 0) {
        break_line(writer);
    }
    writer->has_items = true;
}

void fw_json_open(struct fw_json_writer *writer, char bracket)
{
    start_item(writer);
    fw_bytes_put(writer->out, bracket);
    writer->depth++;
    writer->has_items = false;
}

void fw_json_close(struct fw_json_writer *writer, char bracket)
{
    writer->depth--;
    if (writer->has_items) {
        break_line(writer);
    }
    fw_bytes_put(writer->out, bracket);
    writer->has_items = true;
}

void fw_json_key(struct fw_json_writer *writer, const char *key)
{
    start_item(writer);
    fw_json_quote(writer->out, key, strlen(key));
    fw_bytes_puts(writer->out, writer->indent > 0 ? ": " : ":");
    writer->has_key = true;
}

void fw_json_text(struct fw_json_writer *writer, const char *text, size_t length)
{
    start_item(writer);
    fw_json_quote(writer->out, text, length);
}

void fw_json_puts(struct fw_json_writer *writer, const char *text)
{
    if (text == NULL) {
        fw_json_null(writer);
    } else {
        fw_json_text(writer, text, strlen(text));
    }
}

void fw_json_member(struct fw_json_writer *writer, const char *key, const char *text)
{
    fw_json_key(writer, key);
    fw_json_puts(writer, text);
}

void fw_json_number(struct fw_json_writer *writer, double number)
{
    if (!isfinite(number)) {
        fw_json_null(writer);
        return;
    }
    char text[FW_DECIMAL_ROOM];
    start_item(writer);
    fw_bytes_append(writer->out, text, fw_decimal_text(number, text));
}

void fw_json_boolean(struct fw_json_writer *writer, bool boolean)
{
    start_item(writer);
    fw_bytes_puts(writer->out, boolean ? "true" : "false");
}

void fw_json_null(struct fw_json_writer *writer)
{
    start_item(writer);
    fw_bytes_puts(writer->out, "null");
}

static void write_time(struct fw_json_writer *writer, struct fw_value value)
{
    if (isnan(value.number)) {
        fw_json_null(writer);
        return;
    }
    struct fw_arena *arena = fw_arena_create();
    fw_json_puts(writer, fw_to_string(fw_strings_new(arena), value)->text);
    fw_arena_destroy(arena);
}

void fw_json_value(struct fw_json_writer *writer, struct fw_value value)
{
    switch (value.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
        fw_json_null(writer);
        break;
    case FW_BOOLEAN:
        fw_json_boolean(writer, value.boolean);
        break;
    case FW_NUMBER:
        fw_json_number(writer, value.number);
        break;
    case FW_TIME:
        write_time(writer, value);
        break;
    case FW_STRING:
        fw_json_text(writer, value.string->text, value.string->length);
        break;
    case FW_ARRAY:
        fw_json_open(writer, '[');
        for (size_t i = 0; i < value.array->count; i++) {
            fw_json_value(writer, value.array->items[i]);
        }
        fw_json_close(writer, ']');
        break;
    case FW_OBJECT:
        fw_json_open(writer, '{');
        for (size_t i = 0; i < value.object->count; i++) {
            if (value.object->values[i].kind != FW_UNDEFINED) {
                fw_json_key(writer, value.object->keys[i]->text);
                fw_json_value(writer, value.object->values[i]);
            }
        }
        fw_json_close(writer, '}');
        break;
    case FW_REGEXP:
        fw_json_open(writer, '{');
        fw_json_close(writer, '}');
        break;
    }
}
