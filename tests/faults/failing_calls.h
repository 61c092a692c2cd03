#pragma once

/// The same as the environment asks for (failing_calls.cpp), for a program that is linked with the library:
/// from now on the `at`-th call below the folder fails in this way. `told` names the
/// file that says which one it was.
extern "C" void chayan_fail_call(const char* below, const char* told, const char* mode, long at);
/// From now on nothing fails; how many calls there were that could have.
extern "C" long chayan_fail_no_call();
