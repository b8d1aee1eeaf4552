/* Where in the text a node stands: bytes, and its RFC 6901 pointer. */
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "json/json.h"

/* A key as a pointer's token: "~" is "~0" and "/" is "~1". */
static void put_key(struct fw_bytes *out, fw_str key)
{
    for (uint32_t i = 0; i < key->length; i++) {
        if (key->text[i] == '~') {
            fw_bytes_puts(out, "~0");
        } else if (key->text[i] == '/') {
            fw_bytes_puts(out, "~1");
        } else {
            fw_bytes_put(out, key->text[i]);
        }
    }
}

static size_t index_in_parent(const struct fw_json *json, int32_t index)
{
    size_t position = 0;
    for (int32_t i = json->nodes[index].parent + 1; i < index; i = json->nodes[i].next) {
        position++;
    }
    return position;
}

/* Recursion is bounded by the depth limit of a document. */
static void put_pointer(struct fw_bytes *out, const struct fw_json *json, int32_t index)
{
    const struct fw_json_node *node = &json->nodes[index];
    if (node->parent < 0) {
        fw_bytes_puts(out, json->pointer == NULL ? "" : json->pointer);
        return;
    }
    put_pointer(out, json, node->parent);
    fw_bytes_put(out, '/');
    if (node->key != NULL) {
        put_key(out, node->key);
    } else {
        fw_bytes_printf(out, "%zu", index_in_parent(json, index));
    }
}

static struct fw_place place_of(struct fw_arena *arena, struct fw_node node, size_t begin,
                                size_t end)
{
    struct fw_bytes pointer = { 0 };
    put_pointer(&pointer, node.json, node.index);
    struct fw_place place = { .source = node.json->source, .begin = begin, .end = end };
    place.pointer = fw_arena_text(arena, pointer.data, pointer.length);
    fw_bytes_finish(&pointer);
    return place;
}

struct fw_place fw_node_place(struct fw_arena *arena, struct fw_node node)
{
    if (!fw_node_there(node)) {
        return fw_nowhere();
    }
    const struct fw_json_node *n = fw_node_get(node);
    return place_of(arena, node, n->begin, n->end);
}

/* The byte behind the string whose opening quote is at `at`. */
static size_t string_end(const struct fw_source *source, size_t at)
{
    for (at++; at < source->length && source->text[at] != '"'; at++) {
        at += source->text[at] == '\\';
    }
    return at < source->length ? at + 1 : source->length;
}

struct fw_place fw_node_key_place(struct fw_arena *arena, struct fw_node node)
{
    if (!fw_node_there(node)) {
        return fw_nowhere();
    }
    const struct fw_json_node *n = fw_node_get(node);
    if (n->key_begin == n->begin) {
        return fw_node_place(arena, node);
    }
    return place_of(arena, node, n->key_begin, string_end(node.json->source, n->key_begin));
}

/* One character of a written string: the bytes it takes there, and those that it stands for. */
static void measure_character(const char *text, size_t *written, size_t *meant)
{
    *written = *meant = 1;
    if (text[0] != '\\') {
        return;
    }
    *written = 2;
    if (text[1] == 'u') {
        unsigned unit = 0;
        for (int i = 2; i < 6; i++) {
            char c = text[i];
            unit = unit * 16 + (c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a') + 10);
        }
        bool is_pair = unit >= 0xD800 && unit <= 0xDBFF;
        *written = is_pair ? 12 : 6;
        *meant = is_pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
}

/* The byte of the source where byte `offset` of the string's text is written. */
static size_t locate_in_string(const struct fw_source *source, const struct fw_json_node *string,
                               size_t offset)
{
    size_t at = string->begin + 1;
    for (size_t passed = 0; passed < offset && at + 1 < string->end;) {
        size_t written, meant;
        measure_character(source->text + at, &written, &meant);
        passed += meant;
        at += written;
    }
    return at;
}

struct fw_place fw_node_text_place(struct fw_arena *arena, struct fw_node string, size_t offset,
                                   size_t length)
{
    if (!fw_node_there(string) || fw_node_kind(string) != FW_JSON_STRING) {
        return fw_node_place(arena, string);
    }
    const struct fw_json_node *node = fw_node_get(string);
    const struct fw_source *source = string.json->source;
    size_t begin = locate_in_string(source, node, offset);
    size_t end = locate_in_string(source, node, offset + length);
    return place_of(arena, string, begin, end < begin ? begin : end);
}
