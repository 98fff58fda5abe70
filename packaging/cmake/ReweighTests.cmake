# Tests: what reweigh_add_test makes of a file tests/**/tst_*.cpp.

# Qt Test defines the test's folder for QFINDTESTDATA, which no test uses; headers that tests of all folders share can't have it.
# -O0: what a test's own lines cost at run time is little beside what it costs to compile them better. The rooms keep their preset's.
set(reweigh_test_options -O0 -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)

# Of the parts that `libs` link in the end, those whose macros or flags matter to a header that tests share.
function(reweigh_parts_of_headers libs result)
  set(seen)
  while(libs)
    list(POP_FRONT libs lib)
    if(lib IN_LIST seen)
      continue()
    endif()
    list(APPEND seen ${lib})
    if(lib MATCHES "^reweigh_" AND NOT lib STREQUAL "reweigh_torch")
      get_target_property(further ${lib} INTERFACE_LINK_LIBRARIES)
      list(FILTER further EXCLUDE REGEX "NOTFOUND$|LINK_ONLY")
      list(APPEND libs ${further})
    endif()
  endwhile()
  list(FILTER seen INCLUDE REGEX "^(reweigh_torch|Qt6::Network|Qt6::Widgets|QCustomPlotQt6::QCustomPlotQt6)$")
  list(SORT seen)
  set(${result} ${seen} PARENT_SCOPE)
endfunction()

# The target whose precompiled headers a test that links `libs` shares: to read Qt Test alone takes seconds. One for each set of
# parts; GCC refuses headers that were read with other macros.
function(reweigh_test_headers libs result)
  reweigh_parts_of_headers("${libs}" parts)
  list(TRANSFORM parts REPLACE "^.*(::|_)" "_" OUTPUT_VARIABLE name)
  list(JOIN name "" name)
  string(TOLOWER "reweigh_test_headers${name}" name)
  set(${result} ${name} PARENT_SCOPE)
  if(TARGET ${name})
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Tests share the headers that are precompiled with this.\n")
  add_library(${name} OBJECT ${source})
  target_link_libraries(${name} PRIVATE reweigh_common nlohmann_json::nlohmann_json Qt6::Test ${parts})
  # As tests are compiled: a library would be with -fPIC, and GCC refuses its headers where Qt does not add that to programs too.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE ${reweigh_test_options} -fPIE)
  target_precompile_headers(${name} PRIVATE <QtTest> ${CMAKE_SOURCE_DIR}/core/base/Json.h)
  if("Qt6::Widgets" IN_LIST parts)
    target_precompile_headers(${name} PRIVATE <QtWidgets>)
  endif()
  if("QCustomPlotQt6::QCustomPlotQt6" IN_LIST parts)
    target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/widgets/plots/CustomPlot.h)
  elseif("reweigh_torch" IN_LIST parts) # their macros clash
    target_precompile_headers(${name} PRIVATE <ATen/ATen.h>)
  endif()
endfunction()

# The tests of a folder that share precompiled headers, compiled and linked as one program (REWEIGH_JOIN_TESTS): each in a namespace of
# its own, after the headers of all of them, which their own include lines then pass over. What Qt's macro makes is then main() of that
# namespace. Every test stays a name in bin, a link to the program, which starts the test by whose name it was called: under the
# sanitizers a program takes 100 to 250 MB, and one for each test would take 14 GB.
function(reweigh_write_joined_tests joined)
  get_target_property(tests ${joined} REWEIGH_TESTS)
  set(headers "#include <cstdio>" "#include <memory>" "#include <string_view>")
  set(bodies)
  set(starts)
  foreach(test IN LISTS tests)
    string(REPLACE "|" ";" test "${test}")
    list(POP_FRONT test program source)
    file(STRINGS ${source} lines REGEX "^#include [<\"].*[>\"]")
    list(FILTER lines EXCLUDE REGEX "\\.moc\"")
    list(APPEND headers ${lines})
    get_filename_component(name ${source} NAME_WE)
    string(APPEND bodies "namespace joined_${name} {\n#include \"${source}\"\n}\n")
    string(APPEND starts "    if (name == \"${program}\")\n        return joined_${name}::main(argc, argv);\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}) # for its include lines
  endforeach()
  list(REMOVE_DUPLICATES headers)
  list(JOIN headers "\n" headers)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${joined}.cpp CONTENT "@headers@
// What the .moc files of newer Qt include, and must not declare within the first namespace alone.
#if __has_include(<QtCore/qtmochelpers.h>)
#include <QtCore/qtmochelpers.h>
#endif
#if __has_include(<QtCore/qxptype_traits.h>)
#include <QtCore/qxptype_traits.h>
#endif

@bodies@
int main(int argc, char** argv)
{
    std::string_view name = argv[0];
    name = name.substr(name.rfind('/') + 1);
@starts@    std::fprintf(stderr, \"%s: no test of that name is in this program; start it by one of the links tst_... beside it\\n\", argv[0]);
    return 2;
}
" @ONLY)
endfunction()

# The program in which the test `target`, written in `source`, is compiled with its neighbours, or nothing where it must be compiled by
# itself: it opens a namespace, specialises a template, or has a main() of its own.
function(reweigh_joined_test target source folder headers result)
  set(${result} "" PARENT_SCOPE)
  file(STRINGS ${source} main REGEX "^QTEST_(GUILESS_|APPLESS_)?MAIN")
  file(STRINGS ${source} global REGEX "Q_DECLARE_METATYPE|^template *<>|^namespace [a-zA-Z]")
  if(NOT main OR global)
    return()
  endif()
  string(REPLACE reweigh_test_headers "" kind ${headers})
  string(REPLACE / _ joined joined_${folder}${kind})
  if(NOT TARGET ${joined})
    add_executable(${joined} ${CMAKE_CURRENT_BINARY_DIR}/${joined}.cpp)
    cmake_language(EVAL CODE "cmake_language(DEFER CALL reweigh_write_joined_tests ${joined})")
  endif()
  set_property(TARGET ${joined} APPEND PROPERTY REWEIGH_TESTS "${target}|${source}")
  add_custom_command(TARGET ${joined} POST_BUILD VERBATIM
                     COMMAND ${CMAKE_COMMAND} -E create_symlink ${joined} ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${target})
  set(${result} ${joined} PARENT_SCOPE)
endfunction()

find_program(REWEIGH_XVFB Xvfb)
find_program(REWEIGH_OPENBOX openbox)
find_program(REWEIGH_XPROP xprop)
find_program(REWEIGH_XRANDR xrandr)

# A Qt Test: tst_<subject>.cpp of the calling folder becomes <room>_<subject>. LABELS slow|long|gpu|python: long ones
# start first, then slow ones, so that none of them runs alone at the end; LIBS are rooms, QT parts of Qt;
# ALSO: rooms that it needs and doesn't link, of a program that it starts. With AVX2 it runs once more, as <room>_<subject>_avx2,
# with no wider vectors (tests/support/VectorWidth.h); with DISPLAY, as <room>_<subject>_display, on an X display with a window manager
# (tests/support/with-display), where the machine has what that takes; with SCREENS, both have two screens. It carries the label room:PATH of every room that it stands on, by which
# packaging/test --changed finds it.
function(reweigh_add_test room subject)
  cmake_parse_arguments(TEST "AVX2;DISPLAY;SCREENS" "TIMEOUT" "LABELS;LIBS;QT;EXTRA;ALSO" ${ARGN})
  set(target tst_${room}_${subject})
  # By hand: a test includes its own .moc, for which moc need not read a header. AUTOMOC would read all of Qt's and LibTorch's for it,
  # and compile a file more.
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/tst_${subject}.cpp)
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/tst_${subject}.moc)
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
  add_custom_command(OUTPUT ${moc} COMMAND Qt6::moc ${source} -o ${moc} DEPENDS ${source} VERBATIM)
  reweigh_closure(labels ${TEST_LIBS} ${TEST_ALSO})
  list(TRANSFORM labels PREPEND room:)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  list(APPEND TEST_LABELS ${labels} room:${folder})
  reweigh_room_targets(TEST_LIBS ${TEST_LIBS})
  list(TRANSFORM TEST_QT PREPEND Qt6::)
  reweigh_test_headers("${TEST_LIBS};${TEST_QT}" headers)
  set(joined)
  if(REWEIGH_JOIN_TESTS AND NOT TEST_EXTRA)
    reweigh_joined_test(${target} ${source} ${folder} ${headers} joined)
  endif()
  if(joined)
    add_custom_target(${target} ALL DEPENDS ${joined})
    set(program ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${target})
    set(compiled ${joined}) # what has the test's own lines
  else()
    add_executable(${target} ${source} ${TEST_EXTRA})
    set(program $<TARGET_FILE:${target}>)
    set(compiled ${target})
  endif()
  target_sources(${compiled} PRIVATE ${moc})
  target_include_directories(${compiled} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
  target_link_libraries(${compiled} PRIVATE reweigh_common ${TEST_LIBS} ${TEST_QT} Qt6::Test)
  target_compile_options(${compiled} PRIVATE ${reweigh_test_options})
  target_precompile_headers(${compiled} REUSE_FROM ${headers})
  target_compile_definitions(${compiled} PRIVATE REWEIGH_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             REWEIGH_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${room}_${subject} COMMAND ${program})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 300)
  endif()
  set(cost 0)
  if("long" IN_LIST TEST_LABELS)
    set(cost 100)
  elseif("slow" IN_LIST TEST_LABELS)
    set(cost 30)
  endif()
  # Qt Test ends a function after 300 s of its own accord; the limit above holds alone.
  set(platform offscreen)
  if(TEST_SCREENS)
    string(APPEND platform ":configfile=${CMAKE_SOURCE_DIR}/tests/support/two-screens.json")
  endif()
  set(environment QT_QPA_PLATFORM=${platform} QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000)
  set_tests_properties(${room}_${subject} PROPERTIES TIMEOUT ${TEST_TIMEOUT}
    ENVIRONMENT "${environment}" LABELS "${TEST_LABELS}" COST ${cost})
  if(TEST_AVX2)
    add_test(NAME ${room}_${subject}_avx2 COMMAND ${program})
    set_tests_properties(${room}_${subject}_avx2 PROPERTIES TIMEOUT ${TEST_TIMEOUT}
      ENVIRONMENT "${environment};REWEIGH_TEST_VECTORS=avx2" LABELS "${TEST_LABELS}")
  endif()
  if(TEST_DISPLAY AND REWEIGH_XVFB AND REWEIGH_OPENBOX AND REWEIGH_XPROP AND (REWEIGH_XRANDR OR NOT TEST_SCREENS))
    set(screens)
    if(TEST_SCREENS)
      set(screens --two-screens)
    endif()
    add_test(NAME ${room}_${subject}_display COMMAND ${CMAKE_SOURCE_DIR}/tests/support/with-display ${screens} ${program})
    set_tests_properties(${room}_${subject}_display PROPERTIES TIMEOUT ${TEST_TIMEOUT}
      ENVIRONMENT QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000 LABELS "${TEST_LABELS}")
  endif()
endfunction()

# A test <room>_kills_<command> of packaging/kills, which needs Python; further arguments: the rooms that `program` stands on.
find_program(REWEIGH_PYTHON3 python3)
function(reweigh_add_kills_test room program command)
  if(NOT REWEIGH_PYTHON3)
    return()
  endif()
  set(name ${room}_kills_${command})
  add_test(NAME ${name} COMMAND ${REWEIGH_PYTHON3} ${CMAKE_SOURCE_DIR}/packaging/kills --program ${program} --times 3 ${command})
  reweigh_closure(labels ${ARGN})
  list(TRANSFORM labels PREPEND room:)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS "slow;${labels};room:${folder}")
endfunction()
