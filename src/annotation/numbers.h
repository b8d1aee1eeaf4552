/* Computed numbers of annotations as text: in the locale, by the annotation's format. */
#ifndef FW_ANNOTATION_NUMBERS_H
#define FW_ANNOTATION_NUMBERS_H

#include "annotation/annotation.h"

/**
 * A number by the words' format; without one with thousands apart and as many decimals as make
 * three digits that count, so that what was computed does not pretend to be exact.
 */
const char *fw_annotation_plain(const struct fw_annotation_words *words, double number);

/**
 * The same of a difference, with its sign and up to four digits that count. Where the format writes
 * shares as percentages the difference is in percentage points, and says so.
 */
const char *fw_annotation_signed(const struct fw_annotation_words *words, double number);

/** A ratio as a percentage with its sign, one decimal below 10 %. */
const char *fw_annotation_percent(const struct fw_annotation_words *words, double ratio);

/** "Mean", "Median", "Highest", ...: how an aggregate is called in a text. */
const char *fw_annotation_op_name(const struct fw_annotation_words *words, const char *op);

/**
 * How many `unit`s ("year", "quarter", "month") lie between two values of a scale: times by the
 * calendar; numbers and texts that begin with a year ("2011/12") by their years. NaN where that
 * cannot be said.
 */
double fw_annotation_periods(const struct fw_annotation_words *words, struct fw_value from,
                             struct fw_value to, const char *unit);

#endif
