/* Names that definitions give: of the columns that they read, and of titles. Source: Vega-Lite,
 * vgField and title. */
#include "encoding/encoding.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/decimal.h"

/* Appends `text` with every byte that cannot stand in a name replaced. */
static void append_name(struct fw_bytes *out, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        fw_bytes_put(out, isalnum(c) || c == '_' ? *text : '_');
    }
}

static void append_parameter(struct fw_maker make, struct fw_bytes *out, const char *name,
                             struct fw_value value)
{
    fw_bytes_put(out, '_');
    append_name(out, name);
    fw_bytes_put(out, '_');
    append_name(out, fw_to_string(make.strings, value)->text);
}

static void append_time_unit(struct fw_maker make, struct fw_bytes *out,
                             const struct fw_time_unit_def *unit)
{
    if (unit->utc) {
        fw_bytes_puts(out, "utc");
    }
    fw_bytes_puts(out, unit->unit != NULL ? unit->unit : "timeunit");
    if (unit->step > 0) {
        append_parameter(make, out, "step", fw_number(unit->step));
    }
    if (unit->maxbins > 0) {
        append_parameter(make, out, "maxbins", fw_number(unit->maxbins));
    }
}

static const char *finish(struct fw_maker make, struct fw_bytes *out)
{
    const char *text = fw_arena_text(make.arena, fw_bytes_text(out), out->length);
    fw_bytes_finish(out);
    return text;
}

const char *fw_def_function(struct fw_maker make, const struct fw_channel_def *def)
{
    struct fw_bytes out = { 0 };
    if (fw_def_binning(def)) {
        fw_bytes_puts(&out, "bin");
        for (size_t i = 0; i < def->bin.object->count; i++) {
            append_parameter(make, &out, def->bin.object->keys[i]->text,
                             def->bin.object->values[i]);
        }
    } else if (def->aggregate != NULL) {
        fw_bytes_puts(&out, def->aggregate);
    } else if (fw_def_time_unit(def)) {
        append_time_unit(make, &out, &def->time_unit);
    }
    return finish(make, &out);
}

const char *fw_def_column(struct fw_maker make, const struct fw_channel_def *def,
                          const char *suffix)
{
    struct fw_bytes out = { 0 };
    if (fw_def_count(def)) {
        fw_bytes_puts(&out, "__count");
    } else if (def->arg_field != NULL) {
        /* argmin and argmax give a whole row: the field is read from it. */
        fw_bytes_printf(&out, "%s_%s['%s']", def->aggregate, def->arg_field, def->field);
        return finish(make, &out);
    } else {
        const char *function = fw_def_function(make, def);
        fw_bytes_puts(&out, function);
        if (function[0] != '\0' && def->field != NULL) {
            fw_bytes_put(&out, '_');
        }
        fw_bytes_puts(&out, def->field != NULL ? def->field : "");
        bool unit = !fw_def_binning(def) && def->aggregate == NULL && fw_def_time_unit(def);
        if (unit && suffix != NULL &&
            (strcmp(suffix, "range") == 0 || strcmp(suffix, "mid") == 0)) {
            suffix = NULL;
        }
    }
    if (suffix != NULL) {
        fw_bytes_put(&out, '_');
        fw_bytes_puts(&out, suffix);
    }
    return finish(make, &out);
}

static const char *time_unit_title(struct fw_maker make, const char *field, const char *unit)
{
    /* A unit names its parts one behind the other: "yearmonthdate". Longer names first. */
    static const char *const parts[] = { "milliseconds", "dayofyear", "quarter", "minutes",
                                         "seconds",      "month",     "hours",   "year",
                                         "week",         "date",      "day" };
    struct fw_bytes out = { 0 };
    fw_bytes_puts(&out, field);
    fw_bytes_puts(&out, " (");
    for (bool first = true; *unit != '\0'; first = false) {
        size_t i = 0;
        while (i < FW_COUNT(parts) && strncmp(unit, parts[i], strlen(parts[i])) != 0) {
            i++;
        }
        if (i == FW_COUNT(parts)) {
            break;
        }
        fw_bytes_puts(&out, first ? "" : "-");
        fw_bytes_puts(&out, parts[i]);
        unit += strlen(parts[i]);
    }
    fw_bytes_put(&out, ')');
    return finish(make, &out);
}

static const char *functional_title(struct fw_maker make, const struct fw_channel_def *def)
{
    const char *function = def->aggregate;
    if (def->arg_field != NULL) {
        return fw_arena_printf(make.arena, "%s for %s(%s)", def->field, def->aggregate,
                               def->arg_field);
    }
    if (function == NULL && fw_def_time_unit(def)) {
        function = def->time_unit.unit != NULL ? def->time_unit.unit : "timeunit";
    } else if (function == NULL && fw_def_binning(def)) {
        function = "bin";
    }
    if (function == NULL) {
        return def->field;
    }
    char *title = fw_arena_printf(make.arena, "%s(%s)", function, def->field ? def->field : "");
    for (size_t i = 0; i < strlen(function); i++) {
        title[i] = (char)toupper((unsigned char)title[i]);
    }
    return title;
}

const char *fw_def_title(struct fw_maker make, const struct fw_config *config,
                         const struct fw_channel_def *def)
{
    const char *field = def->field != NULL ? def->field : "";
    struct fw_value style = fw_config_get(config, NULL, "fieldTitle");
    if (fw_is_text(style, "plain")) {
        return field;
    }
    if (fw_is_text(style, "functional")) {
        return functional_title(make, def);
    }
    if (fw_def_count(def)) {
        return fw_get_text(config->root, "countTitle", "Count of Records");
    }
    if (fw_def_binning(def)) {
        return fw_arena_printf(make.arena, "%s (binned)", field);
    }
    if (fw_def_time_unit(def) && def->time_unit.unit != NULL) {
        return time_unit_title(make, field, def->time_unit.unit);
    }
    if (def->aggregate == NULL || fw_def_time_unit(def)) {
        return field;
    }
    if (def->arg_field != NULL) {
        return fw_arena_printf(make.arena, "%s for %s %s", field, def->aggregate + strlen("arg"),
                               def->arg_field);
    }
    char *title = fw_arena_printf(make.arena, "%s of %s", def->aggregate, field);
    title[0] = (char)toupper((unsigned char)title[0]);
    return title;
}

double fw_def_band_position(const struct fw_config *config, struct fw_value mark_def,
                            const struct fw_channel_def *def, const struct fw_channel_def *def2)
{
    if (def == NULL || (def->kind != FW_DEF_FIELD && def->kind != FW_DEF_DATUM)) {
        return NAN;
    }
    if (!isnan(def->band_position)) {
        return def->band_position;
    }
    if (def->kind != FW_DEF_FIELD) {
        return NAN;
    }
    bool ranged = def2 != NULL && (def2->kind != FW_DEF_NONE || def2->conditions.kind == FW_ARRAY);
    if (def->time_unit.there && !ranged) {
        const char *mark = fw_get_text(mark_def, "type", "");
        struct fw_value styled =
            fw_config_style(config, fw_get(mark_def, "style"), "timeUnitBandPosition");
        struct fw_value position =
            styled.kind == FW_NUMBER ? styled : fw_config_get(config, mark, "timeUnitBandPosition");
        if (position.kind != FW_NUMBER) {
            position = fw_config_get(config, "mark", "timeUnitBandPosition");
        }
        return position.kind == FW_NUMBER ? position.number : NAN;
    }
    return fw_def_binning(def) ? 0.5 : NAN;
}
