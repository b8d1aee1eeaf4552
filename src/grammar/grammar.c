/* A check of a spec against the grammar of charts. */
#include "grammar/grammar.h"

#include <string.h>

#include "color/color.h"
#include "expr/expr.h"
#include "grammar/texts.h"

/* "" is what specs write for no color at all. */
static bool is_color(const char *text, size_t length)
{
    struct fw_color color;
    return length == 0 || fw_color_parse(text, length, &color);
}

static void check_expr(struct fw_decoder *decoder, struct fw_node text)
{
    const struct fw_expr *expr =
        fw_expr_parse_node(decoder->arena, decoder->strings, text, decoder->diag);
    const fw_str *names = NULL;
    size_t count = expr == NULL ? 0 : fw_expr_names(expr, decoder->arena, &names);
    for (size_t i = 0; i < count; i++) {
        fw_check_name(decoder, text, names[i]);
    }
}

/* Says of a spec for Vega what it is, instead of calling all its parts unknown. */
static bool check_language(struct fw_decoder *decoder, struct fw_node root)
{
    struct fw_node schema = fw_node_member(root, "$schema");
    fw_str text = fw_node_string(schema, NULL);
    if (text == NULL || strstr(text->text, "/schema/vega/") == NULL) {
        return true;
    }
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_place(decoder->arena, schema), FW_UNKNOWN_VALUE,
                  "this is a spec for Vega, and charts are specs for Vega-Lite");
    fw_hint(decoder->diag, d, "Vega-Lite's is https://vega.github.io/schema/vega-lite/v6.json");
    return false;
}

static struct fw_decoder new_decoder(struct fw_arena *arena, struct fw_strings *strings,
                                     struct fw_diag *diag)
{
    struct fw_decoder decoder = {
        .arena = arena,
        .strings = strings,
        .diag = diag,
        .check_expr = check_expr,
        .is_color = is_color,
    };
    decoder.color_names = fw_color_names(&decoder.color_name_count);
    return decoder;
}

bool fw_grammar_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                      const struct fw_json *json)
{
    struct fw_decoder decoder = new_decoder(arena, strings, diag);
    struct fw_node root = fw_json_root(json);
    size_t errors = fw_diag_errors(diag);
    return check_language(&decoder, root) && fw_shape_check(&decoder, root, &fw_shape_view) &&
           fw_diag_errors(diag) == errors;
}

bool fw_grammar_check_node(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                           struct fw_node node, const struct fw_shape *shape)
{
    struct fw_decoder decoder = new_decoder(arena, strings, diag);
    size_t errors = fw_diag_errors(diag);
    return fw_shape_check(&decoder, node, shape) && fw_diag_errors(diag) == errors;
}
