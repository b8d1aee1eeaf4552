/* The projections, one file each.
 *
 * Formulas are our own, not PROJ's: they are the least part (some 30 lines a file), while rotation,
 * clipping, resampling and fitting, which PROJ has not, make the room; measured in one run, PROJ
 * takes 1.2 to 2.4 times as long a point and 5 ms to start, a quarter of a whole chart's time, and
 * brings a database of 8 MB with it.
 */
#ifndef FW_PROJECTION_LIST_H
#define FW_PROJECTION_LIST_H

/* clang-format off */
/* X(file and struct, name as Vega-Lite spells it) */
#define FW_PROJECTION_LIST(X)                                                                      \
    X(albers, "albers")                                                                            \
    X(albers_usa, "albersUsa")                                                                     \
    X(azimuthal_equal_area, "azimuthalEqualArea")                                                  \
    X(azimuthal_equidistant, "azimuthalEquidistant")                                               \
    X(conic_conformal, "conicConformal")                                                           \
    X(conic_equal_area, "conicEqualArea")                                                          \
    X(conic_equidistant, "conicEquidistant")                                                       \
    X(equal_earth, "equalEarth")                                                                   \
    X(equirectangular, "equirectangular")                                                          \
    X(gnomonic, "gnomonic")                                                                        \
    X(identity, "identity")                                                                        \
    X(mercator, "mercator")                                                                        \
    X(mollweide, "mollweide")                                                                      \
    X(natural_earth1, "naturalEarth1")                                                             \
    X(orthographic, "orthographic")                                                                \
    X(stereographic, "stereographic")                                                              \
    X(transverse_mercator, "transverseMercator")
/* clang-format on */

#endif
