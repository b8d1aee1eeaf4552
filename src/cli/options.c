/* The options that several commands share. */
#include <stdint.h>

#include "cli/args.h"

static const char *const svg_texts[] = { "text", "outlines", NULL };
static const char *const embeds[] = { "none", "digest", "spec", NULL };
static const char *const reports[] = { "text", "json", NULL };
static const char *const furniture_words[] = { "all", "none", NULL };
static const char *const forms[] = { "text", "json", "sarif", NULL };

#define AT(member) offsetof(struct fw_args, member)

const struct fw_option fw_option_output = {
    .name = "output",
    .letter = 'o',
    .kind = FW_OPTION_TEXT,
    .offset = AT(output),
    .value = "PATH",
    .help = "file or folder to write to; '-' is standard output",
};
const struct fw_option fw_option_format = {
    .name = "format",
    .letter = 'f',
    .kind = FW_OPTION_TEXT,
    .offset = AT(formats),
    .value = "LIST",
    .help = "png, svg, pdf, scene, or several with commas; by default what -o ends in, else png",
};
const struct fw_option fw_option_scale = {
    .name = "scale",
    .letter = 's',
    .kind = FW_OPTION_NUMBER,
    .offset = AT(scale),
    .value = "N",
    .help = "pixels of a PNG for each CSS pixel (default 1)",
    .least = 0.01,
    .most = 100,
};
const struct fw_option fw_option_theme = {
    .name = "theme",
    .kind = FW_OPTION_TEXT,
    .offset = AT(theme),
    .value = "NAME",
    .help = "name or file of a theme, instead of the one that a spec names",
};
const struct fw_option fw_option_furniture = {
    .name = "furniture",
    .kind = FW_OPTION_TEXT,
    .offset = AT(furniture),
    .value = "WORD",
    .help = "all: number, title, source and notes in the picture; none: left out of it",
    .choices = furniture_words,
};
const struct fw_option fw_option_emit = {
    .name = "emit",
    .kind = FW_OPTION_TEXT,
    .offset = AT(sidecars),
    .value = "LIST",
    .help = "texts beside each figure: caption, alt, csv, html-table, with commas",
};
const struct fw_option fw_option_locale = {
    .name = "locale",
    .kind = FW_OPTION_TEXT,
    .offset = AT(locale),
    .value = "NAME",
    .help = "how numbers and dates are written: en-GB, de-DE, ..., or a file of d3 locale JSON",
};
const struct fw_option fw_option_timezone = {
    .name = "timezone",
    .kind = FW_OPTION_TEXT,
    .offset = AT(timezone),
    .value = "NAME",
    .help = "where local times are (default UTC)",
};
const struct fw_option fw_option_base_url = {
    .name = "base-url",
    .kind = FW_OPTION_TEXT,
    .offset = AT(base_url),
    .value = "DIR",
    .help = "folder that relative urls start from, instead of the spec's",
};
const struct fw_option fw_option_allow = {
    .name = "allow",
    .kind = FW_OPTION_TEXTS,
    .offset = AT(allow),
    .value = "DIR",
    .help = "one more folder that data may be read from; may be repeated",
};
const struct fw_option fw_option_font_dir = {
    .name = "font-dir",
    .kind = FW_OPTION_TEXTS,
    .offset = AT(font_dirs),
    .value = "DIR",
    .help = "a folder with more fonts; may be repeated",
};
const struct fw_option fw_option_svg_text = {
    .name = "svg-text",
    .kind = FW_OPTION_TEXT,
    .offset = AT(svg_text),
    .value = "HOW",
    .help = "text in an SVG: 'text' (default) with an embedded font, or 'outlines'",
    .choices = svg_texts,
};
const struct fw_option fw_option_jobs = {
    .name = "jobs",
    .letter = 'j',
    .kind = FW_OPTION_NUMBER,
    .offset = AT(jobs),
    .value = "N",
    .help = "documents drawn at once (default: one for each processor)",
    .least = 1,
    .most = 256,
};
const struct fw_option fw_option_strict = {
    .name = "strict",
    .kind = FW_OPTION_FLAG,
    .offset = AT(is_strict),
    .help = "warnings count as findings: exit status 1",
};
const struct fw_option fw_option_form = {
    .name = "format",
    .letter = 'f',
    .kind = FW_OPTION_TEXT,
    .offset = AT(form),
    .value = "FORM",
    .help = "text (default), json or sarif",
    .choices = forms,
};
const struct fw_option fw_option_report = {
    .name = "format",
    .kind = FW_OPTION_TEXT,
    .offset = AT(form),
    .value = "FORM",
    .help = "text (default) or json",
    .choices = reports,
};
const struct fw_option fw_option_embed = {
    .name = "embed",
    .kind = FW_OPTION_TEXT,
    .offset = AT(embed),
    .value = "WHAT",
    .help = "what an output says of how it was made: digest (default), spec (it too), none",
    .choices = embeds,
};
const struct fw_option fw_option_force = {
    .name = "force",
    .kind = FW_OPTION_FLAG,
    .offset = AT(is_forced),
    .help = "draw everything, not only what is out of date",
};
const struct fw_option fw_option_shard = {
    .name = "shard",
    .kind = FW_OPTION_TEXT,
    .offset = AT(shard),
    .value = "I/N",
    .help = "only the I-th of N parts of the specs, chosen by their names",
};
const struct fw_option fw_option_depfile = {
    .name = "depfile",
    .kind = FW_OPTION_TEXT,
    .offset = AT(depfile),
    .value = "FILE",
    .help = "write there what each output was made of, for make and ninja",
};
