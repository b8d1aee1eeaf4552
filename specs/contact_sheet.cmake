# Writes OUTPUT/index.html: every figure of SPECS that has been drawn, with its title, grouped by report.
#   cmake -D SPECS=<folder> -D OUTPUT=<folder> -P contact_sheet.cmake
# The report of a figure is the source that datapackage.json names for the data that it draws.
cmake_minimum_required(VERSION 3.23)
get_filename_component(SPECS ${SPECS} ABSOLUTE)
get_filename_component(OUTPUT ${OUTPUT} ABSOLUTE)

function(escape_html text result)
    string(REPLACE "&" "&amp;" text "${text}")
    string(REPLACE "<" "&lt;" text "${text}")
    string(REPLACE ">" "&gt;" text "${text}")
    string(REPLACE "\"" "&quot;" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# A string, or an array of strings joined by spaces; empty when it is not there.
function(get_text json result)
    string(JSON type ERROR_VARIABLE missing TYPE "${json}" ${ARGN})
    set(text "")
    if(type STREQUAL "STRING")
        string(JSON text GET "${json}" ${ARGN})
    elseif(type STREQUAL "ARRAY")
        string(JSON count LENGTH "${json}" ${ARGN})
        foreach(i RANGE 1 ${count})
            math(EXPR index "${i} - 1")
            string(JSON line GET "${json}" ${ARGN} ${index})
            string(APPEND text "${line} ")
        endforeach()
        string(STRIP "${text}" text)
    endif()
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# What a drawn figure says of itself, as its SVG has it: escaped already.
function(get_description svg result)
    set(text "")
    if(EXISTS ${svg})
        file(READ ${svg} head LIMIT 8192)
        if(head MATCHES "<desc[^>]*>([^<]*)</desc>")
            set(text "${CMAKE_MATCH_1}")
        endif()
    endif()
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Sets report_NAME for each dataset of the package; datasets of several reports share one heading.
set(reports "")
file(READ ${SPECS}/data/datapackage.json package)
string(JSON resources GET "${package}" resources)
string(JSON resource_count LENGTH "${resources}")
math(EXPR last "${resource_count} - 1")
foreach(i RANGE ${last})
    string(JSON resource GET "${resources}" ${i})
    string(JSON name GET "${resource}" name)
    string(JSON source_count LENGTH "${resource}" sources)
    string(JSON report GET "${resource}" sources 0 title)
    math(EXPR last_source "${source_count} - 1")
    foreach(s RANGE ${last_source})
        string(JSON other GET "${resource}" sources ${s} title)
        if(NOT other STREQUAL report)
            set(report "Several reports")
            break()
        endif()
    endforeach()
    set(report_${name} "${report}")
    list(APPEND reports "${report}")
endforeach()
list(REMOVE_DUPLICATES reports)
list(REMOVE_ITEM reports "Several reports")
list(APPEND reports "Several reports" "Other figures")

# In the order of the figures' numbers; those without one come last, by name.
set(keys "")
file(GLOB_RECURSE specs RELATIVE ${SPECS} ${SPECS}/*.vl.json ${SPECS}/*.page.json)
foreach(spec IN LISTS specs)
    file(READ ${SPECS}/${spec} json)
    string(JSON number ERROR_VARIABLE missing GET "${json}" usermeta figwright number)
    if(missing)
        set(number 9999)
    endif()
    list(APPEND keys "${number} ${spec}")
endforeach()
list(SORT keys COMPARE NATURAL)

set(count 0)
foreach(key IN LISTS keys)
    string(REGEX REPLACE "^[^ ]* " "" spec "${key}")
    string(REGEX REPLACE "\\.(vl|page)\\.json$" "" name ${spec})
    if(NOT EXISTS ${OUTPUT}/${name}.png)
        continue()
    endif()
    math(EXPR count "${count} + 1")
    file(READ ${SPECS}/${spec} json)
    get_text("${json}" title title text)
    if(title STREQUAL "")
        get_text("${json}" title title)
    endif()
    get_description(${OUTPUT}/${name}.svg alt)
    get_text("${json}" number usermeta figwright number)
    set(report "Other figures")
    if(json MATCHES "\"([^\"]*/)?([A-Za-z0-9_]+)\\.csv\"")
        set(dataset ${CMAKE_MATCH_2})
        if(DEFINED report_${dataset})
            set(report "${report_${dataset}}")
        endif()
    endif()
    foreach(text name number title)
        escape_html("${${text}}" ${text})
    endforeach()
    string(MAKE_C_IDENTIFIER "${report}" group)
    string(APPEND figures_${group} "<figure>
<a href=\"${name}.png\"><img src=\"${name}.svg\" alt=\"${alt}\" loading=\"lazy\"></a>
<figcaption><b>${number}. ${title}</b><br>
<a href=\"${name}.png\">PNG</a> <a href=\"${name}.svg\">SVG</a> <a href=\"${name}.pdf\">PDF</a> <code>${name}</code></figcaption>
</figure>
")
endforeach()

set(html "<!DOCTYPE html>
<html lang=\"en-GB\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>${count} figures</title>
<style>
body { margin: 2rem; font: 15px/1.45 Inter, Arial, sans-serif; color: #1a1a1a; background: #f3f2f1; }
section { columns: 27rem; column-gap: 1.5rem; }
figure { margin: 0 0 1.5rem; padding: 1rem; background: #fff; break-inside: avoid; }
img { display: block; width: 100%; }
figcaption { margin-top: .75rem; padding-top: .5rem; border-top: 1px solid #ccc; color: #444; font-size: 13px; }
</style>
<h1>${count} figures</h1>
")
foreach(report IN LISTS reports)
    string(MAKE_C_IDENTIFIER "${report}" group)
    if(DEFINED figures_${group})
        escape_html("${report}" heading)
        string(APPEND html "<h2>${heading}</h2>\n<section>\n${figures_${group}}</section>\n")
    endif()
endforeach()
file(WRITE ${OUTPUT}/index.html "${html}")
message("${count} figures in ${OUTPUT}/index.html")
