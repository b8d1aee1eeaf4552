/* Gathers what a file says about its picture, and writes it as RDF. */
#include "render/metadata.h"

#include <string.h>

#include "render/xml.h"

struct fw_metadata fw_metadata_of(const char *format, const struct fw_scene *scene,
                                  const struct fw_render_options *options)
{
    struct fw_metadata metadata = { .format = format, .lang = scene->lang };
    if (!options->bare) {
        metadata.title = scene->title;
        metadata.description = scene->description;
        metadata.source = scene->source;
        metadata.program = "figwright";
        metadata.notes = options->notes;
        metadata.note_count = options->note_count;
    }
    return metadata;
}

/* A property whose value is one item of a container: `attributes` are the item's. */
static void put_item(struct fw_bytes *out, const char *name, const char *container,
                     const char *attributes, const char *text)
{
    if (text != NULL) {
        fw_bytes_printf(out, "<%s><rdf:%s><rdf:li%s>", name, container, attributes);
        fw_xml_escape(out, text, strlen(text));
        fw_bytes_printf(out, "</rdf:li></rdf:%s></%s>\n", container, name);
    }
}

static void put_notes(struct fw_bytes *out, const struct fw_render_note *notes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fw_bytes_puts(out, i == 0 ? "<figwright:notes><rdf:Seq>\n" : "");
        fw_bytes_puts(out, "<rdf:li rdf:parseType=\"Resource\">\n");
        fw_xml_element(out, "figwright:key", notes[i].key);
        fw_xml_element(out, "figwright:text", notes[i].text);
        fw_bytes_puts(out, "</rdf:li>\n");
        fw_bytes_puts(out, i + 1 == count ? "</rdf:Seq></figwright:notes>\n" : "");
    }
}

void fw_metadata_put_rdf(struct fw_bytes *out, const struct fw_metadata *metadata)
{
    static const char untranslated[] = " xml:lang=\"x-default\"";
    fw_bytes_puts(out, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\""
                       " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                       " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                       " xmlns:figwright=\"urn:figwright:\">\n");
    put_item(out, "dc:title", "Alt", untranslated, metadata->title);
    put_item(out, "dc:description", "Alt", untranslated, metadata->description);
    put_item(out, "dc:language", "Bag", "", metadata->lang);
    fw_xml_element(out, "dc:source", metadata->source);
    fw_xml_element(out, "xmp:CreatorTool", metadata->program);
    put_notes(out, metadata->notes, metadata->note_count);
    fw_bytes_puts(out, "</rdf:Description>\n</rdf:RDF>\n");
}
