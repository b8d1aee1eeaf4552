# Fails on a name with external linkage that does not start with fw_.
#   cmake -D NM=<nm> -D LIBRARY=<static library> -P exports.cmake
cmake_minimum_required(VERSION 3.23)
execute_process(COMMAND ${NM} --extern-only --defined-only --format=posix ${LIBRARY}
    OUTPUT_VARIABLE symbols RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${NM} failed on ${LIBRARY}")
endif()
string(REPLACE "\n" ";" symbols "${symbols}")
set(faults 0)
foreach(symbol IN LISTS symbols)
    # "name type value size"; a line that ends in a colon names the object file. Sanitizers add names with "__".
    if(symbol MATCHES "^([^ ]+) [A-Z] " AND NOT symbol MATCHES "^(fw_|_)")
        message("exported: ${CMAKE_MATCH_1}")
        math(EXPR faults "${faults} + 1")
    endif()
endforeach()
if(faults GREATER 0)
    message(FATAL_ERROR "${faults} exported names do not start with fw_")
endif()
