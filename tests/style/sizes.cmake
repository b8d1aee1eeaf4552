# Fails on a file of src/ or include/ above 800 lines: it usually holds two things.
#   cmake -D SOURCE=<folder that holds src/> -P sizes.cmake
cmake_minimum_required(VERSION 3.23)
set(most 800)
set(faults 0)
file(GLOB_RECURSE files ${SOURCE}/src/*.c ${SOURCE}/src/*.h ${SOURCE}/include/*.h)
foreach(file IN LISTS files)
    # Counted by line ends: file(STRINGS) would skip empty lines and split at semicolons.
    file(READ ${file} text)
    string(REGEX REPLACE "[^\n]" "" ends "${text}")
    string(LENGTH "${ends}" lines)
    if(lines GREATER most)
        message("${file}: ${lines} lines, at most ${most}")
        math(EXPR faults "${faults} + 1")
    endif()
endforeach()
if(faults GREATER 0)
    message(FATAL_ERROR "${faults} files are too long")
endif()
