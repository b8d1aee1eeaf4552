/* Fuzz target: any bytes as a spec whose "data" is loaded: inline rows and texts in every format.
 */
#include "fuzz.h"

#include "data/load.h"

/* Bounds that keep one input short. */
static const struct fw_json_limits limits = { .bytes = 1 << 20, .depth = 100 };

/* A folder that no file can be in. */
static const char nowhere[] = "/nonexistent";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct fw_diag *diag = fw_diag_new(arena);
    char *text = fw_arena_text(arena, (const char *)data, size);
    struct fw_source source = { .name = "input.json", .text = text, .length = size };
    const struct fw_json *json = fw_json_read(arena, strings, &source, &limits, diag);
    if (json != NULL) {
        struct fw_node root = fw_json_root(json);
        struct fw_load load = {
            .arena = arena, .strings = strings, .diag = diag, .folder = nowhere
        };
        load.datasets = fw_node_member(root, "datasets");
        struct fw_node block = fw_node_member(root, "data");
        if (fw_node_there(block)) {
            fw_data_load(&load, block, NULL);
        }
    }
    fw_arena_destroy(arena);
    return 0;
}
