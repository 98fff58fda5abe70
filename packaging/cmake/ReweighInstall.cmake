# What `cmake --install` lays down: the program, its engine, its entry in the desktop and what completes its flags in bash. LibTorch is not
# laid down, and no library keeps the path where it lay during the build: the program looks for it (core/engine/face/Engine.cpp).
include(GNUInstallDirs)
set(id io.github.reweigh.Reweigh)
set(icons ${CMAKE_SOURCE_DIR}/resources/icons/app)
install(TARGETS reweigh RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET reweigh_engine_library)
  install(TARGETS reweigh_engine_library LIBRARY DESTINATION lib/reweigh) # the program looks in ../lib/reweigh
endif()
if(TARGET reweigh_cuda)
  install(TARGETS reweigh_cuda LIBRARY DESTINATION lib/reweigh) # the engine looks beside itself
endif()
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${icons}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${icons}/${id}-symbolic.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps)
foreach(size 48 128 256)
  install(FILES ${icons}/${size}.png RENAME ${id}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/reweigh.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME reweigh)
