/*
 * figwright: JSON chart specs to PNG, SVG and PDF.
 *
 *     struct fw_session *session = fw_session_create(NULL);
 *     struct fw_document *document = fw_document_open(session, "rain.vl.json");
 *     if (!fw_document_render(document, "rain.svg")) {
 *         const struct fw_diag *diag = fw_document_diag(document);
 *         char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
 *         fputs(text, stderr);
 *         free(text);
 *     }
 *     fw_document_destroy(document);
 *     fw_session_destroy(session);
 *
 * The library prints nothing, never exits (except when a small allocation fails), and leaves
 * locale, working directory, signals and environment alone. Lengths are CSS pixels (1/96 inch).
 */
#ifndef FIGWRIGHT_FIGWRIGHT_H
#define FIGWRIGHT_FIGWRIGHT_H

#include "figwright/diag.h"
#include "figwright/document.h"
#include "figwright/export.h"
#include "figwright/inspect.h"
#include "figwright/session.h"
#include "figwright/version.h"

#endif
