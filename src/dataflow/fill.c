/* Rows for combinations that have none. Source: Vega-Lite, compile/data/impute.ts. */
#include <math.h>
#include <string.h>

#include "dataflow/fields.h"
#include "transform/impute.h"

void fw_view_fill(struct fw_view *view, const char *field, const char *key, struct fw_texts by,
                  struct fw_value value)
{
    struct fw_impute impute = { .field = field, .key = key, .groupby = by, .value = value };
    impute.frame[0] = -INFINITY;
    impute.frame[1] = INFINITY;
    view->table = fw_impute_run(&view->chart->transforms, view->table, &impute);
}

/* The fields that split a path into series: each is filled on its own. */
static struct fw_texts series_fields(const struct fw_view *unit)
{
    size_t count;
    struct fw_maker make = unit->chart->make;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    const char **names = fw_arena_array(make.arena, count, sizeof *names);
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        enum fw_channel channel = fields[i].channel;
        bool splits = fw_channel_is_color(channel) || channel == FW_CHANNEL_DETAIL ||
                      channel == FW_CHANNEL_KEY || channel == FW_CHANNEL_OPACITY ||
                      channel == FW_CHANNEL_FILLOPACITY || channel == FW_CHANNEL_STROKEOPACITY ||
                      channel == FW_CHANNEL_STROKEDASH || channel == FW_CHANNEL_STROKEWIDTH ||
                      (channel == FW_CHANNEL_SIZE && strcmp(unit->mark, "trail") != 0) ||
                      (channel == FW_CHANNEL_ORDER && strcmp(unit->mark, "line") != 0 &&
                       strcmp(unit->mark, "trail") != 0);
        if (splits && fields[i].def->aggregate == NULL) {
            names[made++] = fw_def_column(make, fields[i].def, NULL);
        }
    }
    return (struct fw_texts){ names, made };
}

void fw_unit_impute(struct fw_view *unit)
{
    const struct fw_channel_def *x = fw_encoding_field(unit->encoding, FW_CHANNEL_X);
    const struct fw_channel_def *y = fw_encoding_field(unit->encoding, FW_CHANNEL_Y);
    if (x == NULL || y == NULL) {
        return;
    }
    bool by_x = fw_to_boolean(fw_get(x->spec, "impute"));
    const struct fw_channel_def *def = by_x ? x : y, *other = by_x ? y : x;
    struct fw_value spec = fw_get(def->spec, "impute");
    if (!fw_to_boolean(spec)) {
        return;
    }
    struct fw_impute impute = { .field = def->field, .key = other->field };
    impute.groupby = series_fields(unit);
    impute.value = fw_view_eval(unit, fw_get(spec, "value"));
    const char *method = fw_get_text(spec, "method", NULL);
    impute.method = method == NULL || strcmp(method, "value") == 0 ? NULL : fw_op_find(method);
    impute.frame[0] = -INFINITY;
    impute.frame[1] = INFINITY;
    struct fw_value frame = fw_get(spec, "frame");
    for (size_t i = 0; i < 2 && fw_length(frame) == 2; i++) {
        if (fw_at(frame, i).kind == FW_NUMBER) {
            impute.frame[i] = fw_at(frame, i).number;
        }
    }
    struct fw_value keyvals = fw_view_eval(unit, fw_get(spec, "keyvals"));
    impute.keyvals = fw_impute_keyvals(unit->chart->make.arena, keyvals, &impute.keyval_count);
    unit->table = fw_impute_run(&unit->chart->transforms, unit->table, &impute);
}
