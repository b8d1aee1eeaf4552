/* Files: read whole, written whole or not at all. */
#define _XOPEN_SOURCE 700 /* lstat, O_CLOEXEC */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

enum { FIRST_CHUNK = 64 * 1024 }; /* of a pipe, whose size nobody knows */

static ssize_t read_some(int file, char *text, size_t room)
{
    ssize_t got;
    do {
        got = read(file, text, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

/* Reads to the end; `size` is what to expect, and one byte more is asked for to see the end. */
static enum fw_read_status read_all(struct fw_arena *arena, int file, size_t size, size_t most,
                                    const char **text, size_t *length)
{
    size_t room = size + 1, used = 0;
    char *bytes = fw_arena_alloc(arena, room + 1);
    for (;;) {
        ssize_t got = read_some(file, bytes + used, room - used);
        if (got < 0) {
            return errno == EISDIR ? FW_READ_FOLDER : FW_READ_FAILED;
        }
        used += (size_t)got;
        if (used > most) {
            return FW_READ_TOO_LARGE;
        }
        if (got == 0) {
            break;
        }
        if (used == room) {
            bytes = fw_arena_grow(arena, bytes, used, room * 2 + 1, 1);
            room *= 2;
        }
    }
    bytes[used] = '\0';
    *text = bytes;
    *length = used;
    return FW_READ_FINE;
}

enum fw_read_status fw_file_read(struct fw_arena *arena, const char *path, size_t most,
                                 const char **text, size_t *length)
{
    if (strcmp(path, "-") == 0) {
        return read_all(arena, STDIN_FILENO, FIRST_CHUNK, most, text, length);
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT || errno == ENOTDIR ? FW_READ_MISSING : FW_READ_FAILED;
    }
    struct stat status;
    enum fw_read_status result = FW_READ_FAILED;
    if (fstat(file, &status) == 0) {
        bool is_plain = S_ISREG(status.st_mode);
        if (S_ISDIR(status.st_mode)) {
            result = FW_READ_FOLDER;
        } else if (is_plain && (uintmax_t)status.st_size > most) {
            result = FW_READ_TOO_LARGE;
        } else {
            size_t size = is_plain ? (size_t)status.st_size : FIRST_CHUNK;
            result = read_all(arena, file, size, most, text, length);
        }
    }
    int error = errno;
    close(file);
    errno = error;
    return result;
}

bool fw_file_put(int file, const void *data, size_t length)
{
    const char *bytes = data;
    while (length > 0) {
        ssize_t put = write(file, bytes, length);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

/* The permissions of the file that is replaced, or those of any new one, less the umask. */
static mode_t mode_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode & 0777 : 0666;
}

/* Makes a new file beside `path`; `name` gets its name, to be freed. -1: errno says why. */
static int open_beside(const char *path, char **name)
{
    enum { TRIES = 100 };
    size_t room = strlen(path) + 32;
    *name = malloc(room);
    if (*name == NULL) {
        fw_out_of_memory();
    }
    for (int i = 0; i < TRIES; i++) {
        snprintf(*name, room, "%s.%ld-%d.part", path, (long)getpid(), i);
        int file = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_of(path));
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

/* Writes to a device or a pipe, where there is nothing to rename. */
static bool write_directly(const char *path, const void *data, size_t length)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    bool is_good = fw_file_put(file, data, length);
    return close(file) == 0 && is_good;
}

bool fw_file_write(const char *path, const void *data, size_t length)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        if (S_ISDIR(status.st_mode)) {
            errno = EISDIR;
            return false;
        }
        return write_directly(path, data, length);
    }
    char *beside;
    int file = open_beside(path, &beside);
    if (file < 0) {
        free(beside);
        return false;
    }
    bool is_good = fw_file_put(file, data, length);
    is_good = close(file) == 0 && is_good;
    is_good = is_good && rename(beside, path) == 0;
    int error = errno;
    if (!is_good) {
        unlink(beside);
    }
    free(beside);
    errno = error;
    return is_good;
}

bool fw_file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool fw_file_is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

bool fw_file_is_plain(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool fw_file_is_same(const char *a, const char *b)
{
    struct stat of_a, of_b;
    return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
           of_a.st_ino == of_b.st_ino;
}

bool fw_file_make_folder(const char *path)
{
    if (fw_file_is_folder(path)) {
        return true;
    }
    struct fw_arena *arena = fw_arena_create();
    char *copy = fw_arena_text(arena, path, strlen(path));
    bool is_good = true;
    for (char *slash = strchr(copy + 1, '/'); is_good && slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        is_good = fw_file_is_folder(copy) || mkdir(copy, 0777) == 0 || errno == EEXIST;
        *slash = '/';
    }
    is_good = is_good && (mkdir(copy, 0777) == 0 || (errno == EEXIST && fw_file_is_folder(copy)));
    int error = errno;
    fw_arena_destroy(arena);
    errno = error;
    return is_good;
}

const char *fw_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

const char *fw_path_folder(struct fw_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return ".";
    }
    return slash == path ? "/" : fw_arena_text(arena, path, (size_t)(slash - path));
}

const char *fw_path_join(struct fw_arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool has_slash = length > 0 && folder[length - 1] == '/';
    return fw_arena_printf(arena, "%s%s%s", folder, has_slash || length == 0 ? "" : "/", name);
}

struct listing {
    struct fw_arena *arena;
    bool (*is_wanted)(const char *name);
    const char **paths;
    size_t count, capacity;
};

static bool list_folder(struct listing *listing, const char *folder, int depth);

static bool list_entry(struct listing *listing, const char *folder, const char *name, int depth)
{
    const char *path = fw_path_join(listing->arena, folder, name);
    struct stat status;
    if (name[0] == '.' || lstat(path, &status) != 0) {
        return true; /* hidden, or gone meanwhile */
    }
    if (S_ISDIR(status.st_mode)) {
        return depth == FW_LIMIT_FOLDER_DEPTH || list_folder(listing, path, depth + 1);
    }
    if (listing->is_wanted(name)) {
        FW_RESERVE(listing->arena, listing->paths, listing->count, listing->capacity);
        listing->paths[listing->count++] = path;
    }
    return true;
}

static bool list_folder(struct listing *listing, const char *folder, int depth)
{
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        return false;
    }
    bool is_good = true;
    struct dirent *entry;
    while (is_good && (entry = readdir(dir)) != NULL) {
        is_good = list_entry(listing, folder, entry->d_name, depth);
    }
    int error = errno;
    closedir(dir);
    errno = error;
    return is_good;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool fw_file_list(struct fw_arena *arena, const char *path, bool (*is_wanted)(const char *name),
                  const char *const **paths, size_t *count)
{
    struct listing listing = { .arena = arena, .is_wanted = is_wanted };
    if (!list_folder(&listing, path, 0)) {
        return false;
    }
    if (listing.count > 0) {
        qsort(listing.paths, listing.count, sizeof *listing.paths, by_bytes);
    }
    *paths = listing.paths;
    *count = listing.count;
    return true;
}
