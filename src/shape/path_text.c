/* Paths as SVG path data: reading all of its commands, writing absolute ones. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "shape/path.h"

static const double pi = 3.14159265358979323846;

/** Where a reader of path data stands. */
struct reader {
    const char *at, *end;
    struct fw_path *path;
    struct fw_point control; /* last control point of a curve, for the smooth commands */
    char last;               /* the previous command, in upper case */
};

static void skip_space(struct reader *reader)
{
    while (reader->at < reader->end &&
           (*reader->at == ' ' || (*reader->at >= '\t' && *reader->at <= '\r'))) {
        reader->at++;
    }
}

/** White space with at most one comma in it. */
static void skip_separator(struct reader *reader)
{
    skip_space(reader);
    if (reader->at < reader->end && *reader->at == ',') {
        reader->at++;
        skip_space(reader);
    }
}

static bool is_command(char c)
{
    return c != '\0' && strchr("MmLlHhVvCcSsQqTtAaZz", c) != NULL;
}

static bool read_number(struct reader *reader, double *number)
{
    return fw_decimal_parse(reader->at, reader->end, number, &reader->at) && isfinite(*number);
}

/** A flag of an arc: one digit, which need not be parted from what follows. */
static bool read_flag(struct reader *reader, double *flag)
{
    if (reader->at == reader->end || (*reader->at != '0' && *reader->at != '1')) {
        return false;
    }
    *flag = *reader->at++ - '0';
    return true;
}

/** How many numbers a command (in upper case) takes. */
static size_t command_arity(char command)
{
    static const char commands[] = "MLHVCSQTAZ";
    static const unsigned char arity[] = { 2, 2, 1, 1, 6, 4, 4, 2, 7, 0 };
    return arity[strchr(commands, command) - commands];
}

static bool read_args(struct reader *reader, char command, double args[7])
{
    size_t count = command_arity(command);
    for (size_t i = 0; i < count; i++) {
        bool flag = command == 'A' && (i == 3 || i == 4);
        if (i > 0) {
            skip_separator(reader);
        }
        if (flag ? !read_flag(reader, &args[i]) : !read_number(reader, &args[i])) {
            return false;
        }
    }
    return true;
}

/** Makes the numbers of a relative command absolute. */
static void make_absolute(struct fw_point at, char command, double args[7])
{
    if (command == 'H') {
        args[0] += at.x;
    } else if (command == 'V') {
        args[0] += at.y;
    } else if (command == 'A') {
        args[5] += at.x;
        args[6] += at.y;
    } else {
        for (size_t i = 0; i + 1 < command_arity(command); i += 2) {
            args[i] += at.x;
            args[i + 1] += at.y;
        }
    }
}

/** The control point mirrored at the current point, or that point where the last curve was of
 * another kind. */
static struct fw_point mirrored_control(const struct reader *reader, const char *kinds)
{
    struct fw_point at = reader->path->at;
    if (strchr(kinds, reader->last) == NULL) {
        return at;
    }
    return (struct fw_point){ 2 * at.x - reader->control.x, 2 * at.y - reader->control.y };
}

static void put_cubic(struct reader *reader, struct fw_point first, const double rest[4])
{
    fw_path_curve(reader->path, first.x, first.y, rest[0], rest[1], rest[2], rest[3]);
    reader->control = (struct fw_point){ rest[0], rest[1] };
}

static void put_quad(struct reader *reader, struct fw_point control, double x, double y)
{
    fw_path_quad(reader->path, control.x, control.y, x, y);
    reader->control = control;
}

/** Does one command, in upper case, with absolute numbers. */
static void put_command(struct reader *reader, char command, const double args[7])
{
    struct fw_path *path = reader->path;
    switch (command) {
    case 'M':
        fw_path_move(path, args[0], args[1]);
        break;
    case 'L':
        fw_path_line(path, args[0], args[1]);
        break;
    case 'H':
        fw_path_line(path, args[0], path->at.y);
        break;
    case 'V':
        fw_path_line(path, path->at.x, args[0]);
        break;
    case 'C':
        put_cubic(reader, (struct fw_point){ args[0], args[1] }, args + 2);
        break;
    case 'S':
        put_cubic(reader, mirrored_control(reader, "CS"), args);
        break;
    case 'Q':
        put_quad(reader, (struct fw_point){ args[0], args[1] }, args[2], args[3]);
        break;
    case 'T':
        put_quad(reader, mirrored_control(reader, "QT"), args[0], args[1]);
        break;
    case 'A':
        fw_path_arc_to(path, args, args[2], args[3] != 0, args[4] != 0, args[5], args[6]);
        break;
    case 'Z':
        fw_path_close(path);
        break;
    }
    reader->last = command;
}

/** One command letter and all its groups of numbers; more groups after a move are lines. */
static bool read_command(struct reader *reader)
{
    char letter = *reader->at;
    bool relative = letter >= 'a';
    char command = (char)(relative ? letter - 'a' + 'A' : letter);
    if (command != 'M' && reader->last == '\0') {
        return false; /* path data starts with a move */
    }
    reader->at++;
    do {
        double args[7] = { 0 };
        skip_space(reader);
        if (!read_args(reader, command, args)) {
            return false;
        }
        if (relative && reader->last != '\0') {
            make_absolute(reader->path->at, command, args);
        }
        put_command(reader, command, args);
        command = command == 'M' ? 'L' : command;
        skip_separator(reader);
    } while (command != 'Z' && reader->at < reader->end && !is_command(*reader->at));
    return true;
}

bool fw_path_parse(struct fw_path *path, const char *text, size_t length, size_t *fault)
{
    struct reader reader = { .at = text, .end = text + length, .path = path };
    bool fine = true;
    skip_space(&reader);
    while (fine && reader.at < reader.end) {
        fine = is_command(*reader.at) && read_command(&reader);
        if (fine) {
            skip_space(&reader);
        }
    }
    if (!fine && fault != NULL) {
        *fault = (size_t)(reader.at - text);
    }
    return fine;
}

/** A writer of path data. */
struct writer {
    struct fw_bytes *text;
    struct fw_point shift;
    int decimals;
};

static void write_number(const struct writer *writer, double number)
{
    fw_bytes_number(writer->text, isfinite(number) ? number : 0, writer->decimals);
}

static void write_points(const struct writer *writer, char command, const double *args,
                         size_t count)
{
    fw_bytes_put(writer->text, command);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            fw_bytes_put(writer->text, ',');
        }
        write_number(writer, args[i] + (i % 2 == 0 ? writer->shift.x : writer->shift.y));
    }
}

/** An arc of less than a full turn that ends at (x, y). */
static void write_arc(const struct writer *writer, const double *args, double sweep, double x,
                      double y)
{
    fw_bytes_put(writer->text, 'A');
    write_number(writer, args[2]);
    fw_bytes_put(writer->text, ',');
    write_number(writer, args[3]);
    fw_bytes_put(writer->text, ',');
    write_number(writer, args[4] * 180 / pi);
    fw_bytes_puts(writer->text, fabs(sweep) >= pi ? ",1," : ",0,");
    fw_bytes_puts(writer->text, sweep > 0 ? "1," : "0,");
    write_number(writer, x + writer->shift.x);
    fw_bytes_put(writer->text, ',');
    write_number(writer, y + writer->shift.y);
}

/** An arc; near a full turn, where SVG could not tell start from end, in two halves. */
static void write_arcs(const struct writer *writer, const double *args)
{
    double sweep = args[6];
    if (fabs(sweep) > pi * 1.999) {
        double half = args[5] + sweep / 2, c = cos(args[4]), s = sin(args[4]);
        double x = args[2] * cos(half), y = args[3] * sin(half);
        sweep /= 2;
        write_arc(writer, args, sweep, args[0] + x * c - y * s, args[1] + x * s + y * c);
    }
    write_arc(writer, args, sweep, args[7], args[8]);
}

void fw_path_text(const struct fw_path *path, struct fw_bytes *text, double dx, double dy,
                  int decimals)
{
    static const char letters[] = {
        [FW_PATH_MOVE] = 'M',  [FW_PATH_LINE] = 'L',  [FW_PATH_QUAD] = 'Q',
        [FW_PATH_CURVE] = 'C', [FW_PATH_CLOSE] = 'Z',
    };
    const struct writer writer = { text, { dx, dy }, decimals };
    const double *args = path->args;
    for (size_t i = 0; i < path->op_count; args += fw_path_arity[path->ops[i]], i++) {
        if (path->ops[i] == FW_PATH_ARC) {
            write_arcs(&writer, args);
        } else {
            write_points(&writer, letters[path->ops[i]], args, fw_path_arity[path->ops[i]]);
        }
    }
}
