/* What a view has for its readers: one mark that matters, its fields, and its rows as items. */
#ifndef FW_DESCRIBE_GIST_H
#define FW_DESCRIBE_GIST_H

#include "view/view.h"

/** A field that a reader sees. `def` NULL: the view has none of the kind. */
struct fw_gist_field {
    const struct fw_channel_def *def;
    enum fw_channel channel;
    const char *column; /* in the tables */
    const char *title;  /* of the guide, else of the data's own description; NULL: nobody says */
    const char *unit;   /* "percent of victims", from a datapackage; NULL: none */
    bool shown;         /* an axis, a legend or a header names its values */
};

/** One value that is drawn. */
struct fw_item {
    const char *category; /* along the dimension; NULL: there is none */
    const char *series;   /* within the category; NULL: there is none */
    double place;         /* px along the axis of the dimension; NaN: it has none */
    double at;            /* the category as a number or time; NaN: it is neither */
    double value;         /* NaN: nothing is measured */
    double value2;        /* the other end of a range; NaN: none */
    const char *wording;  /* the label that the chart puts beside it; NULL: none */
};

enum { FW_GIST_UNITS = 32 };

/** A unit, or the layers of one view; of a facet all of its cells together. */
struct fw_gist {
    const struct fw_view *unit;                 /* the one that matters most */
    const struct fw_view *units[FW_GIST_UNITS]; /* [unit_count], all of them */
    size_t unit_count;
    struct fw_gist_field measure, measure2; /* what is measured; the end of ranges */
    struct fw_gist_field dimension, series; /* what it is measured of */
    struct fw_item *items;                  /* [item_count], in the order of the data */
    size_t item_count;
    size_t panel_count; /* cells of a facet; 0: no facet */
    const char *panel_title;
};

/** Reads a unit, a layer or a facet of those. */
struct fw_gist fw_gist_of(const struct fw_view *view);

/* fields.c */

/** Finds the measure, the dimension and the series of gist->unit. */
void fw_gist_fields(struct fw_gist *gist);

/** The channel that says how much: of two positions the one along which the mark extends;
 * FW_CHANNEL_NONE: the unit measures nothing. */
enum fw_channel fw_measure_channel(const struct fw_view *unit);

/** A field's title by its guide or by the data's own description; NULL: nobody says. */
const char *fw_field_title(const struct fw_view *unit, const struct fw_channel_def *def);

/* wording.c */

/** The label that a text layer puts at the place of a row: "almost 15%" says more than 14.9; NULL:
 * none. A name that it begins with is left out, and noted as
 * shown. */
const char *fw_wording_of(struct fw_gist *gist, const struct fw_view *unit, size_t row,
                          const struct fw_item *item, const struct fw_view *text);

/** Whether the mark of the unit that matters is one of `names`, words with a space around each. */
bool fw_gist_is(const struct fw_gist *gist, const char *names);

#endif
