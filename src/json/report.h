/* Diagnostics in the three forms that people and programs read. */
#ifndef FW_JSON_REPORT_H
#define FW_JSON_REPORT_H

#include "base/bytes.h"
#include "base/diag.h"

/**
 * For people, one after the other:
 *
 *     rain.vl.json:9:11: error: unknown mark 'barr' [unknown-mark]
 *       9 |   "mark": "barr",
 *         |           ^~~~~~
 *       at /mark
 *       hint: did you mean 'bar'?
 *
 * Bytes that would steer a terminal are shown as '?', long lines are cut around the place. A last
 * line says how many reports the list did not keep.
 */
void fw_report_text(const struct fw_diag *diag, struct fw_bytes *out);

/** Appends a text that came from outside as such reports do: on one line, without control bytes. */
void fw_report_plain(struct fw_bytes *out, const char *text);

/** An array of objects, for programs: one item a diagnostic, appended to a longer text. */
struct fw_json_writer;
void fw_report_json(const struct fw_diag *diag, struct fw_json_writer *writer);

/**
 * The results of a SARIF 2.1.0 run (OASIS standard), appended to the open array "results". The
 * frame around them, which several documents share, is fw_report_sarif_begin and _end.
 */
void fw_report_sarif(const struct fw_diag *diag, struct fw_json_writer *writer);
void fw_report_sarif_begin(struct fw_json_writer *writer, const char *version);
void fw_report_sarif_end(struct fw_json_writer *writer);

#endif
