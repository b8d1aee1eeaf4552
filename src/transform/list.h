/* The transforms: each has a file and a `const struct fw_transform_type fw_transform_NAME`. */
#ifndef FW_TRANSFORM_LIST_H
#define FW_TRANSFORM_LIST_H

/* In the order in which an object is asked what it is: density and regression have an "extent" too,
 * and pivot and impute a "value". */
#define FW_TRANSFORM_LIST(X)                                                                       \
    X(calculate)                                                                                   \
    X(filter)                                                                                      \
    X(bin)                                                                                         \
    X(timeunit) X(aggregate) X(lookup) X(window) X(joinaggregate) X(stack) X(fold) X(density)      \
        X(regression) X(extent) X(flatten) X(pivot) X(sample) X(impute) X(loess) X(quantile)

#endif
