/* The families of expression functions: one word a file. */
#ifndef FW_EXPR_LIST_H
#define FW_EXPR_LIST_H

/* clang-format off */
#define FW_EXPR_FAMILY_LIST(X)                                                                     \
    X(type) X(math) X(ease) X(statistics) X(date) X(array) X(text) X(pattern) X(format) X(color)   \
    X(range) X(chart) X(log)
/* clang-format on */

#endif
