/* What an output says of itself: read from its bytes, decoded, handed out. */
#include "document/inspect.h"

#include <string.h>

#include "base/hash.h"
#include "document/made.h"
#include "figwright/version.h"
#include "render/metadata.h"
#include "text/identity.h"
#include "json/json.h"

/* ---- decoding ----------------------------------------------------------------------------- */

static const char *text_of(struct fw_node node)
{
    fw_str text = fw_node_string(node, NULL);
    return text == NULL ? NULL : text->text;
}

/* The members of an object whose values are texts. */
static const struct fw_fact *read_facts(struct fw_arena *arena, struct fw_node object,
                                        size_t *count)
{
    struct fw_fact *facts = FW_NEW_ARRAY(arena, fw_node_count(object), struct fw_fact);
    *count = 0;
    struct fw_node node =
        fw_node_kind(object) == FW_JSON_OBJECT ? fw_node_first(object) : fw_node_none();
    for (; fw_node_there(node); node = fw_node_next(node)) {
        const char *text = text_of(node);
        if (text != NULL) {
            facts[(*count)++] = (struct fw_fact){ fw_node_get(node)->key->text, text };
        }
    }
    return facts;
}

static const struct fw_input_file *read_inputs(struct fw_arena *arena, struct fw_node array,
                                               size_t *count)
{
    struct fw_input_file *inputs = FW_NEW_ARRAY(arena, fw_node_count(array), struct fw_input_file);
    *count = 0;
    struct fw_node node =
        fw_node_kind(array) == FW_JSON_ARRAY ? fw_node_first(array) : fw_node_none();
    for (; fw_node_there(node); node = fw_node_next(node)) {
        struct fw_input_file *input = &inputs[*count];
        *input = (struct fw_input_file){
            .kind = text_of(fw_node_member(node, "kind")),
            .name = text_of(fw_node_member(node, "path")),
            .digest = text_of(fw_node_member(node, "sha256")),
            .of_base = fw_node_there(fw_node_member(node, "from")),
        };
        *count += input->kind != NULL && input->name != NULL ? 1 : 0;
    }
    return inputs;
}

static void decode_made(struct fw_arena *arena, struct fw_self_description *description)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    *source = (struct fw_source){
        .name = FW_NOTE_MADE,
        .text = description->made,
        .length = strlen(description->made),
    };
    const struct fw_json *json =
        fw_json_read(arena, fw_strings_new(arena), source, NULL, fw_diag_new(arena));
    if (json == NULL) {
        return;
    }
    struct fw_node root = fw_json_root(json);
    description->version = text_of(fw_node_member(root, "figwright"));
    description->sources = text_of(fw_node_member(root, "sources"));
    description->fonts = text_of(fw_node_member(root, "fonts"));
    description->libraries =
        read_facts(arena, fw_node_member(root, "libraries"), &description->library_count);
    description->options =
        read_facts(arena, fw_node_member(root, "options"), &description->option_count);
    description->inputs =
        read_inputs(arena, fw_node_member(root, "inputs"), &description->input_count);
}

bool fw_inspect_read(struct fw_arena *arena, const void *bytes, size_t length,
                     struct fw_self_description *description)
{
    struct fw_metadata metadata;
    if (!fw_metadata_read(arena, bytes, length, &metadata)) {
        return false;
    }
    *description = (struct fw_self_description){
        .format = metadata.format,
        .title = metadata.title,
        .description = metadata.description,
        .source = metadata.source,
        .language = metadata.lang,
        .program = metadata.program,
        .made = fw_metadata_note(&metadata, FW_NOTE_MADE),
        .spec = fw_metadata_note(&metadata, FW_NOTE_SPEC),
    };
    if (description->made != NULL) {
        decode_made(arena, description);
    }
    return true;
}

const char *fw_fact_find(const struct fw_fact *facts, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(facts[i].name, name) == 0) {
            return facts[i].text;
        }
    }
    return NULL;
}

/* ---- the public side ---------------------------------------------------------------------- */

struct fw_inspection {
    struct fw_arena *arena;
    struct fw_self_description description;
};

struct fw_inspection *fw_inspect(const void *bytes, size_t length)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_inspection *inspection = FW_NEW(arena, struct fw_inspection);
    inspection->arena = arena;
    if (!fw_inspect_read(arena, bytes, length, &inspection->description)) {
        fw_arena_destroy(arena);
        return NULL;
    }
    return inspection;
}

void fw_inspection_destroy(struct fw_inspection *inspection)
{
    if (inspection != NULL) {
        fw_arena_destroy(inspection->arena);
    }
}

struct fw_self_description fw_inspection_get(const struct fw_inspection *inspection)
{
    return inspection->description;
}

bool fw_inspection_spec_is_whole(const struct fw_inspection *inspection)
{
    const struct fw_self_description *description = &inspection->description;
    for (size_t i = 0; description->spec != NULL && i < description->input_count; i++) {
        const struct fw_input_file *input = &description->inputs[i];
        if (strcmp(input->kind, "spec") == 0 && input->digest != NULL) {
            struct fw_digest digest = fw_sha256(description->spec, strlen(description->spec));
            return strcmp(digest.text, input->digest) == 0;
        }
    }
    return false;
}

struct fw_fingerprint fw_session_fingerprint(const struct fw_session *session)
{
    size_t count;
    const struct fw_library *libraries = fw_text_libraries(session->arena, &count);
    struct fw_fact *facts = FW_NEW_ARRAY(session->arena, count, struct fw_fact);
    for (size_t i = 0; i < count; i++) {
        facts[i] = (struct fw_fact){ libraries[i].name, libraries[i].version };
    }
    struct fw_digest fonts = { "" };
    if (session->fonts != NULL) {
        fonts = fw_fonts_digest(session->fonts);
    }
    return (struct fw_fingerprint){
        .version = FW_VERSION,
        .sources = fw_made_sources(),
        .fonts = fw_arena_text(session->arena, fonts.text, strlen(fonts.text)),
        .libraries = facts,
        .library_count = count,
    };
}
