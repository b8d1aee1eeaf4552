/* Data that are made, not read: sequences of numbers, the sphere, the graticule. */
#include "data/sequence.h"

#include <math.h>

#include "base/limits.h"
#include "json/decode.h"

const struct fw_table *fw_sequence_run(const struct fw_load *load,
                                       const struct fw_sequence *sequence)
{
    double wanted = ceil((sequence->stop - sequence->start) / sequence->step);
    size_t count = wanted > 0 ? wanted < (double)FW_LIMIT_ROWS ? (size_t)wanted : FW_LIMIT_ROWS : 0;
    double *numbers = FW_NEW_ARRAY(load->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = sequence->start + (double)i * sequence->step;
    }
    fw_str name = fw_intern_text(load->strings, sequence->as);
    return fw_table_with(
        load->arena, fw_table_new(load->arena, count),
        fw_column_from_numbers(load->arena, name, FW_COLUMN_NUMBER, numbers, NULL));
}

struct sequence_props {
    struct fw_prop start, stop, step, as;
};

static const struct fw_property sequence_table[] = {
    { "start", FW_P_NUMBER | FW_P_REQUIRED, offsetof(struct sequence_props, start), NULL,
      "first number" },
    { "stop", FW_P_NUMBER | FW_P_REQUIRED, offsetof(struct sequence_props, stop), NULL,
      "number that the sequence stays before" },
    { "step", FW_P_NUMBER, offsetof(struct sequence_props, step), NULL,
      "difference of neighbours; 1 by default" },
    { "as", FW_P_STRING, offsetof(struct sequence_props, as), NULL,
      "name of the column; \"data\" by default" },
};

static const struct fw_table *generate_sequence(const struct fw_load *load, struct fw_node at)
{
    struct fw_decoder decoder = { .arena = load->arena,
                                  .strings = load->strings,
                                  .diag = load->diag };
    struct sequence_props props = { 0 };
    if (!fw_decode(&decoder, at, "sequence", sequence_table, FW_COUNT(sequence_table), NULL,
                   &props)) {
        return NULL;
    }
    double step = fw_node_number(props.step.at, 1);
    struct fw_sequence sequence = {
        .start = props.start.value.number,
        .stop = props.stop.value.number,
        .step = step == 0 ? 1 : step, /* as Vega takes it */
        .as = fw_node_there(props.as.at) ? props.as.value.string->text : "data",
    };
    if (ceil((sequence.stop - sequence.start) / sequence.step) > (double)FW_LIMIT_ROWS) {
        fw_report(load->diag, fw_node_place(load->arena, at), FW_DATA_LIMIT,
                  "a sequence of more than %zu rows", FW_LIMIT_ROWS);
        return NULL;
    }
    return fw_sequence_run(load, &sequence);
}

/** One row whose column "type" says what it is. */
static const struct fw_table *one_row(const struct fw_load *load, const char *type)
{
    fw_str *value = FW_NEW(load->arena, fw_str);
    *value = fw_intern_text(load->strings, type);
    fw_str name = fw_intern_text(load->strings, "type");
    return fw_table_with(load->arena, fw_table_new(load->arena, 1),
                         fw_column_from_strings(load->arena, name, value, NULL));
}

const struct fw_table *fw_data_generate(const struct fw_load *load, struct fw_node data)
{
    struct fw_node sequence = fw_node_member(data, "sequence");
    if (fw_node_there(sequence)) {
        return generate_sequence(load, sequence);
    }
    struct fw_node graticule = fw_node_member(data, "graticule");
    if (!fw_node_there(graticule)) {
        return one_row(load, "Sphere");
    }
    struct fw_value parameters = fw_node_value(load->arena, graticule);
    fw_str name = fw_intern_text(load->strings, "graticule");
    return fw_table_with(load->arena, one_row(load, "Graticule"),
                         fw_column_from_values(load->arena, name, &parameters, 1));
}
