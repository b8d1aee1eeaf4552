/* Finds title, description and notes in the bytes of PNG, SVG and PDF files. */
#include <string.h>
#include <zlib.h>

#include "base/utf8.h"
#include "render/metadata.h"
#include "render/xml.h"

struct reader {
    struct fw_arena *arena;
    struct fw_metadata *out;
    struct fw_render_note *notes; /* [out->note_count], room for note_capacity */
    size_t note_capacity;
    size_t inflated; /* bytes of compressed texts so far */
};

/* Files come from anywhere: bytes that are no UTF-8 become U+FFFD. */
static const char *clean(struct fw_arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (fw_utf8_check(text, length) == length) {
        return text;
    }
    char *cleaned = fw_arena_array(arena, length + 1, 3), *to = cleaned;
    for (const char *end = text + length; text < end;) {
        to += fw_utf8_put(fw_utf8_next(text, end, &text), to);
    }
    return cleaned;
}

/* The first text of a kind counts. */
static void set(struct reader *reader, const char **member, const char *text)
{
    if (*member == NULL && text != NULL && text[0] != '\0') {
        *member = clean(reader->arena, text);
    }
}

static void add_note(struct reader *reader, const char *key, const char *text)
{
    FW_RESERVE(reader->arena, reader->notes, reader->out->note_count, reader->note_capacity);
    struct fw_render_note note = { clean(reader->arena, key), clean(reader->arena, text) };
    reader->notes[reader->out->note_count++] = note;
    reader->out->notes = reader->notes;
}

static uint32_t get_u32(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Takes the text up to the next NUL from the front of a chunk; NULL when there is no NUL. */
static const char *take_text(const char **at, const char *end)
{
    const char *begin = *at;
    const char *nul = memchr(begin, '\0', (size_t)(end - begin));
    *at = nul == NULL ? end : nul + 1;
    return nul == NULL ? NULL : begin;
}

/* Bytes that the compressed texts of one file may have together, however few they are packed into:
 * a spec is held to as many. */
enum { MOST_INFLATED = 1 << 26, INFLATE_STEP = 1 << 16 };

/* A compressed text; NULL when it is damaged or too long. */
static const char *inflate_text(struct reader *reader, const char *at, const char *end)
{
    z_stream stream = { .next_in = (z_const Bytef *)at, .avail_in = (uInt)(end - at) };
    struct fw_bytes text = { 0 };
    int status = inflateInit(&stream);
    while (status == Z_OK && reader->inflated + text.length < MOST_INFLATED) {
        fw_bytes_reserve(&text, INFLATE_STEP);
        stream.next_out = (Bytef *)text.data + text.length;
        stream.avail_out = INFLATE_STEP;
        status = inflate(&stream, Z_NO_FLUSH);
        text.length += INFLATE_STEP - stream.avail_out;
    }
    inflateEnd(&stream);
    reader->inflated += text.length;
    const char *copy =
        status == Z_STREAM_END ? fw_arena_text(reader->arena, text.data, text.length) : NULL;
    fw_bytes_finish(&text);
    return copy;
}

static void read_png_text(struct reader *reader, const char *at, const char *end)
{
    struct fw_metadata *out = reader->out;
    const char *key = take_text(&at, end);
    bool whole = key != NULL && end - at >= 2, compressed = whole && at[0] == 1;
    at += whole ? 2 : 0;
    const char *lang = whole ? take_text(&at, end) : NULL;
    const char *translated = lang == NULL ? NULL : take_text(&at, end);
    if (translated == NULL) {
        return;
    }
    const char *text = compressed ? inflate_text(reader, at, end)
                                  : fw_arena_text(reader->arena, at, (size_t)(end - at));
    if (text == NULL) {
        return;
    }
    const struct {
        const char *key;
        const char **member;
    } members[] = {
        { "Title", &out->title },
        { "Description", &out->description },
        { "Source", &out->source },
        { "Software", &out->program },
    };
    set(reader, &out->lang, lang);
    for (size_t i = 0; i < FW_COUNT(members); i++) {
        if (strcmp(key, members[i].key) == 0) {
            set(reader, members[i].member, text);
            return;
        }
    }
    add_note(reader, key, text);
}

/* Length, type, body and checksum, chunk after chunk. */
static void read_png(struct reader *reader, const uint8_t *at, const uint8_t *end)
{
    while (end - at >= 12) {
        size_t length = get_u32(at);
        if (length > (size_t)(end - at) - 12) {
            return;
        }
        if (memcmp(at + 4, "iTXt", 4) == 0) {
            read_png_text(reader, (const char *)at + 8, (const char *)at + 8 + length);
        }
        at += 12 + length;
    }
}

/* What a tag of our RDF holds. Texts with languages and lists are one <rdf:li> deeper. */
struct rdf_state {
    const char **item; /* where the text of the next <rdf:li> belongs, or NULL */
    const char *key;   /* of the note */
};

/* True when the tag is one of RDF's or of its names. */
static void read_rdf_tag(struct reader *reader, struct fw_xml *xml, const struct fw_xml_tag *tag,
                         struct rdf_state *state)
{
    struct fw_metadata *out = reader->out;
    const struct {
        const char *name;
        const char **member;
    } lists[] = {
        { "dc:title", &out->title },
        { "dc:description", &out->description },
        { "dc:language", &out->lang },
    };
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        state->item = fw_xml_is(tag, lists[i].name) ? lists[i].member : state->item;
    }
    if (state->item != NULL && fw_xml_is(tag, "rdf:li")) {
        set(reader, state->item, fw_xml_read_text(reader->arena, xml));
        state->item = NULL;
    } else if (fw_xml_is(tag, "dc:source")) {
        set(reader, &out->source, fw_xml_read_text(reader->arena, xml));
    } else if (fw_xml_is(tag, "xmp:CreatorTool")) {
        set(reader, &out->program, fw_xml_read_text(reader->arena, xml));
    } else if (fw_xml_is(tag, "figwright:key")) {
        state->key = fw_xml_read_text(reader->arena, xml);
    } else if (fw_xml_is(tag, "figwright:text") && state->key != NULL) {
        add_note(reader, state->key, fw_xml_read_text(reader->arena, xml));
        state->key = NULL;
    }
}

static bool is_prefixed(const struct fw_xml_tag *tag)
{
    return memchr(tag->name, ':', tag->name_length) != NULL;
}

/* <svg>, then <title>, <desc> and <metadata> up to the first tag that is drawn. */
static bool read_svg(struct reader *reader, struct fw_xml xml)
{
    struct fw_xml_tag tag;
    struct rdf_state state = { 0 };
    if (!fw_xml_next(&xml, &tag) || !fw_xml_is(&tag, "svg")) {
        return false;
    }
    set(reader, &reader->out->lang, fw_xml_read_attribute(reader->arena, &tag, "xml:lang"));
    while (fw_xml_next(&xml, &tag)) {
        if (fw_xml_is(&tag, "title")) {
            set(reader, &reader->out->title, fw_xml_read_text(reader->arena, &xml));
        } else if (fw_xml_is(&tag, "desc")) {
            set(reader, &reader->out->description, fw_xml_read_text(reader->arena, &xml));
        } else if (is_prefixed(&tag)) {
            read_rdf_tag(reader, &xml, &tag, &state);
        } else if (!fw_xml_is(&tag, "metadata")) {
            break;
        }
    }
    return true;
}

/* The last place of `text` in [at, end); NULL when there is none. */
static const char *find_last(const char *at, const char *end, const char *text)
{
    size_t length = strlen(text);
    if ((size_t)(end - at) < length) {
        return NULL;
    }
    for (const char *place = end - length; place >= at; place--) {
        if (*place == *text && memcmp(place, text, length) == 0) {
            return place;
        }
        if (place == at) {
            break;
        }
    }
    return NULL;
}

/* The XMP packet is plain text, so that it is found without reading the PDF; the last one counts.
 */
static void read_pdf(struct reader *reader, const char *at, const char *end)
{
    const char *packet = find_last(at, end, "<x:xmpmeta");
    struct fw_xml xml = { packet == NULL ? end : packet, end };
    struct fw_xml_tag tag;
    struct rdf_state state = { 0 };
    while (fw_xml_next(&xml, &tag) && is_prefixed(&tag)) {
        read_rdf_tag(reader, &xml, &tag, &state);
    }
}

bool fw_metadata_read(struct fw_arena *arena, const void *bytes, size_t length,
                      struct fw_metadata *out)
{
    static const char png[] = "\x89PNG\r\n\x1a\n", pdf[] = "%PDF-";
    const char *at = bytes, *end = at + length;
    struct reader reader = { .arena = arena, .out = out };
    *out = (struct fw_metadata){ 0 };
    if (length >= 8 && memcmp(at, png, 8) == 0) {
        out->format = "png";
        read_png(&reader, (const uint8_t *)at + 8, (const uint8_t *)end);
    } else if (length >= 5 && memcmp(at, pdf, 5) == 0) {
        out->format = "pdf";
        read_pdf(&reader, at, end);
    } else if (length > 0 && read_svg(&reader, (struct fw_xml){ at, end })) {
        out->format = "svg";
    }
    return out->format != NULL;
}

const char *fw_metadata_note(const struct fw_metadata *metadata, const char *key)
{
    for (size_t i = 0; i < metadata->note_count; i++) {
        if (strcmp(metadata->notes[i].key, key) == 0) {
            return metadata->notes[i].text;
        }
    }
    return NULL;
}
