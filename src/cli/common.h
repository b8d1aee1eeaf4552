/* What the commands that take documents share. */
#ifndef FW_CLI_COMMON_H
#define FW_CLI_COMMON_H

#include "cli/args.h"
#include "figwright/figwright.h"

/** The session that the options ask for; NULL, reported to stderr, when one is wrong. */
struct fw_session *fw_cli_session(const struct fw_args *args);

/** The exit status of a document. */
enum fw_exit fw_cli_status(const struct fw_document *document);

/** The worse of two. */
enum fw_exit fw_cli_worse(enum fw_exit a, enum fw_exit b);

/** Prints the diagnostics of a document to stderr. */
void fw_cli_print(const struct fw_document *document);

/** A document that an operand stands for. */
struct fw_input {
    const char *path; /* "-" is standard input */
    const char
        *stem; /* where its outputs go below the output folder, without a suffix: "charts/rain" */
};

/**
 * The documents that the operands stand for: files as they are, folders for all specs below them
 * (*.vl.json, *.page.json). A folder without any, or one that cannot be read, is an error, reported
 * to stderr: then `*status` says which and the result is false.
 */
bool fw_cli_inputs(const struct fw_args *args, const struct fw_input **inputs, size_t *count,
                   enum fw_exit *status);

/** Writes bytes to stdout. False when that fails: main says so. */
bool fw_cli_put(const void *bytes, size_t length);

#endif
