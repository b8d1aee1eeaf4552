/* Parts of a spec that say nothing: valid, and most likely not what was meant. */
#include "grammar/empty.h"

#include <string.h>

bool fw_check_views(struct fw_decoder *decoder, struct fw_node node)
{
    if (fw_node_kind(node) == FW_JSON_ARRAY && fw_node_count(node) == 0) {
        fw_report(decoder->diag, fw_node_place(decoder->arena, node), FW_EMPTY,
                  "'%s' has no views: nothing is drawn for it", fw_node_get(node)->key->text);
    }
    return true;
}

/** Whether a channel's definition stands for something. Source: initEncoding of Vega-Lite. */
static bool says_something(struct fw_node definition)
{
    static const char *const members[] = { "field", "datum", "value", "condition" };
    for (size_t i = 0; i < FW_COUNT(members); i++) {
        if (fw_node_there(fw_node_member(definition, members[i]))) {
            return true;
        }
    }
    struct fw_node aggregate = fw_node_member(definition, "aggregate");
    return fw_node_there(aggregate) && fw_node_kind(aggregate) == FW_JSON_STRING &&
           fw_str_is(fw_node_get(aggregate)->string, "count");
}

static void check_channel(struct fw_decoder *decoder, struct fw_node channel)
{
    const char *name = fw_node_get(channel)->key->text;
    if (fw_node_kind(channel) != FW_JSON_OBJECT || says_something(channel) ||
        strcmp(name, "tooltip") == 0) {
        return;
    }
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_place(decoder->arena, channel), FW_EMPTY,
                  "channel '%s' has no field, datum or value, and is dropped", name);
    bool has_aggregate = fw_node_there(fw_node_member(channel, "aggregate"));
    if (has_aggregate || fw_node_there(fw_node_member(channel, "bin"))) {
        fw_hint(decoder->diag, d, "write which field: \"field\": \"...\"");
    }
}

bool fw_check_channels(struct fw_decoder *decoder, struct fw_node node)
{
    int32_t parent = fw_node_get(node)->parent;
    struct fw_node view = { node.json, parent < 0 ? 0 : parent };
    if (fw_node_kind(node) != FW_JSON_OBJECT || !fw_node_there(fw_node_member(view, "mark"))) {
        return true;
    }
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        check_channel(decoder, n);
    }
    return true;
}
