/* Locales from d3's locale JSON. */
#include <math.h>
#include <string.h>

#include "format/locale.h"

/* A member of a definition: `count` texts (1: the text itself, not an array) at `offset`. */
struct member {
    const char *key;
    size_t count; /* 0: an array of sizes */
    size_t offset;
    bool is_required; /* by d3 */
};

#define NEEDED(key, field, count)                                                                  \
    {                                                                                              \
        key, count, offsetof(struct fw_locale, field), true                                        \
    }
#define MAYBE(key, field, count)                                                                   \
    {                                                                                              \
        key, count, offsetof(struct fw_locale, field), false                                       \
    }

static const struct member number_members[] = {
    NEEDED("decimal", decimal, 1),      NEEDED("thousands", thousands, 1),
    NEEDED("grouping", grouping, 0),    NEEDED("currency", currency, 2),
    MAYBE("numerals", numerals, 10),    MAYBE("percent", percent, 1),
    MAYBE("minus", minus, 1),           MAYBE("nan", nan, 1),
    MAYBE("magnitudes", magnitudes, 4),
};

static const struct member time_members[] = {
    NEEDED("dateTime", date_time, 1), NEEDED("date", date, 1),
    NEEDED("time", time, 1),          NEEDED("periods", periods, 2),
    NEEDED("days", days, 7),          NEEDED("shortDays", short_days, 7),
    NEEDED("months", months, 12),     NEEDED("shortMonths", short_months, 12),
};

/* One of the two definitions. */
struct definition {
    const char *what;
    const struct member *members;
    size_t count;
};

static const struct definition number_definition = { "the number locale", number_members,
                                                     FW_COUNT(number_members) };
static const struct definition time_definition = { "the time locale", time_members,
                                                   FW_COUNT(time_members) };

struct decoder {
    struct fw_arena *arena;
    struct fw_diag *diag;
    struct fw_locale *locale;
    bool good;
};

static struct fw_place place_of(const struct decoder *decoder, struct fw_node node)
{
    return fw_node_place(decoder->arena, node);
}

static void report_type(struct decoder *decoder, struct fw_node at, const char *key,
                        const char *wanted)
{
    decoder->good = false;
    fw_report(decoder->diag, place_of(decoder, at), FW_WRONG_TYPE,
              "'%s' of a locale must be %s, not %s", key, wanted,
              fw_json_kind_name(fw_node_kind(at)));
}

static void report_length(struct decoder *decoder, struct fw_node array,
                          const struct member *member)
{
    decoder->good = false;
    fw_report(decoder->diag, place_of(decoder, array), FW_OUT_OF_RANGE,
              "'%s' of a locale must have %zu texts, not %zu", member->key, member->count,
              fw_node_count(array));
}

static void decode_texts(struct decoder *decoder, struct fw_node node, const struct member *member)
{
    const char **texts = (const char **)(void *)((char *)decoder->locale + member->offset);
    bool single = member->count == 1;
    if (!single && fw_node_kind(node) != FW_JSON_ARRAY) {
        report_type(decoder, node, member->key, "an array of strings");
        return;
    }
    if (!single && fw_node_count(node) != member->count) {
        report_length(decoder, node, member);
        return;
    }
    for (size_t i = 0; i < member->count; i++) {
        struct fw_node item = single ? node : fw_node_item(node, i);
        fw_str text = fw_node_string(item, NULL);
        if (text == NULL) {
            report_type(decoder, item, member->key, single ? "a string" : "an array of strings");
            return;
        }
        texts[i] = text->text;
    }
}

static void decode_grouping(struct decoder *decoder, struct fw_node node)
{
    if (fw_node_kind(node) != FW_JSON_ARRAY) {
        report_type(decoder, node, "grouping", "an array of numbers");
        return;
    }
    size_t count = fw_node_count(node);
    int *grouping = FW_NEW_ARRAY(decoder->arena, count, int);
    for (size_t i = 0; i < count; i++) {
        struct fw_node item = fw_node_item(node, i);
        double size = fw_node_number(item, 0);
        if (!(size >= 1 && size <= 1000 && size == floor(size))) {
            decoder->good = false;
            fw_report(decoder->diag, place_of(decoder, item), FW_OUT_OF_RANGE,
                      "the sizes in 'grouping' of a locale must be whole numbers above 0");
            return;
        }
        grouping[i] = (int)size;
    }
    decoder->locale->grouping = grouping;
    decoder->locale->grouping_count = count;
}

static const struct member *find_member(const struct definition *definition, const char *key)
{
    for (size_t i = 0; i < definition->count; i++) {
        if (strcmp(definition->members[i].key, key) == 0) {
            return &definition->members[i];
        }
    }
    return NULL;
}

/* What d3 takes a definition without these for. */
static void forget_optional(struct fw_locale *locale, const struct definition *definition)
{
    if (definition == &number_definition) {
        const struct fw_locale *plain = fw_locale_default();
        memset(locale->numerals, 0, sizeof locale->numerals);
        memset(locale->magnitudes, 0, sizeof locale->magnitudes);
        locale->percent = plain->percent;
        locale->minus = plain->minus;
        locale->nan = plain->nan;
    }
}

/* Reads what `object` has of the definition, and asks for what is missing. */
static void decode_definition(struct decoder *decoder, struct fw_node object,
                              const struct definition *definition)
{
    forget_optional(decoder->locale, definition);
    for (size_t i = 0; i < definition->count; i++) {
        const struct member *member = &definition->members[i];
        struct fw_node node = fw_node_member(object, member->key);
        if (!fw_node_there(node)) {
            if (member->is_required) {
                decoder->good = false;
                fw_report(decoder->diag, place_of(decoder, object), FW_MISSING_PROPERTY,
                          "%s has no '%s'", definition->what, member->key);
            }
        } else if (member->count == 0) {
            decode_grouping(decoder, node);
        } else {
            decode_texts(decoder, node, member);
        }
    }
}

/* Members that none of the definitions (the second may be NULL) has. */
static void refuse_unknown(struct decoder *decoder, struct fw_node object,
                           const struct definition *first, const struct definition *second)
{
    const char *names[FW_COUNT(number_members) + FW_COUNT(time_members)];
    size_t count = 0;
    for (size_t i = 0; i < first->count; i++) {
        names[count++] = first->members[i].key;
    }
    for (size_t i = 0; second != NULL && i < second->count; i++) {
        names[count++] = second->members[i].key;
    }
    for (struct fw_node n = fw_node_first(object); fw_node_there(n); n = fw_node_next(n)) {
        const char *key = fw_node_get(n)->key->text;
        if (strcmp(key, "$schema") == 0 || find_member(first, key) != NULL ||
            (second != NULL && find_member(second, key) != NULL)) {
            continue;
        }
        decoder->good = false;
        struct fw_diagnostic *d = fw_report(decoder->diag, fw_node_key_place(decoder->arena, n),
                                            FW_UNKNOWN_PROPERTY, "unknown property '%s' of %s", key,
                                            second == NULL ? first->what : "a locale");
        fw_hint_nearest(decoder->diag, d, key, names, count);
    }
}

/* One of the two definitions as an object of its own. */
static void decode_part(struct decoder *decoder, struct fw_node object,
                        const struct definition *definition)
{
    if (!fw_node_there(object)) {
        return;
    }
    if (fw_node_kind(object) != FW_JSON_OBJECT) {
        decoder->good = false;
        fw_report(decoder->diag, place_of(decoder, object), FW_WRONG_TYPE,
                  "%s must be an object, not %s", definition->what,
                  fw_json_kind_name(fw_node_kind(object)));
        return;
    }
    refuse_unknown(decoder, object, definition, NULL);
    decode_definition(decoder, object, definition);
}

static void decode_parts(struct decoder *decoder, struct fw_node object)
{
    static const char *const names[] = { "number", "time" };
    for (struct fw_node n = fw_node_first(object); fw_node_there(n); n = fw_node_next(n)) {
        const char *key = fw_node_get(n)->key->text;
        if (strcmp(key, names[0]) != 0 && strcmp(key, names[1]) != 0 && key[0] != '$') {
            decoder->good = false;
            struct fw_diagnostic *d =
                fw_report(decoder->diag, fw_node_key_place(decoder->arena, n), FW_UNKNOWN_PROPERTY,
                          "unknown property '%s' of a locale", key);
            fw_hint_nearest(decoder->diag, d, key, names, FW_COUNT(names));
        }
    }
    decode_part(decoder, fw_node_member(object, names[0]), &number_definition);
    decode_part(decoder, fw_node_member(object, names[1]), &time_definition);
}

static bool has_any(struct fw_node object, const struct definition *definition)
{
    for (size_t i = 0; i < definition->count; i++) {
        if (fw_node_there(fw_node_member(object, definition->members[i].key))) {
            return true;
        }
    }
    return false;
}

/* The members of one or both definitions in one object. */
static void decode_merged(struct decoder *decoder, struct fw_node object)
{
    refuse_unknown(decoder, object, &number_definition, &time_definition);
    bool numbers = has_any(object, &number_definition), times = has_any(object, &time_definition);
    if (numbers) {
        decode_definition(decoder, object, &number_definition);
    }
    if (times) {
        decode_definition(decoder, object, &time_definition);
    }
    if (!numbers && !times && decoder->good) {
        decoder->good = false;
        struct fw_diagnostic *d = fw_report(decoder->diag, place_of(decoder, object),
                                            FW_MISSING_PROPERTY, "this defines no locale");
        fw_hint(decoder->diag, d,
                "write the members of d3-format's and d3-time-format's locale files");
    }
}

const struct fw_locale *fw_locale_decode(struct fw_arena *arena, const char *name,
                                         struct fw_node definition, const struct fw_locale *base,
                                         struct fw_diag *diag)
{
    struct fw_locale *locale = FW_NEW(arena, struct fw_locale);
    struct decoder decoder = { arena, diag, locale, true };
    *locale = base == NULL ? *fw_locale_default() : *base;
    locale->name = fw_arena_text(arena, name, strlen(name));
    if (fw_node_kind(definition) != FW_JSON_OBJECT) {
        fw_report(diag, place_of(&decoder, definition), FW_WRONG_TYPE,
                  "a locale must be an object, not %s",
                  fw_json_kind_name(fw_node_kind(definition)));
        return NULL;
    }
    struct fw_node time = fw_node_member(definition, "time");
    bool parts = fw_node_there(fw_node_member(definition, "number")) ||
                 (fw_node_there(time) && fw_node_kind(time) == FW_JSON_OBJECT);
    if (parts) {
        decode_parts(&decoder, definition);
    } else {
        decode_merged(&decoder, definition);
    }
    return decoder.good ? locale : NULL;
}
