/* Which names a shared libfigwright shows. */
#ifndef FIGWRIGHT_EXPORT_H
#define FIGWRIGHT_EXPORT_H

#if defined(__GNUC__)
#define FW_API __attribute__((visibility("default")))
#else
#define FW_API
#endif

#endif
