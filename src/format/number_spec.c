/* d3-format's specifiers, taken apart. */
#include <string.h>

#include "format/number.h"

static size_t utf8_length(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static bool is_align(char byte)
{
    return byte != '\0' && strchr("<>=^", byte) != NULL;
}

static const char *parse_align(const char *text, struct fw_number_spec *spec)
{
    size_t length = utf8_length((unsigned char)text[0]);
    bool whole = memchr(text, '\0', length) == NULL && strchr("\r\n", text[0]) == NULL;
    if (whole && is_align(text[length])) {
        memcpy(spec->fill, text, length);
        spec->fill[length] = '\0';
        spec->align = text[length];
        return text + length + 1;
    }
    if (is_align(text[0])) {
        spec->align = text[0];
        return text + 1;
    }
    return text;
}

/* Digits into a number that stops growing at 10000: more than any width or precision needs. */
static const char *parse_digits(const char *text, int *number)
{
    int value = 0;
    while (*text >= '0' && *text <= '9') {
        value = value >= 1000 ? 10000 : value * 10 + (*text - '0');
        text++;
    }
    *number = value;
    return text;
}

/* Takes `byte` into `*into` when it is one of `set`. */
static const char *parse_one_of(const char *text, const char *set, char *into)
{
    if (*text != '\0' && strchr(set, *text) != NULL) {
        *into = *text;
        return text + 1;
    }
    return text;
}

static const char *parse_flag(const char *text, char byte, bool *flag)
{
    *flag = *text == byte;
    return *flag ? text + 1 : text;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_type(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '%';
}

static const struct fw_number_spec empty_spec = {
    .fill = " ",
    .align = '>',
    .sign = '-',
    .width = FW_NUMBER_NONE,
    .precision = FW_NUMBER_NONE,
};

bool fw_number_spec_parse(const char *text, struct fw_number_spec *spec)
{
    struct fw_number_spec read = empty_spec;
    *spec = empty_spec;
    text = parse_align(text, &read);
    text = parse_one_of(text, "+-( ", &read.sign);
    text = parse_one_of(text, "$#", &read.symbol);
    text = parse_flag(text, '0', &read.zero);
    if (is_digit(*text)) {
        text = parse_digits(text, &read.width);
    }
    text = parse_flag(text, ',', &read.comma);
    if (text[0] == '.' && is_digit(text[1])) {
        text = parse_digits(text + 1, &read.precision);
    }
    text = parse_flag(text, '~', &read.trim);
    if (is_type(*text)) {
        read.type = *text++;
    }
    if (*text != '\0' || read.width > FW_NUMBER_MOST_WIDTH) {
        return false;
    }
    *spec = read;
    return true;
}
