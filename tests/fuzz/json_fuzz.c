/* Fuzz target: any bytes as the text of a document; what is read is walked, and so is every report.
 */
#include "fuzz.h"

#include "json/json.h"

/* Bounds that keep one input short. */
static const struct fw_json_limits limits = { .bytes = 1 << 20, .depth = 100 };

static void walk(struct fw_arena *arena, const struct fw_json *json)
{
    for (int32_t i = 0; i < json->count; i++) {
        struct fw_node node = { json, i };
        struct fw_place place = fw_node_place(arena, node);
        size_t line, column;
        fw_source_locate(place.source, place.begin, &line, &column);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct fw_diag *diag = fw_diag_new(arena);
    char *text = fw_arena_text(arena, (const char *)data, size);
    struct fw_source source = { .name = "input.json", .text = text, .length = size };
    const struct fw_json *json = fw_json_read(arena, strings, &source, &limits, diag);
    if (json != NULL) {
        walk(arena, json);
    }
    fw_diag_sort(diag);
    fw_arena_destroy(arena);
    return 0;
}
