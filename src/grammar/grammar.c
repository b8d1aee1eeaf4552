/* A check of a spec against the grammar of charts. */
#include "grammar/grammar.h"

#include "color/color.h"
#include "expr/expr.h"

/* "" is what specs write for no color at all. */
static bool is_color(const char *text, size_t length)
{
    struct fw_color color;
    return length == 0 || fw_color_parse(text, length, &color);
}

static void check_expr(struct fw_decoder *decoder, struct fw_node text)
{
    fw_expr_parse_node(decoder->arena, decoder->strings, text, decoder->diag);
}

bool fw_grammar_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                      const struct fw_json *json)
{
    struct fw_decoder decoder = {
        .arena = arena,
        .strings = strings,
        .diag = diag,
        .check_expr = check_expr,
        .is_color = is_color,
    };
    decoder.color_names = fw_color_names(&decoder.color_name_count);
    return fw_shape_check(&decoder, fw_json_root(json), &fw_shape_view);
}
