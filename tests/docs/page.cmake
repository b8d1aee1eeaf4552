# Tries the marked code blocks of one Markdown page in a folder of its own (see blocks.awk).
#   cmake -D PAGE=<file> -D SOURCE=<project> -D PROGRAM_DIR=<folder of figwright> -D PREFIX=<where it is installed>
#         -D COMPILER= -D FLAGS= -D SCRATCH=<folder> -P page.cmake
cmake_minimum_required(VERSION 3.23)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(COMMAND awk -f ${CMAKE_CURRENT_LIST_DIR}/blocks.awk ${PAGE}
    OUTPUT_FILE ${SCRATCH}/blocks.sh COMMAND_ERROR_IS_FATAL ANY)
# The pages speak from the folder of a clone: it has specs/.
file(CREATE_LINK ${SOURCE}/specs ${SCRATCH}/specs SYMBOLIC)
# Their `cc` is the compiler that built the library, with the flags that it may not be linked without.
file(WRITE ${SCRATCH}/bin/cc "#!/bin/sh\nexec ${COMPILER} ${FLAGS} \"$@\"\n")
file(CHMOD ${SCRATCH}/bin/cc PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
set(ENV{PATH} "${SCRATCH}/bin:${PROGRAM_DIR}:$ENV{PATH}")
set(ENV{PKG_CONFIG_PATH} "${PREFIX}/lib/pkgconfig")
set(ENV{LD_LIBRARY_PATH} "${PREFIX}/lib")
execute_process(COMMAND sh blocks.sh WORKING_DIRECTORY ${SCRATCH} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PAGE}: a block does not do what the page says")
endif()
