/* Which files a document may read: those below its own folder and the folders that were allowed. */
#define _XOPEN_SOURCE 700 /* realpath, openat flags */
#include "data/access.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/inputs.h"
#include "base/limits.h"

/* Names looked through for a near one to a file that is missing; our taste. */
enum { NAMES_MOST = 2000 };

/** One request, from url to bytes. */
struct access {
    const struct fw_load *load;
    const char *url;
    struct fw_place place;
    const char *kind; /* "data", "package" or "image": what it is recorded as */
    const char *path; /* the url joined to its folder */
};

/** The length of "http:" and the like at the start of a url, or 0. */
static size_t scheme_length(const char *url)
{
    size_t i = 0;
    while ((url[i] >= 'a' && url[i] <= 'z') || (url[i] >= 'A' && url[i] <= 'Z') ||
           (i > 0 && ((url[i] >= '0' && url[i] <= '9') || strchr("+.-", url[i]) != NULL) &&
            url[i] != '\0')) {
        i++;
    }
    return url[i] == ':' ? i + 1 : 0;
}

/** Reports a url that only a network could answer. */
static bool is_local(const struct access *access, const char *url)
{
    struct fw_diag *diag = access->load->diag;
    size_t scheme = scheme_length(url);
    if (strncmp(url, "data:", 5) == 0) {
        fw_report(diag, access->place, FW_UNKNOWN_VALUE,
                  "a data url holds data only: this has to be a file");
        return false;
    }
    if (scheme > 0 || strncmp(url, "//", 2) == 0) {
        struct fw_diagnostic *d =
            fw_report(diag, access->place, FW_NO_NETWORK,
                      "'%s' needs a network, and figwright reads local files only", url);
        fw_hint(diag, d, "save the file next to the spec, or name its folder with --base-url");
        return false;
    }
    return true;
}

static const char *join(struct fw_arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    return fw_arena_printf(arena, "%s%s%s", folder, slash || name[0] == '/' ? "" : "/", name);
}

/** The path that a url means; as in Vega a base url goes before absolute paths too. NULL: reported.
 */
static const char *path_of(const struct access *access)
{
    const struct fw_load *load = access->load;
    const char *url = access->url;
    if (strncmp(url, "file://", 7) == 0) {
        return url + 7;
    }
    if (!is_local(access, url)) {
        return NULL;
    }
    const char *base = load->base_url;
    if (base != NULL) {
        base = strncmp(base, "file://", 7) == 0 ? base + 7 : base;
        return is_local(access, base) ? join(load->arena, base, url) : NULL;
    }
    bool is_here = load->folder == NULL || strcmp(load->folder, ".") == 0;
    return url[0] == '/' || is_here ? url : join(load->arena, load->folder, url);
}

/* ---- what may be read --------------------------------------------------------------------- */

/** The place of a path with symbolic links followed, in the arena; NULL and errno when there is
 * none. */
static const char *real_path(struct fw_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    if (real == NULL) {
        return NULL;
    }
    const char *copy = fw_arena_text(arena, real, strlen(real));
    free(real);
    return copy;
}

static bool is_below(struct fw_arena *arena, const char *real, const char *folder)
{
    const char *root = folder == NULL ? NULL : real_path(arena, folder);
    if (root == NULL) {
        return false;
    }
    size_t length = strlen(root);
    return strcmp(root, "/") == 0 ||
           (strncmp(real, root, length) == 0 && (real[length] == '/' || real[length] == '\0'));
}

static bool is_allowed(const struct fw_load *load, const char *real)
{
    const char *base = load->base_url;
    if (base != NULL && strncmp(base, "file://", 7) == 0) {
        base += 7;
    }
    if (is_below(load->arena, real, load->folder != NULL ? load->folder : ".") ||
        is_below(load->arena, real, base)) {
        return true;
    }
    for (size_t i = 0; i < load->allowed_count; i++) {
        if (is_below(load->arena, real, load->allowed[i])) {
            return true;
        }
    }
    return false;
}

static void report_forbidden(const struct access *access)
{
    struct fw_diag *diag = access->load->diag;
    fw_hint(diag,
            fw_report(diag, access->place, FW_FILE_FORBIDDEN,
                      "'%s' lies outside the folders that may be read", access->url),
            "allow its folder with --allow DIR");
}

/* ---- files that are not there ------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** The names in a folder, sorted so that the nearest one does not depend on the file system. */
static size_t list_names(struct fw_arena *arena, const char *folder, const char ***names)
{
    DIR *dir = opendir(folder);
    size_t count = 0, capacity = 0;
    const char **list = NULL;
    struct dirent *entry;
    while (dir != NULL && count < NAMES_MOST && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] != '.') {
            FW_RESERVE(arena, list, count, capacity);
            list[count++] = fw_arena_text(arena, entry->d_name, strlen(entry->d_name));
        }
    }
    if (dir != NULL) {
        closedir(dir);
    }
    if (count > 0) {
        qsort(list, count, sizeof *list, by_text);
    }
    *names = list;
    return count;
}

/** Says that a file is missing, and what lies near it; nothing is told of folders that may not be
 * read. */
static void report_missing(const struct access *access)
{
    const struct fw_load *load = access->load;
    const char *slash = strrchr(access->path, '/');
    const char *folder = slash == NULL           ? "."
                         : slash == access->path ? "/"
                                                 : fw_arena_text(load->arena, access->path,
                                                                 (size_t)(slash - access->path));
    const char *real = real_path(load->arena, folder);
    if (real != NULL && !is_allowed(load, real)) {
        report_forbidden(access);
        return;
    }
    fw_inputs_add_absent(load->inputs, access->kind, access->path);
    struct fw_diagnostic *d =
        fw_report(load->diag, access->place, FW_FILE_MISSING, "no file '%s'", access->path);
    if (real == NULL) {
        fw_hint(load->diag, d, "its folder is not there either");
        return;
    }
    const char **names;
    size_t count = list_names(load->arena, real, &names);
    fw_hint_nearest(load->diag, d, slash == NULL ? access->path : slash + 1, names, count);
}

/* ---- reading ------------------------------------------------------------------------------ */

static void report_unreadable(const struct access *access, const char *why)
{
    fw_report(access->load->diag, access->place, FW_FILE_UNREADABLE, "cannot read '%s': %s",
              access->path, why);
}

/** Reads `size` bytes, or fewer when the file has shrunk; SIZE_MAX when reading fails. */
static size_t read_bytes(int file, char *text, size_t size)
{
    size_t length = 0;
    while (length < size) {
        ssize_t got = read(file, text + length, size - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return SIZE_MAX;
        }
        if (got == 0) {
            break;
        }
        length += (size_t)got;
    }
    return length;
}

static const struct fw_source *read_file(const struct access *access, int file)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        report_unreadable(access, strerror(errno));
        return NULL;
    }
    if (!S_ISREG(status.st_mode)) {
        report_unreadable(access,
                          S_ISDIR(status.st_mode) ? "it is a folder" : "it is no plain file");
        return NULL;
    }
    if ((uintmax_t)status.st_size > FW_LIMIT_DATA_BYTES) {
        report_unreadable(access, "it is larger than a data file may be");
        return NULL;
    }
    size_t size = (size_t)status.st_size;
    char *text = fw_arena_alloc(access->load->arena, size + 1);
    size_t length = read_bytes(file, text, size);
    if (length == SIZE_MAX) {
        report_unreadable(access, strerror(errno));
        return NULL;
    }
    struct fw_source *source = FW_NEW(access->load->arena, struct fw_source);
    *source = (struct fw_source){ .name = access->path, .text = text, .length = length };
    fw_inputs_add(access->load->inputs, access->kind, access->path, text, length);
    return source;
}

/** The real place of what the url means, allowed to be read; NULL: reported. */
static const char *find(struct access *access)
{
    const struct fw_load *load = access->load;
    access->path = path_of(access);
    if (access->path == NULL) {
        return NULL;
    }
    const char *real = real_path(load->arena, access->path);
    if (real == NULL && (errno == ENOENT || errno == ENOTDIR)) {
        report_missing(access);
        return NULL;
    }
    if (real == NULL) {
        report_unreadable(access, strerror(errno));
        return NULL;
    }
    if (!is_allowed(load, real)) {
        report_forbidden(access);
        return NULL;
    }
    return real;
}

const char *fw_access_find(const struct fw_load *load, const char *url, struct fw_place place,
                           const char **path)
{
    struct access access = { .load = load, .url = url, .place = place, .kind = "image" };
    const char *real = find(&access);
    struct stat status;
    if (real != NULL && (stat(real, &status) != 0 || !S_ISREG(status.st_mode))) {
        report_unreadable(&access, "it is no plain file");
        return NULL;
    }
    *path = access.path;
    return real;
}

/** Opens and reads a real path. */
static const struct fw_source *open_and_read(const struct access *access, const char *real)
{
    /* The real path has no link in it: one that appears meanwhile is refused. */
    int file = open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        report_unreadable(access, strerror(errno));
        return NULL;
    }
    const struct fw_source *source = read_file(access, file);
    close(file);
    return source;
}

const struct fw_source *fw_access_read_real(const struct fw_load *load, const char *url,
                                            struct fw_place place, const char **real)
{
    struct access access = { .load = load, .url = url, .place = place, .kind = "data" };
    *real = find(&access);
    return *real == NULL ? NULL : open_and_read(&access, *real);
}

const struct fw_source *fw_access_read(const struct fw_load *load, const char *url,
                                       struct fw_place place)
{
    const char *real;
    return fw_access_read_real(load, url, place, &real);
}

/* ---- folders above ------------------------------------------------------------------------ */

/** The folder that a path's last part stands in, by its text alone. */
static const char *parent(struct fw_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    if (strcmp(name, "..") == 0 || strcmp(name, ".") == 0) {
        return strcmp(path, ".") == 0 ? ".." : fw_arena_printf(arena, "%s/..", path);
    }
    if (slash == NULL) {
        return ".";
    }
    return slash == path ? "/" : fw_arena_text(arena, path, (size_t)(slash - path));
}

size_t fw_access_folders(const struct fw_load *load, const char *shown, const char *real,
                         const struct fw_access_folder **folders)
{
    struct fw_arena *arena = load->arena;
    struct fw_access_folder *list = NULL;
    size_t count = 0, capacity = 0;
    do {
        shown = parent(arena, shown);
        real = parent(arena, real);
        if (!is_allowed(load, real)) {
            break;
        }
        const char *led_to = real_path(arena, shown);
        if (led_to == NULL || strcmp(led_to, real) != 0) {
            shown = real; /* a link on the way: the text leads elsewhere */
        }
        FW_RESERVE(arena, list, count, capacity);
        list[count++] = (struct fw_access_folder){ .shown = shown, .real = real };
    } while (strcmp(real, "/") != 0);
    *folders = list;
    return count;
}

const struct fw_source *fw_access_read_in(const struct fw_load *load,
                                          const struct fw_access_folder *folder, const char *name,
                                          struct fw_place place)
{
    struct access access = { .load = load, .url = name, .place = place, .kind = "package" };
    const char *real = real_path(load->arena, join(load->arena, folder->real, name));
    access.path = strcmp(folder->shown, ".") == 0 ? name : join(load->arena, folder->shown, name);
    if (real == NULL && (errno == ENOENT || errno == ENOTDIR)) {
        fw_inputs_add_absent(load->inputs, access.kind, access.path);
        return NULL;
    }
    if (real == NULL) {
        report_unreadable(&access, strerror(errno));
        return NULL;
    }
    if (!is_allowed(load, real)) {
        report_forbidden(&access);
        return NULL;
    }
    return open_and_read(&access, real);
}
