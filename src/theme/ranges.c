/* The color ranges of a theme's config. */
#include "theme/ranges.h"

#include "color/color.h"
#include "color/scheme.h"

static bool check_color(struct fw_arena *arena, struct fw_diag *diag, struct fw_node node)
{
    fw_str text = fw_node_string(node, NULL);
    struct fw_color color;
    bool is_expr = fw_node_there(fw_node_member(node, "expr"));
    if (is_expr || (text != NULL && fw_color_parse(text->text, text->length, &color))) {
        return true;
    }
    struct fw_place place = fw_node_place(arena, node);
    if (text == NULL) {
        fw_report(diag, place, FW_WRONG_TYPE, "a color of a range must be a string, not %s",
                  fw_json_kind_name(fw_node_kind(node)));
        return false;
    }
    size_t count;
    const char *const *names = fw_color_names(&count);
    struct fw_diagnostic *d =
        fw_report(diag, place, FW_INVALID_COLOR, "'%s' is not a color", text->text);
    fw_hint_nearest(diag, d, text->text, names, count);
    return false;
}

static bool check_scheme(struct fw_arena *arena, struct fw_diag *diag, struct fw_node node)
{
    struct fw_scheme scheme;
    const char *name = fw_node_string(node, NULL)->text;
    if (fw_scheme_find(name, &scheme)) {
        return true;
    }
    size_t count;
    const char *const *names = fw_scheme_names(&count);
    struct fw_diagnostic *d = fw_report(diag, fw_node_place(arena, node), FW_UNKNOWN_VALUE,
                                        "unknown color scheme '%s'", name);
    fw_hint_nearest(diag, d, name, names, count);
    return false;
}

/* A list of colors, or {"scheme": a name or a list}; any other string names another range. */
static bool check_range(struct fw_arena *arena, struct fw_diag *diag, struct fw_node range)
{
    struct fw_node inner = fw_node_member(range, "scheme");
    struct fw_node node = fw_node_there(inner) ? inner : range;
    bool is_good = true;
    if (fw_node_there(inner) && fw_node_kind(inner) == FW_JSON_STRING) {
        return check_scheme(arena, diag, node);
    }
    if (fw_node_there(node) && fw_node_kind(node) == FW_JSON_ARRAY) {
        for (struct fw_node item = fw_node_first(node); fw_node_there(item);
             item = fw_node_next(item)) {
            is_good &= check_color(arena, diag, item);
        }
    }
    return is_good;
}

bool fw_theme_check_ranges(struct fw_arena *arena, struct fw_diag *diag, struct fw_node theme)
{
    static const char *const names[] = { "category", "ordinal", "ramp", "heatmap", "diverging" };
    struct fw_node ranges = fw_node_member(fw_node_member(theme, "config"), "range");
    bool is_good = true;
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        is_good &= check_range(arena, diag, fw_node_member(ranges, names[i]));
    }
    return is_good;
}
