/* The formats that data come in, by name: each has a `const struct fw_data_reader fw_data_NAME`. */
#ifndef FW_DATA_LIST_H
#define FW_DATA_LIST_H

#define FW_DATA_LIST(X) X(json) X(csv) X(tsv) X(dsv) X(topojson)

#endif
