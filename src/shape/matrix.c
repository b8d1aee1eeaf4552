/* Affine maps of the plane. */
#include "shape/matrix.h"

#include <math.h>

struct fw_matrix fw_matrix_translation(double x, double y)
{
    return (struct fw_matrix){ 1, 0, 0, 1, x, y };
}

struct fw_matrix fw_matrix_scaling(double x, double y)
{
    return (struct fw_matrix){ x, 0, 0, y, 0, 0 };
}

struct fw_matrix fw_matrix_rotation(double angle)
{
    double c = cos(angle), s = sin(angle);
    return (struct fw_matrix){ c, s, -s, c, 0, 0 };
}

struct fw_matrix fw_matrix_then(struct fw_matrix first, struct fw_matrix second)
{
    return (struct fw_matrix){
        second.a * first.a + second.c * first.b,
        second.b * first.a + second.d * first.b,
        second.a * first.c + second.c * first.d,
        second.b * first.c + second.d * first.d,
        second.a * first.e + second.c * first.f + second.e,
        second.b * first.e + second.d * first.f + second.f,
    };
}

bool fw_matrix_invert(struct fw_matrix matrix, struct fw_matrix *inverse)
{
    double determinant = matrix.a * matrix.d - matrix.b * matrix.c;
    if (determinant == 0 || !isfinite(1 / determinant)) {
        return false;
    }
    double a = matrix.d / determinant, b = -matrix.b / determinant;
    double c = -matrix.c / determinant, d = matrix.a / determinant;
    *inverse = (struct fw_matrix){
        a, b, c, d, -(a * matrix.e + c * matrix.f), -(b * matrix.e + d * matrix.f)
    };
    return true;
}

struct fw_point fw_matrix_apply(struct fw_matrix matrix, double x, double y)
{
    return (struct fw_point){ matrix.a * x + matrix.c * y + matrix.e,
                              matrix.b * x + matrix.d * y + matrix.f };
}
