/* The table of encoding channels. */
#include "encoding/channel.h"

#include <string.h>

struct channel {
    const char *name;
    enum fw_channel main; /* of a secondary channel, else NONE */
    bool scale;
    char range;
};

static const struct channel channels[FW_CHANNEL_COUNT] = {
#define ROW_OF(NAME, name, main, scale, range) { name, FW_CHANNEL_##main, scale, range },
    FW_CHANNEL_LIST(ROW_OF)
#undef ROW_OF
};

static const char *const names[FW_CHANNEL_COUNT] = {
#define ROW_OF(NAME, name, main, scale, range) name,
    FW_CHANNEL_LIST(ROW_OF)
#undef ROW_OF
};

const char *fw_channel_name(enum fw_channel channel)
{
    return channels[channel].name;
}

enum fw_channel fw_channel_find(const char *name)
{
    for (int i = 0; i < FW_CHANNEL_COUNT; i++) {
        if (strcmp(channels[i].name, name) == 0) {
            return (enum fw_channel)i;
        }
    }
    return FW_CHANNEL_NONE;
}

const char *const *fw_channel_names(size_t *count)
{
    *count = FW_CHANNEL_COUNT;
    return names;
}

bool fw_channel_has_scale(enum fw_channel channel)
{
    return channels[channel].scale;
}

bool fw_channel_is_position(enum fw_channel channel)
{
    return channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y;
}

bool fw_channel_is_offset(enum fw_channel channel)
{
    return channel == FW_CHANNEL_XOFFSET || channel == FW_CHANNEL_YOFFSET;
}

bool fw_channel_is_polar(enum fw_channel channel)
{
    return channel == FW_CHANNEL_THETA || channel == FW_CHANNEL_RADIUS;
}

bool fw_channel_is_color(enum fw_channel channel)
{
    return channel == FW_CHANNEL_COLOR || channel == FW_CHANNEL_FILL ||
           channel == FW_CHANNEL_STROKE;
}

bool fw_channel_is_facet(enum fw_channel channel)
{
    return channel == FW_CHANNEL_ROW || channel == FW_CHANNEL_COLUMN || channel == FW_CHANNEL_FACET;
}

char fw_channel_range(enum fw_channel channel)
{
    return channels[channel].range;
}

enum fw_channel fw_channel_main(enum fw_channel channel)
{
    enum fw_channel main = channels[channel].main;
    return main == FW_CHANNEL_NONE ? channel : main;
}

enum fw_channel fw_channel_secondary(enum fw_channel channel)
{
    for (int i = 0; i < FW_CHANNEL_COUNT; i++) {
        if (channels[i].main == channel) {
            return (enum fw_channel)i;
        }
    }
    return FW_CHANNEL_NONE;
}

enum fw_channel fw_channel_offset(enum fw_channel channel)
{
    return channel == FW_CHANNEL_X   ? FW_CHANNEL_XOFFSET
           : channel == FW_CHANNEL_Y ? FW_CHANNEL_YOFFSET
                                     : FW_CHANNEL_NONE;
}

enum fw_channel fw_channel_of_offset(enum fw_channel channel)
{
    return channel == FW_CHANNEL_XOFFSET   ? FW_CHANNEL_X
           : channel == FW_CHANNEL_YOFFSET ? FW_CHANNEL_Y
                                           : FW_CHANNEL_NONE;
}
