/* Lengths as people write them, and the named sizes of figures. */
#include "format/length.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"

/* Pixels of a unit, and to what part of it a length is rounded where people read it. */
static const struct {
    const char *name;
    double px, step;
} units[] = {
    [FW_UNIT_PX] = { "px", 1, 1 },           [FW_UNIT_MM] = { "mm", 96 / 25.4, 1 },
    [FW_UNIT_CM] = { "cm", 96 / 2.54, 0.1 }, [FW_UNIT_PT] = { "pt", 96.0 / 72, 1 },
    [FW_UNIT_IN] = { "in", 96, 0.01 },
};

static bool find_unit(const char *text, enum fw_length_unit *unit)
{
    if (*text == '\0') {
        *unit = FW_UNIT_PX;
        return true;
    }
    for (size_t i = 0; i < FW_COUNT(units); i++) {
        if (strcmp(units[i].name, text) == 0) {
            *unit = (enum fw_length_unit)i;
            return true;
        }
    }
    return false;
}

bool fw_length_parse(const char *text, double *px, enum fw_length_unit *unit)
{
    double number;
    const char *after;
    if (!fw_decimal_parse(text, text + strlen(text), &number, &after)) {
        return false;
    }
    after += *after == ' ' ? 1 : 0;
    if (!find_unit(after, unit) || !isfinite(number) || number <= 0) {
        return false;
    }
    *px = number * units[*unit].px;
    return true;
}

const char *fw_length_text(struct fw_arena *arena, double px, enum fw_length_unit unit)
{
    /* A hair above a step is that step: sums of px are not exact. */
    double step = units[unit].step, steps = ceil(px / units[unit].px / step - 1e-6);
    char digits[FW_DECIMAL_ROOM];
    fw_decimal_text(step < 1 ? steps / round(1 / step) : steps, digits);
    return fw_arena_printf(arena, "%s %s", digits, units[unit].name);
}

/*
 * A4 with margins of 25 mm leaves 160 mm, or two columns with 6 mm between them. Screens are half
 * of their pixels a side, so that type stays legible there: --scale 2 gives 1,920 x 1,080 for
 * "slide-16x9" and 1,080 x 1,080 for "social-1x1".
 */
/* clang-format off */
#define MM(mm) ((mm) * 96 / 25.4)
#define SIZE_LIST(X)                          \
    X("a4-column", MM(77), 0, FW_UNIT_MM)     \
    X("a4-full", MM(160), 0, FW_UNIT_MM)      \
    X("a4-page", MM(160), MM(247), FW_UNIT_MM) \
    X("slide-16x9", 960, 540, FW_UNIT_PX)     \
    X("slide-4x3", 960, 720, FW_UNIT_PX)      \
    X("social-16x9", 640, 360, FW_UNIT_PX)    \
    X("social-1x1", 540, 540, FW_UNIT_PX)     \
    X("social-4x5", 540, 675, FW_UNIT_PX)
#define SIZE(name, width, height, unit) { name, width, height, unit },
#define NAME(name, width, height, unit) name,
static const struct fw_named_size sizes[] = { SIZE_LIST(SIZE) };
static const char *const names[] = { SIZE_LIST(NAME) };
/* clang-format on */

const struct fw_named_size *fw_named_size_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(sizes); i++) {
        if (strcmp(sizes[i].name, name) == 0) {
            return &sizes[i];
        }
    }
    return NULL;
}

const char *const *fw_named_size_names(size_t *count)
{
    *count = FW_COUNT(names);
    return names;
}
