/* Opens font files for HarfBuzz, shapes lines with them, and lays them out with Pango. */
#include "text/face.h"

#include <hb-ot.h>
#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "base/thread.h"

/* Letters stay letters: a ligature would be one glyph where a reader selects two characters. */
static const char *const features_off[] = { "liga=0", "clig=0" };

/* The largest font size in px that Pango is given: its units, 1024 to the px, are ints. */
static const double LARGEST = 10000;

bool fw_face_open(struct fw_face *face)
{
    if (face->font != NULL) {
        return face->units_per_em > 0;
    }
    hb_blob_t *blob = hb_blob_create_from_file(face->info.file);
    face->face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->font = hb_font_create(face->face);
    bool is_font = hb_face_get_glyph_count(face->face) > 0;
    face->units_per_em = is_font ? hb_face_get_upem(face->face) : 0;
    return is_font;
}

void fw_face_close(struct fw_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    face->font = NULL;
    face->face = NULL;
    face->units_per_em = 0;
}

/* The bytes of a character at `text` that no font shows: a control character or a line separator.
 */
static size_t control_length(const char *text, const char *end)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x20 || at[0] == 0x7f) {
        return 1;
    }
    if (at[0] == 0xc2 && end - text >= 2 && at[1] < 0xa0) {
        return 2; /* U+0080 to U+009F */
    }
    bool separator = at[0] == 0xe2 && end - text >= 3 && at[1] == 0x80;
    return separator && (at[2] == 0xa8 || at[2] == 0xa9) ? 3 : 0; /* U+2028, U+2029 */
}

const char *fw_line_clean(struct fw_fonts *fonts, const char *text, size_t *length)
{
    const char *end = text + *length;
    const char *at = text;
    while (at < end && control_length(at, end) == 0) {
        at++;
    }
    if (at == end) {
        return text;
    }
    fonts->line.length = 0;
    fw_bytes_reserve(&fonts->line, *length);
    for (at = text; at < end;) {
        size_t control = control_length(at, end);
        fw_bytes_put(&fonts->line, control > 0 ? ' ' : *at);
        at += control > 0 ? control : 1;
    }
    *length = fonts->line.length;
    return fonts->line.data;
}

hb_buffer_t *fw_face_shape(struct fw_fonts *fonts, const struct fw_face *face, const char *text,
                           size_t length)
{
    hb_feature_t features[FW_COUNT(features_off)];
    for (size_t i = 0; i < FW_COUNT(features_off); i++) {
        hb_feature_from_string(features_off[i], -1, &features[i]);
    }
    if (fonts->buffer == NULL) {
        fonts->buffer = hb_buffer_create();
    }
    hb_buffer_t *buffer = fonts->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text, (int)length, 0, (int)length);
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1)); /* not the locale's */
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->font, buffer, features, FW_COUNT(features));
    return buffer;
}

/* A Fontconfig configuration of exactly these fonts. */
static FcConfig *private_config(const struct fw_fonts *fonts)
{
    FcConfig *config = FcConfigCreate();
    for (size_t i = 0; config != NULL && i < fonts->count; i++) {
        FcConfigAppFontAddFile(config, (const FcChar8 *)fonts->faces[i].info.file);
    }
    return config;
}

static PangoContext *create_context(const struct fw_fonts *fonts)
{
    FcConfig *config = private_config(fonts);
    if (config == NULL) {
        fw_out_of_memory();
    }
    fw_lock(FW_LOCK_FONTS);
    FcConfigSetCurrent(config); /* before Pango starts, see fonts.h */
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config); /* the map has its own reference */
    fw_unlock(FW_LOCK_FONTS);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 96.0);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);

    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return context;
}

void fw_fonts_close_context(struct fw_fonts *fonts)
{
    if (fonts->context == NULL) {
        return;
    }
    PangoFontMap *map = pango_context_get_font_map(fonts->context);
    pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(map)); /* its fonts and it hold each other */
    g_object_unref(fonts->context);
    fonts->context = NULL;
}

/* The description that makes Fontconfig choose exactly this face, at `size` px. */
static PangoFontDescription *describe(const struct fw_face *face, double size)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, face->info.family);
    pango_font_description_set_weight(description, (PangoWeight)face->info.weight);
    pango_font_description_set_style(description,
                                     face->info.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, fmin(size, LARGEST) * PANGO_SCALE);
    return description;
}

static PangoAttrList *features_attribute(void)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
    return attributes;
}

PangoLayout *fw_fonts_layout(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                             size_t length)
{
    if (fonts->context == NULL) {
        fonts->context = create_context(fonts);
    }
    PangoLayout *layout = pango_layout_new(fonts->context);
    PangoFontDescription *description = describe(fw_face_find(fonts, font), font->size);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    PangoAttrList *attributes = features_attribute();
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_text(layout, text, (int)length);
    return layout;
}
