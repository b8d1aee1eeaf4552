/*
 * From text to nodes, in three steps.
 *
 * 1. Our tokenizer (scan.h) walks the text, checks it, and makes a node for every value, with its
 * place. Rows of data get one node that is marked as skipped: 50 MB of rows must not become nodes.
 * 2. cJSON parses the text without those rows, and a walk over its tree and our nodes in step fills
 * in what the texts are. cJSON gives no places, reads numbers through the locale and cannot hold
 *    "\u0000", so places and numbers are ours and a NUL is refused before. A lock is held while it
 * runs, because every parse writes its one error record.
 * 3. The keys of each object are compared: cJSON keeps those that are there twice.
 */
#include <string.h>

#include <cjson/cJSON.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/thread.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/scan.h"

/* A stretch of the text that cJSON does not see. */
struct gap {
    size_t begin, end;
};

struct reader {
    struct fw_arena *arena;
    struct fw_arena *scratch; /* ends with the reading */
    struct fw_strings *strings;
    const struct fw_source *source;
    size_t begin, end;   /* the stretch of the source that is read */
    const char *pointer; /* where it stands in the source; NULL: it is the whole */
    struct fw_diag *diag;
    struct fw_json_scan scan;
    struct fw_json_node *nodes;
    size_t count, capacity;
    struct gap *gaps;
    size_t gap_count, gap_capacity;
};

static struct fw_place at_bytes(const struct reader *reader, size_t begin, size_t end)
{
    return (struct fw_place){ .source = reader->source, .begin = begin, .end = end };
}

/* Size, encoding and NUL bytes: what must be in order before the text is read as JSON. */
static bool check_bytes(const struct reader *reader, const struct fw_json_limits *limits)
{
    const struct fw_source *source = reader->source;
    const char *text = source->text + reader->begin;
    size_t length = reader->end - reader->begin;
    size_t most = limits != NULL && limits->bytes > 0 ? limits->bytes : FW_LIMIT_SPEC_BYTES;
    if (length > most) {
        fw_report(reader->diag, at_bytes(reader, 0, 0), FW_JSON_LIMIT,
                  "the text has %zu bytes: at most %zu are read", length, most);
        return false;
    }
    size_t bad = fw_utf8_check(text, length);
    if (bad < length) {
        size_t at = reader->begin + bad;
        struct fw_diagnostic *d =
            fw_report(reader->diag, at_bytes(reader, at, at + 1), FW_JSON_ENCODING,
                      "byte 0x%02X is not UTF-8", (unsigned)(unsigned char)source->text[at]);
        fw_hint(reader->diag, d, "save the file as UTF-8");
        return false;
    }
    const char *nul = memchr(text, '\0', length);
    if (nul != NULL) {
        size_t at = (size_t)(nul - source->text);
        fw_report(reader->diag, at_bytes(reader, at, at + 1), FW_JSON_SYNTAX,
                  "a NUL byte stands in the text");
        return false;
    }
    return true;
}

/* Whether the key whose opening quote is at `key_begin` is `name`, written without escapes. */
static bool key_is(const struct reader *reader, size_t key_begin, const char *name)
{
    size_t length = strlen(name);
    const char *key = reader->source->text + key_begin;
    return reader->source->length - key_begin > length + 1 && key[length + 1] == '"' &&
           memcmp(key + 1, name, length) == 0;
}

/* Whether the node at `index` is a member called `name`. */
static bool is_member(const struct reader *reader, int32_t index, const char *name)
{
    if (index <= 0) {
        return false;
    }
    const struct fw_json_node *node = &reader->nodes[index];
    return node->key_begin != node->begin && key_is(reader, node->key_begin, name);
}

/* Whether the array or object at `index` holds rows of data: see fw_json_read. */
static bool holds_rows(const struct reader *reader, int32_t index)
{
    int32_t parent = reader->nodes[index].parent;
    int32_t grandparent = parent > 0 ? reader->nodes[parent].parent : -1;
    if (is_member(reader, index, "values")) {
        return is_member(reader, parent, "data") || is_member(reader, grandparent, "datasets");
    }
    return reader->nodes[index].kind == FW_JSON_ARRAY && is_member(reader, parent, "datasets");
}

/* Steps over the rows at `index`, whose bracket was the last token. */
static bool skip_rows(struct reader *reader, int32_t index, enum fw_token token)
{
    size_t begin = reader->scan.at;
    if (!fw_json_scan_skip(&reader->scan, token)) {
        return false;
    }
    reader->nodes[index].skipped = true;
    FW_RESERVE(reader->scratch, reader->gaps, reader->gap_count, reader->gap_capacity);
    reader->gaps[reader->gap_count++] = (struct gap){ begin, reader->scan.at - 1 };
    return true;
}

/* Reports a "\u0000" in the string just scanned, which stands for no text anyone can see. */
static bool check_text(struct reader *reader)
{
    if (!reader->scan.escaped) {
        return true;
    }
    size_t length;
    const char *text = fw_json_scan_text(&reader->scan, &length);
    if (memchr(text, '\0', length) == NULL) {
        return true;
    }
    fw_report(reader->diag, at_bytes(reader, reader->scan.begin, reader->scan.string_end),
              FW_JSON_SYNTAX, "'\\u0000' cannot stand in a text");
    return false;
}

static enum fw_json_kind kind_of(enum fw_token token)
{
    switch (token) {
    case FW_TOKEN_OBJECT:
        return FW_JSON_OBJECT;
    case FW_TOKEN_ARRAY:
        return FW_JSON_ARRAY;
    case FW_TOKEN_STRING:
        return FW_JSON_STRING;
    case FW_TOKEN_NUMBER:
        return FW_JSON_NUMBER;
    case FW_TOKEN_TRUE:
    case FW_TOKEN_FALSE:
        return FW_JSON_BOOLEAN;
    case FW_TOKEN_NULL:
    case FW_TOKEN_OBJECT_END:
    case FW_TOKEN_ARRAY_END:
    case FW_TOKEN_KEY:
    case FW_TOKEN_END:
    case FW_TOKEN_FAULT:
        break;
    }
    return FW_JSON_NULL;
}

/* Appends the node of the value that `token` begins. */
static int32_t add_node(struct reader *reader, enum fw_token token, int32_t parent,
                        size_t key_begin)
{
    FW_RESERVE(reader->scratch, reader->nodes, reader->count, reader->capacity);
    int32_t index = (int32_t)reader->count++;
    struct fw_json_node *node = &reader->nodes[index];
    *node = (struct fw_json_node){ .kind = kind_of(token),
                                   .parent = parent,
                                   .next = index + 1,
                                   .begin = reader->scan.begin,
                                   .end = reader->scan.at,
                                   .key_begin = key_begin };
    if (key_begin == SIZE_MAX) {
        node->key_begin = node->begin;
    }
    if (token == FW_TOKEN_TRUE || token == FW_TOKEN_FALSE) {
        node->boolean = token == FW_TOKEN_TRUE;
    } else if (token == FW_TOKEN_NUMBER) {
        node->number = fw_json_scan_number(&reader->scan);
    }
    if (parent >= 0) {
        reader->nodes[parent].count++;
    }
    return index;
}

/* Ends the array or object at `index`; returns its parent. */
static int32_t close_node(struct reader *reader, int32_t index)
{
    reader->nodes[index].end = reader->scan.at;
    reader->nodes[index].next = (int32_t)reader->count;
    return reader->nodes[index].parent;
}

/* One value, or the beginning of one; `*parent` moves into what it opens. */
static bool read_value(struct reader *reader, enum fw_token token, size_t key_begin,
                       int32_t *parent)
{
    if (reader->count >= FW_LIMIT_JSON_NODES) {
        fw_report(reader->diag, at_bytes(reader, reader->scan.begin, reader->scan.begin),
                  FW_JSON_LIMIT, "more than %d values", FW_LIMIT_JSON_NODES);
        return false;
    }
    if (token == FW_TOKEN_STRING && !check_text(reader)) {
        return false;
    }
    int32_t index = add_node(reader, token, *parent, key_begin);
    if (token != FW_TOKEN_OBJECT && token != FW_TOKEN_ARRAY) {
        return true;
    }
    if (!holds_rows(reader, index)) {
        *parent = index;
        return true;
    }
    bool is_good = skip_rows(reader, index, token);
    close_node(reader, index);
    return is_good;
}

/* Step 1. */
static bool read_nodes(struct reader *reader)
{
    size_t key_begin = SIZE_MAX;
    int32_t parent = -1;
    bool is_good = true;
    while (is_good) {
        enum fw_token token = fw_json_scan_next(&reader->scan);
        if (token == FW_TOKEN_END) {
            return true;
        }
        if (token == FW_TOKEN_FAULT) {
            break;
        }
        if (token == FW_TOKEN_KEY) {
            key_begin = reader->scan.begin;
            is_good = check_text(reader);
        } else if (token == FW_TOKEN_OBJECT_END || token == FW_TOKEN_ARRAY_END) {
            parent = close_node(reader, parent);
        } else {
            is_good = read_value(reader, token, key_begin, &parent);
            key_begin = SIZE_MAX;
        }
    }
    if (reader->scan.fault != FW_FAULT_NONE) {
        fw_json_scan_report(&reader->scan, reader->diag, FW_JSON_SYNTAX);
    }
    return false;
}

/* The text without its gaps. */
static void cut_gaps(const struct reader *reader, struct fw_bytes *text)
{
    size_t at = reader->begin;
    for (size_t i = 0; i < reader->gap_count; i++) {
        fw_bytes_append(text, reader->source->text + at, reader->gaps[i].begin - at);
        at = reader->gaps[i].end;
    }
    fw_bytes_append(text, reader->source->text + at, reader->end - at);
}

static bool is_same_kind(const cJSON *item, enum fw_json_kind kind)
{
    switch (kind) {
    case FW_JSON_NULL:
        return cJSON_IsNull(item);
    case FW_JSON_BOOLEAN:
        return cJSON_IsBool(item);
    case FW_JSON_NUMBER:
        return cJSON_IsNumber(item);
    case FW_JSON_STRING:
        return cJSON_IsString(item);
    case FW_JSON_ARRAY:
        return cJSON_IsArray(item);
    case FW_JSON_OBJECT:
        return cJSON_IsObject(item);
    }
    return false;
}

/* Fills node `index` and all below it from `item`; recursion is bounded by the depth limit. */
static bool fill_nodes(struct reader *reader, int32_t index, const cJSON *item)
{
    struct fw_json_node *node = &reader->nodes[index];
    if (item == NULL || !is_same_kind(item, node->kind)) {
        return false;
    }
    if (node->kind == FW_JSON_STRING) {
        node->string = fw_intern_text(reader->strings, item->valuestring);
    }
    bool is_object = node->kind == FW_JSON_OBJECT;
    const cJSON *child_item = item->child;
    for (int32_t child = index + 1; child < node->next; child = reader->nodes[child].next) {
        if (is_object && child_item != NULL) {
            reader->nodes[child].key = fw_intern_text(reader->strings, child_item->string);
        }
        if (!fill_nodes(reader, child, child_item)) {
            return false;
        }
        child_item = child_item->next;
    }
    return child_item == NULL;
}

/* Step 2. */
static bool read_texts(struct reader *reader)
{
    struct fw_bytes text = { 0 };
    cut_gaps(reader, &text);
    fw_lock(FW_LOCK_CJSON);
    cJSON *tree = cJSON_ParseWithLength(fw_bytes_text(&text), text.length);
    fw_unlock(FW_LOCK_CJSON);
    bool is_good = fill_nodes(reader, 0, tree);
    if (!is_good) {
        fw_report(reader->diag, at_bytes(reader, 0, 0), FW_JSON_SYNTAX,
                  "cJSON does not accept this text");
    }
    cJSON_Delete(tree);
    fw_bytes_finish(&text);
    return is_good;
}

/* The first node of each key in the object being looked at, by the key's string id. */
struct sighting {
    int32_t object, member;
};

static void report_duplicate(const struct reader *reader, const struct fw_json_node *node,
                             const struct fw_json_node *first)
{
    size_t line, column;
    fw_source_locate(reader->source, first->key_begin, &line, &column);
    struct fw_json json = { reader->source, reader->nodes, (int32_t)reader->count,
                            reader->pointer };
    struct fw_node at = { &json, (int32_t)(node - reader->nodes) };
    struct fw_diagnostic *d =
        fw_report(reader->diag, fw_node_key_place(reader->arena, at), FW_JSON_DUPLICATE_KEY,
                  "duplicate key '%s'", node->key->text);
    fw_hint(reader->diag, d, "the first one is at %zu:%zu", line, column);
}

/* Step 3. */
static bool check_keys(struct reader *reader)
{
    bool is_good = true;
    size_t size = 0;
    struct sighting *seen = NULL;
    for (int32_t i = 0; i < (int32_t)reader->count; i++) {
        const struct fw_json_node *object = &reader->nodes[i];
        for (int32_t c = i + 1; object->kind == FW_JSON_OBJECT && c < object->next;
             c = reader->nodes[c].next) {
            const struct fw_json_node *node = &reader->nodes[c];
            if (node->key->id >= size) {
                size_t wanted = ((size_t)node->key->id + 1) * 2;
                seen = fw_arena_grow(reader->scratch, seen, size, wanted, sizeof *seen);
                size = wanted;
            }
            struct sighting *sighting = &seen[node->key->id];
            if (sighting->member > 0 && sighting->object == i) {
                report_duplicate(reader, node, &reader->nodes[sighting->member]);
                is_good = false;
            } else {
                *sighting = (struct sighting){ i, c };
            }
        }
    }
    return is_good;
}

static const struct fw_json *read_json(struct reader *reader, const struct fw_json_limits *limits)
{
    struct fw_json *json = NULL;
    reader->scratch = fw_arena_create();
    fw_json_scan_begin(&reader->scan, reader->scratch, reader->strings, reader->source,
                       reader->begin, reader->end, limits != NULL ? limits->depth : 0);
    if (check_bytes(reader, limits) && read_nodes(reader) && read_texts(reader) &&
        check_keys(reader)) {
        json = FW_NEW(reader->arena, struct fw_json);
        json->source = reader->source;
        json->pointer = reader->pointer;
        json->count = (int32_t)reader->count;
        json->nodes = fw_arena_grow(reader->arena, reader->nodes, reader->count, reader->count,
                                    sizeof *reader->nodes);
    }
    fw_arena_destroy(reader->scratch);
    return json;
}

const struct fw_json *fw_json_read(struct fw_arena *arena, struct fw_strings *strings,
                                   const struct fw_source *source,
                                   const struct fw_json_limits *limits, struct fw_diag *diag)
{
    struct reader reader = {
        .arena = arena, .strings = strings, .source = source, .end = source->length, .diag = diag
    };
    return read_json(&reader, limits);
}

const struct fw_json *fw_json_read_part(struct fw_arena *arena, struct fw_strings *strings,
                                        const struct fw_json_part *part, struct fw_diag *diag)
{
    struct reader reader = { .arena = arena,
                             .strings = strings,
                             .source = part->source,
                             .begin = part->begin,
                             .end = part->end,
                             .pointer = part->pointer,
                             .diag = diag };
    return read_json(&reader, NULL);
}
