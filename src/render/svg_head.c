/* How an SVG begins, and what its ids begin with. */
#include <string.h>
#include <zlib.h>

#include "render/metadata.h"
#include "render/svg.h"

static void put_size(struct fw_bytes *out, const struct fw_scene *scene)
{
    fw_svg_number(out, "width", scene->width);
    fw_svg_number(out, "height", scene->height);
    fw_bytes_puts(out, " viewBox=\"0 0 ");
    fw_bytes_number(out, scene->width, FW_SVG_DECIMALS);
    fw_bytes_put(out, ' ');
    fw_bytes_number(out, scene->height, FW_SVG_DECIMALS);
    fw_bytes_put(out, '"');
}

/* Title and description name and describe the picture; one alone does both. */
static void put_roles(struct fw_bytes *out, const struct fw_metadata *metadata, bool labels)
{
    bool title = metadata->title != NULL, description = metadata->description != NULL;
    fw_bytes_puts(out, labels ? " role=\"graphics-document document\"" : " role=\"img\"");
    if (title || description) {
        fw_bytes_printf(out, " aria-labelledby=\"" FW_SVG_ID "%s\"",
                        title ? "title" : "description");
    }
    if (title && description) {
        fw_bytes_puts(out, " aria-describedby=\"" FW_SVG_ID "description\"");
    }
}

void fw_svg_head(struct fw_bytes *out, const struct fw_scene *scene,
                 const struct fw_render_options *options, bool labels)
{
    struct fw_metadata metadata = fw_metadata_of("svg", scene, options);
    fw_bytes_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\""
                       " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\""
                       " id=\"" FW_SVG_ID "figure\"");
    put_size(out, scene);
    put_roles(out, &metadata, labels);
    fw_xml_attribute(out, "lang", metadata.lang); /* of SVG 2, and of HTML around it */
    fw_xml_attribute(out, "xml:lang", metadata.lang);
    fw_bytes_puts(out, ">\n");
    fw_xml_element(out, "title id=\"" FW_SVG_ID "title\"", metadata.title);
    fw_xml_element(out, "desc id=\"" FW_SVG_ID "description\"", metadata.description);
    if (!options->bare) {
        metadata.title = metadata.description = metadata.lang = NULL; /* they are said */
        fw_bytes_puts(out, "<metadata>\n");
        fw_metadata_put_rdf(out, &metadata);
        fw_bytes_puts(out, "</metadata>\n");
    }
}

void fw_svg_seal(struct fw_bytes *out, const struct fw_bytes *document)
{
    const char *at = document->data, *end = at + document->length;
    unsigned sum = (unsigned)crc32_z(0, (const Bytef *)at, document->length);
    while (at < end) {
        const char *mark = memchr(at, FW_SVG_ID[0], (size_t)(end - at));
        fw_bytes_append(out, at, (size_t)((mark == NULL ? end : mark) - at));
        if (mark != NULL) {
            fw_bytes_printf(out, "f%08x-", sum);
        }
        at = mark == NULL ? end : mark + 1;
    }
}
