/* usermeta.figwright, decoded. */
#include "view/usermeta.h"

#include <string.h>

#include "base/decimal.h"

static const char *text_at(struct fw_node node)
{
    fw_str text = fw_node_string(node, NULL);
    return text == NULL ? NULL : text->text;
}

static const char *text_in(struct fw_node object, const char *key)
{
    return text_at(fw_node_member(object, key));
}

/* A figure's number may be one: 3 is "3". */
static const char *number_text(struct fw_arena *arena, struct fw_node node)
{
    if (!fw_node_there(node) || fw_node_kind(node) != FW_JSON_NUMBER) {
        return text_at(node);
    }
    char digits[FW_DECIMAL_ROOM];
    size_t length = fw_decimal_text(fw_node_number(node, 0), digits);
    return fw_arena_text(arena, digits, length);
}

static void add_line(struct fw_usermeta_lines *lines, const char **texts, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    if (strcmp(text, "auto") == 0) {
        lines->automatic = true;
        lines->automatic_at = lines->count;
    } else if (strcmp(text, "none") == 0) {
        lines->none = true;
    } else {
        texts[lines->count++] = text;
    }
}

static struct fw_usermeta_lines read_lines(struct fw_arena *arena, struct fw_node node)
{
    struct fw_usermeta_lines lines = { .at = node, .automatic = !fw_node_there(node) };
    size_t room = fw_node_count(node) + 1;
    const char **texts = fw_arena_array(arena, room, sizeof *texts);
    lines.texts = texts;
    add_line(&lines, texts, text_at(node));
    for (struct fw_node item = fw_node_first(node); fw_node_there(item);
         item = fw_node_next(item)) {
        add_line(&lines, texts, text_at(item));
    }
    return lines;
}

static struct fw_usermeta_length read_length(struct fw_node node)
{
    struct fw_usermeta_length length = { .at = node };
    const char *text = text_at(node);
    if (text == NULL || !fw_length_parse(text, &length.px, &length.unit)) {
        length.px = fw_node_number(node, 0);
    }
    return length;
}

static void read_size(struct fw_usermeta *meta)
{
    meta->width = read_length(fw_node_member(meta->at, "outerWidth"));
    meta->height = read_length(fw_node_member(meta->at, "outerHeight"));
    struct fw_node at = fw_node_member(meta->at, "outerSize");
    const char *name = text_at(at);
    const struct fw_named_size *size = name == NULL ? NULL : fw_named_size_find(name);
    if (size != NULL && !fw_node_there(meta->width.at)) {
        meta->width = (struct fw_usermeta_length){ size->width, size->unit, at };
    }
    if (size != NULL && !fw_node_there(meta->height.at)) {
        meta->height = (struct fw_usermeta_length){ size->height, size->unit, at };
    }
}

static void read_logo(struct fw_usermeta *meta)
{
    struct fw_node node = fw_node_member(meta->at, "logo");
    struct fw_node file = fw_node_member(node, "file");
    meta->logo_at = fw_node_there(file) ? file : node;
    meta->logo = text_at(meta->logo_at);
    meta->logo_alt = text_in(node, "alt");
    meta->logo_width = read_length(fw_node_member(node, "width"));
}

static void read_footnotes(struct fw_arena *arena, struct fw_usermeta *meta)
{
    struct fw_node list = fw_node_member(meta->at, "footnotes");
    size_t room = fw_node_count(list);
    meta->footnotes = FW_NEW_ARRAY(arena, room, struct fw_usermeta_footnote);
    for (struct fw_node item = fw_node_first(list); fw_node_there(item);
         item = fw_node_next(item)) {
        struct fw_usermeta_footnote note = { text_in(item, "on"), text_in(item, "text"), item };
        if (note.on != NULL && note.text != NULL) {
            meta->footnotes[meta->footnote_count++] = note;
        }
    }
}

static void read_ignores(struct fw_arena *arena, struct fw_usermeta *meta)
{
    struct fw_node list = fw_node_member(fw_node_member(meta->at, "lint"), "ignore");
    size_t room = fw_node_count(list);
    meta->ignores = FW_NEW_ARRAY(arena, room, struct fw_usermeta_ignore);
    for (struct fw_node item = fw_node_first(list); fw_node_there(item);
         item = fw_node_next(item)) {
        struct fw_usermeta_ignore ignore = { text_in(item, "id"), text_in(item, "reason"), item };
        if (ignore.id != NULL && ignore.reason != NULL) {
            meta->ignores[meta->ignore_count++] = ignore;
        }
    }
}

const struct fw_usermeta *fw_usermeta_read(struct fw_arena *arena, const struct fw_json *json)
{
    struct fw_node usermeta = fw_node_member(fw_json_root(json), "usermeta");
    struct fw_node at = fw_node_member(usermeta, "figwright");
    if (!fw_node_there(at) || fw_node_kind(at) != FW_JSON_OBJECT) {
        return NULL;
    }
    struct fw_usermeta *meta = FW_NEW(arena, struct fw_usermeta);
    struct fw_node redundant = fw_node_member(at, "redundant");
    *meta = (struct fw_usermeta){
        .at = at,
        .number = number_text(arena, fw_node_member(at, "number")),
        .theme = text_in(at, "theme"),
        .theme_at = fw_node_member(at, "theme"),
        .source = read_lines(arena, fw_node_member(at, "source")),
        .base = read_lines(arena, fw_node_member(at, "base")),
        .caveats = read_lines(arena, fw_node_member(at, "caveats")),
        .notes = read_lines(arena, fw_node_member(at, "notes")),
        .alt = read_lines(arena, fw_node_member(at, "alt")),
        .furniture = text_in(at, "furniture"),
        .legend = text_in(at, "legend"),
        .legend_at = fw_node_member(at, "legend"),
        .redundant = fw_node_boolean(redundant, false),
        .redundant_given = fw_node_there(redundant),
        .labels_at = fw_node_member(at, "labels"),
        .annotations_at = fw_node_member(at, "annotations"),
    };
    meta->labels = fw_node_value(arena, meta->labels_at);
    meta->annotations = fw_node_value(arena, meta->annotations_at);
    read_size(meta);
    read_logo(meta);
    read_footnotes(arena, meta);
    read_ignores(arena, meta);
    return meta;
}
