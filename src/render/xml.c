/* Escapes texts, and finds start tags, attributes and texts again. */
#include "render/xml.h"

#include <string.h>

#include "base/utf8.h"

/* What a character is written as where XML does not take it as it is; NULL where it does. */
static const char *entity(uint32_t character)
{
    switch (character) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\t': /* these three would be white space like any other */
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    case 0xfffe: /* these three are no characters of XML, not even escaped */
    case 0xffff:
    case FW_UTF8_REPLACEMENT:
        return "\xef\xbf\xbd";
    default: /* nor are control characters */
        return character < 0x20 ? " " : NULL;
    }
}

void fw_xml_escape(struct fw_bytes *out, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *next;
        const char *instead = entity(fw_utf8_next(text, end, &next));
        if (instead != NULL) {
            fw_bytes_puts(out, instead);
        } else {
            fw_bytes_append(out, text, (size_t)(next - text));
        }
        text = next;
    }
}

void fw_xml_attribute(struct fw_bytes *out, const char *name, const char *text)
{
    if (text != NULL) {
        fw_bytes_put(out, ' ');
        fw_bytes_puts(out, name);
        fw_bytes_puts(out, "=\"");
        fw_xml_escape(out, text, strlen(text));
        fw_bytes_put(out, '"');
    }
}

void fw_xml_element(struct fw_bytes *out, const char *start, const char *text)
{
    if (text != NULL) {
        fw_bytes_printf(out, "<%s>", start);
        fw_xml_escape(out, text, strlen(text));
        fw_bytes_printf(out, "</%.*s>\n", (int)strcspn(start, " "), start);
    }
}

static bool starts_with(const struct fw_xml *xml, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(xml->end - xml->at) >= length && memcmp(xml->at, text, length) == 0;
}

/* Goes behind the next `text`, or to the end. */
static void skip_past(struct fw_xml *xml, const char *text)
{
    while (xml->at < xml->end && !starts_with(xml, text)) {
        xml->at++;
    }
    xml->at += xml->at < xml->end ? strlen(text) : 0;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool ends_name(char byte)
{
    return is_space(byte) || byte == '/' || byte == '>' || byte == '=';
}

/* Goes to the `>` of the tag: one inside quotes is none. */
static void skip_to_tag_end(struct fw_xml *xml)
{
    char quote = '\0';
    for (; xml->at < xml->end && (quote != '\0' || *xml->at != '>'); xml->at++) {
        if (quote != '\0') {
            quote = *xml->at == quote ? '\0' : quote;
        } else if (*xml->at == '"' || *xml->at == '\'') {
            quote = *xml->at;
        }
    }
}

static void read_tag(struct fw_xml *xml, struct fw_xml_tag *tag)
{
    tag->name = xml->at;
    while (xml->at < xml->end && !ends_name(*xml->at)) {
        xml->at++;
    }
    tag->name_length = (size_t)(xml->at - tag->name);
    tag->attributes = xml->at;
    skip_to_tag_end(xml);
    tag->attributes_length = (size_t)(xml->at - tag->attributes);
    xml->at += xml->at < xml->end;
}

bool fw_xml_next(struct fw_xml *xml, struct fw_xml_tag *tag)
{
    for (;;) {
        skip_past(xml, "<");
        if (xml->at == xml->end) {
            return false;
        }
        if (starts_with(xml, "!--")) {
            skip_past(xml, "-->");
        } else if (*xml->at == '!' || *xml->at == '?' || *xml->at == '/') {
            skip_past(xml, ">");
        } else {
            read_tag(xml, tag);
            return true;
        }
    }
}

static bool is_text(const char *bytes, size_t length, const char *text)
{
    return length == strlen(text) && memcmp(bytes, text, length) == 0;
}

bool fw_xml_is(const struct fw_xml_tag *tag, const char *name)
{
    return is_text(tag->name, tag->name_length, name);
}

/* The character of a reference like "#10", "#xA" or "amp"; 0 when it is none. */
static uint32_t referenced(const char *name, size_t length)
{
    static const struct {
        const char *name;
        uint32_t character;
    } named[] = {
        { "lt", '<' }, { "gt", '>' }, { "amp", '&' }, { "quot", '"' }, { "apos", '\'' },
    };
    for (size_t i = 0; i < FW_COUNT(named); i++) {
        if (is_text(name, length, named[i].name)) {
            return named[i].character;
        }
    }
    bool hex = length > 2 && name[1] == 'x';
    size_t i = hex ? 2 : 1;
    uint32_t number = 0;
    for (; length > 1 && name[0] == '#' && i < length && number < 0x110000; i++) {
        const char *digits = "0123456789abcdefABCDEF", *digit = strchr(digits, name[i]);
        uint32_t value = digit == NULL || *digit == '\0' ? 99 : (uint32_t)(digit - digits);
        value -= value >= 16 && value < 22 ? 6 : 0;
        if (value >= (hex ? 16u : 10u)) {
            return 0;
        }
        number = number * (hex ? 16 : 10) + value;
    }
    return number;
}

/* References are short: an ampersand without a semicolon soon after it stands for itself. */
enum { LONGEST_REFERENCE = 10 };

static const char *decode(struct fw_arena *arena, const char *text, size_t length)
{
    char *decoded = fw_arena_alloc(arena, length + 1), *to = decoded; /* never longer */
    const char *end = text + length;
    while (text < end) {
        size_t room = (size_t)(end - text - 1);
        room = room < LONGEST_REFERENCE ? room : LONGEST_REFERENCE;
        const char *semicolon = *text == '&' ? memchr(text + 1, ';', room) : NULL;
        uint32_t character =
            semicolon == NULL ? 0 : referenced(text + 1, (size_t)(semicolon - text - 1));
        if (character != 0) {
            to += fw_utf8_put(character, to);
            text = semicolon + 1;
        } else {
            *to++ = *text++;
        }
    }
    return decoded;
}

const char *fw_xml_read_text(struct fw_arena *arena, struct fw_xml *xml)
{
    const char *begin = xml->at;
    while (xml->at < xml->end && *xml->at != '<') {
        xml->at++;
    }
    return decode(arena, begin, (size_t)(xml->at - begin));
}

const char *fw_xml_read_attribute(struct fw_arena *arena, const struct fw_xml_tag *tag,
                                  const char *name)
{
    const char *at = tag->attributes, *end = at + tag->attributes_length;
    while (at < end) {
        const char *begin = at;
        while (at < end && !ends_name(*at)) {
            at++;
        }
        size_t length = (size_t)(at - begin);
        if (at == end || *at != '=') {
            at += at < end;
            continue;
        }
        bool quoted = end - at > 2 && (at[1] == '"' || at[1] == '\'');
        const char *close = quoted ? memchr(at + 2, at[1], (size_t)(end - at - 2)) : NULL;
        if (close == NULL) {
            return NULL;
        }
        if (is_text(begin, length, name)) {
            return decode(arena, at + 2, (size_t)(close - at - 2));
        }
        at = close + 1;
    }
    return NULL;
}
