/* The room that the labels of an axis need. */
#include <math.h>
#include <string.h>

#include "guide/axis.h"
#include "guide/axis_tick.h"

static double width_of(const struct fw_guide_env *env, const struct fw_guide_text *look,
                       const char *text, size_t length)
{
    struct fw_font font = { look->family, look->size, look->weight, look->italic };
    return fw_text_width(env->fonts, &font, text, length);
}

static double widest_word(const struct fw_guide_env *env, const struct fw_guide_text *look,
                          const char *text)
{
    double widest = 0;
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, " \n");
        widest = fmax(widest, width_of(env, look, at, length));
        at += length + (at[length] != '\0');
    }
    return widest;
}

struct fw_axis_need fw_axis_labels_need(const struct fw_guide_env *env,
                                        const struct fw_axis_spec *spec)
{
    struct fw_axis_need need = { .ordered = true };
    struct fw_axis_ticks ticks = fw_axis_ticks_make(env, spec);
    for (size_t i = 0; i < ticks.count; i++) {
        const struct fw_axis_tick *tick = &ticks.ticks[i];
        enum fw_kind kind = tick->value.kind;
        bool digit = tick->label->text[0] >= '0' && tick->label->text[0] <= '9';
        need.ordered = need.ordered && (kind == FW_NUMBER || kind == FW_TIME || digit);
        if (isnan(ticks.label_at[i]) || tick->label->text[0] == '\0') {
            continue;
        }
        struct fw_guide_text look = tick->text;
        struct fw_text text = fw_guide_text_place(env, &look, tick->label->text, 0, 0, 0);
        double width, height;
        fw_text_extent(env->fonts, &text, &width, &height);
        need.height = fmax(need.height, height);
        need.word = fmax(need.word, widest_word(env, &look, tick->label->text));
        look.wrap = look.limit = 0;
        text = fw_guide_text_place(env, &look, tick->label->text, 0, 0, 0);
        fw_text_extent(env->fonts, &text, &width, &height);
        need.label = fmax(need.label, width);
    }
    return need;
}
