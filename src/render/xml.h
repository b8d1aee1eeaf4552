/* XML that we write, and that we wrote: escaped text out; start tags and their texts in. */
#ifndef FW_RENDER_XML_H
#define FW_RENDER_XML_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/bytes.h"

/** Appends text with what XML reserves escaped, fit for contents and quoted attributes. What is no
 * character of XML becomes a space or U+FFFD; all else comes back as it was. */
void fw_xml_escape(struct fw_bytes *out, const char *text, size_t length);

/** Appends ` name="text"`; nothing where `text` is NULL. */
void fw_xml_attribute(struct fw_bytes *out, const char *name, const char *text);

/** Appends `<start>text</name>` and a new line, where `start` is the name and any attributes;
 * nothing where `text` is NULL. */
void fw_xml_element(struct fw_bytes *out, const char *start, const char *text);

/** Where reading is; any bytes may lie between. */
struct fw_xml {
    const char *at, *end;
};

/** A start tag, as it stands in the text. */
struct fw_xml_tag {
    const char *name, *attributes;
    size_t name_length, attributes_length;
};

/** Goes behind the next start tag; end tags, comments and processing instructions are passed over.
 * False at the end. Nothing is checked for being well-formed. */
bool fw_xml_next(struct fw_xml *xml, struct fw_xml_tag *tag);

bool fw_xml_is(const struct fw_xml_tag *tag, const char *name);

/** The text from here to the next tag, entities resolved. */
const char *fw_xml_read_text(struct fw_arena *arena, struct fw_xml *xml);

/** The value of an attribute; NULL when it is not there. */
const char *fw_xml_read_attribute(struct fw_arena *arena, const struct fw_xml_tag *tag,
                                  const char *name);

#endif
