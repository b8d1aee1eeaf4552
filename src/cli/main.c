/* The program: finds the command and runs it. */
#define _XOPEN_SOURCE 700 /* _exit, unsetenv */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "cli/args.h"
#include "cli/list.h"
#include "figwright/version.h"

#define DECLARE(name) extern const struct fw_command fw_command_##name;
FW_COMMAND_LIST(DECLARE)
#undef DECLARE

#define ENTRY(name) &fw_command_##name,
static const struct fw_command *const commands[] = { FW_COMMAND_LIST(ENTRY) };
#undef ENTRY

#define WORD(name) #name,
static const char *const names[] = { FW_COMMAND_LIST(WORD) };
#undef WORD

static const struct fw_command *find_command(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(commands); i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

static enum fw_exit fail_unknown(const char *name)
{
    const char *nearest = fw_nearest(name, names, FW_COUNT(names));
    fprintf(stderr, "figwright: unknown command '%s'\n", name);
    if (nearest != NULL) {
        fprintf(stderr, "  hint: did you mean '%s'?\n", nearest);
    } else {
        fputs("  hint: 'figwright --help' lists the commands\n", stderr);
    }
    return FW_EXIT_USAGE;
}

static enum fw_exit run_command(const struct fw_command *command, int count, char **texts)
{
    struct fw_args args = { .arena = fw_arena_create() };
    enum fw_exit status = FW_EXIT_USAGE;
    if (fw_args_read(command, count, texts, &args)) {
        if (args.wants_help) {
            fw_args_help(command);
            status = FW_EXIT_FINE;
        } else {
            status = command->run(&args);
        }
    }
    fw_arena_destroy(args.arena);
    return status;
}

static enum fw_exit run(int count, char **texts)
{
    if (count < 2) {
        fw_args_overview(commands, FW_COUNT(commands));
        return FW_EXIT_USAGE;
    }
    const char *word = texts[1];
    if (strcmp(word, "--version") == 0) {
        puts("figwright " FW_VERSION);
        return FW_EXIT_FINE;
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
        const struct fw_command *command = count > 2 ? find_command(texts[2]) : NULL;
        if (command != NULL) {
            fw_args_help(command);
        } else {
            fw_args_overview(commands, FW_COUNT(commands));
        }
        return FW_EXIT_FINE;
    }
    const struct fw_command *command = find_command(word);
    return command != NULL ? run_command(command, count - 2, texts + 2) : fail_unknown(word);
}

int main(int count, char **texts)
{
    /* FreeType would draw other outlines, and so other bytes, as this variable says. */
    unsetenv("FREETYPE_PROPERTIES");
    enum fw_exit status = run(count, texts);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("figwright: standard output");
        status = FW_EXIT_SYSTEM;
    }
#if defined(__SANITIZE_ADDRESS__)
    return (int)status; /* leaks are looked for on the way out */
#else
    _exit((int)status); /* nothing is left to do, and the libraries' own ends take 2 ms */
#endif
}
