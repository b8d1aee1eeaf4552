/* Names in a document that are neither its params nor signals of Vega: in expressions, and where a
 * param is referred to. */
#include <string.h>

#include "chart/params.h"

/* ---- what there is ------------------------------------------------------------------------ */

struct checker {
    struct fw_chart *chart;
    const char **names; /* [count] of params, with those that transforms make */
    size_t count, capacity;
};

static void know(struct checker *checker, const char *name)
{
    FW_RESERVE(checker->chart->make.arena, checker->names, checker->count, checker->capacity);
    checker->names[checker->count++] = name;
}

static bool ends_with(const char *text, const char *suffix)
{
    size_t length = strlen(text), cut = strlen(suffix);
    return length > cut && strcmp(text + length - cut, suffix) == 0;
}

/* What Vega has at hand in every chart, and what Vega-Lite makes of views, scales and bins. */
static bool is_signal(const char *name)
{
    static const char *const signals[] = { "width",      "height", "padding", "autosize",
                                           "background", "unit",   "facet",   "parent",
                                           "item",       "event",  "cursor" };
    static const char *const suffixes[] = { "_width", "_height", "_step", "_bins", "_extent" };
    for (size_t i = 0; i < FW_COUNT(signals); i++) {
        if (strcmp(signals[i], name) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < FW_COUNT(suffixes); i++) {
        if (ends_with(name, suffixes[i])) {
            return true;
        }
    }
    return false;
}

/* A param, or a signal of a selection's: "brush_x". */
static bool is_known(const struct checker *checker, const char *name)
{
    for (size_t i = 0; i < checker->count; i++) {
        size_t length = strlen(checker->names[i]);
        if (strncmp(checker->names[i], name, length) == 0 &&
            (name[length] == '\0' || name[length] == '_')) {
            return true;
        }
    }
    return is_signal(name);
}

/* ---- what is asked for -------------------------------------------------------------------- */

static void report(struct checker *checker, struct fw_place place, const char *name)
{
    struct fw_diag *diag = checker->chart->diag;
    struct fw_diagnostic *d =
        fw_report(diag, place, FW_EXPR_UNKNOWN, "there is no param '%s'", name);
    if (checker->count == 0) {
        fw_hint(diag, d, "name it under \"params\", or write datum.%s for a field", name);
    } else {
        fw_hint_nearest(diag, d, name, checker->names, checker->count);
    }
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$';
}

/* Where a name stands in an expression: a word of its own and no member. */
static size_t offset_of(fw_str text, const char *name)
{
    size_t length = strlen(name);
    const char *at = text->text;
    while ((at = strstr(at, name)) != NULL) {
        bool begins = at == text->text || (!is_letter(at[-1]) && strchr(".'\"", at[-1]) == NULL);
        if (begins && !is_letter(at[length])) {
            return (size_t)(at - text->text);
        }
        at++;
    }
    return 0;
}

static void check_expr(struct checker *checker, struct fw_node text)
{
    struct fw_maker make = checker->chart->make;
    fw_str string = fw_node_string(text, NULL);
    struct fw_expr_fault fault;
    const struct fw_expr *expr =
        fw_expr_parse(make.arena, make.strings, string->text, string->length, &fault);
    const fw_str *names;
    size_t count = expr == NULL ? 0 : fw_expr_names(expr, make.arena, &names);
    for (size_t i = 0; i < count; i++) {
        if (!is_known(checker, names[i]->text)) {
            size_t offset = offset_of(string, names[i]->text);
            report(checker, fw_node_text_place(make.arena, text, offset, names[i]->length),
                   names[i]->text);
        }
    }
}

static bool is_key(struct fw_node node, const char *const *keys, size_t count)
{
    fw_str key = fw_node_get(node)->key;
    for (size_t i = 0; key != NULL && i < count; i++) {
        if (fw_str_is(key, keys[i])) {
            return true;
        }
    }
    return false;
}

/* A string: an expression, the name of a param, or something else. */
static void check_text(struct checker *checker, struct fw_node node, bool logical)
{
    static const char *const code[] = { "expr", "calculate", "filter", "test", "labelExpr", "not" };
    static const char *const reference[] = { "param" };
    if (logical || is_key(node, code, FW_COUNT(code))) {
        check_expr(checker, node);
    } else if (is_key(node, reference, 1)) {
        const char *name = fw_node_string(node, NULL)->text;
        if (!is_known(checker, name)) {
            report(checker, fw_node_place(checker->chart->make.arena, node), name);
        }
    }
}

/* ---- the document ------------------------------------------------------------------------- */

/* {"extent": "field", "param": "name"} makes a param. */
static bool is_extent(struct fw_node node)
{
    return fw_node_string(fw_node_member(node, "extent"), NULL) != NULL &&
           fw_node_string(fw_node_member(node, "param"), NULL) != NULL;
}

/* Documents are read to a limited depth, so these go no deeper either. */
static void learn(struct checker *checker, struct fw_node node)
{
    if (is_extent(node)) {
        know(checker, fw_node_string(fw_node_member(node, "param"), NULL)->text);
    }
    struct fw_node params = fw_node_member(node, "params");
    for (struct fw_node p = fw_node_first(params); fw_node_there(p); p = fw_node_next(p)) {
        fw_str name = fw_node_string(fw_node_member(p, "name"), NULL);
        if (name != NULL) {
            know(checker, name->text);
        }
    }
    for (struct fw_node c = fw_node_first(node); fw_node_there(c); c = fw_node_next(c)) {
        learn(checker, c);
    }
}

static struct fw_node parent_of(struct fw_node node)
{
    int32_t parent = fw_node_get(node)->parent;
    return parent < 0 ? fw_node_none() : (struct fw_node){ node.json, parent };
}

/* A mark's property that counts for nothing because its channel, or the one that it is the second
 * end of, is encoded. */
static bool is_encoded(struct checker *checker, struct fw_node node)
{
    static const char *const mark[] = { "mark" };
    struct fw_node def = parent_of(node);
    if (!fw_node_there(def) || !is_key(def, mark, 1) || fw_node_get(node)->key == NULL) {
        return false;
    }
    fw_str key = fw_node_get(node)->key;
    struct fw_node encoding = fw_node_member(parent_of(def), "encoding");
    bool second = key->length > 1 && key->text[key->length - 1] == '2';
    const char *first =
        fw_arena_text(checker->chart->make.arena, key->text, key->length - (second ? 1 : 0));
    return fw_node_there(fw_node_member(encoding, key->text)) ||
           fw_node_there(fw_node_member(encoding, first));
}

static void check(struct checker *checker, struct fw_node node, bool logical)
{
    static const char *const logic[] = { "and", "or" };
    static const char *const other[] = { "usermeta", "datasets", "bind" };
    bool extent = is_extent(node), in_logic = is_key(node, logic, FW_COUNT(logic));
    if (is_key(node, other, FW_COUNT(other)) || is_encoded(checker, node)) {
        return;
    }
    if (fw_node_kind(node) == FW_JSON_STRING) {
        check_text(checker, node, logical);
        return;
    }
    for (struct fw_node c = fw_node_first(node); fw_node_there(c); c = fw_node_next(c)) {
        if (!extent) {
            check(checker, c, in_logic && fw_node_kind(node) == FW_JSON_ARRAY);
        }
    }
}

void fw_params_check(struct fw_chart *chart)
{
    struct checker checker = { .chart = chart };
    struct fw_node root = fw_json_root(chart->json);
    learn(&checker, root);
    check(&checker, root, false);
}
