/* Options and arguments of all commands, from tables that also write the help. */
#ifndef FW_CLI_ARGS_H
#define FW_CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** How a command ends. Several documents: the highest of theirs. */
enum fw_exit {
    FW_EXIT_FINE = 0,
    FW_EXIT_FINDINGS = 1, /* findings or differences */
    FW_EXIT_USAGE = 2,
    FW_EXIT_INPUT = 3,  /* something is wrong with a document or its data */
    FW_EXIT_SYSTEM = 4, /* could not read or write, or ran out of a limit */
};

/** A list of texts: an option that may be given several times. */
struct fw_texts {
    const char **items;
    size_t count, capacity;
};

/** The values of the options of all commands; zero where not given. */
struct fw_args {
    struct fw_arena *arena;
    struct fw_texts operands;
    struct fw_texts allow, font_dirs, forms;
    const char *output, *formats, *theme, *locale, *timezone, *base_url, *svg_text, *form, *preview;
    const char *embed, *shard, *depfile;
    const char *furniture, *sidecars;
    double scale, jobs;
    bool is_strict, is_forced, wants_help, wants_version;
};

enum fw_option_kind { FW_OPTION_FLAG, FW_OPTION_TEXT, FW_OPTION_TEXTS, FW_OPTION_NUMBER };

/** One option. `offset` is that of its value in struct fw_args. */
struct fw_option {
    const char *name; /* "scale": written --scale 2 or --scale=2 */
    char letter;      /* 'o': written -o FILE or -oFILE; 0: none */
    enum fw_option_kind kind;
    size_t offset;
    const char *value; /* what the help calls the value: "FILE"; NULL for flags */
    const char *help;
    double least, most;         /* of a number, both included */
    const char *const *choices; /* NULL-terminated words of a text, or NULL */
};

/** One command. */
struct fw_command {
    const char *name, *operands;            /* "render", "FILE|DIR..." */
    const char *summary;                    /* one line of the list of commands */
    const char *description;                /* a paragraph of its help, or NULL */
    const struct fw_option *const *options; /* NULL-terminated */
    size_t least_operands, most_operands;
    enum fw_exit (*run)(const struct fw_args *args);
};

/** Options that several commands share. */
extern const struct fw_option fw_option_output, fw_option_format, fw_option_scale, fw_option_theme,
    fw_option_locale, fw_option_timezone, fw_option_base_url, fw_option_allow, fw_option_font_dir,
    fw_option_svg_text, fw_option_furniture, fw_option_emit, fw_option_jobs, fw_option_strict,
    fw_option_form;
extern const struct fw_option fw_option_embed, fw_option_force, fw_option_shard, fw_option_depfile,
    fw_option_report;

/**
 * Those that say what an output is to be: of render, and of status, which must be told the same. A
 * new one is a word here, a member in fw_cli_session_options or fw_cli_job_options, and a row in
 * document/made.c, by which outputs that were made otherwise are out of date.
 */
#define FW_OPTIONS_OF_OUTPUTS                                                                      \
    &fw_option_scale, &fw_option_theme, &fw_option_locale, &fw_option_timezone,                    \
        &fw_option_base_url, &fw_option_allow, &fw_option_font_dir, &fw_option_svg_text,           \
        &fw_option_furniture, &fw_option_embed, &fw_option_emit, &fw_option_jobs, &fw_option_shard

/**
 * Reads what stands behind the command's name. False after a usage error, which has been printed to
 * stderr. "--" ends the options; "-" is an operand.
 */
bool fw_args_read(const struct fw_command *command, int count, char **texts, struct fw_args *args);

/** Prints the help of one command, of the program. */
void fw_args_help(const struct fw_command *command);
void fw_args_overview(const struct fw_command *const *commands, size_t count);

#endif
