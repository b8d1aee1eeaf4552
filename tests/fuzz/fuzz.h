/* What a fuzz target defines; the name is libFuzzer's. */
#ifndef FW_FUZZ_FUZZ_H
#define FW_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/** Runs one input; ends the process on a fault. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
