/* What a spec reads of its data: so that no column is loaded in vain, and numbers become numbers at
 * once. */
#include "data/request.h"

#include <string.h>

/* ---- what a text is ----------------------------------------------------------------------- */

static bool is_among(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strcmp(text, *words) == 0) {
            return true;
        }
    }
    return false;
}

/** The key under which a string stands, that of its array where it is an item. */
static const char *key_of(const struct fw_json *json, int32_t index)
{
    const struct fw_json_node *node = &json->nodes[index];
    while (node->key == NULL && node->parent >= 0) {
        node = &json->nodes[node->parent];
    }
    return node->key == NULL ? "" : node->key->text;
}

/** Texts that people read, and places of files: they name no column. */
static bool names_nothing(const char *key)
{
    static const char *const keys[] = { "$schema",  "url",  "description", "title",
                                        "subtitle", "type", "mark",        "scheme",
                                        "orient",   "op",   "aggregate",   "timeUnit",
                                        "format",   NULL };
    return is_among(key, keys);
}

/** Operations that take their values as numbers; min, max and the like compare texts as texts. */
static bool is_numeric_op(const char *op)
{
    static const char *const ops[] = { "sum",   "mean",   "average", "median",   "q1",
                                       "q3",    "ci0",    "ci1",     "variance", "variancep",
                                       "stdev", "stdevp", "stderr",  "product",  NULL };
    return is_among(op, ops);
}

/** Channels whose scales take quantitative values as numbers, and nothing else is done with them.
 */
static bool is_numeric_channel(const char *key)
{
    static const char *const channels[] = {
        "x",           "y",      "x2",        "y2",          "theta",
        "theta2",      "radius", "radius2",   "color",       "fill",
        "stroke",      "size",   "opacity",   "fillOpacity", "strokeOpacity",
        "strokeWidth", "angle",  "longitude", "latitude",    "longitude2",
        "latitude2",   NULL
    };
    return is_among(key, channels);
}

static const char *member_text(struct fw_node object, const char *key)
{
    struct fw_node member = fw_node_member(object, key);
    bool is_text = fw_node_there(member) && fw_node_kind(member) == FW_JSON_STRING;
    return is_text ? fw_node_get(member)->string->text : "";
}

/** The kind of the "field" of a channel's definition. */
static enum fw_mention_kind channel_kind(struct fw_node object)
{
    const char *type = member_text(object, "type");
    static const char *const discrete[] = { "ordinal", "band", "point", NULL };
    if (is_among(member_text(fw_node_member(object, "scale"), "type"), discrete)) {
        return FW_MENTION_ANY;
    }
    bool timed = fw_node_there(fw_node_member(object, "timeUnit"));
    const char *aggregate = member_text(object, "aggregate");
    if (timed || strcmp(type, "temporal") == 0) {
        return aggregate[0] == '\0' ? FW_MENTION_TIME : FW_MENTION_ANY;
    }
    struct fw_node bin = fw_node_member(object, "bin");
    bool binned =
        fw_node_there(bin) && (fw_node_kind(bin) == FW_JSON_OBJECT || fw_node_boolean(bin, false));
    bool quantitative = strcmp(type, "quantitative") == 0 ||
                        (type[0] == '\0' && (binned || is_numeric_op(aggregate)));
    bool plain = aggregate[0] == '\0' &&
                 !fw_node_there(fw_node_member(object, "aggregate")); /* argmin is an object */
    return quantitative && (plain || is_numeric_op(aggregate)) ? FW_MENTION_NUMBER : FW_MENTION_ANY;
}

/** The kind of the "field" of any object. */
static enum fw_mention_kind field_kind(const struct fw_json *json, int32_t parent)
{
    struct fw_node object = { json, parent };
    fw_str key = json->nodes[parent].key;
    if (key != NULL) {
        return is_numeric_channel(key->text) ? channel_kind(object) : FW_MENTION_ANY;
    }
    /* an item: of a list of operations or transforms */
    bool numeric =
        fw_node_there(fw_node_member(object, "bin")) || is_numeric_op(member_text(object, "op"));
    return numeric ? FW_MENTION_NUMBER : FW_MENTION_ANY;
}

/* ---- names in texts ----------------------------------------------------------------------- */

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

/** Whether `name` stands in `text` as a word of its own. */
static bool has_word(fw_str text, const char *name, size_t length)
{
    const char *end = text->text + text->length;
    for (const char *p = text->text; (size_t)(end - p) >= length; p++) {
        bool apart = (p == text->text || !is_word(p[-1]) || !is_word(name[0])) &&
                     (p + length == end || !is_word(p[length]) || !is_word(name[length - 1]));
        if (apart && memcmp(p, name, length) == 0) {
            return true;
        }
    }
    return false;
}

/** Whether an expression uses `datum` other than by the written name of a field. */
static bool takes_whole_rows(fw_str text)
{
    static const char word[] = "datum";
    for (const char *p = strstr(text->text, word); p != NULL; p = strstr(p, word)) {
        p += sizeof word - 1;
        const char *next = p + strspn(p, " \t\n");
        if (*next == '.' || is_word(*p)) {
            continue;
        }
        next += *next == '[';
        if (next[-1] != '[' || (*next != '\'' && *next != '"')) {
            return true;
        }
    }
    return false;
}

/** Names that a field path writes with escapes or brackets are not looked for. */
static bool is_plain(fw_str name)
{
    return name->length > 0 && strcspn(name->text, ".[]'\"\\") == name->length;
}

/* ---- requests ----------------------------------------------------------------------------- */

/** Whether a node's key is a name in the initial value of a selection: {"value": [{"name": 4}]}. */
static bool is_selected_field(const struct fw_json *json, int32_t index)
{
    const struct fw_json_node *node = &json->nodes[index];
    return node->key != NULL && node->parent >= 0 &&
           strcmp(key_of(json, node->parent), "value") == 0;
}

struct fw_load_request fw_request_of(struct fw_arena *arena, const struct fw_json *json)
{
    struct fw_load_request request = { 0 };
    if (json == NULL) {
        return request;
    }
    struct fw_mention *mentions = FW_NEW_ARRAY(arena, 2 * (size_t)json->count, struct fw_mention);
    for (int32_t i = 0; i < json->count; i++) {
        const struct fw_json_node *node = &json->nodes[i];
        if (is_selected_field(json, i)) {
            mentions[request.mention_count++] = (struct fw_mention){ node->key, FW_MENTION_ANY };
        }
        if (node->kind != FW_JSON_STRING) {
            continue;
        }
        const char *key = key_of(json, i);
        if (takes_whole_rows(node->string)) {
            return (struct fw_load_request){ 0 };
        }
        if (!names_nothing(key)) {
            bool is_field = node->key != NULL && strcmp(key, "field") == 0 && node->parent >= 0;
            mentions[request.mention_count++] =
                (struct fw_mention){ node->string,
                                     is_field ? field_kind(json, node->parent) : FW_MENTION_ANY };
        }
    }
    request.mentions = mentions;
    return request;
}

static bool is_listed(const fw_str *names, size_t count, fw_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (names[i] == name) {
            return true;
        }
    }
    return false;
}

/** Members of GeoJSON objects: maps read them of rows without their names in the spec. */
static bool is_geojson(fw_str name)
{
    static const char *const members[] = { "type",       "geometry", "coordinates",
                                           "geometries", "features", NULL };
    return is_among(name->text, members);
}

bool fw_request_wants(const struct fw_load_request *request, fw_str name)
{
    if (request->columns != NULL) {
        return is_listed(request->columns, request->column_count, name);
    }
    bool wanted = request->mentions == NULL || !is_plain(name) || is_geojson(name);
    for (size_t i = 0; i < request->mention_count && !wanted; i++) {
        wanted = has_word(request->mentions[i].text, name->text, name->length);
    }
    return wanted;
}

enum fw_mention_kind fw_request_kind(const struct fw_load_request *request, fw_str name)
{
    if (is_listed(request->numeric, request->numeric_count, name)) {
        return FW_MENTION_NUMBER;
    }
    enum fw_mention_kind kind = FW_MENTION_ANY;
    bool mentioned = false;
    for (size_t i = 0; i < request->mention_count && is_plain(name); i++) {
        const struct fw_mention *mention = &request->mentions[i];
        if (has_word(mention->text, name->text, name->length)) {
            if (mention->text != name || (mentioned && mention->kind != kind)) {
                return FW_MENTION_ANY;
            }
            kind = mention->kind;
            mentioned = true;
        }
    }
    return kind;
}
