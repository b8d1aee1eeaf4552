/* Which resource of which datapackage.json describes a data file. */
#define _XOPEN_SOURCE 700 /* stat */
#include "data/package_find.h"

#include <string.h>
#include <sys/stat.h>

#include "data/access.h"
#include "data/package_decode.h"
#include "data/package_index.h"

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
    const struct file_id *ids;        /* [package->index->count] of its resources' files */
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

static bool is_local(const struct fw_package_entry *entry)
{
    return entry->path != NULL && !is_url(entry->path) && is_below(entry->path);
}

static void report_twice(const struct fw_load *load, const struct fw_package_entry *first,
                         const struct fw_package_entry *second)
{
    size_t line, column;
    fw_source_locate(first->path_place.source, first->path_place.begin, &line, &column);
    struct fw_diagnostic *d =
        fw_report(load->diag, second->path_place, FW_PACKAGE_CONFLICT,
                  "'%s' is described twice, here and as '%s'", second->path, first->name);
    fw_hint(load->diag, d, "the other is in %s:%zu; leave one of them",
            first->path_place.source->name, line);
}

static void check_path(const struct fw_load *load, const struct fw_package_file *file, size_t i)
{
    const struct fw_package_entry *entries = file->package->index->entries;
    const struct fw_package_entry *entry = &entries[i];
    if (entry->path == NULL || is_url(entry->path)) {
        return;
    }
    if (!is_below(entry->path)) {
        fw_report(load->diag, entry->path_place, FW_FILE_FORBIDDEN,
                  "'%s' leads out of the folder of its package", entry->path);
    } else if (!file->ids[i].is_there) {
        fw_report(load->diag, entry->path_place, FW_FILE_MISSING,
                  "the package names a file that is not there, '%s'", entry->path);
    }
    for (size_t k = 0; k < i; k++) {
        if (is_same(&file->ids[k], &file->ids[i])) {
            report_twice(load, &entries[k], entry);
            return;
        }
    }
}

/** Reports paths that lead nowhere, out of the package, or to the file of another resource. */
static void check_paths(const struct fw_load *load, struct fw_package_file *file)
{
    for (size_t i = 0; i < file->package->index->count && !file->is_used; i++) {
        check_path(load, file, i);
    }
    file->is_used = true;
}

/* ---- packages of folders ------------------------------------------------------------------ */

static const struct file_id *identify_all(const struct fw_load *load, const char *folder,
                                          const struct fw_package *package)
{
    const struct fw_package_index *index = package->index;
    struct file_id *ids = FW_NEW_ARRAY(load->arena, index->count, struct file_id);
    for (size_t i = 0; i < index->count; i++) {
        if (is_local(&index->entries[i])) {
            ids[i] =
                identify(fw_arena_printf(load->arena, "%s/%s", folder, index->entries[i].path));
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
        struct fw_package_reading reading = { load->arena, load->strings, load->diag };
        file->package = fw_package_decode(&reading, source);
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

/** The entry of a package that is the file, or NULL. */
static struct fw_package_entry *find_entry(const struct fw_package_file *file,
                                           const struct file_id *wanted)
{
    for (size_t i = 0; file->package != NULL && i < file->package->index->count; i++) {
        if (is_same(wanted, &file->ids[i])) {
            return &file->package->index->entries[i];
        }
    }
    return NULL;
}

const struct fw_resource *fw_package_find(const struct fw_load *load, const char *shown,
                                          const char *real, struct fw_place place)
{
    const struct fw_access_folder *folders;
    size_t count = fw_access_folders(load, shown, real, &folders);
    struct file_id wanted = identify(real);
    const struct fw_package *package = NULL;
    struct fw_package_entry *found = NULL;
    for (size_t f = 0; f < count; f++) {
        struct fw_package_file *file = look_into(load, &folders[f], place);
        struct fw_package_entry *entry = find_entry(file, &wanted);
        if (entry == NULL) {
            continue;
        }
        check_paths(load, file);
        if (found != NULL) {
            report_twice(load, found, entry);
        } else {
            found = entry;
            package = file->package;
        }
    }
    struct fw_package_reading reading = { load->arena, load->strings, load->diag };
    const struct fw_resource *resource =
        found == NULL ? NULL : fw_package_resource(&reading, package, found);
    if (resource != NULL) {
        note_used(load->packages, resource);
    }
    return resource;
}
