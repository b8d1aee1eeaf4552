/* Writes the tables of docs/supported.md: each property of the grammar, whether it is drawn, and
 * how that differs. */
#include <stdio.h>
#include <string.h>

#include "base/checked.h"
#include "grammar/grammar.h"
#include "grammar/rows.h"

struct section {
    const char *heading;
    const struct fw_shape *shape;
};

/* In the order of the page. Every shape of the grammar is here, or the program fails. */
#define SECTION(heading, name)                                                                     \
    {                                                                                              \
        heading, &fw_shape_##name                                                                  \
    }
static const struct section sections[] = {
    SECTION("Chart", view),
    SECTION("Data", data),
    SECTION("Data: format", data_format),
    SECTION("Data: sequence", sequence),
    SECTION("Data: graticule", graticule),
    SECTION("Params", param),
    SECTION("Params: select", select),
    SECTION("Params: properties of select", select_config),
    SECTION("Params: mark of an interval", brush),
    SECTION("Predicates", predicate),
    SECTION("Dates", date_time),
    SECTION("Mark", mark),
    SECTION("Mark: properties of its look", mark_config),
    SECTION("Mark: line and point of a line or an area", overlay),
    SECTION("Encoding", encoding),
    SECTION("Channels x and y", position),
    SECTION("Other channels of place", other_channel),
    SECTION("Channels of color, size, shape and the like", mark_channel),
    SECTION("Channels of text", text_channel),
    SECTION("Channel order", order),
    SECTION("Channels row, column and facet", facet),
    SECTION("Condition", condition),
    SECTION("Datum", datum),
    SECTION("Sort", sort),
    SECTION("Bin", bin),
    SECTION("Time unit", time_unit),
    SECTION("Impute", impute),
    SECTION("Impute: keyvals", impute_sequence),
    SECTION("Aggregate of a channel", arg_aggregate),
    SECTION("Reference to repeat", repeat_ref),
    SECTION("Scale", scale),
    SECTION("Scale: domain", scale_domain),
    SECTION("Scale: bins", scale_bins),
    SECTION("Scale: interpolate", interpolate),
    SECTION("Scale: range by a field", field_range),
    SECTION("Scale: scheme", scheme),
    SECTION("Axis", axis),
    SECTION("Axis: conditional property", conditional),
    SECTION("Time interval", time_interval),
    SECTION("Legend", legend),
    SECTION("Header", header),
    SECTION("Title", title),
    SECTION("Projection", projection),
    SECTION("Repeat", repeat),
    SECTION("Resolve", resolve),
    SECTION("Resolve: channels", resolve_map),
    SECTION("Row and column", row_column),
    SECTION("Size by step", step),
    SECTION("Autosize", autosize),
    SECTION("Padding", padding),
    SECTION("View", view_background),
    SECTION("Usermeta", usermeta),
    SECTION("Usermeta: figwright", figwright),
    SECTION("Usermeta: labels", value_labels),
    SECTION("Usermeta: an annotation", annotation),
    SECTION("Usermeta: a footnote", footnote),
    SECTION("Usermeta: logo", logo),
    SECTION("Usermeta: lint", lint),
    SECTION("Usermeta: an item of ignore", lint_ignore),
    SECTION("Transform aggregate", t_aggregate),
    SECTION("Transform aggregate: an item", aggregate_def),
    SECTION("Transform bin", t_bin),
    SECTION("Transform calculate", t_calculate),
    SECTION("Transform density", t_density),
    SECTION("Transform extent", t_extent),
    SECTION("Transform filter", t_filter),
    SECTION("Transform flatten", t_flatten),
    SECTION("Transform fold", t_fold),
    SECTION("Transform impute", t_impute),
    SECTION("Transform joinaggregate", t_joinaggregate),
    SECTION("Transform joinaggregate: an item", join_def),
    SECTION("Transform loess", t_loess),
    SECTION("Transform lookup", t_lookup),
    SECTION("Transform lookup: from", lookup_from),
    SECTION("Transform pivot", t_pivot),
    SECTION("Transform quantile", t_quantile),
    SECTION("Transform regression", t_regression),
    SECTION("Transform sample", t_sample),
    SECTION("Transform stack", t_stack),
    SECTION("Transform timeUnit", t_time_unit),
    SECTION("Transform window", t_window),
    SECTION("Transform window: an item", window_def),
    SECTION("Config", config),
    SECTION("Config: axes", axis_config),
    SECTION("Config: legend", legend_config),
    SECTION("Config: headers", header_config),
    SECTION("Config: title", title_config),
    SECTION("Config: scale", scale_config),
    SECTION("Config: scale, invalid", scale_invalid),
    SECTION("Config: range", range_config),
    SECTION("Config: view", view_config),
    SECTION("Config: boxplot", boxplot_config),
    SECTION("Config: errorbar", errorbar_config),
    SECTION("Config: errorband", errorband_config),
    SECTION("Config: concat and facet", composition_config),
    SECTION("Config: selection", selection_config),
    SECTION("Config: styles by name", style_map),
    SECTION("Config: a style", style),
};

static const struct {
    const char *heading;
    const char *const *words;
} word_lists[] = {
    { "types of mark", fw_words_mark },
    { "types of scale", fw_words_scale_type },
    { "types of projection", fw_words_projection_type },
    { "operations of aggregates", fw_words_op },
    { "operations of windows, besides those", fw_words_window_def_op },
    { "interpolation of lines and areas", fw_words_interpolate },
    { "interpolation of colors", fw_words_color_space },
    { "formats of data", fw_words_data_format },
    { "what to do with invalid values", fw_words_invalid },
};

static const struct section *find_section(const struct fw_shape *shape)
{
    for (size_t i = 0; i < FW_COUNT(sections); i++) {
        if (sections[i].shape == shape) {
            return &sections[i];
        }
    }
    return NULL;
}

static bool is_plain(const struct fw_shape_member *member)
{
    return member->note == NULL && (member->type & (FW_P_UNSUPPORTED | FW_P_NO_EFFECT)) == 0;
}

static bool is_still(const struct fw_shape_member *member)
{
    return member->note == NULL && (member->type & FW_P_NO_EFFECT) != 0;
}

static const char *answer(const struct fw_shape_member *member)
{
    if ((member->type & FW_P_UNSUPPORTED) != 0) {
        return "**not yet**";
    }
    return (member->type & FW_P_NO_EFFECT) != 0 ? "no effect" : "yes";
}

/* One row for all members that `belongs` tells; none when there are none. */
static void write_together(const struct fw_shape *shape,
                           bool (*belongs)(const struct fw_shape_member *), const char *rest)
{
    bool any = false;
    for (size_t i = 0; i < shape->count; i++) {
        if (belongs(&shape->members[i])) {
            printf("%s`%s`", any ? " " : "| ", shape->members[i].name);
            any = true;
        }
    }
    if (any) {
        printf(" | %s |\n", rest);
    }
}

static void write_noted(const struct fw_shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        const struct fw_shape_member *member = &shape->members[i];
        if (!is_plain(member) && !is_still(member)) {
            printf("| `%s` | %s | %s |\n", member->name, answer(member),
                   member->note != NULL ? member->note : "");
        }
    }
}

static void write_bases(const struct fw_shape *shape)
{
    const char *lead = shape->count == 0 ? "All of" : "And all of";
    for (size_t i = 0; i < FW_COUNT(shape->bases) && shape->bases[i] != NULL; i++) {
        printf("\n%s *%s*.\n", lead, find_section(shape->bases[i])->heading);
        lead = "And all of";
    }
    if (shape->rest != NULL) {
        printf("\nMembers of any name, each of them *%s*.\n", find_section(shape->rest)->heading);
    }
    if (shape->is_open) {
        printf("\nAnd members of any other name.\n");
    }
}

static void write_section(const struct section *section)
{
    const struct fw_shape *shape = section->shape;
    printf("\n### %s\n", section->heading);
    if (shape->count > 0) {
        printf("\n| property | supported | difference |\n|---|---|---|\n");
        write_together(shape, is_plain, "yes | ");
        write_together(shape, is_still, "no effect | a picture stands still");
        write_noted(shape);
    }
    write_bases(shape);
}

static void write_word_lists(void)
{
    printf("\n### Words\n\n| what | words |\n|---|---|\n");
    for (size_t i = 0; i < FW_COUNT(word_lists); i++) {
        printf("| %s |", word_lists[i].heading);
        for (const char *const *word = word_lists[i].words; *word != NULL; word++) {
            printf(" `%s`", *word);
        }
        printf(" |\n");
    }
}

/* Shapes that hold no table of their own: `transform` has its kinds, the rest are unused here. */
static bool has_table(const struct fw_shape *shape)
{
    return shape->kinds == NULL && (shape->count > 0 || shape->bases[0] != NULL);
}

static bool names_all_shapes(void)
{
    static const struct {
        const char *name;
        const struct fw_shape *shape;
    } all[] = {
#define FW_SHAPE_ENTRY(name) { #name, &fw_shape_##name },
        FW_SHAPE_LIST(FW_SHAPE_ENTRY)
#undef FW_SHAPE_ENTRY
    };
    bool good = true;
    for (size_t i = 0; i < FW_COUNT(all); i++) {
        if (has_table(all[i].shape) && find_section(all[i].shape) == NULL) {
            fprintf(stderr, "supported: shape '%s' has no section\n", all[i].name);
            good = false;
        }
    }
    return good;
}

int main(void)
{
    if (!names_all_shapes()) {
        return 1;
    }
    for (size_t i = 0; i < FW_COUNT(sections); i++) {
        write_section(&sections[i]);
    }
    write_word_lists();
    return ferror(stdout) != 0;
}
