/* What a session holds. */
#ifndef FW_DOCUMENT_SESSION_H
#define FW_DOCUMENT_SESSION_H

#include "base/diag.h"
#include "figwright/session.h"
#include "text/fonts.h"

struct fw_session {
    struct fw_arena *arena;
    struct fw_diag *diag;
    struct fw_fonts *fonts; /* NULL: the built-in ones are missing, as `diag` says */
    struct fw_session_options options;
};

#endif
