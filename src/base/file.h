/* Files: read whole, written whole or not at all. */
#ifndef FW_BASE_FILE_H
#define FW_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum fw_read_status {
    FW_READ_FINE,
    FW_READ_MISSING,
    FW_READ_FOLDER,    /* it is a folder */
    FW_READ_TOO_LARGE, /* more than `most` bytes */
    FW_READ_FAILED,    /* errno says why */
};

/**
 * Reads the whole of `path` into `arena`, a NUL behind it; "-" is standard input. Pipes are fine.
 * Unless the result is FW_READ_FINE, `text` and `length` are unchanged.
 */
enum fw_read_status fw_file_read(struct fw_arena *arena, const char *path, size_t most,
                                 const char **text, size_t *length);

/**
 * Writes a new file beside `path` and renames it, so that `path` is never half written; an existing
 * file is replaced, and one that is no plain file (a device, a pipe) is written to as it is. False:
 * errno says why, and `path` is as it was.
 */
bool fw_file_write(const char *path, const void *data, size_t length);

/** Writes all bytes to an open file descriptor. False: errno says why. */
bool fw_file_put(int file, const void *data, size_t length);

/** Makes the folder `path` and those above it that are missing. False: errno says why. */
bool fw_file_make_folder(const char *path);

bool fw_file_is_folder(const char *path);
bool fw_file_is_there(const char *path);

/** Whether there is a file that can be read without waiting for anybody: no folder, pipe or device.
 */
bool fw_file_is_plain(const char *path);

/** Whether two paths lead to one file that is there. */
bool fw_file_is_same(const char *a, const char *b);

/**
 * The files below folder `path` whose names `is_wanted`, in order of their paths by bytes; hidden
 * ones
 * (".x") are passed over, symbolic links to folders are not followed, and no folder is looked into
 * deeper than FW_LIMIT_FOLDER_DEPTH. False when a folder cannot be read: errno says why.
 */
bool fw_file_list(struct fw_arena *arena, const char *path, bool (*is_wanted)(const char *name),
                  const char *const **paths, size_t *count);

/** The folder part of a path ("." where it has none), its last part, the two joined. */
const char *fw_path_folder(struct fw_arena *arena, const char *path);
const char *fw_path_name(const char *path);
const char *fw_path_join(struct fw_arena *arena, const char *folder, const char *name);

#endif
