# Runs the scorer over the corpus and holds its result against the floor, which is never lowered.
#   cmake -D PYTHON= -D PROGRAM= -D CORPUS= -D FLOOR= -D REPORT= -P ratchet.cmake
# Prints "skipped: ..." where the corpus or Python is not there.
cmake_minimum_required(VERSION 3.23)
if(NOT EXISTS ${CORPUS}/score.py)
    message("skipped: no corpus at ${CORPUS}")
    return()
endif()
if(NOT PYTHON)
    message("skipped: no Python 3 for the scorer")
    return()
endif()

# A status of its own for what a sanitizer finds, so that it is not taken for a refused spec.
set(sanitizer_status 86)
foreach(options ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS)
    set(ENV{${options}} "$ENV{${options}}:exitcode=${sanitizer_status}")
endforeach()

execute_process(
    COMMAND ${PYTHON} ${CORPUS}/score.py --program ${PROGRAM} --json ${REPORT} --failures -j 2
    RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "the scorer ended with ${status}")
endif()

file(READ ${REPORT} report)
if(report MATCHES "\"status\": \"(signal [0-9]+|timeout|invalid [^\"]*|exit ${sanitizer_status}[^\"]*)\"")
    message(FATAL_ERROR "an example ended with: ${CMAKE_MATCH_1}")
endif()

set(faults 0)
foreach(measure passed mean)
    string(JSON now GET "${report}" ${measure})
    file(STRINGS ${FLOOR} line REGEX "^${measure} ")
    string(REGEX REPLACE "^${measure} +" "" floor "${line}")
    if(now LESS floor)
        message("${measure} fell from ${floor} to ${now}")
        math(EXPR faults "${faults} + 1")
    elseif(now GREATER floor)
        message("${measure} rose from ${floor} to ${now}: raise it in tests/conformance.floor")
    endif()
endforeach()
if(faults GREATER 0)
    message(FATAL_ERROR "below the floor")
endif()
