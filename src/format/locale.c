/* The built-in locales. */
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

size_t fw_locale_count(void)
{
    return FW_COUNT(built_in);
}

const struct fw_locale *fw_locale_at(size_t index)
{
    return built_in[index];
}
