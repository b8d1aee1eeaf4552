/* Expression functions of text: case, padding, cutting, reading numbers, encodings. */
#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "expr/function.h"
#include "expr/letter.h"
#include "expr/utf16.h"

/* The buffer as a value; the buffer is freed. */
static struct fw_value finish(const struct fw_call *call, struct fw_bytes *out)
{
    struct fw_value value = fw_call_text(call, out->data, out->length);
    fw_bytes_finish(out);
    return value;
}

static struct fw_value call_upper(const struct fw_call *call)
{
    struct fw_bytes out = { 0 };
    fw_letter_upper(fw_arg_text(call, 0), &out);
    return finish(call, &out);
}

static struct fw_value call_lower(const struct fw_call *call)
{
    struct fw_bytes out = { 0 };
    fw_letter_lower(fw_arg_text(call, 0), &out);
    return finish(call, &out);
}

static struct fw_value call_trim(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    size_t length = text->length;
    const char *trimmed = fw_utf8_trim(text->text, &length);
    return fw_string(fw_intern(call->env->strings, trimmed, length));
}

static void repeat(struct fw_bytes *out, fw_str text, double times)
{
    for (double i = 0; i < times; i++) {
        fw_bytes_append(out, text->text, text->length);
    }
}

/* (text, length, character, align): the side that the text stands on is the one not padded. */
static struct fw_value call_pad(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    double missing = fw_arg_number(call, 1) - (double)fw_utf16_length(text);
    if (!(missing > 0)) {
        return fw_string(text);
    }
    struct fw_value fill = fw_arg(call, 2);
    fw_str filler =
        fw_js_truth(fill) ? fw_js_text(call->env, fill) : fw_intern_text(call->env->strings, " ");
    if (!fw_call_spend(call, missing * filler->length)) {
        return fw_undefined();
    }
    struct fw_value align = fw_arg(call, 3);
    bool centre = align.kind == FW_STRING && fw_str_is(align.string, "center");
    bool left = align.kind == FW_STRING && fw_str_is(align.string, "left");
    struct fw_bytes out = { 0 };
    repeat(&out, filler, left ? missing : centre ? trunc(missing / 2) : 0);
    fw_bytes_append(&out, text->text, text->length);
    repeat(&out, filler, left ? 0 : centre ? ceil(missing / 2) : missing);
    return finish(call, &out);
}

/* A position within `length`: NaN is 0. */
static size_t clamp_position(double at, size_t length)
{
    return !(at > 0) ? 0 : at >= (double)length ? length : (size_t)at;
}

/* (text, length, align, ellipsis): what is cut off is on the right, left or in the middle. */
static struct fw_value call_truncate(const struct fw_call *call)
{
    struct fw_strings *strings = call->env->strings;
    fw_str text = fw_arg_text(call, 0);
    fw_str ellipsis =
        fw_is_nil(fw_arg(call, 3)) ? fw_intern_text(strings, "\xE2\x80\xA6") : fw_arg_text(call, 3);
    double wanted = fw_arg_number(call, 1);
    size_t length = fw_utf16_length(text);
    if ((double)length <= wanted) {
        return fw_string(text);
    }
    double room = fmax(0, wanted - (double)fw_utf16_length(ellipsis));
    struct fw_value align = fw_arg(call, 2);
    bool centre = align.kind == FW_STRING && fw_str_is(align.string, "center");
    bool left = align.kind == FW_STRING && fw_str_is(align.string, "left");
    size_t head = clamp_position(left ? 0 : centre ? ceil(room / 2) : room, length);
    size_t tail = clamp_position(left ? room : centre ? trunc(room / 2) : 0, length);
    fw_str before = fw_utf16_slice(strings, text, 0, head);
    fw_str after = fw_utf16_slice(strings, text, length - tail, length);
    struct fw_bytes out = { 0 };
    fw_bytes_append(&out, before->text, before->length);
    fw_bytes_append(&out, ellipsis->text, ellipsis->length);
    fw_bytes_append(&out, after->text, after->length);
    return finish(call, &out);
}

/* (text, from, to): positions are clamped, and swapped where they are in the wrong order. */
static struct fw_value call_substring(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    size_t length = fw_utf16_length(text);
    size_t from = clamp_position(fw_arg_number(call, 1), length);
    size_t to = clamp_position(fw_arg_number_or(call, 2, (double)length), length);
    return fw_string(
        fw_utf16_slice(call->env->strings, text, from < to ? from : to, from < to ? to : from));
}

/* The longest start of a text that is a number, white space in front left out. */
static struct fw_value call_parse_float(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    size_t length = text->length;
    const char *at = fw_utf8_trim(text->text, &length), *end = at + length;
    double sign = at < end && *at == '-' ? -1 : 1;
    const char *digits = at < end && (*at == '-' || *at == '+') ? at + 1 : at;
    static const char infinity[] = "Infinity";
    if ((size_t)(end - digits) >= sizeof infinity - 1 &&
        memcmp(digits, infinity, sizeof infinity - 1) == 0) {
        return fw_js_make_number(sign * INFINITY);
    }
    double number;
    const char *after;
    bool read = digits < end && *digits != '+' && *digits != '-' &&
                fw_decimal_parse(digits, end, &number, &after);
    return fw_js_make_number(read ? sign * number : NAN);
}

static int digit_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'z' ? c - 'a' + 10
           : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                  : 99;
}

/* Whole numbers in a radix of 2 to 36; "0x" in front means 16. */
static struct fw_value call_parse_int(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    size_t length = text->length;
    const char *at = fw_utf8_trim(text->text, &length), *end = at + length;
    double sign = at < end && *at == '-' ? -1 : 1;
    at += at < end && (*at == '-' || *at == '+') ? 1 : 0;
    int32_t radix = fw_js_int32(fw_arg_number(call, 1));
    bool hexadecimal = end - at >= 2 && at[0] == '0' && (at[1] == 'x' || at[1] == 'X');
    if (hexadecimal && (radix == 0 || radix == 16)) {
        radix = 16;
        at += 2;
    }
    radix = radix == 0 ? 10 : radix;
    if (radix < 2 || radix > 36 || at == end || digit_of(*at) >= radix) {
        return fw_js_make_number(NAN);
    }
    const char *last = at;
    while (last < end && digit_of(*last) < radix) {
        last++;
    }
    double number = 0;
    const char *after;
    if (radix != 10 || !fw_decimal_parse(at, last, &number, &after)) {
        for (number = 0; at < last; at++) {
            number = number * radix + digit_of(*at);
        }
    }
    return fw_js_make_number(sign * number);
}

static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* A text of characters up to U+00FF, each a byte, in base 64. */
static struct fw_value call_btoa(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    const char *at = text->text, *end = at + text->length;
    struct fw_bytes out = { 0 };
    uint32_t held = 0;
    int bits = 0;
    bool fits = true;
    while (at < end) {
        uint32_t c = fw_utf8_next(at, end, &at);
        fits = fits && c <= 0xFF;
        held = (held << 8 | (c & 0xFF)) & 0xFFFFFF;
        for (bits += 8; bits >= 6; bits -= 6) {
            fw_bytes_put(&out, base64[held >> (bits - 6) & 63]);
        }
    }
    if (bits > 0) {
        fw_bytes_put(&out, base64[held << (6 - bits) & 63]);
    }
    while (out.length % 4 != 0) {
        fw_bytes_put(&out, '=');
    }
    struct fw_value encoded = finish(call, &out);
    return fits ? encoded : fw_undefined();
}

/* The bytes of a text in base 64, each a character; undefined where it is not such a text. */
static struct fw_value call_atob(const struct fw_call *call)
{
    fw_str text = fw_arg_text(call, 0);
    struct fw_bytes out = { 0 };
    uint32_t held = 0;
    int bits = 0;
    size_t digits = 0, padding = 0;
    bool good = true;
    for (uint32_t i = 0; i < text->length; i++) {
        char c = text->text[i];
        if (c != '\0' && strchr(" \t\n\f\r", c) != NULL) {
            continue;
        }
        const char *digit = c == '\0' ? NULL : strchr(base64, c);
        padding += c == '=' ? 1 : 0;
        good = good && (digit != NULL ? padding == 0 : c == '=');
        if (digit == NULL || padding > 0) {
            continue;
        }
        digits++;
        held = (held << 6 | (uint32_t)(digit - base64)) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            char bytes[4];
            bits -= 8;
            fw_bytes_append(&out, bytes, fw_utf8_put(held >> bits & 0xFF, bytes));
        }
    }
    good = good && digits % 4 != 1 && padding <= 2 && (padding == 0 || (digits + padding) % 4 == 0);
    struct fw_value decoded = finish(call, &out);
    return good ? decoded : fw_undefined();
}

static struct fw_value call_encode_uri_component(const struct fw_call *call)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    fw_str text = fw_arg_text(call, 0);
    struct fw_bytes out = { 0 };
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char c = (unsigned char)text->text[i];
        if (c != '\0' && strchr(plain, c) != NULL) {
            fw_bytes_put(&out, (char)c);
        } else {
            fw_bytes_printf(&out, "%%%02X", c);
        }
    }
    return finish(call, &out);
}

static const struct fw_expr_function functions[] = {
    { .name = "atob", .call = call_atob, .flags = FW_EXPR_PURE },
    { .name = "btoa", .call = call_btoa, .flags = FW_EXPR_PURE },
    { .name = "encodeURIComponent", .call = call_encode_uri_component, .flags = FW_EXPR_PURE },
    { .name = "lower", .call = call_lower, .flags = FW_EXPR_PURE },
    { .name = "pad", .call = call_pad, .flags = FW_EXPR_PURE },
    { .name = "parseFloat", .call = call_parse_float, .flags = FW_EXPR_PURE },
    { .name = "parseInt", .call = call_parse_int, .flags = FW_EXPR_PURE },
    { .name = "substring", .call = call_substring, .flags = FW_EXPR_PURE },
    { .name = "trim", .call = call_trim, .flags = FW_EXPR_PURE },
    { .name = "truncate", .call = call_truncate, .flags = FW_EXPR_PURE },
    { .name = "upper", .call = call_upper, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_text_functions = { functions, FW_COUNT(functions) };
