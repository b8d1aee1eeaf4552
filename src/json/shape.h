/* The shape of a document: which members its objects may have, of what type, and what shape those
 * have. */
#ifndef FW_JSON_SHAPE_H
#define FW_JSON_SHAPE_H

#include "json/decode.h"

struct fw_shape;

/** One member that an object may have. */
struct fw_shape_member {
    const char *name;
    unsigned type;                /* FW_P_ flags */
    const struct fw_shape *shape; /* of an object, and of the objects in an array; NULL: any */
    const char *const *words; /* NULL-terminated: what a string must be among; NULL: any string */
    /* How our pictures differ from what it means; NULL: not at all. With FW_P_UNSUPPORTED: what is
     * drawn instead. */
    const char *note;
    /* Reports and refuses a string that stands for nothing; NULL: any will do. */
    bool (*check)(struct fw_decoder *decoder, struct fw_node node);
};

/** What objects of one kind may hold. */
struct fw_shape {
    const char *what; /* "axis": names it in messages */
    const struct fw_shape_member *members;
    size_t count;
    const struct fw_shape *bases[2]; /* more members, after its own; NULL: none */
    const struct fw_shape
        *rest;    /* shape of what members of any other name hold; NULL: unknown ones are wrong */
    bool is_open; /* members of any other name may hold anything */
    /* NULL, or a NULL-terminated list of shapes of which the first applies whose `key` is there */
    const struct fw_shape *const *kinds;
    const char *key; /* of one of `kinds`: the member that tells it from the others */
    const char *const
        *one_of; /* NULL-terminated: at least one of these must be there; NULL: none need */
    enum fw_code unknown;     /* code and ... */
    const char *unknown_word; /* ... noun for an unknown member: "channel"; NULL: "property" */
};

/**
 * Checks `node` and everything in it against `shape`, and reports what is wrong: unknown members
 * with the nearest known one, wrong types and words, missing members, numbers out of range, texts
 * that are no color and expressions with faults; what is valid and not drawn yet is a warning, with
 * the note as its hint.
 * False when there were errors.
 */
bool fw_shape_check(struct fw_decoder *decoder, struct fw_node node, const struct fw_shape *shape);

#endif
