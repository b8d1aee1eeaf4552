/* Which units are maps. */
#include <string.h>

#include "view/view.h"

/* The field of GeoJSON objects that a unit draws, or NULL. */
const struct fw_channel_def *fw_unit_shape_field(const struct fw_view *unit)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_SHAPE);
    return def != NULL && def->type == FW_GEOJSON ? def : NULL;
}

bool fw_unit_is_map(const struct fw_view *unit)
{
    static const enum fw_channel degrees[] = { FW_CHANNEL_LONGITUDE, FW_CHANNEL_LATITUDE,
                                               FW_CHANNEL_LONGITUDE2, FW_CHANNEL_LATITUDE2 };
    bool any = strcmp(unit->mark, "geoshape") == 0;
    for (size_t i = 0; i < FW_COUNT(degrees); i++) {
        any = any || fw_encoding_field_or_datum(unit->encoding, degrees[i]) != NULL;
    }
    return any;
}

/* A projection with a scale or a place of its own is not fitted. */
bool fw_unit_map_is_fitted(const struct fw_view *unit)
{
    struct fw_value spec = fw_get(unit->spec, "projection");
    return fw_is_nil(fw_get(spec, "scale")) && fw_is_nil(fw_get(spec, "translate"));
}
