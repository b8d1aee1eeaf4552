/* The named color schemes of Vega. */
#include "color/scheme.h"

#include <string.h>

#include "color/palettes.h"

struct palette {
    const char *name;
    bool categorical;
    const char *colors;
    size_t count;
};

static const struct palette palettes[] = {
#define FW_PALETTE_ENTRY(name, categorical, colors)                                                \
    { #name, categorical, colors, (sizeof(colors) - 1) / 6 },
    FW_PALETTE_LIST(FW_PALETTE_ENTRY)
#undef FW_PALETTE_ENTRY
};

const char *const *fw_scheme_names(size_t *count)
{
    static const char *const names[] = {
#define FW_PALETTE_NAME(name, categorical, colors) #name,
        FW_PALETTE_LIST(FW_PALETTE_NAME)
#undef FW_PALETTE_NAME
    };
    *count = FW_COUNT(names);
    return names;
}

static bool same_name(const char *written, size_t length, const char *name)
{
    for (size_t i = 0; i < length; i++) {
        char c =
            (char)(written[i] >= 'A' && written[i] <= 'Z' ? written[i] - 'A' + 'a' : written[i]);
        if (name[i] == '\0' || c != name[i]) {
            return false;
        }
    }
    return name[length] == '\0';
}

/** The N of a name's "-N", one or two digits, or 0; `length` gets that of the name before it. */
static size_t count_suffix(const char *name, size_t *length)
{
    size_t count = 0, digits = 0, scale = 1;
    size_t end = *length;
    while (end > 0 && digits < 2 && name[end - 1] >= '0' && name[end - 1] <= '9') {
        count += (size_t)(name[end - 1] - '0') * scale;
        scale *= 10;
        digits++;
        end--;
    }
    if (digits == 0 || end == 0 || name[end - 1] != '-') {
        return 0;
    }
    *length = end - 1;
    return count;
}

bool fw_scheme_find(const char *name, struct fw_scheme *scheme)
{
    size_t length = strlen(name);
    size_t wanted = count_suffix(name, &length);
    if (wanted == 0 && name[length] != '\0') {
        return false;
    }
    for (size_t i = 0; i < FW_COUNT(palettes); i++) {
        const struct palette *palette = &palettes[i];
        if (same_name(name, length, palette->name)) {
            bool list = palette->categorical;
            if (list && wanted > palette->count) {
                return false;
            }
            *scheme = (struct fw_scheme){ palette->name, list, palette->colors,
                                          list && wanted > 0 ? wanted : palette->count,
                                          list ? 0 : wanted };
            return true;
        }
    }
    return false;
}

bool fw_scheme_is_discrete(const struct fw_scheme *scheme)
{
    return scheme->categorical || scheme->sample_count > 0;
}

/** The value of two hex digits in lower case. */
static int hex_pair(const char *digits)
{
    int value = 0;
    for (size_t i = 0; i < 2; i++) {
        value = value * 16 + (digits[i] <= '9' ? digits[i] - '0' : digits[i] - 'a' + 10);
    }
    return value;
}

struct fw_color fw_scheme_color(const struct fw_scheme *scheme, size_t index)
{
    const char *digits = scheme->colors + index * 6;
    return (struct fw_color){ hex_pair(digits), hex_pair(digits + 2), hex_pair(digits + 4), 1 };
}

/** All colors of the table. */
static struct fw_color *table_colors(struct fw_arena *arena, const struct fw_scheme *scheme)
{
    struct fw_color *colors = FW_NEW_ARRAY(arena, scheme->color_count, struct fw_color);
    for (size_t i = 0; i < scheme->color_count; i++) {
        colors[i] = fw_scheme_color(scheme, i);
    }
    return colors;
}

/** The ramp of a continuous scheme, whatever count its name had. */
static const struct fw_ramp *stops_ramp(struct fw_arena *arena, const struct fw_scheme *scheme)
{
    return fw_ramp_new(arena, FW_INTERPOLATE_RGB, 1, table_colors(arena, scheme),
                       scheme->color_count);
}

const struct fw_ramp *fw_scheme_ramp(struct fw_arena *arena, const struct fw_scheme *scheme)
{
    const struct fw_ramp *ramp = stops_ramp(arena, scheme);
    if (scheme->sample_count == 0) {
        return ramp;
    }
    struct fw_color *colors = fw_ramp_sample(arena, ramp, scheme->sample_count);
    return fw_ramp_new(arena, FW_INTERPOLATE_RGB, 1, colors, scheme->sample_count);
}

struct fw_color *fw_scheme_colors(struct fw_arena *arena, const struct fw_scheme *scheme,
                                  size_t wanted, const double extent[2], size_t *count)
{
    if (scheme->categorical) {
        *count = wanted > 0 && wanted < scheme->color_count ? wanted : scheme->color_count;
        return table_colors(arena, scheme);
    }
    const struct fw_ramp *ramp = stops_ramp(arena, scheme);
    if (scheme->sample_count > 0) {
        *count = wanted > 0 && wanted < scheme->sample_count ? wanted : scheme->sample_count;
        return fw_ramp_sample(arena, ramp, scheme->sample_count);
    }
    if (extent != NULL) {
        ramp = fw_ramp_slice(arena, ramp, extent[0], extent[1]);
    }
    *count = wanted;
    return fw_ramp_sample(arena, ramp, wanted);
}
