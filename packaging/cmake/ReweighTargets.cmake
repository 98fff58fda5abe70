# Flags every target shares, and the two functions that make a room and a test.
add_library(reweigh_common INTERFACE)
target_include_directories(reweigh_common INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(reweigh_common INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Wno-missing-field-initializers # designated initialisers rely on members' defaults
                       -Wno-restrict)                    # false alarms in GCC 12's string concatenation
target_compile_definitions(reweigh_common INTERFACE QT_NO_KEYWORDS REWEIGH_VERSION="${PROJECT_VERSION}")
if(REWEIGH_WERROR)
  target_compile_options(reweigh_common INTERFACE -Werror)
endif()
if(REWEIGH_SANITIZE)
  string(REGEX REPLACE "^(ON|1|TRUE|YES)$" "address,undefined" sanitizers ${REWEIGH_SANITIZE})
  target_compile_options(reweigh_common INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer)
  target_link_options(reweigh_common INTERFACE -fsanitize=${sanitizers})
endif()
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
target_link_libraries(reweigh_common INTERFACE Threads::Threads)

# A room: one static library of every .cpp in core/<name>, named reweigh_<name>.
function(reweigh_room name)
  cmake_parse_arguments(ROOM "TORCH" "" "DEPS;LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(entry|cuda)/") # shared libraries of their own
  if(NOT sources)
    add_library(reweigh_${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(reweigh_${name} STATIC ${sources})
    set(scope PUBLIC)
  endif()
  list(TRANSFORM ROOM_DEPS PREPEND reweigh_)
  target_link_libraries(reweigh_${name} ${scope} reweigh_common ${ROOM_DEPS} ${ROOM_LIBS})
  if(ROOM_TORCH)
    target_link_libraries(reweigh_${name} ${scope} reweigh_torch)
    if(sources)
      if(name STREQUAL "kernels")
        target_precompile_headers(reweigh_${name} PRIVATE <ATen/ATen.h>)
      else()
        target_precompile_headers(reweigh_${name} REUSE_FROM reweigh_kernels)
      endif()
    endif()
  endif()
endfunction()

# A Qt Test: tests/core/<room>/tst_<subject>.cpp becomes <room>_<subject>. LABELS slow|gpu|python; LIBS are rooms;
# with AVX2 it runs once more, as <room>_<subject>_avx2, with no wider vectors (tests/support/VectorWidth.h).
function(reweigh_add_test room subject)
  cmake_parse_arguments(TEST "AVX2" "TIMEOUT" "LABELS;LIBS;EXTRA" ${ARGN})
  set(target tst_${room}_${subject})
  add_executable(${target} ${CMAKE_CURRENT_SOURCE_DIR}/tst_${subject}.cpp ${TEST_EXTRA})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  list(TRANSFORM TEST_LIBS PREPEND reweigh_)
  target_link_libraries(${target} PRIVATE reweigh_common ${TEST_LIBS} Qt6::Test)
  target_compile_definitions(${target} PRIVATE REWEIGH_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             REWEIGH_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${room}_${subject} COMMAND ${target})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 300)
  endif()
  set_tests_properties(${room}_${subject} PROPERTIES TIMEOUT ${TEST_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen" LABELS "${TEST_LABELS}")
  if(TEST_AVX2)
    add_test(NAME ${room}_${subject}_avx2 COMMAND ${target})
    set_tests_properties(${room}_${subject}_avx2 PROPERTIES TIMEOUT ${TEST_TIMEOUT}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;REWEIGH_TEST_VECTORS=avx2" LABELS "${TEST_LABELS}")
  endif()
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
  # The wheel's cudart and cupti lie beside torch/ and are found through libtorch_cpu's own rpath.
  target_link_options(reweigh_torch INTERFACE -Wl,-rpath,${REWEIGH_TORCH}/lib -Wl,--allow-shlib-undefined)
endif()
