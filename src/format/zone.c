/* Time zones from the system's TZif files (RFC 8536), read by name, without the C library's own. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "format/calendar.h"

/* Where Debian's tzdata lies; TZDIR is not asked. */
#define ZONE_FOLDER "/usr/share/zoneinfo/"

enum {
    MOST_NAME = 100,
    MOST_FILE = 65536, /* real ones are below 4 KiB */
    HEADER = 44,
    TYPE_SIZE = 6, /* bytes of a local time type: offset, is it summer time, name */
};

/* When a rule of a POSIX TZ text takes effect, in wall clock of the time before: Mm.w.d, Jn or n.
 */
struct switch_day {
    char kind;            /* 'M', 'J', 'n', or 0: no such rule */
    int month, week, day; /* M: 1 to 12, 1 to 5, 0 Sunday to 6; J and n: `day` alone */
    double time_s;
};

struct fw_zone {
    size_t count;          /* of transitions */
    const double *at_ms;   /* [count], ascending: from then on ... */
    const double *offsets; /* [count] ... this is the offset, in ms */
    double first_offset;   /* before the first transition */
    /* From the last transition on, forever (the file's footer), unless `ruled` is false. */
    bool ruled;
    double standard_ms, summer_ms;
    struct switch_day to_summer, to_standard; /* kind 0: standard time all year */
};

/* A stretch of time with one offset, [begin, end) in UTC. */
struct period {
    double begin, end, offset;
};

/* ---- Reading a file ---- */

struct reader {
    const unsigned char *data;
    size_t length;
};

static int64_t read_big_endian(const unsigned char *bytes, size_t count)
{
    uint64_t value = (bytes[0] & 0x80) != 0 ? UINT64_MAX : 0;
    for (size_t i = 0; i < count; i++) {
        value = value << 8 | bytes[i];
    }
    return (int64_t)value;
}

/* The counts of a header, in their order in the file. */
struct header {
    size_t utc_flags, standard_flags, leaps, transitions, types, characters;
};

static bool read_header(const struct reader *reader, size_t at, struct header *header)
{
    if (reader->length < HEADER || at > reader->length - HEADER ||
        memcmp(reader->data + at, "TZif", 4) != 0) {
        return false;
    }
    size_t *const counts[] = { &header->utc_flags,   &header->standard_flags, &header->leaps,
                               &header->transitions, &header->types,          &header->characters };
    for (size_t i = 0; i < FW_COUNT(counts); i++) {
        int64_t count = read_big_endian(reader->data + at + 20 + 4 * i, 4);
        if (count < 0 || count > MOST_FILE) {
            return false;
        }
        *counts[i] = (size_t)count;
    }
    return true;
}

static size_t body_size(const struct header *header, size_t time_size)
{
    return header->transitions * (time_size + 1) + header->types * TYPE_SIZE + header->characters +
           header->leaps * (time_size + 4) + header->standard_flags + header->utc_flags;
}

static double type_offset(const unsigned char *types, size_t index)
{
    return (double)read_big_endian(types + index * TYPE_SIZE, 4) * 1000;
}

/* The transitions of the 64-bit block at `at`; false when an index is out of bounds. */
static bool read_transitions(struct fw_arena *arena, const unsigned char *body,
                             const struct header *header, struct fw_zone *zone)
{
    size_t count = header->transitions;
    const unsigned char *indices = body + count * 8;
    const unsigned char *types = indices + count;
    double *at_ms = FW_NEW_ARRAY(arena, count, double);
    double *offsets = FW_NEW_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        at_ms[i] = (double)read_big_endian(body + i * 8, 8) * 1000;
        if (indices[i] >= header->types || (i > 0 && at_ms[i] <= at_ms[i - 1])) {
            return false;
        }
        offsets[i] = type_offset(types, indices[i]);
    }
    zone->count = count;
    zone->at_ms = at_ms;
    zone->offsets = offsets;
    zone->first_offset = type_offset(types, 0);
    return true;
}

/* ---- The footer: a POSIX TZ text such as GMT0BST,M3.5.0/1,M10.5.0 ---- */

static bool skip_name(const char **text)
{
    const char *at = *text;
    if (*at == '<') {
        const char *end = strchr(at, '>');
        if (end == NULL) {
            return false;
        }
        *text = end + 1;
        return true;
    }
    while ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')) {
        at++;
    }
    bool found = at > *text;
    *text = at;
    return found;
}

static bool read_int(const char **text, int *number)
{
    const char *at = *text;
    int value = 0;
    while (*at >= '0' && *at <= '9' && value < 10000) {
        value = value * 10 + (*at++ - '0');
    }
    bool found = at > *text;
    *text = at;
    *number = value;
    return found;
}

/* [+-]h[h][:mm[:ss]] in seconds. */
static bool read_clock(const char **text, double *seconds)
{
    double sign = **text == '-' ? -1 : 1;
    if (**text == '-' || **text == '+') {
        ++*text;
    }
    int part;
    double total = 0;
    for (double unit = 3600; unit >= 1; unit /= 60) {
        if (!read_int(text, &part)) {
            return false;
        }
        total += part * unit;
        if (**text != ':') {
            break;
        }
        ++*text;
    }
    *seconds = sign * total;
    return true;
}

static bool read_dot(const char **text)
{
    bool found = **text == '.';
    *text += found ? 1 : 0;
    return found;
}

/* ",M3.5.0/1" */
static bool read_switch(const char **text, struct switch_day *day)
{
    if (**text != ',') {
        return false;
    }
    ++*text;
    day->kind = **text == 'M' || **text == 'J' ? *(*text)++ : 'n';
    bool good = day->kind == 'M'
                    ? read_int(text, &day->month) && read_dot(text) && read_int(text, &day->week) &&
                          read_dot(text) && read_int(text, &day->day) && day->month >= 1 &&
                          day->month <= 12 && day->week >= 1 && day->week <= 5 && day->day <= 6
                    : read_int(text, &day->day) && day->day <= 366;
    day->time_s = 2 * 3600;
    if (good && **text == '/') {
        ++*text;
        good = read_clock(text, &day->time_s);
    }
    return good;
}

static bool read_footer(const char *text, struct fw_zone *zone)
{
    double west_s;
    if (!skip_name(&text) || !read_clock(&text, &west_s)) {
        return false;
    }
    zone->standard_ms = -west_s * 1000;
    zone->summer_ms = zone->standard_ms + FW_MS_HOUR;
    zone->ruled = true;
    if (*text == '\0') {
        return true;
    }
    if (!skip_name(&text)) {
        return false;
    }
    if (*text != ',') {
        if (!read_clock(&text, &west_s)) {
            return false;
        }
        zone->summer_ms = -west_s * 1000;
    }
    return read_switch(&text, &zone->to_summer) && read_switch(&text, &zone->to_standard) &&
           *text == '\0';
}

/* ---- Loading ---- */

static bool decode_zone(struct fw_arena *arena, const struct reader *reader, struct fw_zone *zone)
{
    struct header first;
    struct header header;
    if (!read_header(reader, 0, &first) || reader->data[4] < '2') {
        return false; /* version 1 has 32-bit times alone; nobody ships it */
    }
    size_t at = HEADER + body_size(&first, 4);
    if (!read_header(reader, at, &header) || header.types == 0) {
        return false;
    }
    at += HEADER;
    size_t size = body_size(&header, 8);
    if (size > reader->length - at || !read_transitions(arena, reader->data + at, &header, zone)) {
        return false;
    }
    at += size;
    const char *footer = (const char *)reader->data + at;
    if (at >= reader->length || footer[0] != '\n') {
        return false;
    }
    const char *end = memchr(footer + 1, '\n', reader->length - at - 1);
    if (end == NULL || end == footer + 1) {
        return end != NULL; /* empty: no rule */
    }
    return read_footer(fw_arena_text(arena, footer + 1, (size_t)(end - footer - 1)), zone);
}

/* Names have letters, digits and a few signs, and no step outside the folder. */
static bool is_zone_name(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= MOST_NAME && name[0] != '/' && strstr(name, "..") == NULL &&
           strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-") ==
               length;
}

bool fw_zone_load(struct fw_arena *arena, const char *name, const struct fw_zone **zone)
{
    static const char *const utc_names[] = { "UTC", "Etc/UTC", "Z" };
    for (size_t i = 0; i < FW_COUNT(utc_names); i++) {
        if (strcmp(name, utc_names[i]) == 0) {
            *zone = NULL;
            return true;
        }
    }
    if (!is_zone_name(name)) {
        return false;
    }
    FILE *file = fopen(fw_arena_printf(arena, ZONE_FOLDER "%s", name), "rb");
    if (file == NULL) {
        return false;
    }
    unsigned char *data = fw_arena_alloc(arena, MOST_FILE);
    struct reader reader = { data, fread(data, 1, MOST_FILE, file) };
    fclose(file);
    struct fw_zone *read = FW_NEW(arena, struct fw_zone);
    bool good = decode_zone(arena, &reader, read);
    if (good) {
        *zone = read;
    }
    return good;
}

/* ---- Offsets ---- */

/* The day a rule falls on in a year, in ms as if local time were UTC. */
static double switch_local_ms(const struct switch_day *day, double year)
{
    struct fw_civil civil = { .year = year, .day = 1, .second = day->time_s };
    double march = fw_civil_time((struct fw_civil){ .year = year, .month = 2, .day = 1 }, NULL);
    bool leap = fw_civil_at(march - FW_MS_DAY, NULL).day == 29;
    if (day->kind != 'M') {
        civil.day = day->day + (day->kind == 'n' || (leap && day->day >= 60) ? 1 : 0);
        return fw_civil_time(civil, NULL);
    }
    civil.month = day->month - 1;
    double first = fw_weekday(fw_civil_time(civil, NULL) - day->time_s * 1000, NULL);
    civil.day = 1 + fmod(day->day + 7 - first, 7) + 7 * (day->week - 1);
    double time = fw_civil_time(civil, NULL);
    double date = time - day->time_s * 1000;
    return fw_civil_at(date, NULL).month == civil.month ? time : time - FW_MS_WEEK;
}

/* Narrows `period` to what a switch at `at` with offset `offset` after it leaves around `time_ms`.
 */
static void narrow(struct period *period, double at, double offset, double time_ms)
{
    if (at <= time_ms && at >= period->begin) {
        period->begin = at;
        period->offset = offset;
    } else if (at > time_ms && at < period->end) {
        period->end = at;
    }
}

static struct period ruled_period(const struct fw_zone *zone, double time_ms, double begin)
{
    struct period period = { begin, INFINITY, zone->standard_ms };
    if (zone->to_summer.kind == 0) {
        return period;
    }
    double year = fw_civil_at(fmax(-FW_TIME_MOST, fmin(FW_TIME_MOST, time_ms)), NULL).year;
    period.begin = -INFINITY;
    for (double y = year - 1; y <= year + 1; y++) {
        narrow(&period, switch_local_ms(&zone->to_summer, y) - zone->standard_ms, zone->summer_ms,
               time_ms);
        narrow(&period, switch_local_ms(&zone->to_standard, y) - zone->summer_ms, zone->standard_ms,
               time_ms);
    }
    period.begin = fmax(period.begin, begin);
    return period;
}

/* The number of transitions at or before a time. */
static size_t transitions_before(const struct fw_zone *zone, double time_ms)
{
    size_t low = 0;
    size_t high = zone->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->at_ms[middle] <= time_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The period that a time is in. */
static struct period period_at(const struct fw_zone *zone, double time_ms)
{
    size_t after = transitions_before(zone, time_ms);
    double begin = after == 0 ? -INFINITY : zone->at_ms[after - 1];
    if (after == zone->count && zone->ruled) {
        return ruled_period(zone, time_ms, begin);
    }
    struct period period = {
        .begin = begin,
        .end = after == zone->count ? INFINITY : zone->at_ms[after],
        .offset = after == 0 ? zone->first_offset : zone->offsets[after - 1],
    };
    return period;
}

double fw_zone_offset(const struct fw_zone *zone, double time_ms)
{
    return zone == NULL || isnan(time_ms) ? 0 : period_at(zone, time_ms).offset;
}

double fw_zone_to_utc(const struct fw_zone *zone, double local_ms)
{
    if (zone == NULL || isnan(local_ms)) {
        return local_ms;
    }
    /* Walk the periods from one that surely begins early enough; no offset is beyond 26 hours. */
    struct period period = period_at(zone, local_ms - 26 * FW_MS_HOUR);
    double offset_before = period.offset;
    while (local_ms - period.offset >= period.end) {
        offset_before = period.offset;
        period = period_at(zone, period.end);
    }
    bool skipped = local_ms - period.offset < period.begin;
    return local_ms - (skipped ? offset_before : period.offset);
}
