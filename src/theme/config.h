/* The configuration of a chart: Vega-Lite's defaults, a theme, the spec's own `config`, merged in
 * that order. */
#ifndef FW_THEME_CONFIG_H
#define FW_THEME_CONFIG_H

#include "base/object.h"

struct fw_config {
    struct fw_maker make;
    struct fw_value root;  /* the merged `config` object */
    struct fw_value style; /* its member `style`, never undefined */
};

/** Vega-Lite's (and under it Vega's) defaults as a JSON text. */
extern const char fw_config_defaults[];

/** They as a value. */
struct fw_value fw_config_default_value(struct fw_maker make);

/**
 * Sets up a configuration from merged objects: `defaults` under `theme` under `own` (either may be
 * undefined). As in Vega sections are merged, and what is in them is replaced, but for the styles
 * and a legend's layout. The shorthands `font` and `fontSize` spread as in Vega-Lite.
 */
void fw_config_init(struct fw_config *config, struct fw_maker make, struct fw_value defaults,
                    struct fw_value theme, struct fw_value own);

/** config[section][property]; `section` NULL: config[property]. */
struct fw_value fw_config_get(const struct fw_config *config, const char *section,
                              const char *property);
double fw_config_number(const struct fw_config *config, const char *section, const char *property,
                        double fallback);

/** The property as the last of `styles` (a string or array of strings) that has it gives it. */
struct fw_value fw_config_style(const struct fw_config *config, struct fw_value styles,
                                const char *property);

/** config.style[name][property]. */
struct fw_value fw_config_style_named(const struct fw_config *config, const char *name,
                                      const char *property);

/**
 * Vega-Lite's discrete view size: {"step": n} or a number, from config.view.discreteWidth / .step;
 * as a number NaN where it is a step. The continuous one.
 */
double fw_config_discrete_size(const struct fw_config *config, bool width);
double fw_config_discrete_step(const struct fw_config *config, bool width);
double fw_config_continuous_size(const struct fw_config *config, bool width);

#endif
