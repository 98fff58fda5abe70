# Flags every target shares, and the functions that make a room and a test.
add_library(reweigh_common INTERFACE)
target_include_directories(reweigh_common INTERFACE ${CMAKE_SOURCE_DIR})
set(by_file -Wshadow)
if(REWEIGH_UNITY) # a local name like one of another file's anonymous namespace is no mistake, nor is a type of that namespace in
  # a .cpp; and what GCC 12 takes for uninitialised after much inlining is not
  set(by_file -Wshadow=local -Wno-subobject-linkage -Wno-maybe-uninitialized)
endif()
target_compile_options(reweigh_common INTERFACE -Wall -Wextra -Wpedantic ${by_file} -Wnon-virtual-dtor
                       -Wno-missing-field-initializers # designated initialisers rely on members' defaults
                       -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds) # GCC 12's false
                       # alarms in std::string, silent in headers of the system, which precompiled ones no longer are
target_compile_definitions(reweigh_common INTERFACE QT_NO_KEYWORDS REWEIGH_VERSION="${PROJECT_VERSION}")
if(REWEIGH_WERROR)
  target_compile_options(reweigh_common INTERFACE -Werror)
endif()
if(REWEIGH_SANITIZE)
  string(REGEX REPLACE "^(ON|1|TRUE|YES)$" "address,undefined" sanitizers ${REWEIGH_SANITIZE})
  target_compile_options(reweigh_common INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer)
  # What the sanitizers write into a program is mostly pointers; where its place is fixed, none needs a relocation: a third less to write
  # and to load.
  target_link_options(reweigh_common INTERFACE -fsanitize=${sanitizers} $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-no-pie>)
endif()
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
target_link_libraries(reweigh_common INTERFACE Threads::Threads)

# Headers that take a second or more to read are read once for all rooms of a kind: those without Qt share what core/base
# precompiles, those with Qt Core what core/storage does, torch rooms what core/engine/kernels does, the window's what widgets/theme does.
# GCC takes them only where macros and flags are the same.
function(reweigh_share_headers target)
  cmake_parse_arguments(SHARE "" "OWNER" "HEADERS" ${ARGN})
  if(target STREQUAL SHARE_OWNER)
    target_precompile_headers(${target} PRIVATE ${SHARE_HEADERS})
  else()
    target_precompile_headers(${target} REUSE_FROM ${SHARE_OWNER})
  endif()
endfunction()
set(reweigh_common_headers ${CMAKE_SOURCE_DIR}/core/base/Json.h <algorithm> <filesystem> <functional> <map> <memory> <string> <vector>)

# The rooms of the house, each a folder whose .cpp files make one static library: core/data/recipe is reweigh_core_data_recipe.
# With REWEIGH_UNITY a room is compiled as one file, which reads headers and instantiates their templates once: half the time.
# A call is a line of the table of edges: a room may include headers of its own, of DEPS, and of MAY, which it does not link. The whole table is
# written to <build>/rooms.txt, a line each ("path kind: dep dep"), and the test layout_layering holds every #include to it.
# TORCH: built with LibTorch; MOC: has signals or slots; SHARES: the kind whose precompiled headers it reads, none | core | qt | torch |
# widgets. A room whose parts are switched off (REWEIGH_ENGINE, REWEIGH_QT, REWEIGH_GUI) stands in the table and is not built.
function(reweigh_room path)
  cmake_parse_arguments(ROOM "TORCH;MOC" "SHARES" "DEPS;MAY;LIBS" ${ARGN})
  set(kind plain)
  if(ROOM_TORCH)
    set(kind torch)
  elseif(ROOM_LIBS MATCHES "Qt6::" OR path MATCHES "^(widgets/|app)")
    set(kind qt)
  endif()
  list(JOIN ROOM_DEPS " " deps)
  if(ROOM_MAY)
    list(JOIN ROOM_MAY " " may)
    string(APPEND deps " ${may}")
  endif()
  set_property(GLOBAL APPEND_STRING PROPERTY REWEIGH_ROOMS "${path} ${kind}: ${deps}\n")
  reweigh_closure(further ${ROOM_DEPS})
  set_property(GLOBAL PROPERTY REWEIGH_CLOSURE_${path} ${path} ${further})

  reweigh_room_targets(targets ${ROOM_DEPS})
  foreach(target IN LISTS targets)
    if(NOT TARGET ${target})
      return()
    endif()
  endforeach()
  if((ROOM_TORCH AND NOT REWEIGH_ENGINE) OR (kind STREQUAL "qt" AND NOT REWEIGH_QT)
     OR (path MATCHES "^widgets/" AND NOT path STREQUAL "widgets/text" AND NOT REWEIGH_GUI))
    return()
  endif()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(entry|cuda)/|/app/(main.cpp|window/)") # libraries and programs of their own
  reweigh_room_targets(room ${path})
  if(sources)
    set(scope PUBLIC)
    add_library(${room} STATIC ${sources})
  else()
    set(scope INTERFACE)
    add_library(${room} INTERFACE)
  endif()
  if(ROOM_TORCH)
    list(APPEND ROOM_LIBS reweigh_torch)
  endif()
  target_link_libraries(${room} ${scope} reweigh_common ${targets} ${ROOM_LIBS})
  if(NOT sources)
    return()
  endif()
  if(NOT path STREQUAL "core/engine/simd") # its files are compiled once for each set of vector instructions
    set_target_properties(${room} PROPERTIES UNITY_BUILD ${REWEIGH_UNITY} UNITY_BUILD_BATCH_SIZE 0)
  endif()
  if(ROOM_MOC)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.h)
    target_sources(${room} PRIVATE ${headers})
    set_target_properties(${room} PROPERTIES AUTOMOC ON)
  endif()
  if(NOT ROOM_SHARES)
    string(REGEX REPLACE "^plain$" "core" ROOM_SHARES ${kind})
  endif()
  if(ROOM_SHARES STREQUAL "core")
    reweigh_share_headers(${room} OWNER reweigh_core_base HEADERS ${reweigh_common_headers})
  elseif(ROOM_SHARES STREQUAL "qt")
    reweigh_share_headers(${room} OWNER reweigh_core_storage HEADERS <QtCore> ${reweigh_common_headers})
  elseif(ROOM_SHARES STREQUAL "torch")
    reweigh_share_headers(${room} OWNER reweigh_core_engine_kernels HEADERS <ATen/ATen.h> ${reweigh_common_headers})
  elseif(ROOM_SHARES STREQUAL "widgets")
    reweigh_share_headers(${room} OWNER reweigh_widgets_theme HEADERS <QtWidgets> ${reweigh_common_headers})
  endif()
endfunction()

# The targets of rooms.
function(reweigh_room_targets result)
  list(TRANSFORM ARGN REPLACE "/" "_")
  list(TRANSFORM ARGN PREPEND reweigh_)
  set(${result} ${ARGN} PARENT_SCOPE)
endfunction()

# The rooms, and all that they stand on.
function(reweigh_closure result)
  set(all ${ARGN})
  foreach(path IN LISTS ARGN)
    get_property(further GLOBAL PROPERTY REWEIGH_CLOSURE_${path})
    list(APPEND all ${further})
  endforeach()
  list(REMOVE_DUPLICATES all)
  set(${result} ${all} PARENT_SCOPE)
endfunction()

# LibTorch: libtorch_cpu and libc10 of a PyPI wheel, nothing of CUDA. Torch's own CMake config would
# insist on the CUDA toolkit and its flags.
if(REWEIGH_ENGINE)
  if(NOT REWEIGH_TORCH)
    execute_process(COMMAND ${CMAKE_SOURCE_DIR}/packaging/setup --print torch
                    OUTPUT_VARIABLE REWEIGH_TORCH OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
  if(NOT EXISTS ${REWEIGH_TORCH}/lib/libtorch_cpu.so)
    message(FATAL_ERROR "REWEIGH_TORCH (${REWEIGH_TORCH}) holds no lib/libtorch_cpu.so: run packaging/setup, or pass -DREWEIGH_ENGINE=OFF")
  endif()
  add_library(reweigh_torch INTERFACE)
  target_include_directories(reweigh_torch SYSTEM INTERFACE ${REWEIGH_TORCH}/include ${REWEIGH_TORCH}/include/torch/csrc/api/include)
  # at::parallel_for is OpenMP in a header; it must run on the very runtime that torch brings along.
  target_compile_options(reweigh_torch INTERFACE -fopenmp)
  target_link_libraries(reweigh_torch INTERFACE ${REWEIGH_TORCH}/lib/libtorch_cpu.so ${REWEIGH_TORCH}/lib/libc10.so
                        ${REWEIGH_TORCH}/lib/libgomp.so.1)
  # The wheel's cudart and cupti lie beside torch/ and are found through libtorch_cpu's own rpath. Ours is CMake's, which `cmake --install`
  # takes away again.
  target_link_options(reweigh_torch INTERFACE -Wl,--allow-shlib-undefined)
endif()
