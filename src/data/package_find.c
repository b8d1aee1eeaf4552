/* Which resource of which datapackage.json describes a data file. */
#define _XOPEN_SOURCE 700 /* stat */
#include "data/package_find.h"

#include <string.h>
#include <sys/stat.h>

#include "data/access.h"
#include "data/package_decode.h"

/* Which file a path leads to: links and spellings do not matter. */
struct file_id {
    bool is_there;
    dev_t device;
    ino_t inode;
};

/* A folder that was looked into. */
struct fw_package_file {
    const char *real;                 /* of the folder */
    const struct fw_package *package; /* NULL: it has none, or a faulty one */
    const struct file_id *ids;        /* [package->resource_count] of their files */
    bool is_used;                     /* its paths were checked */
};

static struct file_id identify(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return (struct file_id){ .is_there = false };
    }
    return (struct file_id){ true, status.st_dev, status.st_ino };
}

static bool is_same(const struct file_id *a, const struct file_id *b)
{
    return a->is_there && b->is_there && a->device == b->device && a->inode == b->inode;
}

/* ---- paths of resources ------------------------------------------------------------------- */

static bool is_url(const char *path)
{
    return strstr(path, "://") != NULL;
}

/** Whether a path stays below its package, as Frictionless asks for safety's sake. */
static bool is_below(const char *path)
{
    for (const char *p = path; p != NULL; p = strchr(p, '/')) {
        p += *p == '/';
        size_t part = strcspn(p, "/");
        if (part == 2 && memcmp(p, "..", 2) == 0) {
            return false;
        }
    }
    return path[0] != '/';
}

static bool is_local(const struct fw_resource *resource)
{
    return resource->path != NULL && !is_url(resource->path) && is_below(resource->path);
}

static struct fw_place path_place(const struct fw_load *load, const struct fw_resource *resource)
{
    return fw_node_place(load->arena, fw_node_member(resource->at, "path"));
}

static void report_twice(const struct fw_load *load, const struct fw_resource *first,
                         const struct fw_resource *second)
{
    struct fw_place place = path_place(load, first);
    size_t line, column;
    fw_source_locate(place.source, place.begin, &line, &column);
    struct fw_diagnostic *d =
        fw_report(load->diag, path_place(load, second), FW_PACKAGE_CONFLICT,
                  "resource '%s' claims a file that '%s' describes too", second->name, first->name);
    fw_hint(load->diag, d, "the other is in %s:%zu; leave one of them", place.source->name, line);
}

/** Reports paths that lead nowhere, out of the package, or to the file of another resource. */
static void check_paths(const struct fw_load *load, struct fw_package_file *file)
{
    const struct fw_package *package = file->package;
    for (size_t i = 0; i < package->resource_count && !file->is_used; i++) {
        const struct fw_resource *resource = &package->resources[i];
        if (resource->path == NULL || is_url(resource->path)) {
            continue;
        }
        if (!is_below(resource->path)) {
            fw_report(load->diag, path_place(load, resource), FW_FILE_FORBIDDEN,
                      "'%s' leads out of the folder of its package", resource->path);
        } else if (!file->ids[i].is_there) {
            fw_report(load->diag, path_place(load, resource), FW_FILE_MISSING,
                      "resource '%s' names a file that is not there, '%s'", resource->name,
                      resource->path);
        }
        for (size_t k = 0; k < i; k++) {
            if (is_same(&file->ids[k], &file->ids[i])) {
                report_twice(load, &package->resources[k], resource);
                break;
            }
        }
    }
    file->is_used = true;
}

/* ---- packages of folders ------------------------------------------------------------------ */

static const struct file_id *identify_all(const struct fw_load *load, const char *folder,
                                          const struct fw_package *package)
{
    struct file_id *ids = FW_NEW_ARRAY(load->arena, package->resource_count, struct file_id);
    for (size_t i = 0; i < package->resource_count; i++) {
        const struct fw_resource *resource = &package->resources[i];
        if (is_local(resource)) {
            ids[i] = identify(fw_arena_printf(load->arena, "%s/%s", folder, resource->path));
        }
    }
    return ids;
}

/** What a folder has, read at the first call. */
static struct fw_package_file *look_into(const struct fw_load *load,
                                         const struct fw_access_folder *folder,
                                         struct fw_place place)
{
    struct fw_packages *packages = load->packages;
    for (size_t i = 0; i < packages->file_count; i++) {
        if (strcmp(packages->files[i].real, folder->real) == 0) {
            return &packages->files[i];
        }
    }
    FW_RESERVE(packages->arena, packages->files, packages->file_count, packages->file_capacity);
    struct fw_package_file *file = &packages->files[packages->file_count++];
    *file = (struct fw_package_file){ .real = folder->real };
    const struct fw_source *source = fw_access_read_in(load, folder, "datapackage.json", place);
    if (source != NULL) {
        file->package = fw_package_decode(load->arena, load->strings, load->diag, source);
    }
    if (file->package != NULL) {
        file->ids = identify_all(load, folder->real, file->package);
    }
    return file;
}

static void note_used(struct fw_packages *packages, const struct fw_resource *resource)
{
    for (size_t i = 0; i < packages->used_count; i++) {
        if (packages->used[i] == resource) {
            return;
        }
    }
    FW_RESERVE(packages->arena, packages->used, packages->used_count, packages->used_capacity);
    packages->used[packages->used_count++] = resource;
}

const struct fw_resource *fw_package_find(const struct fw_load *load, const char *shown,
                                          const char *real, struct fw_place place)
{
    size_t errors = fw_diag_errors(load->diag);
    const struct fw_access_folder *folders;
    size_t count = fw_access_folders(load, shown, real, &folders);
    struct file_id wanted = identify(real);
    const struct fw_resource *found = NULL;
    for (size_t f = 0; f < count; f++) {
        struct fw_package_file *file = look_into(load, &folders[f], place);
        for (size_t i = 0; file->package != NULL && i < file->package->resource_count; i++) {
            if (!is_same(&wanted, &file->ids[i])) {
                continue;
            }
            check_paths(load, file);
            const struct fw_resource *resource = &file->package->resources[i];
            if (found != NULL && found->package != resource->package) {
                report_twice(load, found, resource);
            }
            found = found == NULL ? resource : found;
        }
    }
    if (fw_diag_errors(load->diag) > errors) {
        return NULL;
    }
    if (found != NULL) {
        note_used(load->packages, found);
    }
    return found;
}
