/* The words that properties may have: NULL-terminated lists. */
#ifndef FW_GRAMMAR_WORDS_H
#define FW_GRAMMAR_WORDS_H

extern const char *const fw_words_aggregate[];
extern const char *const fw_words_align[];
extern const char *const fw_words_autosize[];
extern const char *const fw_words_axis_orient[];
extern const char *const fw_words_baseline[];
extern const char *const fw_words_binned[];
extern const char *const fw_words_blend[];
extern const char *const fw_words_bounds[];
extern const char *const fw_words_boxplot_config_extent[];
extern const char *const fw_words_cap[];
extern const char *const fw_words_color_space[];
extern const char *const fw_words_color_space_part[];
extern const char *const fw_words_container[];
extern const char *const fw_words_contains[];
extern const char *const fw_words_data_format[];
extern const char *const fw_words_dir[];
extern const char *const fw_words_direct[];
extern const char *const fw_words_errorbar_config_extent[];
extern const char *const fw_words_extent[];
extern const char *const fw_words_facet_type[];
extern const char *const fw_words_field_title[];
extern const char *const fw_words_field_type[];
extern const char *const fw_words_font_weight[];
extern const char *const fw_words_for[];
extern const char *const fw_words_furniture[];
extern const char *const fw_words_height[];
extern const char *const fw_words_impute_method[];
extern const char *const fw_words_interpolate[];
extern const char *const fw_words_interval[];
extern const char *const fw_words_invalid[];
extern const char *const fw_words_label_placement[];
extern const char *const fw_words_layout_align[];
extern const char *const fw_words_legend_orient[];
extern const char *const fw_words_legend_type[];
extern const char *const fw_words_mark[];
extern const char *const fw_words_op[];
extern const char *const fw_words_order[];
extern const char *const fw_words_orient[];
extern const char *const fw_words_overlap[];
extern const char *const fw_words_projection_type[];
extern const char *const fw_words_range[];
extern const char *const fw_words_repeat[];
extern const char *const fw_words_resolve[];
extern const char *const fw_words_resolve_mode[];
extern const char *const fw_words_scale_type[];
extern const char *const fw_words_selection[];
extern const char *const fw_words_sort[];
extern const char *const fw_words_sort_channel[];
extern const char *const fw_words_stack[];
extern const char *const fw_words_stroke_join[];
extern const char *const fw_words_t_regression_impute_method[];
extern const char *const fw_words_tick_band[];
extern const char *const fw_words_title_anchor[];
extern const char *const fw_words_title_config_orient[];
extern const char *const fw_words_transparent[];
extern const char *const fw_words_unaggregated[];
extern const char *const fw_words_value_labels[];
extern const char *const fw_words_width[];
extern const char *const fw_words_width_or_height[];
extern const char *const fw_words_window_def_op[];
extern const char *const fw_words_zero_or_min[];

#endif
