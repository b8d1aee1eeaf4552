/* Conversions of fields before the transforms of the views that imply them. Source: Vega-Lite,
 * compile/data: formatparse.ts, and of optimizers.ts MoveParseUp and MergeParse. */
#include "dataflow/ahead.h"

#include <string.h>

#include "dataflow/fields.h"
#include "transform/filter.h"

/* What a view and those below it imply, and the fields that transforms make on the way. */
struct implied {
    struct fw_chart *chart;
    struct fw_parse *parses;
    size_t count, capacity;
    const char **made;
    size_t made_count, made_capacity;
    bool makes_any; /* a pivot: nobody knows which */
};

static void make(struct implied *implied, const char *field)
{
    FW_RESERVE(implied->chart->make.arena, implied->made, implied->made_count,
               implied->made_capacity);
    implied->made[implied->made_count++] = field;
}

static bool is_made(const struct implied *implied, const char *field)
{
    for (size_t i = 0; i < implied->made_count; i++) {
        if (strcmp(implied->made[i], field) == 0) {
            return true;
        }
    }
    return implied->makes_any;
}

static struct fw_parse *find(const struct implied *implied, const char *field)
{
    for (size_t i = 0; i < implied->count; i++) {
        if (strcmp(implied->parses[i].field, field) == 0) {
            return &implied->parses[i];
        }
    }
    return NULL;
}

/* What comes later on the same way goes before. */
static void imply(struct implied *implied, const char *field, enum fw_parse_kind kind)
{
    if (field == NULL || kind == FW_PARSE_FLATTEN || is_made(implied, field)) {
        return;
    }
    struct fw_parse *parse = find(implied, field);
    if (parse == NULL) {
        FW_RESERVE(implied->chart->make.arena, implied->parses, implied->count, implied->capacity);
        parse = &implied->parses[implied->count++];
        parse->field = field;
    }
    parse->kind = kind;
}

static void make_texts(struct implied *implied, struct fw_value texts)
{
    struct fw_texts list = fw_texts_of(implied->chart->make.arena, texts);
    for (size_t i = 0; i < list.count; i++) {
        make(implied, list.items[i]);
    }
}

/* The members of transforms that name what they make where "as" does not. */
static void make_unnamed(struct implied *implied, struct fw_value transform)
{
    static const struct {
        const char *type, *member, *names[2];
    } types[] = {
        { "fold", NULL, { "key", "value" } },
        { "density", NULL, { "value", "density" } },
        { "quantile", NULL, { "prob", "value" } },
        { "flatten", "flatten", { NULL } },
        { "regression", "regression", { NULL } },
        { "regression", "on", { NULL } },
        { "loess", "loess", { NULL } },
        { "loess", "on", { NULL } },
    };
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (!fw_has(transform, types[i].type)) {
            continue;
        }
        if (types[i].member != NULL) {
            make_texts(implied, fw_get(transform, types[i].member));
        } else {
            make(implied, types[i].names[0]);
            make(implied, types[i].names[1]);
        }
    }
}

static void make_fields(struct implied *implied, struct fw_value transform)
{
    static const char *const lists[] = { "aggregate", "window", "joinaggregate" };
    struct fw_value as = fw_get(transform, "as");
    make_texts(implied, as);
    if (as.kind == FW_UNDEFINED) {
        make_unnamed(implied, transform);
    } else if (as.kind == FW_STRING) {
        make(implied, fw_arena_printf(implied->chart->make.arena, "%s_end", as.string->text));
    }
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        struct fw_value list = fw_get(transform, lists[i]);
        for (size_t k = 0; k < fw_length(list); k++) {
            make_texts(implied, fw_get(fw_at(list, k), "as"));
        }
    }
    if (fw_has(transform, "impute")) {
        make_texts(implied, fw_get(transform, "impute"));
    }
    make_texts(implied, fw_get(fw_get(transform, "from"), "fields"));
    implied->makes_any = implied->makes_any || fw_has(transform, "pivot");
}

static void imply_transforms(struct implied *implied, struct fw_value list)
{
    for (size_t i = 0; i < fw_length(list); i++) {
        struct fw_value transform = fw_at(list, i);
        const struct fw_parse *parses;
        size_t count =
            fw_filter_parses(implied->chart->make.arena, fw_get(transform, "filter"), &parses);
        for (size_t k = 0; k < count; k++) {
            imply(implied, parses[k].field, parses[k].kind);
        }
        if (fw_has(transform, "timeUnit")) {
            imply(implied, fw_get_text(transform, "field", NULL), FW_PARSE_DATE);
        }
        make_fields(implied, transform);
    }
}

static void imply_encoding(struct implied *implied, struct fw_value spec)
{
    struct fw_maker make = implied->chart->make;
    struct fw_value mark = fw_get(spec, "mark");
    const char *type = mark.kind == FW_STRING ? mark.string->text : fw_get_text(mark, "type", "");
    struct fw_view unit = { .chart = implied->chart };
    unit.encoding = fw_encoding_decode(make, fw_get(spec, "encoding"), type);
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(&unit, &count);
    for (size_t i = 0; i < count; i++) {
        enum fw_parse_kind kind;
        if (fw_field_implies(unit.encoding, fields[i].channel, fields[i].def, &kind)) {
            imply(implied, fields[i].def->field, kind);
        }
    }
}

static void imply_facet(struct implied *implied, struct fw_value facet)
{
    static const struct {
        const char *member;
        enum fw_channel channel;
    } members[] = { { "row", FW_CHANNEL_ROW }, { "column", FW_CHANNEL_COLUMN } };
    struct fw_value defs[] = { facet, fw_get(facet, "row"), fw_get(facet, "column") };
    for (size_t i = 0; i < FW_COUNT(defs); i++) {
        if (defs[i].kind == FW_OBJECT) {
            enum fw_channel channel = i == 0 ? FW_CHANNEL_FACET : members[i - 1].channel;
            struct fw_channel_def def =
                fw_channel_def_decode(implied->chart->make, defs[i], channel);
            enum fw_parse_kind kind;
            if (fw_field_implies(NULL, channel, &def, &kind)) {
                imply(implied, def.field, kind);
            }
        }
    }
}

static struct implied imply_view(struct fw_chart *chart, struct fw_value spec);

/* At a fork the conversions that are not at odds with each other are those of all branches. */
static void imply_branches(struct implied *implied, const struct fw_value *specs, size_t count)
{
    struct implied all = { .chart = implied->chart };
    const char **odd = NULL;
    size_t odd_count = 0, odd_capacity = 0;
    for (size_t i = 0; i < count; i++) {
        struct implied one = imply_view(implied->chart, specs[i]);
        for (size_t k = 0; k < one.count; k++) {
            const struct fw_parse *seen = find(&all, one.parses[k].field);
            if (seen != NULL && seen->kind != one.parses[k].kind) {
                FW_RESERVE(implied->chart->make.arena, odd, odd_count, odd_capacity);
                odd[odd_count++] = seen->field;
            }
            imply(&all, one.parses[k].field, one.parses[k].kind);
        }
    }
    for (size_t i = 0; i < odd_count; i++) {
        make(implied, odd[i]);
    }
    for (size_t i = 0; i < all.count; i++) {
        imply(implied, all.parses[i].field, all.parses[i].kind);
    }
}

/* The views right below a view. */
static const struct fw_value *children_of(struct fw_arena *arena, struct fw_value spec,
                                          size_t *count)
{
    static const char *const lists[] = { "layer", "concat", "hconcat", "vconcat" };
    struct fw_value *children = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        struct fw_value list = fw_get(spec, lists[i]);
        for (size_t k = 0; k < fw_length(list); k++) {
            FW_RESERVE(arena, children, *count, capacity);
            children[(*count)++] = fw_at(list, k);
        }
    }
    if (fw_get(spec, "spec").kind == FW_OBJECT) {
        FW_RESERVE(arena, children, *count, capacity);
        children[(*count)++] = fw_get(spec, "spec");
    }
    return children;
}

/* Recursion is bounded by the depth of a document. */
static struct implied imply_view(struct fw_chart *chart, struct fw_value spec)
{
    struct fw_arena *arena = chart->make.arena;
    struct implied implied = { .chart = chart };
    imply_transforms(&implied, fw_get(spec, "transform"));
    if (fw_has(spec, "mark")) {
        imply_encoding(&implied, spec);
    }
    if (fw_get(spec, "facet").kind == FW_OBJECT) {
        imply_facet(&implied, fw_get(spec, "facet"));
    }
    size_t count, own = 0;
    const struct fw_value *children = children_of(arena, spec, &count);
    struct fw_value *inheriting = FW_NEW_ARRAY(arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        if (!fw_has(children[i], "data")) {
            inheriting[own++] = children[i];
        }
    }
    imply_branches(&implied, inheriting, own);
    return implied;
}

/* Whether two data blocks are one source to Vega-Lite. Source: findSource. */
static bool is_same_source(struct fw_value a, struct fw_value b)
{
    static const char *const members[] = { "url", "name" };
    if (a.kind != FW_OBJECT || b.kind != FW_OBJECT) {
        return false;
    }
    struct fw_value formats[] = { fw_get(a, "format"), fw_get(b, "format") };
    bool same_part = fw_equal(fw_get(formats[0], "feature"), fw_get(formats[1], "feature")) &&
                     fw_equal(fw_get(formats[0], "mesh"), fw_get(formats[1], "mesh"));
    for (size_t i = 0; same_part && i < FW_COUNT(members); i++) {
        const char *one = fw_get_text(a, members[i], NULL);
        const char *other = fw_get_text(b, members[i], NULL);
        if (one != NULL && other != NULL) {
            return strcmp(one, other) == 0;
        }
    }
    return a.object == b.object;
}

struct readers {
    struct fw_value *specs;
    size_t count, capacity;
};

/* The views that read a source, in the whole chart. */
static void find_readers(struct fw_arena *arena, struct fw_value spec, struct fw_value data,
                         struct readers *readers)
{
    if (is_same_source(fw_get(spec, "data"), data)) {
        FW_RESERVE(arena, readers->specs, readers->count, readers->capacity);
        readers->specs[readers->count++] = spec;
    }
    size_t count;
    const struct fw_value *children = children_of(arena, spec, &count);
    for (size_t i = 0; i < count; i++) {
        find_readers(arena, children[i], data, readers);
    }
}

const struct fw_table *fw_convert_ahead(struct fw_view *view, const struct fw_table *table)
{
    struct fw_chart *chart = view->chart;
    struct fw_value data = fw_get(view->spec, "data");
    struct fw_value explicit_parse = fw_get(fw_get(data, "format"), "parse");
    const struct fw_view *root = view;
    while (root->parent != NULL) {
        root = root->parent;
    }
    struct readers readers = { 0 };
    find_readers(chart->make.arena, root->spec, data, &readers);
    struct implied implied = { .chart = chart };
    imply_branches(&implied, readers.specs, readers.count);
    for (size_t i = 0; i < implied.count; i++) {
        const struct fw_parse *parse = &implied.parses[i];
        bool wanted = parse->kind == FW_PARSE_DATE || parse->kind == FW_PARSE_NUMBER;
        if (wanted && !fw_has(explicit_parse, parse->field)) {
            table = fw_view_convert(view, table, parse->field, parse->kind);
        }
    }
    return table;
}
