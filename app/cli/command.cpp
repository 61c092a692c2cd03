#include "app/cli/command.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

void put(std::FILE* stream, const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stream);
    std::fputc('\n', stream);
}

}  // namespace

void Context::print(const QString& line) const {
    put(stdout, line.toUtf8());
}

void Context::note(const QString& line) const {
    put(stderr, line.toUtf8());
}

Status Context::answer(const Json& json) const {
    CHAYAN_TRY(const QByteArray bytes, canonical(json));
    put(stdout, bytes);
    return {};
}

}  // namespace chayan::cli
