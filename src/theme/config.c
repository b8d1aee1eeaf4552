/* The configuration of a chart: defaults, theme and the spec's own `config`, merged in that order.
 */
#include "theme/config.h"

#include <math.h>
#include <string.h>

/* `config.font` is the font of all texts that the sections below do not set themselves. */
static struct fw_value spread_font(struct fw_maker make, struct fw_value font)
{
    static const char *const styles[] = { "guide-label", "guide-title", "group-title",
                                          "group-subtitle" };
    struct fw_value member = fw_with(make, fw_undefined(), "font", font);
    struct fw_value style = fw_object_empty(make);
    for (size_t i = 0; i < FW_COUNT(styles); i++) {
        style = fw_with(make, style, styles[i], member);
    }
    struct fw_value spread = fw_with(make, fw_undefined(), "style", style);
    return fw_with(make, spread, "text", member);
}

/* `config.fontSize`: true for the default sizes, or an object of sizes by kind of text. */
static struct fw_value spread_font_size(struct fw_maker make, struct fw_value sizes)
{
    static const struct {
        const char *key, *style;
        double size;
    } kinds[] = {
        { "guideLabel", "guide-label", 10 },
        { "guideTitle", "guide-title", 11 },
        { "groupTitle", "group-title", 13 },
        { "groupSubtitle", "group-subtitle", 12 },
    };
    struct fw_value style = fw_object_empty(make);
    for (size_t i = 0; i < FW_COUNT(kinds); i++) {
        double size = fw_get_number(sizes, kinds[i].key, kinds[i].size);
        struct fw_value member = fw_with(make, fw_undefined(), "fontSize", fw_number(size));
        style = fw_with(make, style, kinds[i].style, member);
    }
    struct fw_value spread = fw_with(make, fw_undefined(), "style", style);
    double text = fw_get_number(sizes, "text", 11);
    return fw_with(make, spread, "text",
                   fw_with(make, fw_undefined(), "fontSize", fw_number(text)));
}

static struct fw_value merge_member(struct fw_maker make, struct fw_value under, fw_str key,
                                    struct fw_value value)
{
    struct fw_value below = fw_member(under, key);
    return value.kind == FW_OBJECT && below.kind == FW_OBJECT ? fw_merge(make, below, value)
                                                              : value;
}

/* A section over another: members as they are, but named styles and a legend's layout in turn. */
static struct fw_value merge_section(struct fw_maker make, struct fw_value under, fw_str key,
                                     struct fw_value section)
{
    bool styles = fw_str_is(key, "style"), legend = fw_str_is(key, "legend");
    struct fw_value below = fw_member(under, key), merged = below;
    if (section.kind != FW_OBJECT || below.kind != FW_OBJECT || (!styles && !legend)) {
        return merge_member(make, under, key, section);
    }
    for (size_t i = 0; i < section.object->count; i++) {
        fw_str name = section.object->keys[i];
        struct fw_value value = section.object->values[i];
        bool inner = styles || fw_str_is(name, "layout");
        merged = fw_with(make, merged, name->text,
                         inner ? merge_member(make, below, name, value) : value);
    }
    return merged;
}

/* Method: vega-util, mergeConfig. What a section holds is replaced as a whole. */
static struct fw_value merge_sections(struct fw_maker make, struct fw_value under,
                                      struct fw_value layer)
{
    struct fw_value merged = under;
    for (size_t i = 0; i < layer.object->count; i++) {
        fw_str key = layer.object->keys[i];
        struct fw_value value = merge_section(make, under, key, layer.object->values[i]);
        merged = fw_with(make, merged, key->text, value);
    }
    return merged;
}

static struct fw_value add_layer(struct fw_maker make, struct fw_value under, struct fw_value layer)
{
    if (layer.kind != FW_OBJECT) {
        return under;
    }
    struct fw_value font = fw_get(layer, "font");
    if (font.kind == FW_STRING) {
        under = fw_merge_deep(make, under, spread_font(make, font));
    }
    struct fw_value sizes = fw_get(layer, "fontSize");
    if (sizes.kind == FW_OBJECT || (sizes.kind == FW_BOOLEAN && sizes.boolean)) {
        under = fw_merge_deep(make, under, spread_font_size(make, sizes));
    }
    return merge_sections(make, under, layer);
}

/* Formats of types that name functions in JavaScript, which are not run: what they say is meant for
 * those. */
static struct fw_value drop_custom_formats(struct fw_maker make, struct fw_value root)
{
    static const char *const formats[] = { "numberFormat", "normalizedNumberFormat", "timeFormat" };
    for (size_t i = 0; fw_get_boolean(root, "customFormatTypes", false) && i < FW_COUNT(formats);
         i++) {
        const char *type = fw_arena_printf(make.arena, "%sType", formats[i]);
        const char *name = fw_get_text(root, type, "");
        if (name[0] != '\0' && strcmp(name, "number") != 0 && strcmp(name, "time") != 0) {
            root = fw_omit(make, root, (const char *const[]){ formats[i], NULL });
        }
    }
    return root;
}

void fw_config_init(struct fw_config *config, struct fw_maker make, struct fw_value defaults,
                    struct fw_value theme, struct fw_value own)
{
    config->make = make;
    config->root =
        drop_custom_formats(make, add_layer(make, add_layer(make, defaults, theme), own));
    config->style = fw_get(config->root, "style");
}

struct fw_value fw_config_get(const struct fw_config *config, const char *section,
                              const char *property)
{
    struct fw_value from = section == NULL ? config->root : fw_get(config->root, section);
    return fw_get(from, property);
}

double fw_config_number(const struct fw_config *config, const char *section, const char *property,
                        double fallback)
{
    struct fw_value value = fw_config_get(config, section, property);
    return value.kind == FW_NUMBER ? value.number : fallback;
}

struct fw_value fw_config_style_named(const struct fw_config *config, const char *name,
                                      const char *property)
{
    return fw_get(fw_get(config->style, name), property);
}

struct fw_value fw_config_style(const struct fw_config *config, struct fw_value styles,
                                const char *property)
{
    if (styles.kind == FW_STRING) {
        return fw_config_style_named(config, styles.string->text, property);
    }
    struct fw_value found = fw_undefined();
    for (size_t i = 0; i < fw_length(styles); i++) {
        struct fw_value value = fw_config_style(config, fw_at(styles, i), property);
        if (value.kind != FW_UNDEFINED) {
            found = value;
        }
    }
    return found;
}

double fw_config_discrete_size(const struct fw_config *config, bool width)
{
    struct fw_value size =
        fw_config_get(config, "view", width ? "discreteWidth" : "discreteHeight");
    return size.kind == FW_NUMBER ? size.number : NAN;
}

double fw_config_discrete_step(const struct fw_config *config, bool width)
{
    struct fw_value size =
        fw_config_get(config, "view", width ? "discreteWidth" : "discreteHeight");
    double step = fw_get_number(size, "step", NAN);
    return isnan(step) ? fw_config_number(config, "view", "step", 20) : step;
}

double fw_config_continuous_size(const struct fw_config *config, bool width)
{
    /* 300 px: Vega-Lite's default since version 6. */
    return fw_config_number(config, "view", width ? "continuousWidth" : "continuousHeight", 300);
}
