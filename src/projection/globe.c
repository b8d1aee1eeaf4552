/* One part of a projection: a rotation of the sphere, a raw formula, a place in the plane. */
#include "projection/globe.h"

/** A longitude brought back to -pi..pi. */
static double wrapped(double lambda)
{
    return fabs(lambda) > FW_PI ? lambda - floor(lambda / FW_TAU + 0.5) * FW_TAU : lambda;
}

struct fw_rotation fw_rotation_from(const double rotate_deg[3])
{
    double phi = fmod(rotate_deg[1], 360) * FW_RADIANS,
           gamma = fmod(rotate_deg[2], 360) * FW_RADIANS;
    return (struct fw_rotation){ fmod(rotate_deg[0], 360) * FW_RADIANS,
                                 phi != 0 || gamma != 0,
                                 cos(phi),
                                 sin(phi),
                                 cos(gamma),
                                 sin(gamma) };
}

struct fw_point fw_rotation_apply(const struct fw_rotation *r, double lambda, double phi)
{
    lambda = wrapped(lambda + r->lambda);
    if (!r->tilted) {
        return (struct fw_point){ lambda, phi };
    }
    struct fw_vector v = fw_vector_from(lambda, phi);
    double k = v.z * r->cos_phi + v.x * r->sin_phi;
    return (struct fw_point){
        atan2(v.y * r->cos_gamma - k * r->sin_gamma, v.x * r->cos_phi - v.z * r->sin_phi),
        fw_asin(k * r->cos_gamma + v.y * r->sin_gamma),
    };
}

struct fw_point fw_rotation_invert(const struct fw_rotation *r, double lambda, double phi)
{
    struct fw_point p = { lambda, phi };
    if (r->tilted) {
        struct fw_vector v = fw_vector_from(lambda, phi);
        double k = v.z * r->cos_gamma - v.y * r->sin_gamma;
        p.x = atan2(v.y * r->cos_gamma + v.z * r->sin_gamma, v.x * r->cos_phi + k * r->sin_phi);
        p.y = fw_asin(k * r->cos_phi - v.x * r->sin_phi);
    }
    p.x = wrapped(p.x - r->lambda);
    return p;
}

struct fw_point fw_globe_place(const struct fw_globe *globe, double lambda, double phi)
{
    struct fw_point p = globe->raw.forward(&globe->raw, lambda, phi);
    return (struct fw_point){ globe->dx + globe->scale * p.x * globe->sign_x,
                              globe->dy - globe->scale * p.y * globe->sign_y };
}

struct fw_point fw_globe_apply(const struct fw_globe *globe, double longitude, double latitude)
{
    if (globe->planar) {
        return (struct fw_point){ longitude * globe->scale * globe->sign_x + globe->dx,
                                  latitude * globe->scale * globe->sign_y + globe->dy };
    }
    struct fw_point p =
        fw_rotation_apply(&globe->rotation, longitude * FW_RADIANS, latitude * FW_RADIANS);
    return fw_globe_place(globe, p.x, p.y);
}

struct fw_point fw_globe_invert(const struct fw_globe *globe, double x, double y)
{
    x = (x - globe->dx) / globe->scale * globe->sign_x;
    y = (y - globe->dy) / globe->scale * globe->sign_y;
    if (globe->planar) {
        return (struct fw_point){ x, y };
    }
    struct fw_point p = globe->raw.back(&globe->raw, x, -y);
    p = fw_rotation_invert(&globe->rotation, p.x, p.y);
    return (struct fw_point){ p.x / FW_RADIANS, p.y / FW_RADIANS };
}
