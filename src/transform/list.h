/* The transforms: each has a file and a `const struct fw_transform_type fw_transform_NAME`. */
#ifndef FW_TRANSFORM_LIST_H
#define FW_TRANSFORM_LIST_H

/* In the order in which an object is asked what it is: "bin" and "timeUnit" have a "field", density
 * and regression an "extent". */
#define FW_TRANSFORM_LIST(X)                                                                       \
    X(calculate)                                                                                   \
    X(filter) X(bin) X(timeunit) X(aggregate) X(window) X(joinaggregate) X(stack) X(fold)

#endif
