# Writes which commit this is to OUT, when that changed: core/services/about.cpp alone is compiled again then,
# and only what links the services is linked again.
# Arguments: -DROOT -DOUT -P.
execute_process(COMMAND git -C ${ROOT} describe --always --dirty --abbrev=12 --exclude=*
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit)
    set(commit unknown)
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT "#define CHAYAN_COMMIT \"${commit}\"\n")
