/* What a document was made of: every file that was read for it, or looked for and not found. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/inputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

struct item {
    struct fw_inputs_item shown;
    const char *text; /* whose digest nobody has asked for yet, or NULL */
    size_t length;
};

struct fw_inputs {
    struct fw_arena *arena;
    const char *folder, *base;
    struct item *items;
    size_t count, capacity;
};

struct fw_inputs *fw_inputs_new(struct fw_arena *arena, const char *folder, const char *base)
{
    struct fw_inputs *inputs = FW_NEW(arena, struct fw_inputs);
    *inputs = (struct fw_inputs){ .arena = arena, .folder = folder, .base = base };
    return inputs;
}

/* ---- names -------------------------------------------------------------------------------- */

/* What is left of `path` behind `folder` and a slash; NULL where it does not begin so. */
static const char *behind(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    if (strcmp(folder, ".") == 0) {
        return path[0] == '/' || strncmp(path, "../", 3) == 0 ? NULL : path;
    }
    if (strncmp(path, folder, length) != 0 || (path[length] != '/' && folder[length - 1] != '/')) {
        return NULL;
    }
    path += length;
    return path + strspn(path, "/");
}

/* The real place of a path whose last part need not be there; NULL where its folder is not. */
static const char *real_place(struct fw_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *name = "";
    if (real == NULL) {
        real = realpath(fw_path_folder(arena, path), NULL);
        name = fw_path_name(path);
    }
    const char *place = real == NULL    ? NULL
                        : *name == '\0' ? fw_arena_text(arena, real, strlen(real))
                                        : fw_path_join(arena, real, name);
    free(real);
    return place;
}

/* The way from one real place to another, both absolute: "../" for each folder to leave. */
static const char *way(struct fw_arena *arena, const char *from, const char *to)
{
    size_t same = 0; /* ends behind the last slash that both have, or at the end of `from` */
    size_t i = 0;
    while (from[i] != '\0' && from[i] == to[i]) {
        i++;
        same = from[i - 1] == '/' ? i : same;
    }
    if (from[i] == '\0' && to[i] == '/') {
        return to + i + 1;
    }
    const char *ups = "";
    for (const char *at = from + same; at != NULL && *at != '\0';) {
        ups = fw_arena_printf(arena, "../%s", ups);
        at = strchr(at, '/');
        at += at != NULL ? 1 : 0;
    }
    return fw_arena_printf(arena, "%s%s", ups, to + same);
}

const char *fw_path_relative(struct fw_arena *arena, const char *folder, const char *path)
{
    const char *rest = behind(path, folder);
    if (rest != NULL) {
        return rest;
    }
    const char *from = real_place(arena, folder), *to = real_place(arena, path);
    return from == NULL || to == NULL ? path : way(arena, from, to);
}

const char *fw_path_short(struct fw_arena *arena, const char *path)
{
    char *text = fw_arena_text(arena, path, strlen(path)), *up;
    while ((up = strstr(text, "/../")) != NULL) {
        char *begin = up;
        while (begin > text && begin[-1] != '/') {
            begin--;
        }
        if (begin == up || strncmp(begin, "../", 3) == 0 || strncmp(begin, "./", 2) == 0) {
            break;
        }
        memmove(begin, up + 4, strlen(up + 4) + 1);
    }
    return fw_file_is_same(path, text) ? text : path;
}

static void name_item(const struct fw_inputs *inputs, struct fw_inputs_item *item)
{
    const char *of_base = inputs->base == NULL ? NULL : behind(item->file, inputs->base);
    item->of_base = of_base != NULL;
    item->name =
        of_base != NULL ? of_base : fw_path_relative(inputs->arena, inputs->folder, item->file);
}

/* ---- records ------------------------------------------------------------------------------ */

static struct item *find(const struct fw_inputs *inputs, const char *kind, const char *path)
{
    for (size_t i = 0; i < inputs->count; i++) {
        struct item *item = &inputs->items[i];
        if (strcmp(item->shown.kind, kind) == 0 && strcmp(item->shown.file, path) == 0) {
            return item;
        }
    }
    return NULL;
}

/* A new item; NULL where nothing is recorded, or this is already. */
static struct item *add(struct fw_inputs *inputs, const char *kind, const char *name,
                        const char *path)
{
    if (inputs == NULL || find(inputs, kind, path) != NULL) {
        return NULL;
    }
    FW_RESERVE(inputs->arena, inputs->items, inputs->count, inputs->capacity);
    struct item *item = &inputs->items[inputs->count++];
    const char *file = fw_arena_text(inputs->arena, path, strlen(path));
    *item = (struct item){ .shown = { .kind = kind, .name = name, .file = file } };
    if (name == NULL) {
        name_item(inputs, &item->shown);
    }
    return item;
}

static void set_digest(const struct fw_inputs *inputs, struct item *item, const char *text,
                       size_t length)
{
    struct fw_digest digest = fw_sha256(text, length);
    item->shown.digest = fw_arena_text(inputs->arena, digest.text, strlen(digest.text));
    item->text = NULL;
}

void fw_inputs_add_named(struct fw_inputs *inputs, const char *kind, const char *name,
                         const char *path, const char *text, size_t length)
{
    struct item *item = add(inputs, kind, name, path);
    if (item != NULL) {
        item->text = text != NULL ? text : "";
        item->length = length;
    }
}

void fw_inputs_add(struct fw_inputs *inputs, const char *kind, const char *path, const char *text,
                   size_t length)
{
    fw_inputs_add_named(inputs, kind, NULL, path, text, length);
}

void fw_inputs_add_now(struct fw_inputs *inputs, const char *kind, const char *path,
                       const char *text, size_t length)
{
    struct item *item = add(inputs, kind, NULL, path);
    if (item != NULL) {
        set_digest(inputs, item, text, length);
    }
}

void fw_inputs_add_absent(struct fw_inputs *inputs, const char *kind, const char *path)
{
    add(inputs, kind, NULL, path);
}

size_t fw_inputs_count(const struct fw_inputs *inputs)
{
    return inputs == NULL ? 0 : inputs->count;
}

struct fw_inputs_item fw_inputs_get(struct fw_inputs *inputs, size_t index)
{
    struct item *item = &inputs->items[index];
    if (item->text != NULL) {
        set_digest(inputs, item, item->text, item->length);
    }
    return item->shown;
}
