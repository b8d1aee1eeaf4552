/* Which files a document may read: those below its own folder and the folders that were allowed. */
#ifndef FW_DATA_ACCESS_H
#define FW_DATA_ACCESS_H

#include "data/load.h"

/**
 * The file that `url` means, read whole into the arena: relative to load->base_url, else to the
 * spec's folder. Symbolic links are followed and the real place must lie in an allowed folder.
 * Reports at `place` and gives NULL for urls that need a network, files that are missing (with near
 * names), forbidden, no regular file, unreadable or too large. The source's name is the path as the
 * url gives it.
 */
const struct fw_source *fw_access_read(const struct fw_load *load, const char *url,
                                       struct fw_place place);

/**
 * The real path of the file that `url` means, by the same rules and a plain file, without a look
 * into it; NULL where there is none that may be read, which has been reported.
 */
const char *fw_access_find(const struct fw_load *load, const char *url, struct fw_place place);

#endif
