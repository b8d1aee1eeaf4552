/* Titles of views. Source: Vega-Lite, Model.assembleTitle and title.ts. */
#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "explain/guides.h"
#include "mark/style.h"

/* {"text": ..., ...}, whatever way it was written. */
static struct fw_value title_object(const struct fw_view *view)
{
    struct fw_value title = fw_get(view->spec, "title");
    if (title.kind == FW_STRING || title.kind == FW_ARRAY || fw_has(title, "expr")) {
        return fw_with(view->chart->make, fw_undefined(), "text", title);
    }
    return title;
}

static struct fw_value title_prop(const struct fw_view *view, struct fw_value title,
                                  const char *name)
{
    struct fw_value value = fw_get(title, name);
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_style(&view->chart->config, fw_get(title, "style"), name);
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(&view->chart->config, "title", name);
    }
    return fw_view_eval(view, value);
}

static void set_number(struct fw_value value, double *into)
{
    *into = value.kind == FW_NUMBER ? value.number : *into;
}

/* color, font, fontSize, ... with or without the prefix "subtitle", over a config style. */
static void set_look(const struct fw_view *view, struct fw_value title, const char *const names[7],
                     const char *style, struct fw_guide_text *text)
{
    static const char *const marks[7] = { "fill",      "font",       "fontSize", "fontWeight",
                                          "fontStyle", "lineHeight", "limit" };
    struct fw_value values[7];
    for (size_t i = 0; i < 7; i++) {
        values[i] = title_prop(view, title, names[i]);
        if (values[i].kind == FW_UNDEFINED) {
            values[i] = fw_config_style_named(&view->chart->config, style, marks[i]);
        }
    }
    if (values[0].kind != FW_UNDEFINED) {
        text->fill = fw_paint_of(view->chart->make.arena, values[0]);
    }
    text->family = values[1].kind == FW_STRING ? values[1].string->text : text->family;
    set_number(values[2], &text->size);
    text->weight = values[3].kind != FW_UNDEFINED ? fw_weight_of(values[3]) : text->weight;
    text->italic = fw_is_text(values[4], "italic") || fw_is_text(values[4], "oblique");
    set_number(values[5], &text->line_height);
    set_number(values[6], &text->limit);
}

bool fw_title_resolve(const struct fw_view *view, struct fw_title_spec *spec)
{
    static const char *const names[7] = { "color",     "font",       "fontSize", "fontWeight",
                                          "fontStyle", "lineHeight", "limit" };
    static const char *const sub_names[7] = { "subtitleColor",
                                              "subtitleFont",
                                              "subtitleFontSize",
                                              "subtitleFontWeight",
                                              "subtitleFontStyle",
                                              "subtitleLineHeight",
                                              "limit" };
    struct fw_maker make = view->chart->make;
    struct fw_value title = title_object(view);
    *spec = fw_title_spec_default();
    spec->text = fw_title_text(make, fw_view_eval(view, fw_get(title, "text")));
    spec->subtitle = fw_title_text(make, fw_view_eval(view, fw_get(title, "subtitle")));
    if (spec->text == NULL) {
        return false;
    }
    const char *anchor = fw_text_of(title_prop(view, title, "anchor"));
    const char *orient = fw_text_of(title_prop(view, title, "orient"));
    const char *frame = fw_text_of(title_prop(view, title, "frame"));
    bool single = view->kind == FW_VIEW_UNIT || view->kind == FW_VIEW_LAYER;
    if (anchor == NULL && !single) {
        anchor = "start"; /* over several views the middle looks lost */
    }
    bool middle = anchor == NULL || strcmp(anchor, "middle") == 0;
    spec->frame_group = frame != NULL ? strcmp(frame, "group") == 0 : single && middle;
    if (anchor != NULL) {
        fw_anchor_parse(anchor, &spec->anchor);
    }
    if (orient != NULL) {
        fw_orient_parse(orient, &spec->orient);
    }
    set_number(title_prop(view, title, "offset"), &spec->offset);
    set_number(title_prop(view, title, "subtitlePadding"), &spec->subtitle_padding);
    set_number(title_prop(view, title, "dx"), &spec->dx);
    set_number(title_prop(view, title, "dy"), &spec->dy);
    set_number(title_prop(view, title, "angle"), &spec->angle);
    spec->align.given =
        fw_align_word(fw_text_of(title_prop(view, title, "align")), &spec->align.align);
    spec->baseline.given =
        fw_baseline_word(fw_text_of(title_prop(view, title, "baseline")), &spec->baseline.baseline);
    set_look(view, title, names, "group-title", &spec->title_text);
    set_look(view, title, sub_names, "group-subtitle", &spec->subtitle_text);
    return true;
}
