/* Fuzz target: any bytes as a datapackage.json and, behind a line "---", rows of a CSV file: all of
 * its resources are decoded, and the rows held against each. */
#include "fuzz.h"

#include <string.h>

#include "data/package_decode.h"
#include "data/package_index.h"
#include "data/package_rows.h"

static const char separator[] = "\n---\n";

static void check_rows(const struct fw_package_reading *reading, const struct fw_source *rows,
                       const struct fw_resource *resource)
{
    struct fw_load load = { .arena = reading->arena,
                            .strings = reading->strings,
                            .diag = reading->diag };
    struct fw_read read = { .load = &load,
                            .source = rows,
                            .begin = rows->text,
                            .end = rows->text + rows->length,
                            .resource = resource };
    struct fw_cells cells = {
        .source = rows, .diag = reading->diag, .p = read.begin, .end = read.end, .delimiter = ','
    };
    fw_package_check_rows(&read, cells);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fw_arena *arena = fw_arena_create();
    char *text = fw_arena_text(arena, (const char *)data, size);
    char *behind = strstr(text, separator);
    struct fw_source rows = { .name = "rows.csv", .text = "" };
    struct fw_source package = { .name = "datapackage.json", .text = text, .length = strlen(text) };
    if (behind != NULL) {
        rows.text = behind + strlen(separator);
        rows.length = strlen(rows.text);
        package.length = (size_t)(behind - text);
        *behind = '\0';
    }
    struct fw_package_reading reading = { arena, fw_strings_new(arena), fw_diag_new(arena) };
    const struct fw_package *decoded = fw_package_decode(&reading, &package);
    for (size_t i = 0; decoded != NULL && i < decoded->index->count; i++) {
        const struct fw_resource *resource =
            fw_package_resource(&reading, decoded, &decoded->index->entries[i]);
        if (resource != NULL) {
            check_rows(&reading, &rows, resource);
        }
    }
    fw_arena_destroy(arena);
    return 0;
}
