/* Tokens: their names and types, and how they are read. */
#include "theme/tokens.h"

#include <string.h>

#include "color/contrast.h"
#include "color/scheme.h"
#include "grammar/texts.h"

/* ---- what may be written ------------------------------------------------------------------ */

static const char *const weight_words[] = { "normal", "bold", NULL };
static const char *const style_words[] = { "normal", "italic", NULL };

/* In the order of enum fw_logo_place. */
static const char *const place_words[] = { "top-left", "top-right", "bottom-left", "bottom-right",
                                           NULL };

static const struct fw_shape_member text_members[] = {
    { .name = "color", .type = FW_P_COLOR },
    { .name = "font", .type = FW_P_STRING },
    { .name = "fontSize", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "fontStyle", .type = FW_P_STRING, .words = style_words },
    { .name = "fontWeight", .type = FW_P_STRING | FW_P_NUMBER, .words = weight_words },
    { .name = "lineHeight", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
};

static const struct fw_shape text_shape = {
    .what = "a text token",
    .members = text_members,
    .count = FW_COUNT(text_members),
};

static const struct fw_shape_member number_members[] = {
    { .name = "prefix", .type = FW_P_STRING },
};

static const struct fw_shape number_shape = {
    .what = "the token 'number'",
    .members = number_members,
    .count = FW_COUNT(number_members),
    .bases = { &text_shape },
};

static const struct fw_shape_member caption_members[] = {
    { .name = "padding", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "rule", .type = FW_P_BOOLEAN },
};

static const struct fw_shape caption_shape = {
    .what = "the token 'caption'",
    .members = caption_members,
    .count = FW_COUNT(caption_members),
    .bases = { &text_shape },
};

static const struct fw_shape_member logo_members[] = {
    { .name = "alt", .type = FW_P_STRING },
    { .name = "clearSpace", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "height", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "position", .type = FW_P_STRING, .words = place_words },
    { .name = "url", .type = FW_P_STRING | FW_P_NULL },
};

static const struct fw_shape logo_shape = {
    .what = "the token 'logo'",
    .members = logo_members,
    .count = FW_COUNT(logo_members),
};

static const struct fw_shape_member token_members[] = {
    { .name = "caption", .type = FW_P_OBJECT, .shape = &caption_shape },
    { .name = "contextColor", .type = FW_P_COLOR },
    { .name = "directLabels", .type = FW_P_BOOLEAN },
    { .name = "focusColor", .type = FW_P_COLOR },
    { .name = "logo", .type = FW_P_OBJECT | FW_P_NULL, .shape = &logo_shape },
    { .name = "minFontSize", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "number", .type = FW_P_OBJECT, .shape = &number_shape },
    { .name = "outerHeight",
      .type = FW_P_STRING | FW_P_NUMBER | FW_P_LENGTH | FW_P_NULL,
      .check = fw_check_length },
    { .name = "outerWidth",
      .type = FW_P_STRING | FW_P_NUMBER | FW_P_LENGTH | FW_P_NULL,
      .check = fw_check_length },
    { .name = "redundantCoding", .type = FW_P_BOOLEAN },
    { .name = "ruleColor", .type = FW_P_COLOR },
    { .name = "secondaryTextColor", .type = FW_P_COLOR },
    { .name = "spacing", .type = FW_P_NUMBER | FW_P_NOT_NEGATIVE },
    { .name = "textColor", .type = FW_P_COLOR },
    { .name = "wrapLabels", .type = FW_P_BOOLEAN },
};

const struct fw_shape fw_shape_tokens = {
    .what = "tokens",
    .members = token_members,
    .count = FW_COUNT(token_members),
    .unknown = FW_UNKNOWN_PROPERTY,
    .unknown_word = "token",
};

/* ---- what is meant ------------------------------------------------------------------------ */

static const struct fw_color black = { 0, 0, 0, 1 }, white = { 255, 255, 255, 1 },
                             clear = { 0, 0, 0, 0 };
/* Vega-Lite's blue of marks, and the lightest grey that has 3:1 on white. */
static const struct fw_color blue = { 0x4c, 0x78, 0xa8, 1 }, grey = { 0x94, 0x94, 0x94, 1 };

static struct fw_color color_of(struct fw_value value, struct fw_color fallback)
{
    struct fw_color color;
    return value.kind == FW_STRING &&
                   fw_color_parse(value.string->text, value.string->length, &color)
               ? color
               : fallback;
}

static int weight_of(struct fw_value value, int fallback)
{
    if (value.kind == FW_NUMBER) {
        return value.number < 100 ? 100 : value.number > 900 ? 900 : (int)value.number;
    }
    return fw_is_text(value, "bold") ? 700 : fw_is_text(value, "normal") ? 400 : fallback;
}

/* Line height by font size where a theme says nothing: our taste, 15 px for Vega-Lite's 11. */
static const double usual_leading = 1.35;

/* `fallback` is what its members are where `token` does not say. */
static struct fw_text_token text_of(struct fw_value token, struct fw_text_token fallback)
{
    double size = fw_get_number(token, "fontSize", fallback.font_size);
    double leading = fallback.font_size > 0 ? size * fallback.line_height / fallback.font_size
                                            : size * usual_leading;
    const char *style = fw_get_text(token, "fontStyle", NULL);
    return (struct fw_text_token){
        .font = fw_get_text(token, "font", fallback.font),
        .font_size = size,
        .line_height = fw_get_number(token, "lineHeight", leading),
        .weight = weight_of(fw_get(token, "fontWeight"), fallback.weight),
        .italic = style == NULL ? fallback.italic : strcmp(style, "italic") == 0,
        .color = color_of(fw_get(token, "color"), fallback.color),
    };
}

static struct fw_logo_token logo_of(struct fw_value token)
{
    struct fw_logo_token logo = {
        .url = fw_get_text(token, "url", NULL),
        .alt = fw_get_text(token, "alt", NULL),
        .position = FW_LOGO_BOTTOM_RIGHT,
        .height = fw_get_number(token, "height", 32), /* two lines of caption: our taste */
    };
    logo.clear_space = fw_get_number(token, "clearSpace", logo.height / 2);
    for (size_t i = 0; place_words[i] != NULL; i++) {
        if (fw_is_text(fw_get(token, "position"), place_words[i])) {
            logo.position = (enum fw_logo_place)i;
        }
    }
    return logo;
}

struct fw_color *fw_palette_colors(struct fw_arena *arena, struct fw_value range, size_t *count)
{
    struct fw_value name = fw_get(range, "scheme");
    struct fw_scheme scheme;
    if (name.kind == FW_STRING && fw_scheme_find(name.string->text, &scheme)) {
        return fw_scheme_colors(arena, &scheme, 0, NULL, count);
    }
    struct fw_value list = range.kind == FW_ARRAY ? range : name;
    *count = fw_length(list);
    struct fw_color *colors = FW_NEW_ARRAY(arena, *count, struct fw_color);
    for (size_t i = 0; i < *count; i++) {
        colors[i] = color_of(fw_at(list, i), clear);
    }
    return colors;
}

static void decode_texts(struct fw_value tokens, struct fw_value config, struct fw_tokens *out)
{
    /* A caption beside Vega-Lite's labels of 10 px. */
    struct fw_text_token plain = { .font = fw_get_text(config, "font", "sans-serif"),
                                   .font_size = 11,
                                   .line_height = 15,
                                   .weight = 400,
                                   .color = out->secondary_text_color };
    struct fw_value caption = fw_get(tokens, "caption"), number = fw_get(tokens, "number");
    out->caption = text_of(caption, plain);
    out->caption_padding = fw_get_number(caption, "padding", 12);
    out->caption_rule = fw_get_boolean(caption, "rule", false);
    out->number = text_of(number, out->caption);
    out->number_prefix = fw_get_text(number, "prefix", "Figure");
}

void fw_tokens_decode(struct fw_arena *arena, struct fw_value tokens, struct fw_value config,
                      struct fw_tokens *out)
{
    struct fw_color text = color_of(fw_get(tokens, "textColor"), black);
    *out = (struct fw_tokens){
        .min_font_size = fw_get_number(tokens, "minFontSize", 0),
        .background = color_of(fw_get(config, "background"), white),
        .text_color = text,
        .secondary_text_color = color_of(fw_get(tokens, "secondaryTextColor"), text),
        .rule_color = color_of(fw_get(tokens, "ruleColor"), grey),
        .focus_color = color_of(fw_get(tokens, "focusColor"), blue),
        .context_color = color_of(fw_get(tokens, "contextColor"), grey),
        .spacing = fw_get_number(tokens, "spacing", 8),
        .logo = logo_of(fw_get(tokens, "logo")),
        .direct_labels = fw_get_boolean(tokens, "directLabels", false),
        .wrap_labels = fw_get_boolean(tokens, "wrapLabels", false),
        .redundant_coding = fw_get_boolean(tokens, "redundantCoding", false),
        .outer_width = fw_get(tokens, "outerWidth"),
        .outer_height = fw_get(tokens, "outerHeight"),
    };
    out->palette =
        fw_palette_colors(arena, fw_get(fw_get(config, "range"), "category"), &out->palette_count);
    decode_texts(tokens, config, out);
}

/* ---- what charts take from them ----------------------------------------------------------- */

static struct fw_value add_param(struct fw_maker make, struct fw_value params, const char *name,
                                 struct fw_value value)
{
    struct fw_value param = fw_with(make, fw_undefined(), "name", fw_text_value(make, name));
    return fw_append(make, params, fw_with(make, param, "value", value));
}

static struct fw_value hex_value(struct fw_maker make, struct fw_color color)
{
    char text[8];
    fw_color_hex(color, text);
    return fw_text_value(make, text);
}

/* Which of text and background is read better on `color`. */
static struct fw_value readable_on(struct fw_maker make, const struct fw_tokens *tokens,
                                   struct fw_color color)
{
    bool dark = fw_color_contrast(tokens->text_color, color) >=
                fw_color_contrast(tokens->background, color);
    return hex_value(make, dark ? tokens->text_color : tokens->background);
}

/* "palette" and "onPalette": its colors, and what is read best on each. */
static struct fw_value add_palette(struct fw_maker make, struct fw_value params,
                                   const struct fw_tokens *tokens)
{
    struct fw_value colors = fw_array_value(make.arena, NULL, tokens->palette_count);
    struct fw_value on = fw_array_value(make.arena, NULL, tokens->palette_count);
    for (size_t i = 0; i < tokens->palette_count; i++) {
        colors.array->items[i] = hex_value(make, tokens->palette[i]);
        on.array->items[i] = readable_on(make, tokens, tokens->palette[i]);
    }
    params = add_param(make, params, "palette", colors);
    return add_param(make, params, "onPalette", on);
}

struct fw_value fw_tokens_params(struct fw_maker make, struct fw_value tokens,
                                 struct fw_value config, const struct fw_tokens *decoded)
{
    const struct {
        const char *name;
        struct fw_color color;
        const char *on; /* the param of what is written on it, or NULL */
    } colors[] = {
        { "textColor", decoded->text_color, NULL },
        { "secondaryTextColor", decoded->secondary_text_color, NULL },
        { "ruleColor", decoded->rule_color, NULL },
        { "focusColor", decoded->focus_color, "onFocusColor" },
        { "contextColor", decoded->context_color, "onContextColor" },
    };
    struct fw_value params = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < FW_COUNT(colors); i++) {
        bool is_given = fw_has(tokens, colors[i].name);
        if (is_given) {
            params = add_param(make, params, colors[i].name, hex_value(make, colors[i].color));
        }
        if (is_given && colors[i].on != NULL) {
            struct fw_value on = readable_on(make, decoded, colors[i].color);
            params = add_param(make, params, colors[i].on, on);
        }
    }
    if (fw_has(config, "background")) {
        params = add_param(make, params, "backgroundColor", hex_value(make, decoded->background));
    }
    if (fw_has(fw_get(config, "range"), "category")) {
        params = add_palette(make, params, decoded);
    }
    return params;
}
