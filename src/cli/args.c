/* Options and arguments of all commands, from tables that also write the help. */
#include "cli/args.h"

#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diag.h"

static const struct fw_option help_option = {
    .name = "help",
    .letter = 'h',
    .kind = FW_OPTION_FLAG,
    .offset = offsetof(struct fw_args, wants_help),
    .help = "this text",
};

/* The i-th option of a command, --help behind its own; NULL behind the last. */
static const struct fw_option *option_at(const struct fw_command *command, size_t i)
{
    size_t count = 0;
    while (command->options[count] != NULL) {
        count++;
    }
    return i < count ? command->options[i] : i == count ? &help_option : NULL;
}

static bool fail(const struct fw_command *command, const char *message, const char *subject)
{
    fprintf(stderr, "figwright %s: %s '%s'\n", command->name, message, subject);
    return false;
}

static bool fail_unknown(const struct fw_command *command, const char *written)
{
    const char *names[64];
    size_t count = 0;
    const struct fw_option *option;
    while (count < FW_COUNT(names) && (option = option_at(command, count)) != NULL) {
        names[count++] = option->name;
    }
    fail(command, "unknown option", written);
    size_t dashes = strspn(written, "-");
    const char *nearest = dashes < 2 ? NULL : fw_nearest(written + dashes, names, count);
    if (nearest != NULL) {
        fprintf(stderr, "  hint: did you mean '--%s'?\n", nearest);
    } else {
        fprintf(stderr, "  hint: 'figwright %s --help' lists the options\n", command->name);
    }
    return false;
}

static bool set_number(const struct fw_command *command, const struct fw_option *option,
                       const char *text, double *number)
{
    const char *after, *end = text + strlen(text);
    if (!fw_decimal_parse(text, end, number, &after) || after != end || *number < option->least ||
        *number > option->most) {
        char least[FW_DECIMAL_ROOM], most[FW_DECIMAL_ROOM];
        fw_decimal_text(option->least, least);
        fw_decimal_text(option->most, most);
        fprintf(stderr, "figwright %s: --%s takes a number from %s to %s, not '%s'\n",
                command->name, option->name, least, most, text);
        return false;
    }
    return true;
}

static bool is_choice(const struct fw_option *option, const char *text)
{
    size_t i = 0;
    while (option->choices != NULL && option->choices[i] != NULL) {
        if (strcmp(option->choices[i++], text) == 0) {
            return true;
        }
    }
    return option->choices == NULL;
}

static bool set_text(const struct fw_command *command, const struct fw_option *option,
                     const char *text, const char **value)
{
    if (!is_choice(option, text)) {
        fprintf(stderr, "figwright %s: unknown value '%s' of --%s\n", command->name, text,
                option->name);
        fprintf(stderr, "  hint: %s\n", option->help);
        return false;
    }
    *value = text;
    return true;
}

static void add_text(struct fw_args *args, struct fw_texts *texts, const char *text)
{
    FW_RESERVE(args->arena, texts->items, texts->count, texts->capacity);
    texts->items[texts->count++] = text;
}

static bool set_option(const struct fw_command *command, const struct fw_option *option,
                       const char *text, struct fw_args *args)
{
    void *value = (char *)args + option->offset;
    switch (option->kind) {
    case FW_OPTION_FLAG:
        *(bool *)value = true;
        return true;
    case FW_OPTION_TEXT:
        return set_text(command, option, text, value);
    case FW_OPTION_TEXTS:
        add_text(args, value, text);
        return true;
    case FW_OPTION_NUMBER:
        return set_number(command, option, text, value);
    }
    return false;
}

static const struct fw_option *find_long(const struct fw_command *command, const char *name,
                                         size_t length)
{
    const struct fw_option *option;
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++) {
        if (strlen(option->name) == length && memcmp(option->name, name, length) == 0) {
            return option;
        }
    }
    return NULL;
}

static const struct fw_option *find_letter(const struct fw_command *command, char letter)
{
    const struct fw_option *option;
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++) {
        if (letter != '\0' && option->letter == letter) {
            return option;
        }
    }
    return NULL;
}

/* One option at texts[*at], which moves on over a value that stands apart. */
static bool read_option(const struct fw_command *command, int count, char **texts, int *at,
                        struct fw_args *args)
{
    const char *text = texts[*at], *value = NULL;
    const struct fw_option *option;
    if (text[1] == '-') {
        size_t length = strcspn(text + 2, "=");
        option = find_long(command, text + 2, length);
        value = text[2 + length] == '=' ? text + 3 + length : NULL;
    } else {
        option = find_letter(command, text[1]);
        value = text[2] != '\0' ? text + 2 : NULL;
    }
    if (option == NULL) {
        return fail_unknown(command, text);
    }
    if (option->kind == FW_OPTION_FLAG) {
        return value == NULL ? set_option(command, option, NULL, args)
                             : fail(command, "there is a value at the flag", text);
    }
    if (value == NULL && *at + 1 < count) {
        value = texts[++*at];
    }
    return value != NULL ? set_option(command, option, value, args)
                         : fail(command, "there is no value at", text);
}

static bool check_operands(const struct fw_command *command, const struct fw_args *args)
{
    if (args->wants_help) {
        return true;
    }
    if (args->operands.count < command->least_operands) {
        fprintf(stderr, "figwright %s: nothing to work on\n", command->name);
        fprintf(stderr, "  hint: figwright %s [options] %s\n", command->name, command->operands);
        return false;
    }
    if (args->operands.count > command->most_operands) {
        return fail(command,
                    "one argument too many:", args->operands.items[command->most_operands]);
    }
    return true;
}

bool fw_args_read(const struct fw_command *command, int count, char **texts, struct fw_args *args)
{
    bool is_over = false; /* behind "--" */
    for (int i = 0; i < count; i++) {
        bool is_option = !is_over && texts[i][0] == '-' && texts[i][1] != '\0';
        if (is_option && strcmp(texts[i], "--") == 0) {
            is_over = true;
        } else if (!is_option) {
            add_text(args, &args->operands, texts[i]);
        } else if (!read_option(command, count, texts, &i, args)) {
            return false;
        }
    }
    return check_operands(command, args);
}

/* Prints an option's left side, "  -o, --output PATH", filled up to the column of its help. */
static void print_option(const struct fw_option *option)
{
    enum { HELP_COLUMN = 26 };
    char left[64];
    int length =
        snprintf(left, sizeof left, "  %c%c%c --%s%s%s", option->letter ? '-' : ' ',
                 option->letter ? option->letter : ' ', option->letter ? ',' : ' ', option->name,
                 option->value ? " " : "", option->value ? option->value : "");
    printf("%-*s%s%s\n", HELP_COLUMN, left, length >= HELP_COLUMN ? "  " : "", option->help);
}

void fw_args_help(const struct fw_command *command)
{
    printf("figwright %s [options]%s%s\n\n", command->name, command->operands[0] ? " " : "",
           command->operands);
    printf("%s%s\n\n", command->summary, command->description != NULL ? "." : "");
    if (command->description != NULL) {
        printf("%s\n\n", command->description);
    }
    const struct fw_option *option;
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++) {
        print_option(option);
    }
}

void fw_args_overview(const struct fw_command *const *commands, size_t count)
{
    printf("figwright draws JSON chart specs (Vega-Lite) to PNG, SVG and PDF.\n\n"
           "figwright COMMAND [options] FILE|DIR...\n\n");
    for (size_t i = 0; i < count; i++) {
        printf("  %-10s%s\n", commands[i]->name, commands[i]->summary);
    }
    printf("\n  --help    this text; 'figwright COMMAND --help' has the options of a command\n"
           "  --version the version\n\n"
           "Exit status: 0 fine, 1 findings or differences, 2 wrong usage, 3 bad input,\n"
           "4 could not read or write, or ran out of a limit.\n");
}
