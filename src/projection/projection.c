/* Map projections: the registry, and what a specification makes of its members. */
#include "projection/projection.h"

#include <math.h>
#include <string.h>

#include "projection/type.h"

static const struct {
    const char *name;
    const struct fw_projection_type *type;
} types[] = {
#define FW_PROJECTION_ENTRY(id, name) { name, &fw_projection_##id },
    FW_PROJECTION_LIST(FW_PROJECTION_ENTRY)
#undef FW_PROJECTION_ENTRY
};

const char *const *fw_projection_names(size_t *count)
{
    static const char *const names[] = {
#define FW_PROJECTION_NAME(id, name) name,
        FW_PROJECTION_LIST(FW_PROJECTION_NAME)
#undef FW_PROJECTION_NAME
    };
    *count = FW_COUNT(names);
    return names;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool same_name(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

static const struct fw_projection_type *find_type(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (same_name(name, types[i].name)) {
            return types[i].type;
        }
    }
    return NULL;
}

bool fw_projection_known(const char *type)
{
    return find_type(type) != NULL;
}

/** Writes the type's default over each member that was not given. */
static void fill_defaults(struct fw_projection_spec *spec, const struct fw_projection_type *type)
{
    if (!spec->has_scale) {
        spec->scale = type->scale;
    }
    if (!spec->has_translate) { /* d3's, the middle of 960 x 500 */
        spec->translate[0] = type->planar ? 0 : 480;
        spec->translate[1] = type->planar ? 0 : 250;
    }
    if (!spec->has_center) {
        memcpy(spec->center, type->center, sizeof spec->center);
    }
    if (!spec->has_rotate) {
        memcpy(spec->rotate, type->rotate, sizeof type->rotate);
        spec->rotate[2] = 0;
    }
    if (!spec->has_parallels) {
        memcpy(spec->parallels, type->parallels, sizeof spec->parallels);
    }
    if (!spec->has_precision) {
        spec->precision = sqrt(0.5); /* d3: half a px, squared */
    }
    if (!spec->has_clip_angle) {
        spec->clip_angle = type->clip_angle;
    }
    if (!spec->has_point_radius) {
        spec->point_radius = 4.5;
    }
}

/** Center and rotation as the formula needs them: a transverse cylinder lies on its side. */
static void turn_cylinder(enum fw_cylinder cylinder, double center[2], double rotate[3])
{
    if (cylinder == FW_CYLINDER_TRANSVERSE) {
        double longitude = center[0];
        center[0] = -center[1];
        center[1] = longitude;
        rotate[2] += 90;
    }
}

/** Cuts the endless ends of a cylinder off, one turn from the middle, within the extent that was
 * asked for. */
static void cut_cylinder(struct fw_globe *globe, enum fw_cylinder cylinder)
{
    struct fw_point middle = fw_globe_place(globe, 0, 0);
    double turn = FW_PI * globe->scale;
    struct fw_box whole = { middle.x - turn, middle.y - turn, middle.x + turn, middle.y + turn };
    if (!globe->has_extent) {
        globe->has_extent = true;
        globe->extent = whole;
    } else if (cylinder == FW_CYLINDER_UPRIGHT) {
        globe->extent.x1 = fmax(whole.x1, globe->extent.x1);
        globe->extent.x2 = fmin(whole.x2, globe->extent.x2);
    } else {
        globe->extent.y1 = fmax(whole.y1, globe->extent.y1);
        globe->extent.y2 = fmin(whole.y2, globe->extent.y2);
    }
}

/** Builds one globe from a specification without gaps. */
static void build_globe(struct fw_globe *globe, const struct fw_projection_type *type,
                        const struct fw_projection_spec *spec)
{
    double center[2] = { spec->center[0], spec->center[1] };
    double rotate[3] = { spec->rotate[0], spec->rotate[1], spec->rotate[2] };
    *globe = (struct fw_globe){
        .scale = spec->scale,
        .dx = spec->translate[0],
        .dy = spec->translate[1],
        .sign_x = spec->reflect_x ? -1 : 1,
        .sign_y = spec->reflect_y ? -1 : 1,
        .clip_angle = spec->clip_angle * FW_RADIANS,
        .has_extent = spec->has_clip_extent,
        .extent = spec->clip_extent,
        .tolerance2 = spec->precision * spec->precision,
        .planar = type->planar,
    };
    if (type->planar) {
        return;
    }
    turn_cylinder(type->cylinder, center, rotate);
    globe->rotation = fw_rotation_from(rotate);
    const double parallels[2] = { spec->parallels[0] * FW_RADIANS,
                                  spec->parallels[1] * FW_RADIANS };
    type->prepare(&globe->raw, parallels);
    struct fw_point raw = globe->raw.forward(&globe->raw, fmod(center[0], 360) * FW_RADIANS,
                                             fmod(center[1], 360) * FW_RADIANS);
    globe->dx -= globe->scale * raw.x * globe->sign_x;
    globe->dy += globe->scale * raw.y * globe->sign_y;
    if (type->cylinder != FW_CYLINDER_NONE) {
        cut_cylinder(globe, type->cylinder);
    }
}

/** Builds one part of a composite. */
static void build_part(struct fw_globe *globe, const struct fw_projection_part *part,
                       const struct fw_projection_spec *whole)
{
    double k = whole->scale, x = whole->translate[0], y = whole->translate[1];
    struct fw_projection_spec spec = {
        .scale = k * part->scale,
        .translate = { x + part->dx * k, y + part->dy * k },
        .center = { part->center[0], part->center[1] },
        .rotate = { part->rotate[0], part->rotate[1], 0 },
        .parallels = { part->parallels[0], part->parallels[1] },
        .precision = whole->precision,
        .has_clip_extent = true,
        .clip_extent = { x + part->x1 * k + part->inset, y + part->y1 * k + part->inset,
                         x + part->x2 * k - part->inset, y + part->y2 * k - part->inset },
    };
    build_globe(globe, part->type, &spec);
}

static void build_globes(struct fw_projection *projection)
{
    const struct fw_projection_type *type = projection->type;
    if (type->parts == NULL) {
        projection->globe_count = 1;
        build_globe(&projection->globes[0], type, &projection->spec);
        return;
    }
    projection->globe_count = type->part_count;
    for (size_t i = 0; i < type->part_count; i++) {
        build_part(&projection->globes[i], &type->parts[i], &projection->spec);
    }
}

struct fw_projection *fw_projection_new(struct fw_arena *arena,
                                        const struct fw_projection_spec *spec)
{
    const struct fw_projection_type *type =
        spec->type == NULL ? &fw_projection_equal_earth : find_type(spec->type);
    if (type == NULL) {
        return NULL;
    }
    struct fw_projection *projection = FW_NEW(arena, struct fw_projection);
    projection->type = type;
    projection->spec = *spec;
    fill_defaults(&projection->spec, type);
    build_globes(projection);
    return projection;
}

void fw_projection_place(struct fw_projection *projection, double scale, double x, double y)
{
    projection->spec.scale = scale;
    projection->spec.translate[0] = x;
    projection->spec.translate[1] = y;
    build_globes(projection);
}

double fw_projection_scale(const struct fw_projection *projection)
{
    return projection->spec.scale;
}

struct fw_point fw_projection_translate(const struct fw_projection *projection)
{
    return (struct fw_point){ projection->spec.translate[0], projection->spec.translate[1] };
}

static bool box_holds(const struct fw_box *box, struct fw_point p)
{
    return box->x1 <= p.x && p.x <= box->x2 && box->y1 <= p.y && p.y <= box->y2;
}

bool fw_projection_apply(const struct fw_projection *projection, double longitude, double latitude,
                         double *x, double *y)
{
    for (size_t i = 0; i < projection->globe_count; i++) {
        const struct fw_globe *globe = &projection->globes[i];
        struct fw_point p = fw_globe_apply(globe, longitude, latitude);
        bool inside = projection->globe_count == 1 || box_holds(&globe->extent, p);
        if (inside && isfinite(p.x) && isfinite(p.y)) {
            *x = p.x;
            *y = p.y;
            return true;
        }
    }
    return false;
}

bool fw_projection_invert(const struct fw_projection *projection, double x, double y,
                          double *longitude, double *latitude)
{
    const struct fw_globe *globe = &projection->globes[0];
    for (size_t i = 1; i < projection->globe_count; i++) { /* the insets lie over the first part */
        if (box_holds(&projection->globes[i].extent, (struct fw_point){ x, y })) {
            globe = &projection->globes[i];
        }
    }
    struct fw_point p = fw_globe_invert(globe, x, y);
    if (!isfinite(p.x) || !isfinite(p.y)) {
        return false;
    }
    *longitude = p.x;
    *latitude = p.y;
    return true;
}
