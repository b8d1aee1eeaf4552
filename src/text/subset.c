/* Cuts fonts down with HarfBuzz. */
#include "text/subset.h"

#include <hb-subset.h>

#include "base/utf8.h"
#include "text/face.h"

struct fw_subset {
    struct fw_fonts *fonts;
    hb_set_t **characters; /* [fonts->count] */
    struct fw_arena *arena;
};

struct fw_subset *fw_subset_create(struct fw_fonts *fonts)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_subset *subset = FW_NEW(arena, struct fw_subset);
    *subset = (struct fw_subset){ fonts, FW_NEW_ARRAY(arena, fonts->count, hb_set_t *), arena };
    for (size_t i = 0; i < fonts->count; i++) {
        subset->characters[i] = hb_set_create();
    }
    return subset;
}

void fw_subset_destroy(struct fw_subset *subset)
{
    if (subset == NULL) {
        return;
    }
    for (size_t i = 0; i < subset->fonts->count; i++) {
        hb_set_destroy(subset->characters[i]);
    }
    fw_arena_destroy(subset->arena);
}

void fw_subset_add(struct fw_subset *subset, const struct fw_font *font, const char *text,
                   size_t length)
{
    hb_set_t *characters = subset->characters[fw_face_find(subset->fonts, font)->index];
    for (const char *at = text, *end = text + length; at < end;) {
        hb_set_add(characters, fw_utf8_next(at, end, &at));
    }
}

bool fw_subset_uses(const struct fw_subset *subset, size_t index)
{
    return !hb_set_is_empty(subset->characters[index]);
}

bool fw_subset_next(const struct fw_subset *subset, size_t index, uint32_t *first, uint32_t *last)
{
    hb_codepoint_t from = HB_SET_VALUE_INVALID, to = *last;
    bool any = hb_set_next_range(subset->characters[index], &from, &to);
    *first = from;
    *last = to;
    return any;
}

/* What shapes a line by default; the rest of a font's features is never turned on. */
static void keep_features(hb_subset_input_t *input)
{
    static const hb_tag_t features[] = {
        HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('k', 'e', 'r', 'n'),
        HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'),
    };
    hb_set_t *kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(kept);
    for (size_t i = 0; i < FW_COUNT(features); i++) {
        hb_set_add(kept, features[i]);
    }
}

bool fw_subset_write(const struct fw_subset *subset, size_t index, struct fw_bytes *file)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL) {
        fw_out_of_memory();
    }
    hb_set_union(hb_subset_input_unicode_set(input), subset->characters[index]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    keep_features(input);
    hb_face_t *cut = hb_subset_or_fail(subset->fonts->faces[index].face, input);
    hb_subset_input_destroy(input);
    if (cut == NULL) {
        return false;
    }
    hb_blob_t *blob = hb_face_reference_blob(cut);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    fw_bytes_append(file, data, length);
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return length > 0;
}
