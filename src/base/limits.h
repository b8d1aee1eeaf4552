/* Caps on what a document may ask for: past one is an ordinary report, never an allocation. */
#ifndef FW_BASE_LIMITS_H
#define FW_BASE_LIMITS_H

/* All are our taste, with room above anything a person writes or prints. */
#define FW_LIMIT_SPEC_BYTES  ((size_t)64 << 20) /* the text of a spec, inline data included */
#define FW_LIMIT_DATA_BYTES  ((size_t)1 << 30)  /* one data file */
#define FW_LIMIT_JSON_DEPTH  200                /* arrays and objects in each other */
#define FW_LIMIT_JSON_NODES  4000000            /* of a spec, rows of data not counted */
#define FW_LIMIT_ROWS        ((size_t)50000000) /* of a table */
#define FW_LIMIT_COLUMNS     4096               /* of a table */
#define FW_LIMIT_RESOURCES   10000              /* of a data package */
#define FW_LIMIT_MISSING     1000               /* texts that stand for no value in a table */
#define FW_LIMIT_VIEWS       10000              /* of a chart: repeats in each other multiply */
#define FW_LIMIT_FIGURE_PX   32767 /* side of a picture in device pixels: Cairo's own */
#define FW_LIMIT_FIGURE_AREA ((size_t)268435456) /* device pixels of a picture: 1 GiB of ARGB */
#define FW_LIMIT_IMAGE_BYTES ((size_t)64 << 20) /* a picture file that a figure shows */
#define FW_LIMIT_IMAGE_AREA  ((size_t)1 << 26)  /* its pixels: 256 MiB */
#define FW_LIMIT_DIAGNOSTICS 200                 /* reports kept of each severity */
#define FW_LIMIT_FOLDER_DEPTH 32                 /* folders in each other that a listing enters */
#define FW_LIMIT_SUGGESTION  64                  /* bytes of a name that "did you mean" looks at */
#define FW_LIMIT_DECIMALS    9                   /* places of fw_bytes_number */

#endif
