/* What the commands that take documents share. */
#ifndef FW_CLI_COMMON_H
#define FW_CLI_COMMON_H

#include "cli/args.h"
#include "figwright/figwright.h"
#include "job/run.h"

/** The session that the options ask for; NULL, reported to stderr, when one is wrong. */
struct fw_session *fw_cli_session(const struct fw_args *args);

/** The exit status of a document. */
enum fw_exit fw_cli_status(const struct fw_document *document);
enum fw_exit fw_cli_exit(enum fw_status status);

/** The worse of two. */
enum fw_exit fw_cli_worse(enum fw_exit a, enum fw_exit b);

/** Prints the diagnostics of a document to stderr. */
void fw_cli_print(const struct fw_document *document);

/** The options of a session, of a job, and the plan that the arguments ask for. */
struct fw_session_options fw_cli_session_options(const struct fw_args *args);
struct fw_job_options fw_cli_job_options(const struct fw_args *args);
struct fw_job_request fw_cli_request(const char *command, const struct fw_args *args);

/** The exit status of a fault, whose messages are printed to stderr and freed. */
enum fw_exit fw_cli_fault(enum fw_job_fault fault, struct fw_bytes *messages);

/** Whether --format json was given. */
bool fw_cli_wants_json(const struct fw_args *args);

/** Prints a text that came from a file: nothing in it can steer a terminal or begin a line. */
void fw_cli_put_plain(const char *text);

/** Writes bytes to stdout. False when that fails: main says so. */
bool fw_cli_put(const void *bytes, size_t length);

#endif
