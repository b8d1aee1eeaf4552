/* Words of descriptions. */
#include "describe/words.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "format/number.h"

static const char percent_word[] = "percent";

static bool is_percent(const struct fw_gist *gist)
{
    const char *unit = gist->measure.unit;
    return unit != NULL && strncmp(unit, percent_word, sizeof percent_word - 1) == 0 &&
           strstr(unit, "points") == NULL;
}

/* "format" of the measure or of its axis; NULL: none is written. */
static const char *written_format(const struct fw_gist *gist)
{
    const struct fw_channel_def *def = gist->measure.def;
    struct fw_value format = def == NULL ? fw_undefined() : fw_get(def->spec, "format");
    if (format.kind == FW_UNDEFINED && def != NULL) {
        format = fw_get(fw_get(def->spec, "axis"), "format");
    }
    return fw_text_of(format);
}

/* Up to four digits of a fraction; whole numbers whole. */
static const char *plain_format(double value)
{
    return value == floor(value) || fabs(value) >= 10000 ? ",.0f" : ",.4~r";
}

void fw_word_number(const struct fw_gist *gist, double value, struct fw_bytes *out)
{
    const struct fw_chart *chart = gist->unit->chart;
    const struct fw_expr_env *env = &chart->env;
    const char *format = written_format(gist);
    if (gist->measure.def != NULL && gist->measure.def->type == FW_TEMPORAL) {
        fw_bytes_puts(out, fw_time_text(chart->make.arena, env->locale, env->zone, "%B %Y", value));
        return;
    }
    struct fw_number_spec spec;
    bool usable = format != NULL && fw_number_spec_parse(format, &spec);
    if (!usable) {
        fw_number_spec_parse(plain_format(value), &spec);
    }
    fw_number_write(&spec, env->locale, value, out);
    fw_bytes_puts(out, is_percent(gist) && (!usable || strchr(format, '%') == NULL) ? "%" : "");
}

static bool has_letters(const char *text)
{
    while (*text != '\0' && !isalpha((unsigned char)*text)) {
        text++;
    }
    return *text != '\0';
}

/* Whether the label beside a range is that of its start or end alone. */
static bool is_one_end(const struct fw_gist *gist, const struct fw_item *item)
{
    struct fw_bytes ends[2] = { { 0 } };
    fw_word_number(gist, item->value, &ends[0]);
    fw_word_number(gist, item->value2, &ends[1]);
    bool first = strstr(item->wording, fw_bytes_text(&ends[0])) != NULL;
    bool second = strstr(item->wording, fw_bytes_text(&ends[1])) != NULL;
    fw_bytes_finish(&ends[0]);
    fw_bytes_finish(&ends[1]);
    return first != second;
}

void fw_word_value(const struct fw_gist *gist, const struct fw_item *item, struct fw_bytes *out)
{
    bool is_range = !isnan(item->value2) && item->value2 != item->value;
    if (item->wording != NULL &&
        !(is_range && !has_letters(item->wording) && is_one_end(gist, item))) {
        fw_bytes_puts(out, item->wording);
    } else if (is_range) {
        fw_word_number(gist, item->value, out);
        fw_bytes_puts(out, " to ");
        fw_word_number(gist, item->value2, out);
    } else if (!isnan(item->value)) {
        fw_word_number(gist, item->value, out);
    }
}

void fw_word_title(const char *title, struct fw_bytes *out)
{
    /* "IMDB Rating" and "US gross" keep their capitals, "Type of environment" does not. */
    bool proper = !isupper((unsigned char)title[0]) || !islower((unsigned char)title[1]);
    for (const char *at = title + 1; !proper && *at != '\0'; at++) {
        proper = isupper((unsigned char)*at) != 0;
    }
    fw_bytes_put(out, proper ? title[0] : (char)tolower((unsigned char)title[0]));
    fw_bytes_puts(out, title + 1);
}

/* "percent of victims" says what "Share" does not. */
static const char *measure_name(const struct fw_gist *gist)
{
    const struct fw_gist_field *measure = &gist->measure;
    if (gist->measure2.def != NULL) {
        return measure->unit; /* the titles are those of the two ends */
    }
    return is_percent(gist) && strlen(measure->unit) > sizeof percent_word ? measure->unit
                                                                           : measure->title;
}

void fw_word_subject(const struct fw_gist *gist, struct fw_bytes *out)
{
    const char *measure = measure_name(gist);
    if (measure != NULL) {
        fw_bytes_puts(out, " of ");
        fw_word_title(measure, out);
    }
    const char *by[] = { gist->dimension.title, gist->series.title, gist->panel_title };
    const char *before = measure;
    for (size_t i = 0; i < FW_COUNT(by); i++) {
        if (by[i] != NULL && (before == NULL || strcmp(before, by[i]) != 0)) {
            fw_bytes_puts(out, before == NULL               ? " of "
                               : i > 0 && before != measure ? " and "
                                                            : " by ");
            fw_word_title(by[i], out);
            before = by[i];
        }
    }
}

/* A name that nothing beside the picture shows is left out where the label speaks for itself. */
static bool is_named(const char *name, bool shown, const struct fw_item *item)
{
    bool is_index = !shown && name != NULL && name[strspn(name, "0123456789.")] == '\0';
    return !is_index && name != NULL && *name != '\0' &&
           (shown || item->wording == NULL || !has_letters(item->wording));
}

void fw_word_item(const struct fw_gist *gist, bool by_series, const struct fw_item *item,
                  enum fw_item_style style, struct fw_bytes *out)
{
    static const char *const before[] = { " ", " (", ": " }, *const after[] = { "", ")", "" };
    const char *name = by_series ? item->series : item->category;
    const struct fw_gist_field *facet = by_series ? &gist->series : &gist->dimension;
    bool named = is_named(name, facet->shown || gist->panel_count > 0, item);
    bool valued = item->wording != NULL || !isnan(item->value);
    fw_bytes_puts(out, named ? name : "");
    fw_bytes_puts(out, named && valued ? before[style] : "");
    fw_word_value(gist, item, out);
    fw_bytes_puts(out, named && valued ? after[style] : "");
}
