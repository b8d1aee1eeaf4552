/* What stands where in a datapackage.json: one quick walk, so that a figure decodes only what it
 * uses. */
#include "data/package_index.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "json/scan.h"

struct indexing {
    struct fw_arena *arena;
    struct fw_diag *diag;
    struct fw_json_scan scan;
    struct fw_package_index *index;
    bool has_resources;
};

static struct fw_place place_of(const struct indexing *indexing, const char *pointer)
{
    return (struct fw_place){ .source = indexing->scan.source,
                              .begin = indexing->scan.begin,
                              .end = indexing->scan.at,
                              .pointer = pointer };
}

/** Reports that the value of the last token is of a wrong kind. */
static void report_kind(struct indexing *indexing, const char *pointer, const char *message)
{
    fw_report(indexing->diag, place_of(indexing, pointer), FW_WRONG_TYPE, "%s", message);
}

/** The value that `token` begins, as a text; NULL where it is null, or reported as no text. */
static const char *take_text(struct indexing *indexing, enum fw_token token, const char *pointer)
{
    if (token == FW_TOKEN_STRING) {
        return fw_json_scan_string(&indexing->scan)->text;
    }
    if (token != FW_TOKEN_NULL && token != FW_TOKEN_FAULT) {
        report_kind(indexing, pointer,
                    fw_arena_printf(indexing->arena, "'%s' must be a string", pointer + 1));
    }
    fw_json_scan_skip(&indexing->scan, token);
    return NULL;
}

/** The path of a resource: a text, or an array of just one. */
static const char *take_path(struct indexing *indexing, enum fw_token token)
{
    struct fw_json_scan *scan = &indexing->scan;
    if (token == FW_TOKEN_STRING) {
        return fw_json_scan_string(scan)->text;
    }
    if (token != FW_TOKEN_ARRAY) {
        fw_json_scan_skip(scan, token); /* of the wrong kind: said once the resource is decoded */
        return NULL;
    }
    const char *path = NULL;
    size_t count = 0;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_ARRAY_END && token != FW_TOKEN_FAULT) {
        path = token == FW_TOKEN_STRING ? fw_json_scan_string(scan)->text : NULL;
        count++;
        fw_json_scan_skip(scan, token);
    }
    return count == 1 ? path : NULL;
}

/* ---- resources ---------------------------------------------------------------------------- */

/** Keeps a member of a resource if it is one that tells resources apart. */
static void take_resource_member(struct indexing *indexing, struct fw_package_entry *entry)
{
    struct fw_json_scan *scan = &indexing->scan;
    size_t length;
    const char *key = fw_json_scan_text(scan, &length);
    bool is_name = length == 4 && memcmp(key, "name", 4) == 0;
    bool is_path = length == 4 && memcmp(key, "path", 4) == 0;
    enum fw_token token = fw_json_scan_next(scan);
    if (is_name && token == FW_TOKEN_STRING) {
        entry->name = fw_json_scan_string(scan)->text;
        entry->name_place = place_of(indexing, NULL);
    } else if (is_path) {
        entry->path_place = place_of(indexing, NULL);
        entry->path = take_path(indexing, token);
    } else {
        fw_json_scan_skip(scan, token);
    }
}

static void point_to(struct indexing *indexing, struct fw_package_entry *entry, size_t position)
{
    const char *pointer = fw_arena_printf(indexing->arena, "/resources/%zu", position);
    entry->part.pointer = pointer;
    entry->name_place.pointer = fw_arena_printf(indexing->arena, "%s/name", pointer);
    entry->path_place.pointer = fw_arena_printf(indexing->arena, "%s/path", pointer);
}

static void take_resource(struct indexing *indexing, enum fw_token token, size_t position)
{
    struct fw_json_scan *scan = &indexing->scan;
    if (token != FW_TOKEN_OBJECT) {
        report_kind(indexing, fw_arena_printf(indexing->arena, "/resources/%zu", position),
                    "a resource must be an object");
        fw_json_scan_skip(scan, token);
        return;
    }
    struct fw_package_entry entry = { .part = { .source = scan->source, .begin = scan->begin } };
    while (fw_json_scan_next(scan) == FW_TOKEN_KEY) {
        take_resource_member(indexing, &entry);
    }
    entry.part.end = scan->at;
    point_to(indexing, &entry, position);
    struct fw_package_index *index = indexing->index;
    FW_RESERVE(indexing->arena, index->entries, index->count, index->capacity);
    index->entries[index->count++] = entry;
}

static void take_resources(struct indexing *indexing, enum fw_token token)
{
    struct fw_json_scan *scan = &indexing->scan;
    indexing->has_resources = true;
    if (token != FW_TOKEN_ARRAY) {
        report_kind(indexing, "/resources", "'resources' must be an array");
        fw_json_scan_skip(scan, token);
        return;
    }
    size_t position = 0;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_ARRAY_END && token != FW_TOKEN_FAULT) {
        if (position == FW_LIMIT_RESOURCES) {
            fw_report(indexing->diag, place_of(indexing, "/resources"), FW_LIMIT,
                      "more than %d resources", FW_LIMIT_RESOURCES);
        }
        if (position++ < FW_LIMIT_RESOURCES) {
            take_resource(indexing, token, position - 1);
        } else {
            fw_json_scan_skip(scan, token);
        }
    }
}

/* ---- the package -------------------------------------------------------------------------- */

static void take_member(struct indexing *indexing)
{
    struct fw_json_scan *scan = &indexing->scan;
    struct fw_package_index *index = indexing->index;
    size_t length;
    const char *text = fw_json_scan_text(scan, &length);
    const char *key = fw_arena_text(indexing->arena, text, length);
    enum fw_token token = fw_json_scan_next(scan);
    if (strcmp(key, "resources") == 0) {
        take_resources(indexing, token);
    } else if (strcmp(key, "title") == 0) {
        index->title = take_text(indexing, token, "/title");
    } else if (strcmp(key, "name") == 0) {
        index->name = take_text(indexing, token, "/name");
    } else if (strcmp(key, "description") == 0) {
        index->description = take_text(indexing, token, "/description");
    } else {
        size_t begin = scan->begin;
        fw_json_scan_skip(scan, token);
        if (strcmp(key, "sources") == 0) {
            index->sources = (struct fw_json_part){ scan->source, begin, scan->at, "/sources" };
        }
    }
}

static void check_names(const struct indexing *indexing)
{
    const struct fw_package_index *index = indexing->index;
    for (size_t i = 0; i < index->count; i++) {
        const struct fw_package_entry *entry = &index->entries[i];
        for (size_t k = 0; entry->name != NULL && k < i; k++) {
            if (index->entries[k].name == entry->name) { /* interned */
                fw_report(indexing->diag, entry->name_place, FW_PACKAGE_CONFLICT,
                          "two resources are called '%s'", entry->name);
                break;
            }
        }
    }
}

static bool walk(struct indexing *indexing)
{
    struct fw_json_scan *scan = &indexing->scan;
    enum fw_token token = fw_json_scan_next(scan);
    if (token != FW_TOKEN_OBJECT && token != FW_TOKEN_FAULT) {
        report_kind(indexing, "", "a data package must be an object");
        return false;
    }
    while (token != FW_TOKEN_FAULT && (token = fw_json_scan_next(scan)) == FW_TOKEN_KEY) {
        take_member(indexing);
    }
    if (scan->fault != FW_FAULT_NONE || fw_json_scan_next(scan) != FW_TOKEN_END) {
        fw_json_scan_report(scan, indexing->diag, FW_JSON_SYNTAX);
        return false;
    }
    if (!indexing->has_resources) {
        struct fw_place place = { .source = scan->source, .end = scan->source->length > 0 };
        fw_report(indexing->diag, place, FW_MISSING_PROPERTY, "a data package has no 'resources'");
    }
    check_names(indexing);
    return true;
}

bool fw_package_index_read(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                           const struct fw_source *source, struct fw_package_index *index)
{
    size_t good = fw_utf8_check(source->text, source->length);
    if (good < source->length) {
        struct fw_place place = { .source = source, .begin = good, .end = good + 1 };
        fw_hint(diag, fw_report(diag, place, FW_JSON_ENCODING, "a byte that is not UTF-8"),
                "save the file as UTF-8");
        return false;
    }
    struct indexing indexing = { .arena = arena, .diag = diag, .index = index };
    fw_json_scan_begin(&indexing.scan, arena, strings, source, 0, source->length, 0);
    *index = (struct fw_package_index){ 0 };
    return walk(&indexing);
}
