// chayan-eye: decodes pictures and reads their codes for core/eye's pool, without rights of its own. It takes
// no arguments; the pool gives it a socket as file descriptor 3.
#include "app/eye/preload.h"
#include "app/eye/sandbox.h"
#include "app/eye/zygote.h"
#include "core/eye/channel.h"
#include "core/eye/wire.h"

#include <sys/socket.h>

#include <cstdio>
#include <tuple>

namespace {

constexpr int poolSocket = 3;
constexpr int helloMs = 10'000;

bool isSocket(int fd) {
    int type = 0;
    socklen_t length = sizeof type;
    return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length) == 0;
}

chayan::Status prepare() {
    CHAYAN_CHECK(chayan::eye::preload());
    return chayan::eye::dropRights();
}

}  // namespace

int main() {
    if (!isSocket(poolSocket)) {
        std::ignore = std::fputs("chayan-eye is started by chayan and chayanctl\n", stderr);
        return 2;
    }
    // Qt would send its messages to the journal, through a socket that it may not open.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    chayan::eye::Hello hello;
    if (const chayan::Status ready = prepare(); !ready)
        hello.failure = ready.error().thing + QStringLiteral(": ") + ready.error().detail;
    const bool said = chayan::eye::sendFrame(poolSocket, toWire(hello), QDeadlineTimer(helloMs));
    if (!said || !hello.failure.isEmpty())
        return 1;
    chayan::eye::serve(poolSocket);
    return 0;
}
