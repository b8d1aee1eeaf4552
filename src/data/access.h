/* Which files a document may read: those below its own folder and the folders that were allowed. */
#ifndef FW_DATA_ACCESS_H
#define FW_DATA_ACCESS_H

#include "data/load.h"

/**
 * The file that `url` means, read whole into the arena: relative to load->base_url, else to the
 * spec's folder. Symbolic links are followed and the real place must lie in an allowed folder.
 * Reports at `place` and gives NULL for urls that need a network, files that are missing (with near
 * names), forbidden, no regular file, unreadable or too large. The source's name is the path as the
 * url gives it. What was read, or missing, is recorded in load->inputs as "data".
 */
const struct fw_source *fw_access_read(const struct fw_load *load, const char *url,
                                       struct fw_place place);

/** The same; `real` gets the real path of the file. */
const struct fw_source *fw_access_read_real(const struct fw_load *load, const char *url,
                                            struct fw_place place, const char **real);

/** A folder that may be read. */
struct fw_access_folder {
    const char *shown; /* as a report names it: like the url, where that leads there */
    const char *real;  /* its real path */
};

/**
 * The folders that a file stands in which may be read, its own first. `shown` and `real` are the
 * two paths of the file, as fw_access_read_real gives them. Returns how many.
 */
size_t fw_access_folders(const struct fw_load *load, const char *shown, const char *real,
                         const struct fw_access_folder **folders);

/**
 * The file `name` of a folder, read whole; its name is folder->shown with the name. NULL where it
 * is not there, which is no fault, or cannot be read, which has been reported at `place`. Either is
 * recorded in load->inputs as "package".
 */
const struct fw_source *fw_access_read_in(const struct fw_load *load,
                                          const struct fw_access_folder *folder, const char *name,
                                          struct fw_place place);

/**
 * The real path of the picture that `url` means, by the same rules and a plain file, without a look
 * into it; NULL where there is none that may be read, which has been reported. `*path` is the path
 * as the url gives it. A missing one is recorded as "image".
 */
const char *fw_access_find(const struct fw_load *load, const char *url, struct fw_place place,
                           const char **path);

#endif
