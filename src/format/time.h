/* Times as text and back: d3-time-format, and Vega's choice of form by what a time is a start of.
 */
#ifndef FW_FORMAT_TIME_H
#define FW_FORMAT_TIME_H

#include "base/bytes.h"
#include "format/calendar.h"
#include "format/locale.h"

/**
 * Appends `time_ms` as `specifier` says: directives %a %A %b %B %c %d %e %f %g %G %H %I %j %L %m %M
 * %p %q %Q %s %S %u %U %V %w %W %x %X %y %Y %Z %%, each number with %- (no padding), %_ (spaces) or
 * %0. A directive that is none is written without its %. A NULL locale is en-US.
 */
void fw_time_write(const char *specifier, const struct fw_locale *locale,
                   const struct fw_zone *zone, double time_ms, struct fw_bytes *out);

/** The same into `arena`. */
const char *fw_time_text(struct fw_arena *arena, const struct fw_locale *locale,
                         const struct fw_zone *zone, const char *specifier, double time_ms);

/** What a specifier has wrong: the offset of its first unknown directive, or -1 when there is none.
 */
ptrdiff_t fw_time_specifier_fault(const char *specifier);

/**
 * Reads `text` by `specifier` (the same directives); what it does not give is 1900-01-01T00:00. NaN
 * when the text does not match as a whole. Without %Z it is in `zone`.
 */
double fw_time_parse(const char *specifier, const struct fw_locale *locale,
                     const struct fw_zone *zone, const char *text, size_t length);

/** Specifiers by the largest unit that a time is a start of; NULL: Vega's default for it. */
struct fw_time_parts {
    const char *year, *quarter, *month, *week, *date, *hours, *minutes, *seconds, *milliseconds;
};

/** Reads {"year": "%Y", "day": ..., ...}; not an object: all defaults. Texts are shared. */
struct fw_time_parts fw_time_parts_of(struct fw_value object);

/** The specifier for one time: ".%L", ":%S", "%I:%M", "%I %p", "%a %d", "%b %d", "%B" or "%Y". */
const char *fw_time_parts_find(const struct fw_time_parts *parts, const struct fw_zone *zone,
                               double time_ms);

#endif
