/* Reading of case files: groups of three lines, with a datum in the second. */
#include "unit/expr/case.h"

#include "support/cmocka.h"

#include <math.h>
#include <string.h>

#include "expr/coerce.h"
#include "format/calendar.h"
#include "format/time.h"

static struct fw_value with_dates(struct fw_value value)
{
    if (value.kind == FW_STRING && value.string->length > 0 && value.string->text[0] == '@') {
        return fw_time(fw_date_parse(value.string->text + 1, value.string->length - 1, NULL));
    }
    if (value.kind == FW_ARRAY) {
        for (size_t i = 0; i < value.array->count; i++) {
            value.array->items[i] = with_dates(value.array->items[i]);
        }
    }
    if (value.kind == FW_OBJECT) {
        for (size_t i = 0; i < value.object->count; i++) {
            value.object->values[i] = with_dates(value.object->values[i]);
        }
    }
    return value;
}

static void put_text(struct fw_bytes *out, fw_str text)
{
    fw_bytes_put(out, '"');
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char c = (unsigned char)text->text[i];
        if (c == '"' || c == '\\') {
            fw_bytes_printf(out, "\\%c", c);
        } else if (c < 0x20 || c == 0x7F) {
            fw_bytes_printf(out, "\\u%04x", c);
        } else {
            fw_bytes_put(out, (char)c);
        }
    }
    fw_bytes_put(out, '"');
}

static void put_date(struct fw_bytes *out, double time_ms)
{
    if (isnan(time_ms)) {
        fw_bytes_puts(out, "\"@invalid\"");
        return;
    }
    double year = fw_civil_at(time_ms, NULL).year;
    if (year < 0 || year > 9999) {
        fw_bytes_printf(out, "\"@%c%06d", year < 0 ? '-' : '+', (int)fabs(year));
    } else {
        fw_bytes_printf(out, "\"@%04d", (int)year);
    }
    fw_time_write("-%m-%dT%H:%M:%S.%LZ\"", NULL, NULL, time_ms, out);
}

void case_put_value(const struct fw_expr_env *env, struct fw_value value, struct fw_bytes *out)
{
    switch (value.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_BOOLEAN:
    case FW_NUMBER:
    case FW_REGEXP: {
        fw_str text = fw_js_text(env, value);
        fw_bytes_append(out, text->text, text->length);
        break;
    }
    case FW_TIME:
        put_date(out, value.number);
        break;
    case FW_STRING:
        put_text(out, value.string);
        break;
    case FW_ARRAY:
        for (size_t i = 0; i < value.array->count; i++) {
            fw_bytes_puts(out, i == 0 ? "[" : ",");
            case_put_value(env, value.array->items[i], out);
        }
        fw_bytes_puts(out, value.array->count == 0 ? "[]" : "]");
        break;
    case FW_OBJECT:
        for (size_t i = 0; i < value.object->count; i++) {
            fw_bytes_puts(out, i == 0 ? "{" : ",");
            put_text(out, value.object->keys[i]);
            fw_bytes_put(out, ':');
            case_put_value(env, value.object->values[i], out);
        }
        fw_bytes_puts(out, value.object->count == 0 ? "{}" : "}");
        break;
    }
}

struct fw_value case_read(const struct fw_expr_env *env, const char *text)
{
    struct fw_source *source = FW_NEW(env->arena, struct fw_source);
    *source = (struct fw_source){ .name = "case", .text = text, .length = strlen(text) };
    const struct fw_json *json =
        fw_json_read(env->arena, env->strings, source, NULL, fw_diag_new(env->arena));
    if (json == NULL) {
        fail_msg("no JSON: %s", text);
        return fw_undefined();
    }
    return with_dates(fw_node_value(env->arena, fw_json_root(json)));
}

/* The next line that is not empty and no comment. */
static bool next_line(FILE *file, char line[CASE_LINE])
{
    while (fgets(line, CASE_LINE, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#') {
            return true;
        }
    }
    return false;
}

/* "{...}" or "Europe/London {...}" */
static void read_input(struct fw_case *next)
{
    struct fw_expr_env *env = &next->env;
    const char *datum = strchr(next->input, '{');
    if (datum == NULL) {
        fail_msg("no datum: %s", next->input);
        return;
    }
    if (datum != next->input) {
        const char *name =
            fw_arena_text(env->arena, next->input, (size_t)(datum - next->input - 1));
        if (!fw_zone_load(env->arena, name, &env->zone)) {
            fail_msg("no zone '%s'", name);
        }
    }
    env->datum = case_read(env, datum);
}

bool case_next(FILE *file, struct fw_case *next)
{
    if (!next_line(file, next->program) || !next_line(file, next->input) ||
        !next_line(file, next->answer)) {
        return false;
    }
    struct fw_arena *arena = fw_arena_create();
    next->env =
        (struct fw_expr_env){ .arena = arena, .strings = fw_strings_new(arena), .now_ms = 1e12 };
    read_input(next);
    return true;
}

void case_finish(struct fw_case *done)
{
    fw_arena_destroy(done->env.arena);
}
