/* PNG files compared pixel by pixel; for tests of what is drawn. */
#ifndef FW_TESTS_PICTURE_H
#define FW_TESTS_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

/** What two pictures may differ by and still be called alike. */
struct picture_tolerance {
    int channel;  /* of 255: a pixel differs when a channel is further off */
    double share; /* of the pixels: how many may differ */
};

/** How they do differ. */
struct picture_difference {
    bool read; /* both files are pictures */
    bool same_size;
    int most;     /* of 255: the channel that is furthest off */
    double share; /* of the pixels, beyond the tolerance */
    bool alike;
};

/**
 * Compares two PNG files. Where they are not alike and of one size, writes expected, actual and
 * where they differ (red on white) beside each other into the PNG file `shown`; NULL: nothing is
 * written.
 */
struct picture_difference picture_compare(const char *expected, const char *actual,
                                          struct picture_tolerance tolerance, const char *shown);

#endif
