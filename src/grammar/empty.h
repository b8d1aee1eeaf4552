/* Parts of a spec that say nothing: valid, and most likely not what was meant. */
#ifndef FW_GRAMMAR_EMPTY_H
#define FW_GRAMMAR_EMPTY_H

#include "json/decode.h"

/** Warns of an array of views without any. */
bool fw_check_views(struct fw_decoder *decoder, struct fw_node node);

/**
 * Warns of channels in the encoding of a single view that have no field, datum, value or condition:
 * Vega-Lite drops them. An encoding that layers share may say a part of what they complete.
 */
bool fw_check_channels(struct fw_decoder *decoder, struct fw_node node);

#endif
