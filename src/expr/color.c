/* Expression functions of color: objects with channels, and how colors contrast. */
#include "expr/color.h"

#include <math.h>

#include "color/contrast.h"
#include "color/space.h"
#include "expr/function.h"

/* The spaces: the names of their channels, and the way from and to sRGB. */
struct space {
    const char *channels[3];
    void (*take_apart)(struct fw_color color, double channels[3]);
    struct fw_color (*put_together)(const double channels[3], double opacity);
};

static void rgb_apart(struct fw_color color, double channels[3])
{
    channels[0] = color.r;
    channels[1] = color.g;
    channels[2] = color.b;
}

static struct fw_color rgb_together(const double channels[3], double opacity)
{
    return (struct fw_color){ channels[0], channels[1], channels[2], opacity };
}

static void hsl_apart(struct fw_color color, double channels[3])
{
    struct fw_hsl hsl = fw_hsl_from(color);
    channels[0] = hsl.h;
    channels[1] = hsl.s;
    channels[2] = hsl.l;
}

static struct fw_color hsl_together(const double channels[3], double opacity)
{
    return fw_hsl_color((struct fw_hsl){ channels[0], channels[1], channels[2], opacity });
}

static void lab_apart(struct fw_color color, double channels[3])
{
    struct fw_lab lab = fw_lab_from(color);
    channels[0] = lab.l;
    channels[1] = lab.a;
    channels[2] = lab.b;
}

static struct fw_color lab_together(const double channels[3], double opacity)
{
    return fw_lab_color((struct fw_lab){ channels[0], channels[1], channels[2], opacity });
}

static void hcl_apart(struct fw_color color, double channels[3])
{
    struct fw_hcl hcl = fw_hcl_from(color);
    channels[0] = hcl.h;
    channels[1] = hcl.c;
    channels[2] = hcl.l;
}

static struct fw_color hcl_together(const double channels[3], double opacity)
{
    return fw_hcl_color((struct fw_hcl){ channels[0], channels[1], channels[2], opacity });
}

static const struct space rgb_space = { { "r", "g", "b" }, rgb_apart, rgb_together };
static const struct space hsl_space = { { "h", "s", "l" }, hsl_apart, hsl_together };
static const struct space lab_space = { { "l", "a", "b" }, lab_apart, lab_together };
static const struct space hcl_space = { { "h", "c", "l" }, hcl_apart, hcl_together };
static const struct space *const spaces[] = { &rgb_space, &hsl_space, &lab_space, &hcl_space };

/* The space whose members an object has, in their order and with the opacity, or NULL. */
static const struct space *space_of(struct fw_value value)
{
    if (value.kind != FW_OBJECT || value.object->count != 4 ||
        !fw_str_is(value.object->keys[3], "opacity")) {
        return NULL;
    }
    for (size_t i = 0; i < FW_COUNT(spaces); i++) {
        size_t same = 0;
        while (same < 3 && fw_str_is(value.object->keys[same], spaces[i]->channels[same])) {
            same++;
        }
        if (same == 3) {
            return spaces[i];
        }
    }
    return NULL;
}

bool fw_expr_color_find(struct fw_value value, struct fw_color *color)
{
    const struct space *space = space_of(value);
    if (space == NULL) {
        return false;
    }
    double channels[3];
    for (size_t i = 0; i < 3; i++) {
        channels[i] = fw_to_number(value.object->values[i]);
    }
    *color = space->put_together(channels, fw_to_number(value.object->values[3]));
    return true;
}

bool fw_expr_color_text(struct fw_value value, char text[FW_COLOR_ROOM])
{
    struct fw_color color;
    if (!fw_expr_color_find(value, &color)) {
        return false;
    }
    color.a = isnan(color.a) ? 1 : color.a;
    fw_color_text(color, text);
    return true;
}

static struct fw_value plain(const struct fw_expr_env *env, struct fw_value value)
{
    char text[FW_COLOR_ROOM];
    return fw_expr_color_text(value, text) ? fw_string(fw_intern_text(env->strings, text)) : value;
}

struct fw_value fw_expr_color_plain(const struct fw_expr_env *env, struct fw_value value)
{
    if (value.kind == FW_OBJECT) {
        return plain(env, value);
    }
    if (value.kind != FW_ARRAY) {
        return value;
    }
    bool any = false;
    for (size_t i = 0; i < value.array->count; i++) {
        any = any || space_of(value.array->items[i]) != NULL;
    }
    if (!any) {
        return value;
    }
    struct fw_value array = fw_array_value(env->arena, value.array->items, value.array->count);
    for (size_t i = 0; i < array.array->count; i++) {
        array.array->items[i] = plain(env, array.array->items[i]);
    }
    return array;
}

/* A color given as an object or a text; what is none has channels that are NaN. */
static struct fw_color color_at(const struct fw_call *call, size_t index)
{
    struct fw_value value = fw_arg(call, index);
    struct fw_color color = { NAN, NAN, NAN, NAN };
    if (!fw_expr_color_find(value, &color) && value.kind == FW_STRING) {
        fw_color_parse(value.string->text, value.string->length, &color);
    }
    return color;
}

/* (color), or (channel, channel, channel, opacity) */
static struct fw_value make(const struct fw_call *call, const struct space *space)
{
    double channels[3], opacity;
    if (call->count == 1) {
        struct fw_color color = color_at(call, 0);
        space->take_apart(color, channels);
        opacity = color.a;
    } else {
        for (size_t i = 0; i < 3; i++) {
            channels[i] = fw_arg_number(call, i);
        }
        opacity = fw_is_nil(fw_arg(call, 3)) ? 1 : fw_arg_number(call, 3);
    }
    struct fw_object *object = FW_NEW(call->env->arena, struct fw_object);
    object->count = 4;
    object->keys = FW_NEW_ARRAY(call->env->arena, 4, fw_str);
    object->values = FW_NEW_ARRAY(call->env->arena, 4, struct fw_value);
    for (size_t i = 0; i < 4; i++) {
        object->keys[i] =
            fw_intern_text(call->env->strings, i < 3 ? space->channels[i] : "opacity");
        object->values[i] = fw_js_make_number(i < 3 ? channels[i] : opacity);
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

static struct fw_value call_rgb(const struct fw_call *call)
{
    return make(call, &rgb_space);
}

static struct fw_value call_hsl(const struct fw_call *call)
{
    return make(call, &hsl_space);
}

static struct fw_value call_lab(const struct fw_call *call)
{
    return make(call, &lab_space);
}

static struct fw_value call_hcl(const struct fw_call *call)
{
    return make(call, &hcl_space);
}

static struct fw_value call_luminance(const struct fw_call *call)
{
    return fw_js_make_number(fw_color_luminance(color_at(call, 0)));
}

static struct fw_value call_contrast(const struct fw_call *call)
{
    return fw_js_make_number(fw_color_contrast(color_at(call, 0), color_at(call, 1)));
}

static const struct fw_expr_function functions[] = {
    { .name = "contrast", .call = call_contrast, .flags = FW_EXPR_PURE },
    { .name = "hcl", .call = call_hcl, .flags = FW_EXPR_PURE },
    { .name = "hsl", .call = call_hsl, .flags = FW_EXPR_PURE },
    { .name = "lab", .call = call_lab, .flags = FW_EXPR_PURE },
    { .name = "luminance", .call = call_luminance, .flags = FW_EXPR_PURE },
    { .name = "rgb", .call = call_rgb, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_color_functions = { functions, FW_COUNT(functions) };
