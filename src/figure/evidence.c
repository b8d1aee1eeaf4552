/* What a figure rests on: the sources, bases and caveats of all data files that it used, merged. */
#include "figure/evidence.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "figure/citation.h"
#include "figure/listing.h"
#include "format/number.h"

/* Whether `text` has each year (four digits) of `period`, and there is one. */
static bool says_years_of(const char *text, const char *period)
{
    bool any = false;
    for (const char *at = period; *at != '\0'; at++) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 4) {
            char year[5] = { at[0], at[1], at[2], at[3], '\0' };
            any = true;
            if (strstr(text, year) == NULL) {
                return false;
            }
        }
        at += digits > 0 ? digits - 1 : 0;
    }
    return any;
}

/* Whether a period reads well behind a comma: "2012", "October 2012", "2011 to 2012". */
static bool is_date(const char *period)
{
    const struct fw_locale *english = fw_locale_default();
    if (isdigit((unsigned char)period[0])) {
        return strchr(period, ';') == NULL;
    }
    for (size_t i = 0; i < FW_COUNT(english->months); i++) {
        size_t length = strlen(english->months[i]);
        if (strncmp(period, english->months[i], length) == 0) {
            return strchr(period, ';') == NULL;
        }
    }
    return false;
}

/* ---- bases --------------------------------------------------------------------------------- */

static const char *base_text(struct fw_arena *arena, const struct fw_locale *locale,
                             const struct fw_resource_base *base)
{
    if (isnan(base->n)) {
        bool says_so = strstr(base->of, "not stated") != NULL;
        return says_so ? base->of : fw_arena_printf(arena, "%s (number not stated)", base->of);
    }
    const char *number = fw_number_text(arena, locale, ",", base->n);
    return base->of[0] == '\0' ? number : fw_arena_printf(arena, "%s %s", number, base->of);
}

/* Where the closing " in 2012" or ", 2012" of a text starts; NULL: it has none. */
static const char *closing_year(const char *text)
{
    size_t length = strlen(text);
    if (length < 4 || strspn(text + length - 4, "0123456789") != 4) {
        return NULL;
    }
    const char *year = text + length - 4;
    if (year - text > 4 && strncmp(year - 4, " in ", 4) == 0) {
        return year - 4;
    }
    return year - text > 2 && strncmp(year - 2, ", ", 2) == 0 ? year - 2 : NULL;
}

/* What is counted in another year is not named again: "100 reports in 2011", "350 in 2012". */
static struct fw_resource_base shorten(const struct fw_resource_base *base,
                                       const struct fw_resource_base *before)
{
    struct fw_resource_base shorter = *base;
    const char *end = closing_year(base->of);
    const char *end_before = before == NULL ? NULL : closing_year(before->of);
    if (end != NULL && end_before != NULL && end - base->of == end_before - before->of &&
        strncmp(base->of, before->of, (size_t)(end - base->of)) == 0 && !isnan(base->n)) {
        shorter.of = end + 1;
    }
    return shorter;
}

/* Items with commas or semicolons of their own are set apart by semicolons. */
static const char *join_bases(const struct fw_listing *texts)
{
    bool plain = true;
    for (size_t i = 0; i < texts->count; i++) {
        plain = plain && strpbrk(texts->items[i], ";(") == NULL &&
                strstr(texts->items[i], ", ") == NULL;
    }
    if (plain || texts->count < 2) {
        return fw_listing_text(texts);
    }
    const char *text = texts->items[0];
    for (size_t i = 1; i < texts->count; i++) {
        text = fw_arena_printf(texts->arena, "%s; %s", text, texts->items[i]);
    }
    return text;
}

static const char *bases_text(struct fw_arena *arena, const struct fw_locale *locale,
                              const struct fw_resource *resource)
{
    struct fw_listing texts = { .arena = arena };
    for (size_t i = 0; i < resource->base_count; i++) {
        const struct fw_resource_base *before = i == 0 ? NULL : &resource->bases[i - 1];
        struct fw_resource_base base = shorten(&resource->bases[i], before);
        if (base.of[0] != '\0' || !isnan(base.n)) {
            fw_listing_add(&texts, base_text(arena, locale, &base));
        }
    }
    return texts.count == 0 ? NULL : join_bases(&texts);
}

/* Whether the file has shares, whose base a reader would ask for. */
static bool has_shares(const struct fw_resource *resource)
{
    for (size_t i = 0; i < resource->field_count; i++) {
        const char *unit = resource->fields[i].unit;
        if (unit != NULL && (strcmp(unit, "percent") == 0 || strcmp(unit, "%") == 0 ||
                             strncmp(unit, "percent of ", 11) == 0)) {
            return true;
        }
    }
    return false;
}

/* Whether a caveat says already that there is no base, in the words that people use for it. */
static bool caveats_say_so(const struct fw_resource *resource)
{
    static const char *const missing[] = { "not given",   "not stated", "not printed",
                                           "not publish", "no sample",  "unstated" };
    static const char *const of[] = { "ample", "base", "Base", "umber", "ize" };
    for (size_t i = 0; i < resource->caveat_count; i++) {
        bool about = false, says = false;
        for (size_t k = 0; k < FW_COUNT(of); k++) {
            about = about || strstr(resource->caveats[i], of[k]) != NULL;
        }
        for (size_t k = 0; k < FW_COUNT(missing); k++) {
            says = says || strstr(resource->caveats[i], missing[k]) != NULL;
        }
        if (about && says) {
            return true;
        }
    }
    return false;
}

static bool lacks_base(const struct fw_resource *resource)
{
    bool counted = resource->kind == NULL || (strcmp(resource->kind, "estimate") != 0 &&
                                              strcmp(resource->kind, "projection") != 0);
    return counted && resource->base_count == 0 && has_shares(resource) &&
           !caveats_say_so(resource);
}

/* ---- all files together ------------------------------------------------------------------- */

static const char *capitalized(struct fw_arena *arena, const char *text)
{
    char *copy = fw_arena_text(arena, text, strlen(text));
    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

/* A base with its period, where they belong in one clause. */
static const char *with_period(struct fw_arena *arena, const char *base, const char *period)
{
    if (period == NULL || says_years_of(base, period) || !is_date(period)) {
        return base;
    }
    return fw_arena_printf(arena, strchr(base, ';') != NULL ? "%s; %s" : "%s, %s", base, period);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool one_period(const struct fw_resource *const *used, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (!same_text(used[i]->period, used[0]->period)) {
            return false;
        }
    }
    return count > 0;
}

/* Bases and periods: in one clause where they are of the same period, one clause a file else. */
static void merge_bases(struct fw_arena *arena, const struct fw_locale *locale,
                        const struct fw_resource *const *used, size_t count,
                        struct fw_evidence *evidence)
{
    struct fw_listing bases = { .arena = arena }, periods = { .arena = arena };
    bool shared = one_period(used, count), lacks = false;
    for (size_t i = 0; i < count; i++) {
        const char *base = bases_text(arena, locale, used[i]);
        const char *period = used[i]->period;
        lacks = lacks || lacks_base(used[i]);
        if (base != NULL) {
            fw_listing_add(&bases, shared ? base : with_period(arena, base, period));
        }
        if (period != NULL && (base == NULL || !(says_years_of(base, period) || is_date(period)))) {
            fw_listing_add(&periods, period);
        }
    }
    if (bases.count > 0) {
        const char *text = join_bases(&bases);
        evidence->base =
            capitalized(arena, shared ? with_period(arena, text, used[0]->period) : text);
    } else if (lacks) {
        evidence->base = "Not stated";
    }
    bool said = bases.count > 0 && shared && is_date(used[0]->period);
    if (periods.count > 0 && !said) {
        evidence->period = capitalized(arena, join_bases(&periods));
    }
}

struct fw_evidence fw_evidence_merge(struct fw_arena *arena, const struct fw_locale *locale,
                                     const struct fw_resource *const *used, size_t count)
{
    struct fw_evidence evidence = { 0 };
    struct fw_citations citations = { .arena = arena };
    struct fw_listing caveats = { .arena = arena };
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < used[i]->source_count; k++) {
            fw_citations_add(&citations, &used[i]->sources[k]);
        }
        for (size_t k = 0; k < used[i]->caveat_count; k++) {
            fw_listing_add(&caveats, used[i]->caveats[k]);
        }
    }
    evidence.source = fw_citations_text(&citations);
    evidence.source_count = citations.count;
    evidence.caveats = caveats.items;
    evidence.caveat_count = caveats.count;
    merge_bases(arena, locale, used, count, &evidence);
    return evidence;
}
