/* The types of annotations, in the order of the reference. */
#define FW_ANNOTATION_LIST(X) X(point) X(span) X(line) X(arrow) X(bracket) X(difference) X(growth)
