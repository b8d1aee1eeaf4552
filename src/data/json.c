/* JSON texts: an array of rows straight into columns, or what lies at a property of a document. */
#include <string.h>

#include "base/utf8.h"
#include "data/format.h"
#include "data/scan.h"

static struct fw_place place_at(const struct fw_read *read, const char *p)
{
    size_t offset = (size_t)(p - read->source->text);
    return (struct fw_place){ .source = read->source,
                              .begin = offset,
                              .end = offset < read->source->length ? offset + 1 : offset };
}

/** Checks encoding and emptiness; sets up a scan behind a byte order mark. */
static bool start(const struct fw_read *read, struct fw_scan *scan)
{
    const char *begin = read->begin;
    if (read->end - begin >= 3 && memcmp(begin, "\xEF\xBB\xBF", 3) == 0) {
        begin += 3;
    }
    *scan = (struct fw_scan){
        .arena = read->load->arena, .strings = read->load->strings, .p = begin, .end = read->end
    };
    size_t length = (size_t)(read->end - begin);
    size_t good = fw_utf8_check(begin, length);
    if (good < length) {
        fw_hint(read->load->diag,
                fw_report(read->load->diag, place_at(read, begin + good), FW_JSON_ENCODING,
                          "a byte that is not UTF-8"),
                "save the file as UTF-8");
        return false;
    }
    fw_scan_space(scan);
    if (scan->p == scan->end) {
        fw_report(read->load->diag, place_at(read, begin), FW_DATA_SYNTAX,
                  "no data: the text is empty");
        return false;
    }
    return true;
}

/** Reports what the scan found wrong, trailing text included; true when all is well. */
static bool end(const struct fw_read *read, struct fw_scan *scan)
{
    if (scan->fault == NULL) {
        fw_scan_space(scan);
        if (scan->p < scan->end) {
            scan->fault = "text behind the end of the JSON value";
        }
    }
    if (scan->fault != NULL) {
        fw_report(read->load->diag, place_at(read, scan->p), FW_DATA_SYNTAX, "%s", scan->fault);
    } else if (scan->duplicate != NULL) {
        fw_report(read->load->diag, place_at(read, read->begin), FW_IGNORED,
                  "key '%s' is twice in one object: the last one counts", scan->duplicate);
    }
    bool good = scan->fault == NULL;
    fw_scan_finish(scan);
    return good;
}

/** Goes down to format.property; a property that is not there is reported. */
static bool descend(const struct fw_read *read, struct fw_value *value)
{
    const char *property = read->format->property;
    if (property == NULL || property[0] == '\0') {
        return true;
    }
    const fw_str *keys;
    size_t count = fw_path_split(read->load->arena, read->load->strings, property, &keys);
    *value = fw_value_at(*value, keys, count);
    if (value->kind == FW_UNDEFINED) {
        struct fw_place place =
            fw_node_place(read->load->arena, fw_node_member(read->format->at, "property"));
        fw_report(read->load->diag, place, FW_DATA_UNKNOWN, "no property '%s' in '%s'", property,
                  read->source->name);
        return false;
    }
    return true;
}

bool fw_read_json_value(const struct fw_read *read, struct fw_value *value)
{
    struct fw_scan scan;
    if (!start(read, &scan)) {
        return false;
    }
    fw_scan_value(&scan, value);
    return end(read, &scan) && descend(read, value);
}

static const struct fw_table *json_read(const struct fw_read *read)
{
    struct fw_scan scan;
    if (!start(read, &scan)) {
        return NULL;
    }
    if (*scan.p == '[' && read->format->property == NULL) {
        const struct fw_table *table = fw_scan_rows(&scan);
        return end(read, &scan) ? table : NULL;
    }
    fw_scan_finish(&scan);
    struct fw_value value;
    return fw_read_json_value(read, &value) ? fw_table_of_value(read->load, value) : NULL;
}

const struct fw_data_reader fw_data_json = {
    .name = "json",
    .doc = "An array of objects, the whole document or what lies at format.property.",
    .is_json = true,
    .read = json_read,
};
