/* What a chart's own labels say beside its values. */
#include <string.h>

#include "describe/name.h"

/* A column that a unit has in common with one of its text layers. */
struct match {
    const struct fw_column *own, *theirs;
};

static size_t find_matches(const struct fw_gist *gist, const struct fw_view *unit,
                           const struct fw_view *text, struct match *matches)
{
    const struct fw_gist_field *facets[] = { &gist->dimension, &gist->series, &gist->measure };
    size_t count = 0;
    for (size_t i = 0; i < FW_COUNT(facets); i++) {
        if (facets[i]->column == NULL) {
            continue;
        }
        struct match match = { fw_view_column(unit, unit->table, facets[i]->column),
                               fw_view_column(text, text->table, facets[i]->column) };
        if (match.own != NULL && match.theirs != NULL) {
            matches[count++] = match;
        }
    }
    return count;
}

static bool matches_row(const struct fw_view *unit, size_t row, const struct fw_view *text,
                        size_t other, const struct match *matches, size_t count)
{
    bool same = true;
    for (size_t i = 0; same && i < count; i++) {
        if (matches[i].own == matches[i].theirs) {
            return fw_table_storage(unit->table, row) == fw_table_storage(text->table, other);
        }
        same = fw_equal(fw_table_value(unit->table, matches[i].own, row),
                        fw_table_value(text->table, matches[i].theirs, other));
    }
    return same && count > 0;
}

static bool has_digit(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= '0' && text[i] <= '9') {
            return true;
        }
    }
    return false;
}

/* Whether a label is no more than a name: the name itself, with or without words around it. */
static bool is_name(const char *wording, const char *name)
{
    const char *at = name == NULL || *name == '\0' ? NULL : strstr(wording, name);
    if (at == NULL) {
        return false;
    }
    const char *behind = at + strlen(name);
    return !has_digit(wording, (size_t)(at - wording)) && !has_digit(behind, strlen(behind));
}

/* A bare number says less than the number with its unit. */
static bool is_bare(const char *wording)
{
    return wording[strspn(wording, "0123456789.,")] == '\0';
}

/* What a label says behind the name that it begins with: "Male: almost a third"; NULL: nothing. */
static const char *behind_name(const char *wording, const char *name)
{
    size_t length = name == NULL ? 0 : strlen(name);
    if (length == 0 || strncmp(wording, name, length) != 0) {
        return NULL;
    }
    const char *rest = wording + length;
    rest += *rest == ':' || *rest == ',' ? 1 : 0;
    return *rest != ' ' || rest[1] == '\0' ? NULL : rest + 1;
}

const char *fw_wording_of(struct fw_gist *gist, const struct fw_view *unit, size_t row,
                          const struct fw_item *item, const struct fw_view *text)
{
    const struct fw_channel_def *def = fw_encoding_field(text->encoding, FW_CHANNEL_TEXT);
    struct match matches[3];
    size_t count = def == NULL ? 0 : find_matches(gist, unit, text, matches);
    for (size_t other = 0; count > 0 && other < text->table->rows; other++) {
        if (!matches_row(unit, row, text, other, matches, count)) {
            continue;
        }
        struct fw_label label =
            fw_label_new(text->chart->make, &text->chart->config, text->table, def, fw_undefined());
        struct fw_expr_env env = fw_view_env(text);
        const char *wording = fw_one_line(text, fw_label_get(&label, &env, text->table, other));
        const char *behind[] = { behind_name(wording, item->category),
                                 behind_name(wording, item->series) };
        if (behind[0] != NULL || behind[1] != NULL) {
            /* What one label names is shown to the readers of all. */
            *(behind[0] != NULL ? &gist->dimension.shown : &gist->series.shown) = true;
            return behind[0] != NULL ? behind[0] : behind[1];
        }
        bool says_more = !is_bare(wording) && !is_name(wording, item->category) &&
                         !is_name(wording, item->series);
        return says_more ? wording : NULL;
    }
    return NULL;
}
