/* CSS colors: their text to numbers and back. */
#include "color/color.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "color/names.h"
#include "color/space.h"

struct named_color {
    const char *name;
    uint32_t rgb;
};

static const struct named_color named_colors[] = {
#define FW_COLOR_ENTRY(name, rgb) { #name, rgb },
    FW_COLOR_NAME_LIST(FW_COLOR_ENTRY)
#undef FW_COLOR_ENTRY
};

const char *const *fw_color_names(size_t *count)
{
    static const char *const names[] = {
#define FW_COLOR_ENTRY(name, rgb) #name,
        FW_COLOR_NAME_LIST(FW_COLOR_ENTRY)
#undef FW_COLOR_ENTRY
    };
    *count = FW_COUNT(names);
    return names;
}

/** The longest text that is looked at: far more than any color needs. */
enum { COLOR_TEXT_CAP = 128 };

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct fw_color from_rgb(uint32_t rgb)
{
    return (struct fw_color){ rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1 };
}

/** The digits behind '#': 3 or 4 of one digit a channel, 6 or 8 of two. */
static bool parse_hex(const char *text, size_t length, struct fw_color *color)
{
    if (length != 3 && length != 4 && length != 6 && length != 8) {
        return false;
    }
    size_t width = length > 4 ? 2 : 1;
    double channel[4] = { 0, 0, 0, 255 };
    for (size_t i = 0; i < length / width; i++) {
        int high = hex_digit(text[i * width]);
        int low = hex_digit(text[i * width + width - 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        channel[i] = high * 16 + low;
    }
    *color = (struct fw_color){ channel[0], channel[1], channel[2], channel[3] / 255 };
    return true;
}

static bool parse_name(const char *text, struct fw_color *color)
{
    size_t low = 0, high = FW_COUNT(named_colors);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(text, named_colors[middle].name);
        if (order == 0) {
            *color = from_rgb(named_colors[middle].rgb);
            return true;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return false;
}

/** A number of a functional color, in the unit it is written in. */
struct component {
    double number;
    bool percent;
    double degrees; /* per unit, when read as an angle */
};

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && is_space(*at)) {
        at++;
    }
    return at;
}

/** The unit behind a number: '%', an angle unit or nothing. */
static const char *parse_unit(const char *at, const char *end, struct component *component)
{
    static const struct {
        const char *name;
        double degrees;
    } units[] = { { "deg", 1 }, { "grad", 0.9 }, { "rad", 57.29577951308232 }, { "turn", 360 } };
    component->percent = at < end && *at == '%';
    component->degrees = 1;
    if (component->percent) {
        return at + 1;
    }
    for (size_t i = 0; i < FW_COUNT(units); i++) {
        size_t length = strlen(units[i].name);
        if ((size_t)(end - at) >= length && memcmp(at, units[i].name, length) == 0) {
            component->degrees = units[i].degrees;
            return at + length;
        }
    }
    return at;
}

/**
 * The numbers between the parentheses of a functional color: "1, 2, 3", "1, 2, 3, 4", "1 2 3" or
 * "1 2 3 / 4". Returns how many, 0 when they are not of that form.
 */
static size_t parse_components(const char *at, const char *end, struct component components[4])
{
    size_t count = 0;
    bool commas = false;
    for (at = skip_space(at, end); at < end; count++) {
        if (count > 0) {
            bool comma = *at == ',';
            bool slash = *at == '/';
            if (count == 4 || (count > 1 && comma != commas) || slash != (count == 3 && !comma)) {
                return 0;
            }
            commas = comma;
            at = skip_space(at + (comma || slash), end);
        }
        if (!fw_decimal_parse(at, end, &components[count].number, &at)) {
            return 0;
        }
        at = skip_space(parse_unit(at, end, &components[count]), end);
    }
    return count >= 3 ? count : 0;
}

static double fraction(struct component component)
{
    double number = component.percent ? component.number / 100 : component.number;
    return fmax(0, fmin(1, number));
}

static double channel(struct component component)
{
    return component.percent ? component.number * 255 / 100 : component.number;
}

/** rgb(), rgba(), hsl() or hsla(), already in lower case. */
static bool parse_function(const char *text, size_t length, struct fw_color *color)
{
    bool hsl = memcmp(text, "hsl", 3) == 0;
    if ((!hsl && memcmp(text, "rgb", 3) != 0) || text[length - 1] != ')') {
        return false;
    }
    size_t open = text[3] == 'a' ? 4 : 3;
    struct component parts[4];
    size_t count =
        text[open] == '(' ? parse_components(text + open + 1, text + length - 1, parts) : 0;
    if (count == 0) {
        return false;
    }
    double alpha = count == 4 ? fraction(parts[3]) : 1;
    if (!hsl) {
        *color =
            (struct fw_color){ channel(parts[0]), channel(parts[1]), channel(parts[2]), alpha };
        return true;
    }
    if (parts[0].percent || !parts[1].percent || !parts[2].percent) {
        return false;
    }
    *color = fw_hsl_color((struct fw_hsl){ parts[0].number * parts[0].degrees,
                                           parts[1].number / 100, parts[2].number / 100, alpha });
    return true;
}

bool fw_color_parse(const char *text, size_t length, struct fw_color *color)
{
    while (length > 0 && is_space(text[0])) {
        text++;
        length--;
    }
    while (length > 0 && is_space(text[length - 1])) {
        length--;
    }
    if (length < 3 || length >= COLOR_TEXT_CAP) {
        return false;
    }
    char lower[COLOR_TEXT_CAP] = { 0 };
    for (size_t i = 0; i < length; i++) {
        lower[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
    }
    if (lower[0] == '#') {
        return parse_hex(lower + 1, length - 1, color);
    }
    if (strlen(lower) == length && strcmp(lower, "transparent") == 0) {
        *color = (struct fw_color){ 0, 0, 0, 0 };
        return true;
    }
    return (length > 4 && parse_function(lower, length, color)) ||
           (strlen(lower) == length && parse_name(lower, color));
}

/** A channel as d3 writes it: rounded, held to 0..255, NaN as 0. */
static unsigned clamped(double channel_value)
{
    double rounded = floor(channel_value + 0.5);
    return rounded > 0 ? (unsigned)fmin(rounded, 255) : 0;
}

void fw_color_hex(struct fw_color color, char text[8])
{
    static const char digits[] = "0123456789abcdef";
    const unsigned channels[3] = { clamped(color.r), clamped(color.g), clamped(color.b) };
    text[0] = '#';
    for (size_t i = 0; i < 3; i++) {
        text[1 + 2 * i] = digits[channels[i] >> 4];
        text[2 + 2 * i] = digits[channels[i] & 15];
    }
    text[7] = '\0';
}

static char *put_text(char *at, const char *text)
{
    size_t length = strlen(text);
    memcpy(at, text, length + 1);
    return at + length;
}

void fw_color_text(struct fw_color color, char text[FW_COLOR_ROOM])
{
    double alpha = isnan(color.a) ? 1 : fmax(0, fmin(1, color.a));
    const unsigned channels[3] = { clamped(color.r), clamped(color.g), clamped(color.b) };
    char number[FW_DECIMAL_ROOM];
    char *at = put_text(text, alpha == 1 ? "rgb(" : "rgba(");
    for (size_t i = 0; i < 3; i++) {
        fw_decimal_text(channels[i], number);
        at = put_text(put_text(at, i > 0 ? ", " : ""), number);
    }
    if (alpha != 1) {
        fw_decimal_text(alpha, number);
        at = put_text(put_text(at, ", "), number);
    }
    put_text(at, ")");
}
