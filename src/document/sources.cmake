# Writes a header with a digest of the sources that make a figure, unless it says the same already.
#   cmake -D SOURCES=<folder src/> -D HEADER=<file> -P sources.cmake
cmake_minimum_required(VERSION 3.23)

# cli and job say where figures go, not what they look like.
file(GLOB_RECURSE files RELATIVE ${SOURCES} ${SOURCES}/*.c ${SOURCES}/*.h)
list(FILTER files EXCLUDE REGEX "^(cli|job)/")
list(SORT files)
set(all "")
foreach(file IN LISTS files)
    file(SHA256 ${SOURCES}/${file} digest)
    string(APPEND all "${file} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
string(SUBSTRING ${digest} 0 16 digest)
file(CONFIGURE OUTPUT ${HEADER} CONTENT "/* Generated: a digest of the sources that make a figure. */
#define FW_SOURCES_DIGEST \"${digest}\"
")
