#include "core/bundle/problem.h"

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

ErrorKind kindOf(const QString& reason) {
    if (reason == u"empty" || reason == u"not_a_zip" || reason == u"not_an_archive")
        return ErrorKind::NotABundle;
    if (reason == u"unsafe_path" || reason == u"link" || reason == u"special_file")
        return ErrorKind::UnsafePath;
    return ErrorKind::InvalidBundle;
}

}  // namespace

tl::unexpected<Error> refuse(Problem problem) {
    const ErrorKind kind = kindOf(problem.reason);
    return fail(Error{kind, std::move(problem.thing), std::move(problem.detail), std::move(problem.reason)});
}

tl::unexpected<Error> refuse(QString reason, QString thing, QString detail) {
    return refuse(Problem{std::move(reason), std::move(thing), std::move(detail)});
}

Problem problemOf(const Error& error) {
    return {error.reason, error.thing, error.detail};
}

QString shown(QByteArrayView name) {
    return QString::fromUtf8(name);
}

}  // namespace chayan::bundle
