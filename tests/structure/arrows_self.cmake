# cmake -DSCRIPT=arrows.cmake -DTABLE=arrows.txt -DQT_CORE=DIR -DQT_GUI=DIR -DSCRATCH=DIR -P arrows_self.cmake
# A check that cannot fail is worth nothing: each small tree breaks one rule and must be refused with that reason;
# the tree that breaks none must pass.
cmake_policy(VERSION 3.25)
set(libraries "chayan_library(base)\nchayan_library(crypto DEPS base LINK OpenSSL::Crypto)\n\
chayan_library(ledger DEPS crypto)\nchayan_library(codes DEPS base)\nchayan_library(vision DEPS base)\n")

# tree(EXPECTED FILE CONTENT): EXPECTED is a regular expression of the answer, or "" where all is well.
function(tree expected file content)
    file(REMOVE_RECURSE ${SCRATCH})
    file(WRITE ${SCRATCH}/core/CMakeLists.txt "# chayan_library(NAME DEPS lib...)\n${libraries}")
    file(WRITE ${SCRATCH}/core/base/good.h "#include <QString>\n#include <QtCore/QObject>\n#include <vector>\n")
    file(WRITE ${SCRATCH}/core/ledger/good.cpp "#include \"core/crypto/a.h\"\n#include \"core/base/b.h\"\n")
    file(WRITE ${SCRATCH}/core/vision/good.cpp "#include <QImage>\n#include <opencv2/core.hpp>\n")
    if(file)
        file(WRITE ${SCRATCH}/${file} "${content}")
    endif()
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -DTABLE=${TABLE} -DQT_CORE=${QT_CORE}
        -DQT_GUI=${QT_GUI} -P ${SCRIPT} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
    string(REGEX REPLACE "[ \n]+" " " out "${out}")
    if(expected STREQUAL "")
        if(NOT code EQUAL 0)
            message(FATAL_ERROR "a tree without a breach is refused: ${out}")
        endif()
    elseif(code EQUAL 0 OR NOT out MATCHES "${expected}")
        message(FATAL_ERROR "${file} was to be refused with '${expected}', got ${code}: ${out}")
    endif()
endfunction()

tree("" "" "")
tree("no arrow leads from base to crypto" core/base/bad.h "#include \"core/crypto/digest.h\"\n")
tree("no arrow leads from codes to ledger" core/codes/bad.cpp "  #  include \"core/ledger/entry.h\"\n")
tree("no arrow leads from ledger to ui" core/ledger/bad.cpp "#include \"ui/shell/window.h\"\n")
tree("no arrow leads from ledger to app/cli" core/ledger/bad.cpp "#include \"app/cli/main.h\"\n")
tree("no arrow leads from ui to vision" ui/bad.cpp "#include \"core/vision/read.h\"\n")
tree("QWidget, and base uses QtCore alone" core/base/bad.cpp "#include <QWidget>\n")
tree("QImage, and codes uses QtCore alone" core/codes/bad.cpp "#include <QImage>\n")
tree("QtGui/QImage, and codes uses QtCore alone" core/codes/bad.cpp "#include <QtGui/QImage>\n")
tree("QWidget, and vision uses QtCore and QtGui alone" core/vision/bad.cpp "#include <QWidget>\n")
tree("QDialog, and app/cli uses QtCore alone" app/cli/bad.cpp "#include <QDialog>\n")
tree("opencv2/core.hpp, which belongs to vision alone" core/codes/bad.cpp "#include <opencv2/core.hpp>\n")
tree("ZXing/ReadBarcode.h, which belongs to vision alone" app/cli/bad.cpp "#include <ZXing/ReadBarcode.h>\n")
tree("openssl/evp.h, which belongs to crypto alone" core/ledger/bad.cpp "#include <openssl/evp.h>\n")
tree("sqlite3.h, which belongs to store alone" core/ledger/bad.cpp "#include <sqlite3.h>\n")
tree("archive_entry.h, which belongs to bundle alone" core/ledger/bad.cpp "#include <archive_entry.h>\n")
tree("core/ledger/bad.cpp: translates" core/ledger/bad.cpp "auto a = tr(\"a\");\n")
tree("core/base/bad.cpp: translates" core/base/bad.cpp "auto a = QCoreApplication::translate(\"a\", \"b\");\n")
tree("core/odd/bad.cpp: lies in no room" core/odd/bad.cpp "int a;\n")
tree("core/store/bad.cpp: lies in no room" core/store/bad.cpp "int a;\n")
tree("app/gui/CMakeLists.txt: links chayan_vision" app/gui/CMakeLists.txt
    "target_link_libraries(chayan PRIVATE chayan_ui chayan_vision)\n")
tree("no arrow from codes to crypto" core/CMakeLists.txt
    "${libraries}chayan_library(codes DEPS base crypto)\n")
tree("cycle: base crypto" core/CMakeLists.txt
    "chayan_library(base DEPS crypto)\nchayan_library(crypto DEPS base)\n")
file(REMOVE_RECURSE ${SCRATCH})
