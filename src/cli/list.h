/* The commands, in the order of the help. */
#ifndef FW_CLI_LIST_H
#define FW_CLI_LIST_H

#define FW_COMMAND_LIST(X)                                                                         \
    X(render) X(check) X(scene) X(status) X(inspect) X(extract) X(fonts) X(themes) X(doctor)

#endif
