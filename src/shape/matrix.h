/* Affine maps of the plane. */
#ifndef FW_SHAPE_MATRIX_H
#define FW_SHAPE_MATRIX_H

#include "shape/box.h"

/** x' = a x + c y + e, y' = b x + d y + f: the order of SVG's matrix(a b c d e f). */
struct fw_matrix {
    double a, b, c, d, e, f;
};

struct fw_matrix fw_matrix_translation(double x, double y);
struct fw_matrix fw_matrix_scaling(double x, double y);

/** Turns clockwise (y grows downwards) by `angle` radians about the origin. */
struct fw_matrix fw_matrix_rotation(double angle);

/** The map that does `first` and then `second`. */
struct fw_matrix fw_matrix_then(struct fw_matrix first, struct fw_matrix second);

/** The inverse map; false, with `inverse` unchanged, where `matrix` flattens the plane. */
bool fw_matrix_invert(struct fw_matrix matrix, struct fw_matrix *inverse);

struct fw_point fw_matrix_apply(struct fw_matrix matrix, double x, double y);

#endif
