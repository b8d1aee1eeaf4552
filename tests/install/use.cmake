# Builds the program of user/ against an installed figwright and runs it; it must draw a picture.
#   cmake -D WAY=pkgconfig|package -D PREFIX= -D LIBDIR= -D COMPILER= -D FLAGS= -D SOURCE= -D SCRATCH= -P use.cmake
cmake_minimum_required(VERSION 3.23)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
set(ENV{LD_LIBRARY_PATH} ${PREFIX}/${LIBDIR})
separate_arguments(flags UNIX_COMMAND "${FLAGS}")

if(WAY STREQUAL "pkgconfig")
    set(ENV{PKG_CONFIG_PATH} ${PREFIX}/${LIBDIR}/pkgconfig)
    execute_process(COMMAND pkg-config --cflags --libs figwright
        OUTPUT_VARIABLE words OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(words UNIX_COMMAND "${words}")
    execute_process(COMMAND ${COMPILER} ${flags} ${SOURCE}/main.c -o ${SCRATCH}/user ${words}
        COMMAND_ERROR_IS_FATAL ANY)
else()
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH} -G Ninja
        -D CMAKE_PREFIX_PATH=${PREFIX} -D CMAKE_C_COMPILER=${COMPILER} "-D CMAKE_C_FLAGS=${FLAGS}"
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${SCRATCH} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endif()

execute_process(COMMAND ${SCRATCH}/user ${SCRATCH}/bar.png COMMAND_ERROR_IS_FATAL ANY)
if(NOT EXISTS ${SCRATCH}/bar.png)
    message(FATAL_ERROR "the installed library drew nothing")
endif()
