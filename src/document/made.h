/* The notes that an output carries: what it was made of, and how, so that it can tell when it is
 * out of date; and its spec, where that is wanted. */
#ifndef FW_DOCUMENT_MADE_H
#define FW_DOCUMENT_MADE_H

#include "base/inputs.h"
#include "base/value.h"
#include "document/session.h"
#include "figwright/document.h"

/** The keys of the two notes. */
#define FW_NOTE_MADE "figwright:made"
#define FW_NOTE_SPEC "figwright:spec"

/** What is embedded in an output: the words of fw_output_options. */
enum fw_embed { FW_EMBED_NONE, FW_EMBED_DIGEST, FW_EMBED_SPEC };

/** False for a word that is none of them. */
bool fw_embed_find(const char *word, enum fw_embed *embed);

/** An option that changes what an output looks like, or what is in it. */
struct fw_made_option {
    const char *name;
    const char *text; /* as on the command line; NULL: not given */
};
enum { FW_MADE_OPTIONS = 10 };

/** How an output is made. */
struct fw_making {
    const struct fw_session *session;
    const struct fw_output_options *options;
    const char *format, *folder; /* "png"; of the spec */
};

/** All options that concern the format, given or not, in a fixed order. Returns how many. */
size_t fw_made_options(struct fw_arena *arena, const struct fw_making *making,
                       struct fw_made_option options[FW_MADE_OPTIONS]);

/** A digest of the sources that draw: it differs where two programs of one version do. */
const char *fw_made_sources(void);

/**
 * The text of the first note: one line of JSON, the same for the same inputs and options wherever
 * they lie.
 *
 *     {"figwright":"0.1.0","sources":"<hex>","libraries":{"cairo":"1.16.0"},"format":"png",
 *      "options":{"scale":"2"},"fonts":"<hex>",
 *      "inputs":[{"kind":"data","path":"../data/rain.csv","sha256":"<hex>"}]}
 *
 * An input that was not there has the digest null; "from":"base-url" says where its path starts
 * when that is not the spec's folder.
 */
const char *fw_made_note(struct fw_arena *arena, const struct fw_making *making,
                         struct fw_inputs *inputs);

#endif
