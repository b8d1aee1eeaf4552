/* JSON with places: a flat array of nodes in document order, each with its bytes in the source. */
#ifndef FW_JSON_JSON_H
#define FW_JSON_JSON_H

#include "base/diag.h"
#include "base/value.h"

enum fw_json_kind {
    FW_JSON_NULL,
    FW_JSON_BOOLEAN,
    FW_JSON_NUMBER,
    FW_JSON_STRING,
    FW_JSON_ARRAY,
    FW_JSON_OBJECT,
};

struct fw_json_node {
    enum fw_json_kind kind;
    int32_t parent;      /* index, -1 for the root */
    int32_t next;        /* index behind this node's last descendant: its next sibling if it has one */
    uint32_t count;      /* children of an array or object */
    bool skipped;        /* rows of data: empty here, to be read from its bytes with json/scan.h */
    fw_str key;          /* of a member of an object, else NULL */
    size_t begin, end;   /* bytes of the value */
    size_t key_begin;    /* first byte of the key's opening quote; `begin` where there is no key */
    union {
        bool boolean;
        double number;
        fw_str string;
    };
};

/** A document. Where rows of data were skipped (see fw_json_read), their node has no children here. */
struct fw_json {
    const struct fw_source *source;
    const struct fw_json_node *nodes; /* [count], nodes[0] is the root */
    int32_t count;
    const char *pointer; /* JSON pointer of the root in the source; NULL: it is the whole */
};

/** One value of a document; `json` NULL: no value. Small, copied freely. */
struct fw_node {
    const struct fw_json *json;
    int32_t index;
};

/** What a document may be at most; 0 means the default of limits.h. */
struct fw_json_limits {
    size_t bytes;
    int depth;
};

/**
 * Parses `source` (checked: UTF-8, no NUL, no duplicate keys, nothing behind the value, depth and size).
 * Reports each fault with its place. NULL when there was an error. Strings go into `strings`, all
 * memory into `arena`.
 *
 * Rows of data are checked and then skipped: the array or object under "values" of any "data" or of a
 * member of "datasets", and an array that is a member of "datasets". Such a node has `skipped` set and no
 * children; fw_json_scan_begin(node->begin, node->end) reads it.
 */
const struct fw_json *fw_json_read(struct fw_arena *arena, struct fw_strings *strings,
                                   const struct fw_source *source,
                                   const struct fw_json_limits *limits, struct fw_diag *diag);

/** One value inside a larger document. */
struct fw_json_part {
    const struct fw_source *source;
    size_t begin, end;   /* its bytes */
    const char *pointer; /* its JSON pointer in the document */
};

/** The same of one value: places are those in the whole document. */
const struct fw_json *fw_json_read_part(struct fw_arena *arena, struct fw_strings *strings,
                                        const struct fw_json_part *part, struct fw_diag *diag);

/** The root; a node is "there" when its json is not NULL. */
struct fw_node fw_json_root(const struct fw_json *json);
struct fw_node fw_node_none(void);
bool fw_node_there(struct fw_node node);

/** The node itself; `node` must be there. */
const struct fw_json_node *fw_node_get(struct fw_node node);
enum fw_json_kind fw_node_kind(struct fw_node node);

/** A member of an object, an item of an array: none when not there or not that kind. */
struct fw_node fw_node_member(struct fw_node object, const char *key);
struct fw_node fw_node_item(struct fw_node array, size_t index);

/** Children in order: `for (n = fw_node_first(p); fw_node_there(n); n = fw_node_next(n))`. */
struct fw_node fw_node_first(struct fw_node parent);
struct fw_node fw_node_next(struct fw_node child);

/** Number of children; 0 when not there or not an array or object. */
size_t fw_node_count(struct fw_node node);

/** Typed reads that give the fallback when the node is not there or of another kind. */
double fw_node_number(struct fw_node node, double fallback);
bool fw_node_boolean(struct fw_node node, bool fallback);
fw_str fw_node_string(struct fw_node node, fw_str fallback);

/**
 * The whole subtree as a value (arrays and objects too, each object with its node as origin); undefined
 * when not there. Skipped rows are empty arrays or objects.
 */
struct fw_value fw_node_value(struct fw_arena *arena, struct fw_node node);

/**
 * The place of a value, with its JSON pointer made in `arena`; of a member's key (of the value where there
 * is no key); of the bytes `offset` to `offset` + `length` of a string's text (for faults inside an
 * expression; escapes are accounted for). No place for what is not there.
 */
struct fw_place fw_node_place(struct fw_arena *arena, struct fw_node node);
struct fw_place fw_node_key_place(struct fw_arena *arena, struct fw_node node);
struct fw_place fw_node_text_place(struct fw_arena *arena, struct fw_node string, size_t offset,
                                   size_t length);

/** "a string", "an object", ...: for messages. */
const char *fw_json_kind_name(enum fw_json_kind kind);

#endif
