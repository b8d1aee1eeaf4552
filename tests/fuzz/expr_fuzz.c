/* Fuzz target: any UTF-8 as an expression (the JSON reader lets nothing else through); what parses
 * is evaluated without data. */
#include "fuzz.h"

#include "base/utf8.h"
#include "expr/expr.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (fw_utf8_check((const char *)data, size) < size) {
        return 0;
    }
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    char *text = fw_arena_text(arena, (const char *)data, size);
    struct fw_expr_fault fault;
    const struct fw_expr *expr = fw_expr_parse(arena, strings, text, size, &fault);
    if (expr != NULL) {
        struct fw_expr_env env = { .arena = arena, .strings = strings };
        fw_to_string(strings, fw_expr_eval(expr, &env));
    }
    fw_arena_destroy(arena);
    return 0;
}
