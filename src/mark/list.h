/* All marks: the one place that names them. */
#ifndef FW_MARK_LIST_H
#define FW_MARK_LIST_H

#define FW_MARK_LIST(X)                                                                            \
    X(arc)                                                                                         \
    X(area)                                                                                        \
    X(bar)                                                                                         \
    X(circle)                                                                                      \
    X(geoshape)                                                                                    \
    X(image)                                                                                       \
    X(line)                                                                                        \
    X(point)                                                                                       \
    X(rect)                                                                                        \
    X(rule)                                                                                        \
    X(square)                                                                                      \
    X(text)                                                                                        \
    X(tick)                                                                                        \
    X(trail)

#endif
