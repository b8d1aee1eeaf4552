/* Vega-Lite 6's default configuration, with what Vega adds below it, as one JSON text. */
#include "theme/config.h"

#include <string.h>

#include "json/scan.h"

/* "vega" holds what Vega itself gives marks that neither Vega-Lite nor an author says anything
 * about. */
/* clang-format off */
const char fw_config_defaults[] =
    "{"
    "\"background\":\"white\",\"padding\":5,\"timeFormat\":\"%b %d, %Y\",\"countTitle\":\"Count of Records\",\"normalizedNumberFormat\":\".0%\","
    "\"view\":{\"continuousWidth\":300,\"continuousHeight\":300,\"step\":20,\"fill\":\"transparent\",\"stroke\":\"#ddd\"},"
    "\"mark\":{\"color\":\"#4c78a8\",\"invalid\":\"break-paths-show-path-domains\",\"timeUnitBandSize\":1},"
    "\"arc\":{},\"area\":{},"
    "\"bar\":{\"binSpacing\":1,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5},"
    "\"circle\":{},\"geoshape\":{},\"image\":{},"
    "\"line\":{},"
    "\"point\":{},"
    "\"rect\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5},"
    "\"rule\":{\"color\":\"black\"},"
    "\"square\":{},"
    "\"text\":{\"color\":\"black\"},"
    "\"tick\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5,\"thickness\":1},"
    "\"trail\":{},"
    "\"boxplot\":{\"size\":14,\"extent\":1.5,\"box\":{},\"median\":{\"color\":\"white\"},\"outliers\":{},\"rule\":{},\"ticks\":null},"
    "\"errorbar\":{\"center\":\"mean\",\"rule\":true,\"ticks\":false},"
    "\"errorband\":{\"band\":{\"opacity\":0.3},\"borders\":false},"
    "\"scale\":{\"pointPadding\":0.5,\"barBandPaddingInner\":0.1,\"rectBandPaddingInner\":0,\"tickBandPaddingInner\":0.25,"
    "\"bandWithNestedOffsetPaddingInner\":0.2,\"bandWithNestedOffsetPaddingOuter\":0.2,\"minBandSize\":2,\"minFontSize\":8,\"maxFontSize\":40,"
    "\"minOpacity\":0.3,\"maxOpacity\":0.8,\"minSize\":4,\"minStrokeWidth\":1,\"maxStrokeWidth\":4,\"quantileCount\":4,\"quantizeCount\":4,\"zero\":true},"
    "\"projection\":{},"
    "\"legend\":{"
    "\"gradientHorizontalMaxLength\":200,\"gradientHorizontalMinLength\":100,\"gradientVerticalMaxLength\":200,\"gradientVerticalMinLength\":64,"
    "\"unselectedOpacity\":0.35},"
    "\"header\":{\"titlePadding\":10,\"labelPadding\":10},\"headerColumn\":{},\"headerRow\":{},\"headerFacet\":{},"
    "\"title\":{},"
    "\"facet\":{\"spacing\":20},\"concat\":{\"spacing\":20},"
    "\"range\":{\"category\":{\"scheme\":\"tableau10\"},\"ordinal\":{\"scheme\":\"blues\"},\"heatmap\":{\"scheme\":\"yellowgreenblue\"},\"ramp\":{\"scheme\":\"blues\"},"
    "\"diverging\":{\"scheme\":\"blueorange\",\"extent\":[1,0]},\"symbol\":[\"circle\",\"square\",\"triangle-up\",\"cross\",\"diamond\",\"triangle-right\",\"triangle-down\",\"triangle-left\"]},"
    "\"selection\":{\"point\":{\"fields\":[\"_vgsid_\"],\"resolve\":\"global\"},"
    "\"interval\":{\"encodings\":[\"x\",\"y\"],\"resolve\":\"global\",\"mark\":{\"fill\":\"#333\",\"fillOpacity\":0.125,\"stroke\":\"white\"}}},"
    "\"style\":{\"guide-label\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":10},\"guide-title\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":11,\"fontWeight\":\"bold\"},"
    "\"group-title\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":13,\"fontWeight\":\"bold\"},\"group-subtitle\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":12},"
    "\"cell\":{},\"view\":{\"fill\":\"transparent\"}}"
    ",\"vega\":{\"line\":{\"strokeWidth\":2},\"trail\":{\"size\":2},\"text\":{\"font\":\"sans-serif\",\"fontSize\":11},"
    "\"point\":{\"size\":30,\"strokeWidth\":2,\"shape\":\"circle\"},\"circle\":{\"size\":30,\"strokeWidth\":2},"
    "\"square\":{\"size\":30,\"strokeWidth\":2,\"shape\":\"square\"}}"
    "}";
/* clang-format on */

struct fw_value fw_config_default_value(struct fw_maker make)
{
    struct fw_source *source = FW_NEW(make.arena, struct fw_source);
    source->name = "defaults";
    source->text = fw_config_defaults;
    source->length = strlen(fw_config_defaults);
    struct fw_json_scan scan;
    struct fw_value value = fw_undefined();
    fw_json_scan_begin(&scan, make.arena, make.strings, source, 0, source->length, 0);
    fw_json_scan_value(&scan, fw_json_scan_next(&scan), &value);
    return value;
}
