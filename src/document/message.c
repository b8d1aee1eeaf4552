/* Diagnostics for those who use the library. */
#include <stdlib.h>

#include "base/diag.h"
#include "figwright/version.h"
#include "json/report.h"
#include "json/write.h"

struct fw_message fw_diag_message(const struct fw_diag *diag, size_t index)
{
    const struct fw_diagnostic *d = fw_diag_get(diag, index);
    struct fw_message message = {
        .severity = d->severity,
        .code = fw_code_slug(d->code),
        .file = d->place.source == NULL ? NULL : d->place.source->name,
        .pointer = d->place.pointer,
        .message = d->message,
        .hint = d->hint,
    };
    if (d->place.source != NULL && d->place.source->text != NULL) {
        fw_source_locate(d->place.source, d->place.begin, &message.line, &message.column);
    }
    return message;
}

static void put_json(const struct fw_diag *const *diags, size_t count, struct fw_bytes *out)
{
    struct fw_json_writer writer = { .out = out, .indent = 2 };
    fw_json_open(&writer, '[');
    for (size_t i = 0; i < count; i++) {
        fw_report_json(diags[i], &writer);
    }
    fw_json_close(&writer, ']');
    fw_bytes_put(out, '\n');
}

static void put_sarif(const struct fw_diag *const *diags, size_t count, struct fw_bytes *out)
{
    struct fw_json_writer writer = { .out = out, .indent = 2 };
    fw_report_sarif_begin(&writer, FW_VERSION);
    for (size_t i = 0; i < count; i++) {
        fw_report_sarif(diags[i], &writer);
    }
    fw_report_sarif_end(&writer);
    fw_bytes_put(out, '\n');
}

char *fw_diag_text(const struct fw_diag *const *diags, size_t count, enum fw_diag_form form)
{
    struct fw_bytes out = { 0 };
    switch (form) {
    case FW_DIAG_TEXT:
        for (size_t i = 0; i < count; i++) {
            fw_report_text(diags[i], &out);
        }
        break;
    case FW_DIAG_JSON:
        put_json(diags, count, &out);
        break;
    case FW_DIAG_SARIF:
        put_sarif(diags, count, &out);
        break;
    }
    fw_bytes_text(&out);
    return out.data; /* the caller's to free */
}
