/* Runs a fuzz target on the files named on the command line: its seeds, as a plain test. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

/* Seeds are small; a larger file is cut, which is an input like any other. */
enum { MOST_BYTES = 1 << 20 };

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    uint8_t *data = malloc(MOST_BYTES);
    if (data == NULL) {
        fclose(file);
        return 1;
    }
    size_t size = fread(data, 1, MOST_BYTES, file);
    fclose(file);
    printf("%s: %zu bytes\n", path, size);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    int failed = argc > 1 ? 0 : 1;
    for (int i = 1; i < argc; i++) {
        failed |= replay(argv[i]);
    }
    return failed;
}
