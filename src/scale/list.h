/* The kinds of scale, in the order of enum fw_scale_kind; each is a struct fw_scale_type. */
#ifndef FW_SCALE_LIST_H
#define FW_SCALE_LIST_H

#define FW_SCALE_LIST(X)                                                                           \
    X(linear)                                                                                      \
    X(log)                                                                                         \
    X(pow)                                                                                         \
    X(sqrt) X(symlog) X(time) X(utc) X(identity) X(ordinal) X(point) X(band) X(bin_ordinal)        \
        X(quantile) X(quantize) X(threshold) X(sequential)

#endif
