# What `cmake --install` lays down: the program with its engine beside it, and its entry in the desktop.
include(GNUInstallDirs)
set(id io.github.reweigh.Reweigh)
set(icons ${CMAKE_SOURCE_DIR}/resources/icons/app)
install(TARGETS reweigh RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET reweigh_engine_library)
  install(TARGETS reweigh_engine_library LIBRARY DESTINATION lib) # the program looks in ../lib
endif()
if(TARGET reweigh_cuda)
  install(TARGETS reweigh_cuda LIBRARY DESTINATION lib) # the engine looks beside itself
endif()
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${icons}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${icons}/${id}-symbolic.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps)
foreach(size 48 128 256)
  install(FILES ${icons}/${size}.png RENAME ${id}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
