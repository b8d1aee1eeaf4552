/* What a spec uses a column as: whether a type from elsewhere may change what it says. */
#include "data/usage.h"

#include <string.h>

static bool is_among(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strcmp(text, *words) == 0) {
            return true;
        }
    }
    return false;
}

static const char *member_text(struct fw_node object, const char *key)
{
    struct fw_node member = fw_node_member(object, key);
    bool is_text = fw_node_there(member) && fw_node_kind(member) == FW_JSON_STRING;
    return is_text ? fw_node_get(member)->string->text : "";
}

static bool has(struct fw_node object, const char *key)
{
    return fw_node_there(fw_node_member(object, key));
}

static const char *key_of(struct fw_node node)
{
    fw_str key = fw_node_get(node)->key;
    return key == NULL ? "" : key->text;
}

static struct fw_node parent_of(struct fw_node node)
{
    int32_t parent = fw_node_get(node)->parent;
    return parent < 0 ? fw_node_none() : (struct fw_node){ node.json, parent };
}

/* ---- definitions of channels and transforms ----------------------------------------------- */

static bool is_time(struct fw_node definition)
{
    static const char *const scales[] = { "time", "utc", NULL };
    return strcmp(member_text(definition, "type"), "temporal") == 0 ||
           has(definition, "timeUnit") ||
           is_among(member_text(fw_node_member(definition, "scale"), "type"), scales);
}

/** The channel that "x2" and the like complete: their definitions say no type. */
static struct fw_node main_channel(struct fw_node definition)
{
    static const char *const pairs[][2] = {
        { "x2", "x" }, { "y2", "y" }, { "theta2", "theta" }, { "radius2", "radius" }
    };
    for (size_t i = 0; i < FW_COUNT(pairs); i++) {
        if (strcmp(key_of(definition), pairs[i][0]) == 0) {
            return fw_node_member(parent_of(definition), pairs[i][1]);
        }
    }
    return fw_node_none();
}

/** Whether a channel without a type shows its field in a way that a number and its text share. */
static bool is_indifferent(const char *channel)
{
    static const char *const channels[] = { "x2",       "y2",        "theta2",      "radius2",
                                            "latitude", "latitude2", "longitude",   "longitude2",
                                            "text",     "tooltip",   "href",        "url",
                                            "order",    "key",       "description", "xError",
                                            "yError",   "xError2",   "yError2",     NULL };
    return is_among(channel, channels);
}

/** Whether a definition makes categories of its field. Source: defaultType of Vega-Lite. */
static bool is_category(struct fw_node definition)
{
    const char *type = member_text(definition, "type");
    bool is_channel = strcmp(key_of(parent_of(definition)), "encoding") == 0 ||
                      strcmp(key_of(definition), "facet") == 0;
    bool is_plain = !has(definition, "aggregate") && !has(definition, "bin");
    if (type[0] == '\0' || !is_channel) {
        return is_channel && is_plain && !is_indifferent(key_of(definition));
    }
    return is_plain && (strcmp(type, "nominal") == 0 || strcmp(type, "ordinal") == 0);
}

/** Whether a field predicate compares with a text. */
static bool is_text_predicate(struct fw_node predicate)
{
    static const char *const tests[] = { "equal", "oneOf", "lt", "lte", "gt", "gte", "range" };
    for (size_t i = 0; i < FW_COUNT(tests); i++) {
        struct fw_node value = fw_node_member(predicate, tests[i]);
        struct fw_node item = fw_node_first(value);
        if ((fw_node_there(value) && fw_node_kind(value) == FW_JSON_STRING) ||
            (fw_node_there(item) && fw_node_kind(item) == FW_JSON_STRING)) {
            return true;
        }
    }
    return false;
}

static enum fw_usage usage_in(struct fw_node object)
{
    struct fw_node main = main_channel(object);
    if (is_time(object) || (fw_node_there(main) && is_time(main))) {
        return FW_USAGE_TIME;
    }
    return is_category(object) || is_text_predicate(object) ? FW_USAGE_TEXT : FW_USAGE_ANY;
}

/* ---- expressions -------------------------------------------------------------------------- */

static bool is_quote(char c)
{
    return c == '\'' || c == '"';
}

/** Whether "datum.name" or "datum['name']" whose name ends before `p` is compared with a text. */
static bool compares_behind(const char *p, bool is_bracket)
{
    if (is_bracket) {
        if (!is_quote(p[0]) || p[1] != ']') {
            return false;
        }
        p += 2;
    }
    p += strspn(p, " \t\n");
    if ((p[0] != '=' && p[0] != '!') || p[1] != '=') {
        return false;
    }
    p += strspn(p, "!=");
    return is_quote(p[strspn(p, " \t\n")]);
}

/** The same where the text comes first: `at` is where "datum" begins in `text`. */
static bool compares_before(const char *text, const char *at)
{
    static const char spaces[] = " \t\n";
    while (at > text && strchr(spaces, at[-1]) != NULL) {
        at--;
    }
    const char *sign = at;
    while (sign > text && (sign[-1] == '=' || sign[-1] == '!')) {
        sign--;
    }
    if (at - sign < 2) {
        return false;
    }
    while (sign > text && strchr(spaces, sign[-1]) != NULL) {
        sign--;
    }
    return sign > text && is_quote(sign[-1]);
}

/** Whether an expression compares the field with a text. */
static bool compares_text(fw_str expression, fw_str name)
{
    static const char word[] = "datum";
    const char *text = expression->text;
    for (const char *p = strstr(text, word); p != NULL; p = strstr(p + 1, word)) {
        const char *field = p + sizeof word - 1;
        bool is_bracket = field[0] == '[' && is_quote(field[1]);
        if (field[0] != '.' && !is_bracket) {
            continue;
        }
        field += is_bracket ? 2 : 1;
        if (strncmp(field, name->text, name->length) == 0 &&
            (compares_behind(field + name->length, is_bracket) || compares_before(text, p))) {
            return true;
        }
    }
    return false;
}

enum fw_usage fw_usage_of(const struct fw_json *json, fw_str name)
{
    enum fw_usage usage = FW_USAGE_ANY;
    for (int32_t i = 0; i < json->count; i++) {
        const struct fw_json_node *node = &json->nodes[i];
        bool is_text = node->kind == FW_JSON_STRING;
        if (is_text && compares_text(node->string, name)) {
            usage = FW_USAGE_TEXT;
        }
        bool is_field = node->key != NULL && node->parent >= 0 && fw_str_is(node->key, "field") &&
                        (!is_text || node->string == name);
        enum fw_usage found =
            is_field ? usage_in((struct fw_node){ json, node->parent }) : FW_USAGE_ANY;
        if (found == FW_USAGE_TIME) {
            return found;
        }
        usage = found == FW_USAGE_TEXT ? found : usage;
    }
    return usage;
}
