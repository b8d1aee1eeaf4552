/* Fuzz target: any bytes as a PNG, SVG or PDF whose metadata are read. */
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"
#include "render/metadata.h"

/* Every text is valid UTF-8. */
static void check(const char *text)
{
    if (text != NULL && fw_utf8_check(text, strlen(text)) != strlen(text)) {
        __builtin_trap();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_metadata metadata;
    fw_metadata_read(arena, data, size, &metadata);
    check(metadata.title);
    check(metadata.description);
    check(metadata.source);
    check(metadata.lang);
    check(metadata.program);
    for (size_t i = 0; i < metadata.note_count; i++) {
        check(metadata.notes[i].key);
        check(metadata.notes[i].text);
    }
    fw_arena_destroy(arena);
    return 0;
}
