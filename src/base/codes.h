/* Every code a report can have: stable slug and severity, in one table. */
#ifndef FW_BASE_CODES_H
#define FW_BASE_CODES_H

/* clang-format off */
#define FW_CODE_LIST(X)                                                                            \
    /* the text of a document */                                                                   \
    X(JSON_SYNTAX, "json-syntax", ERROR) X(JSON_DUPLICATE_KEY, "duplicate-key", ERROR)             \
    X(JSON_ENCODING, "invalid-utf8", ERROR) X(JSON_LIMIT, "too-large", ERROR)                      \
    X(FILE_MISSING, "missing-file", ERROR) X(FILE_UNREADABLE, "unreadable-file", ERROR)            \
    X(FILE_FORBIDDEN, "forbidden-file", ERROR) X(NO_NETWORK, "no-network", ERROR)                  \
    /* its shape */                                                                                \
    X(UNKNOWN_PROPERTY, "unknown-property", ERROR) X(MISSING_PROPERTY, "missing-property", ERROR)  \
    X(WRONG_TYPE, "wrong-type", ERROR) X(UNKNOWN_VALUE, "unknown-value", ERROR)                    \
    X(UNKNOWN_MARK, "unknown-mark", ERROR) X(UNKNOWN_CHANNEL, "unknown-channel", ERROR)            \
    X(OUT_OF_RANGE, "out-of-range", ERROR) X(INVALID_COLOR, "invalid-color", ERROR)                \
    X(CONFLICT, "conflict", ERROR) X(LOW_CONTRAST, "low-contrast", ERROR)                          \
    X(SCALE_MISMATCH, "scale-mismatch", ERROR) X(NOT_SUPPORTED, "not-supported", WARNING)          \
    X(IGNORED, "ignored", WARNING) X(EMPTY, "says-nothing", WARNING)                               \
    /* expressions and formats */                                                                  \
    X(EXPR_SYNTAX, "expression-syntax", ERROR) X(EXPR_UNKNOWN, "expression-unknown", ERROR)        \
    X(EXPR_FAILED, "expression-failed", ERROR) X(INVALID_FORMAT, "invalid-format", ERROR)          \
    /* data */                                                                                     \
    X(DATA_SYNTAX, "data-syntax", ERROR) X(DATA_TYPE, "data-type", ERROR)                          \
    X(DATA_UNKNOWN, "unknown-data", ERROR) X(UNKNOWN_FIELD, "unknown-field", ERROR)                \
    X(DATA_SCHEMA, "data-schema", ERROR) X(DATA_LIMIT, "too-many-rows", ERROR)                     \
    X(PACKAGE_CONFLICT, "package-conflict", ERROR)                                                 \
    X(UNDESCRIBED, "undescribed-column", WARNING)                                                  \
    X(ABSENT_FIELD, "absent-field", WARNING)                                                       \
    X(INVALID_VALUES, "invalid-values", WARNING)                                                   \
    /* drawing and writing */                                                                      \
    X(MISSING_GLYPH, "missing-glyph", WARNING) X(TOO_LARGE, "figure-too-large", ERROR)             \
    X(MISSING_PICTURE, "missing-picture", WARNING)                                                 \
    X(DROPPED_EVIDENCE, "dropped-evidence", WARNING)                                               \
    X(DROPPED_LABEL, "dropped-label", WARNING) X(LAYOUT_OVERFLOW, "layout-overflow", ERROR)           \
    X(CUT_LABEL, "cut-label", WARNING) X(LEGEND_KEPT, "legend-kept", NOTE)                         \
    X(ANNOTATION_LONG, "annotation-long", NOTE)                                                    \
    X(WRITE_FAILED, "write-failed", ERROR) X(LIMIT, "limit", ERROR)
/* clang-format on */

enum fw_code {
#define FW_CODE_ENUM(name, slug, severity) FW_##name,
    FW_CODE_LIST(FW_CODE_ENUM)
#undef FW_CODE_ENUM
};

#endif
