/* Text marks: a label for each row. */
#include <math.h>
#include <string.h>

#include "encoding/label.h"
#include "expr/predicate.h"
#include "mark/items.h"
#include "mark/position.h"
#include "mark/style.h"

static const double pi = 3.14159265358979323846;

/* One way to make the text: a definition of the channel, or one of its conditions. */
struct text_source {
    const struct fw_predicate *test; /* NULL: always */
    bool field;
    struct fw_label label;
    struct fw_ref value;
};

struct text_refs {
    struct fw_ref x, y, angle, radius, theta, dx, dy, align, baseline;
    struct fw_ref size, family, weight, style, line_height;
    struct fw_ref limit, ellipsis, direction;
    struct text_source *sources;
    size_t source_count;
    const char *line_break;
};

static enum fw_align align_of(struct fw_value word)
{
    return fw_is_text(word, "left")    ? FW_ALIGN_LEFT
           : fw_is_text(word, "right") ? FW_ALIGN_RIGHT
                                       : FW_ALIGN_CENTER;
}

static enum fw_baseline baseline_of(struct fw_value word)
{
    static const struct {
        const char *word;
        enum fw_baseline baseline;
    } words[] = {
        { "alphabetic", FW_BASELINE_ALPHABETIC },   { "top", FW_BASELINE_TOP },
        { "bottom", FW_BASELINE_BOTTOM },           { "line-top", FW_BASELINE_LINE_TOP },
        { "line-bottom", FW_BASELINE_LINE_BOTTOM },
    };
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        if (fw_is_text(word, words[i].word)) {
            return words[i].baseline;
        }
    }
    return FW_BASELINE_MIDDLE;
}

static struct text_source source_of(const struct fw_unit *unit, const struct fw_channel_def *def)
{
    struct text_source source = { .value = fw_ref_none() };
    if (def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM) {
        source.field = true;
        source.label = fw_label_new(unit->make, unit->config, unit->table, def, fw_undefined());
    } else if (def->kind == FW_DEF_VALUE) {
        source.value = fw_ref_written(unit, def->value, FW_CHANNEL_NONE);
    }
    return source;
}

/* The channel's conditions in order, then the channel itself, then the mark's own text. */
static void init_sources(const struct fw_unit *unit, struct text_refs *refs)
{
    const struct fw_channel_def *def = &unit->encoding->defs[FW_CHANNEL_TEXT];
    size_t conditions = fw_length(def->conditions);
    refs->sources = FW_NEW_ARRAY(unit->make.arena, conditions + 1, struct text_source);
    for (size_t i = 0; i < conditions; i++) {
        struct fw_value condition = fw_at(def->conditions, i);
        const struct fw_predicate *test =
            fw_predicate_of_condition(unit->make.arena, unit->make.strings, condition, &unit->env);
        struct fw_channel_def inner = fw_channel_def_decode(unit->make, condition, FW_CHANNEL_TEXT);
        struct text_source source = source_of(unit, &inner);
        source.test = test;
        if (test != NULL) {
            refs->sources[refs->source_count++] = source;
        }
    }
    struct text_source last = source_of(unit, def);
    if (!last.field && !fw_ref_there(&last.value)) {
        last.value = fw_ref_written(unit, fw_unit_prop(unit, "text", NULL), FW_CHANNEL_NONE);
    }
    refs->sources[refs->source_count++] = last;
}

static struct fw_value text_value(const struct fw_unit *unit, const struct text_refs *refs,
                                  size_t row)
{
    struct fw_expr_env env = unit->env;
    env.table = unit->table;
    env.row = row;
    for (size_t i = 0; i < refs->source_count; i++) {
        const struct text_source *source = &refs->sources[i];
        if (source->test != NULL && !fw_predicate_test(source->test, &env)) {
            continue;
        }
        return source->field ? fw_label_get(&source->label, &unit->env, unit->table, row)
                             : fw_ref_get(unit, &source->value, row);
    }
    return fw_undefined();
}

/* The lines of one text as they are written. */
struct line_writer {
    const struct fw_unit *unit;
    struct fw_font font;
    const char *line_break, *ellipsis;
    double limit; /* px; 0: none */
    bool from_end;
    struct fw_bytes out;
};

/* Appends one line: trimmed and cut to the limit. */
static void append_line(struct line_writer *writer, const char *text, size_t length)
{
    struct fw_arena *arena = writer->unit->make.arena;
    while (length > 0 && (unsigned char)text[0] <= ' ') {
        text++;
        length--;
    }
    while (length > 0 && (unsigned char)text[length - 1] <= ' ') {
        length--;
    }
    const char *line = fw_arena_text(arena, text, length);
    if (writer->limit > 0) {
        line = fw_text_truncate(writer->unit->fonts, arena, &writer->font, line, writer->limit,
                                writer->ellipsis, writer->from_end);
    }
    fw_bytes_puts(&writer->out, line);
}

static void append_value(struct line_writer *writer, struct fw_value value)
{
    fw_str string = fw_to_string(writer->unit->make.strings, value);
    const char *at = string->text, *found = NULL, *line_break = writer->line_break;
    while (line_break != NULL && line_break[0] != '\0' &&
           (found = strstr(at, line_break)) != NULL) {
        append_line(writer, at, (size_t)(found - at));
        fw_bytes_put(&writer->out, '\n');
        at = found + strlen(line_break);
    }
    append_line(writer, at, (size_t)(string->text + string->length - at));
}

/* What one row says, in lines cut to the limit; its font must be known. */
static const char *make_text(const struct fw_unit *unit, const struct text_refs *refs, size_t row,
                             const struct fw_text *text)
{
    struct fw_value value = text_value(unit, refs, row);
    struct fw_value ellipsis = fw_ref_get(unit, &refs->ellipsis, row);
    struct line_writer writer = {
        .unit = unit,
        .font = { text->family, text->size, text->weight, text->italic },
        .line_break = refs->line_break,
        .ellipsis = ellipsis.kind == FW_STRING ? ellipsis.string->text : "\xe2\x80\xa6",
        .limit = fw_ref_there(&refs->limit) ? fw_ref_get_number(unit, &refs->limit, row) : 0,
        .from_end = fw_is_text(fw_ref_get(unit, &refs->direction, row), "rtl"),
    };
    if (fw_is_nil(value)) {
        return "";
    }
    if (value.kind == FW_ARRAY) {
        for (size_t i = 0; i < fw_length(value); i++) {
            if (i > 0) {
                fw_bytes_put(&writer.out, '\n');
            }
            append_value(&writer, fw_at(value, i));
        }
    } else {
        append_value(&writer, value);
    }
    const char *kept =
        fw_arena_text(unit->make.arena, fw_bytes_text(&writer.out), writer.out.length);
    fw_bytes_finish(&writer.out);
    return kept;
}

static double number_or_zero(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    double number = fw_ref_there(ref) ? fw_ref_get_number(unit, ref, row) : 0;
    return isnan(number) ? 0 : number;
}

/* The anchor: position, then the polar offset, then dx and dy turned with the text. */
static bool place(const struct fw_unit *unit, const struct text_refs *refs, size_t row,
                  struct fw_text *text)
{
    double x = fw_ref_get_place(unit, &refs->x, row);
    double y = fw_ref_get_place(unit, &refs->y, row);
    double radius = number_or_zero(unit, &refs->radius, row);
    if (radius != 0) {
        double theta = number_or_zero(unit, &refs->theta, row) - pi / 2;
        x += radius * cos(theta);
        y += radius * sin(theta);
    }
    text->angle = number_or_zero(unit, &refs->angle, row);
    double dx = number_or_zero(unit, &refs->dx, row), dy = number_or_zero(unit, &refs->dy, row);
    double turn = text->angle * pi / 180;
    text->x = x + dx * cos(turn) - dy * sin(turn);
    text->y = y + dx * sin(turn) + dy * cos(turn);
    text->align = align_of(fw_ref_get(unit, &refs->align, row));
    text->baseline = baseline_of(fw_ref_get(unit, &refs->baseline, row));
    return isfinite(text->x) && isfinite(text->y);
}

static struct fw_ref property(const struct fw_unit *unit, const char *name)
{
    return fw_ref_written(unit, fw_unit_prop(unit, name, NULL), FW_CHANNEL_NONE);
}

static double number_or(const struct fw_unit *unit, const struct fw_ref *ref, size_t row,
                        double fallback)
{
    double number = fw_ref_there(ref) ? fw_ref_get_number(unit, ref, row) : fallback;
    return isnan(number) ? fallback : number;
}

static void set_font(const struct fw_unit *unit, const struct text_refs *refs, size_t row,
                     struct fw_text *text)
{
    struct fw_value family = fw_ref_get(unit, &refs->family, row);
    struct fw_value weight = fw_ref_get(unit, &refs->weight, row);
    struct fw_value style = fw_ref_get(unit, &refs->style, row);
    text->family = family.kind == FW_STRING ? family.string->text : "sans-serif";
    text->size = number_or(unit, &refs->size, row, 11); /* Vega's default */
    text->weight = weight.kind == FW_NUMBER   ? (int)weight.number
                   : weight.kind == FW_STRING ? fw_font_weight(weight.string->text)
                                              : 400;
    text->italic = fw_is_text(style, "italic") || fw_is_text(style, "oblique");
    text->line_height = number_or(unit, &refs->line_height, row, 0);
}

static bool set_text(const struct fw_unit *unit, void *data, size_t row, struct fw_scene_node *node,
                     size_t at)
{
    const struct text_refs *refs = data;
    struct fw_text *text = &node->texts[at];
    set_font(unit, refs, row, text);
    text->text = make_text(unit, refs, row, text);
    return place(unit, refs, row, text) && text->text[0] != '\0';
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct text_refs refs = {
        .x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID),
        .y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID),
        .size = fw_non_position(unit, FW_CHANNEL_SIZE, "size", "fontSize"),
        .angle = fw_non_position(unit, FW_CHANNEL_ANGLE, "angle", NULL),
        .radius = fw_point_position(unit, FW_CHANNEL_RADIUS, FW_POSITION_NONE),
        .theta = fw_point_position(unit, FW_CHANNEL_THETA, FW_POSITION_NONE),
        .dx = property(unit, "dx"),
        .dy = property(unit, "dy"),
        .limit = property(unit, "limit"),
        .align = property(unit, "align"),
        .baseline = property(unit, "baseline"),
        .family = property(unit, "font"),
        .weight = property(unit, "fontWeight"),
        .style = property(unit, "fontStyle"),
        .line_height = property(unit, "lineHeight"),
        .ellipsis = property(unit, "ellipsis"),
        .direction = property(unit, "dir"),
        .line_break = fw_mark_word(unit, "lineBreak", NULL),
    };
    if (refs.line_break == NULL) {
        refs.line_break = fw_get_text(unit->config->root, "lineBreak", NULL);
    }
    init_sources(unit, &refs);
    fw_mark_items(unit, parent, FW_NODE_TEXT, set_text, &refs);
}

const struct fw_mark_type fw_mark_text = {
    .name = "text",
    .doc = "A text for each row.",
    .build = build,
};
