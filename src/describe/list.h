/* All forms, in the order in which they are asked: the one place that names them. */
#ifndef FW_DESCRIBE_LIST_H
#define FW_DESCRIBE_LIST_H

#define FW_FORM_LIST(X)                                                                            \
    X(map)                                                                                         \
    X(parts)                                                                                       \
    X(range)                                                                                       \
    X(cells)                                                                                       \
    X(heat)                                                                                        \
    X(dumbbell)                                                                                    \
    X(trend)                                                                                       \
    X(scatter)                                                                                     \
    X(bars)                                                                                        \
    X(dots)                                                                                        \
    X(figures)

#endif
