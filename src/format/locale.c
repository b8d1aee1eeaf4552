/* The built-in locales, and the decoding of others from d3's locale JSON. */
#include "format/locale.h"

#include <string.h>

static const int groups_of_three[] = { 3 };

/* clang-format off */
#define ENGLISH_WORDS                                                                              \
    .periods = { "AM", "PM" },                                                                     \
    .days = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },      \
    .short_days = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },                             \
    .months = { "January", "February", "March", "April", "May", "June", "July", "August",          \
                "September", "October", "November", "December" },                                  \
    .short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", \
                      "Dec" }
/* clang-format on */

/* d3-format and d3-time-format, defaultLocale. */
static const struct fw_locale en_us = {
    .name = "en-US",
    .decimal = ".",
    .thousands = ",",
    .grouping = groups_of_three,
    .grouping_count = 1,
    .currency = { "$", "" },
    .percent = "%",
    .minus = "\u2212",
    .nan = "NaN",
    .date_time = "%x, %X",
    .date = "%-m/%-d/%Y",
    .time = "%-I:%M:%S %p",
    ENGLISH_WORDS,
};

/* d3's en-GB; magnitudes and the long date of %c as UK official statistics write them. */
static const struct fw_locale en_gb = {
    .name = "en-GB",
    .decimal = ".",
    .thousands = ",",
    .grouping = groups_of_three,
    .grouping_count = 1,
    .currency = { "£", "" },
    .percent = "%",
    .minus = "\u2212",
    .nan = "NaN",
    .magnitudes = { "k", "m", "bn", "tn" },
    .date_time = "%-d %B %Y, %H:%M:%S",
    .date = "%d/%m/%Y",
    .time = "%H:%M:%S",
    ENGLISH_WORDS,
};

static const struct fw_locale *const built_in[] = { &en_us, &en_gb };
static const char *const built_in_names[] = { "en-US", "en-GB" };

const struct fw_locale *fw_locale_default(void)
{
    return &en_us;
}

const struct fw_locale *fw_locale_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(built_in); i++) {
        if (strcmp(built_in[i]->name, name) == 0) {
            return built_in[i];
        }
    }
    return NULL;
}

const char *const *fw_locale_names(size_t *count)
{
    *count = FW_COUNT(built_in_names);
    return built_in_names;
}

/* A member of a definition: `count` texts (1: the text itself, not an array) at `offset`. */
struct member {
    const char *key;
    size_t count;
    size_t offset;
};

#define MEMBER(key, field, count)                                                                  \
    {                                                                                              \
        key, count, offsetof(struct fw_locale, field)                                              \
    }

static const struct member number_members[] = {
    MEMBER("decimal", decimal, 1),   MEMBER("thousands", thousands, 1),
    MEMBER("currency", currency, 2), MEMBER("numerals", numerals, 10),
    MEMBER("percent", percent, 1),   MEMBER("minus", minus, 1),
    MEMBER("nan", nan, 1),           MEMBER("magnitudes", magnitudes, 4),
};

static const struct member time_members[] = {
    MEMBER("dateTime", date_time, 1), MEMBER("date", date, 1),
    MEMBER("time", time, 1),          MEMBER("periods", periods, 2),
    MEMBER("days", days, 7),          MEMBER("shortDays", short_days, 7),
    MEMBER("months", months, 12),     MEMBER("shortMonths", short_months, 12),
};

struct decoder {
    struct fw_arena *arena;
    struct fw_diag *diag;
    struct fw_locale *locale;
    bool good;
};

static void report(struct decoder *decoder, struct fw_node at, const char *key, const char *wanted)
{
    decoder->good = false;
    fw_report(decoder->diag, fw_node_place(decoder->arena, at), FW_WRONG_TYPE,
              "'%s' of a locale must be %s", key, wanted);
}

static void decode_texts(struct decoder *decoder, struct fw_node node, const struct member *member)
{
    const char **texts = (const char **)(void *)((char *)decoder->locale + member->offset);
    bool single = member->count == 1;
    if (!single && (fw_node_kind(node) != FW_JSON_ARRAY || fw_node_count(node) != member->count)) {
        report(decoder, node, member->key,
               fw_arena_printf(decoder->arena, "an array of %zu strings", member->count));
        return;
    }
    for (size_t i = 0; i < member->count; i++) {
        struct fw_node item = single ? node : fw_node_item(node, i);
        fw_str text = fw_node_string(item, NULL);
        if (text == NULL) {
            report(decoder, item, member->key, single ? "a string" : "an array of strings");
            return;
        }
        texts[i] = text->text;
    }
}

static void decode_grouping(struct decoder *decoder, struct fw_node node)
{
    size_t count = fw_node_count(node);
    int *grouping = FW_NEW_ARRAY(decoder->arena, count, int);
    bool good = fw_node_kind(node) == FW_JSON_ARRAY;
    for (size_t i = 0; good && i < count; i++) {
        double size = fw_node_number(fw_node_item(node, i), 0);
        good = size >= 1 && size <= 1000;
        grouping[i] = good ? (int)size : 0;
    }
    if (!good) {
        report(decoder, node, "grouping", "an array of numbers above 0");
        return;
    }
    decoder->locale->grouping = grouping;
    decoder->locale->grouping_count = count;
}

static void decode_members(struct decoder *decoder, struct fw_node definition,
                           const struct member *members, size_t count)
{
    if (fw_node_there(definition) && fw_node_kind(definition) != FW_JSON_OBJECT) {
        report(decoder, definition, "definition", "an object");
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct fw_node node = fw_node_member(definition, members[i].key);
        if (fw_node_there(node)) {
            decode_texts(decoder, node, &members[i]);
        }
    }
}

const struct fw_locale *fw_locale_decode(struct fw_arena *arena, const char *name,
                                         struct fw_node number, struct fw_node time,
                                         const struct fw_locale *base, struct fw_diag *diag)
{
    struct fw_locale *locale = FW_NEW(arena, struct fw_locale);
    struct decoder decoder = { arena, diag, locale, true };
    *locale = base == NULL ? en_us : *base;
    locale->name = fw_arena_text(arena, name, strlen(name));
    decode_members(&decoder, number, number_members, FW_COUNT(number_members));
    decode_members(&decoder, time, time_members, FW_COUNT(time_members));
    struct fw_node grouping = fw_node_member(number, "grouping");
    if (fw_node_there(grouping)) {
        decode_grouping(&decoder, grouping);
    }
    return decoder.good ? locale : NULL;
}
