/* Bytes as text for data URIs. */
#ifndef FW_RENDER_BASE64_H
#define FW_RENDER_BASE64_H

#include "base/bytes.h"

/** Appends `length` bytes as base64 with padding, without line breaks (RFC 4648). */
void fw_base64(struct fw_bytes *out, const void *data, size_t length);

#endif
