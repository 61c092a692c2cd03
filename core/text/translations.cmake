# The two languages: translations/*.ts are compiled and lie in chayan_text as the resource `translations`.
# `update_translations` reads the sources anew; the test `translations` fails while that would change a file.
find_program(LRELEASE NAMES lrelease HINTS /usr/lib/qt6/bin REQUIRED NO_DEFAULT_PATH)
find_program(LUPDATE NAMES lupdate HINTS /usr/lib/qt6/bin REQUIRED NO_DEFAULT_PATH)
set(folder ${PROJECT_SOURCE_DIR}/translations)
set(made ${PROJECT_BINARY_DIR}/translations)
file(MAKE_DIRECTORY ${made})

set(qm_files "")
set(members "")
foreach(language zh_CN en)
    set(qm ${made}/chayan_${language}.qm)
    add_custom_command(OUTPUT ${qm} COMMAND ${LRELEASE} -silent ${folder}/chayan_${language}.ts -qm ${qm}
        DEPENDS ${folder}/chayan_${language}.ts VERBATIM)
    list(APPEND qm_files ${qm})
    string(APPEND members "<file>chayan_${language}.qm</file>")
endforeach()
file(CONFIGURE OUTPUT ${made}/translations.qrc
    CONTENT "<RCC><qresource prefix=\"/translations\">${members}</qresource></RCC>\n")
add_custom_command(OUTPUT ${made}/qrc_translations.cpp
    COMMAND Qt6::rcc --name translations --output ${made}/qrc_translations.cpp ${made}/translations.qrc
    DEPENDS ${qm_files} ${made}/translations.qrc VERBATIM)
set_source_files_properties(${made}/qrc_translations.cpp PROPERTIES SKIP_AUTOGEN ON)
target_sources(chayan_text PRIVATE ${made}/qrc_translations.cpp)

set(update ${CMAKE_COMMAND} -DLUPDATE=${LUPDATE} -DROOT=${PROJECT_SOURCE_DIR}
    -P ${CMAKE_CURRENT_LIST_DIR}/update_translations.cmake)
add_custom_target(update_translations COMMAND ${update} VERBATIM)
add_test(NAME translations COMMAND ${CMAKE_COMMAND} -DLUPDATE=${LUPDATE} -DROOT=${PROJECT_SOURCE_DIR}
    -DCHECK=${made}/check -P ${CMAKE_CURRENT_LIST_DIR}/update_translations.cmake)
