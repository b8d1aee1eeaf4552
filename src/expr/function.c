/* The functions of the expression language, found by name. */
#include "expr/function.h"

#include <string.h>

#define FAMILY(name) &fw_expr_##name##_functions,
static const struct fw_expr_family *const families[] = { FW_EXPR_FAMILY_LIST(FAMILY) };
#undef FAMILY

const struct fw_expr_function *fw_expr_function_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(families); i++) {
        for (size_t k = 0; k < families[i]->count; k++) {
            if (strcmp(families[i]->functions[k].name, name) == 0) {
                return &families[i]->functions[k];
            }
        }
    }
    return NULL;
}

enum { MOST_FUNCTIONS = 400 };

const char *fw_expr_function_nearest(const char *name)
{
    const char *names[MOST_FUNCTIONS] = { "if" };
    size_t count = 1;
    for (size_t i = 0; i < FW_COUNT(families); i++) {
        for (size_t k = 0; k < families[i]->count && count < MOST_FUNCTIONS; k++) {
            names[count++] = families[i]->functions[k].name;
        }
    }
    return fw_nearest(name, names, count);
}
