#include "core/eye/reading.h"

using namespace Qt::StringLiterals;

namespace chayan::eye {

QString key(NotRead reason) {
    switch (reason) {
        case NotRead::NotAPicture:
            return u"not_a_picture"_s;
        case NotRead::Unsupported:
            return u"unsupported"_s;
        case NotRead::Heic:
            return u"heic"_s;
        case NotRead::Video:
            return u"video"_s;
        case NotRead::CutOff:
            return u"cut_off"_s;
        case NotRead::TooLarge:
            return u"too_large"_s;
        case NotRead::Damaged:
            return u"damaged"_s;
        case NotRead::Timeout:
            return u"timeout"_s;
        case NotRead::Crashed:
            return u"crashed"_s;
        case NotRead::Memory:
            return u"memory"_s;
        case NotRead::NoWorker:
            return u"worker_missing"_s;
    }
    return {};
}

QString key(Flaw flaw) {
    switch (flaw) {
        case Flaw::Blurred:
            return u"blurred"_s;
        case Flaw::Dark:
            return u"dark"_s;
        case Flaw::Washed:
            return u"washed"_s;
        case Flaw::Glare:
            return u"glare"_s;
        case Flaw::Small:
            return u"small"_s;
    }
    return {};
}

QString key(Compared::Difference::Kind kind) {
    switch (kind) {
        case Compared::Difference::Kind::Print:
            return u"print"_s;
        case Compared::Difference::Kind::Moved:
            return u"moved"_s;
        case Compared::Difference::Kind::Colour:
            return u"colour"_s;
        case Compared::Difference::Kind::Coarse:
            return u"coarse"_s;
    }
    return {};
}

const QStringList& formatNames() {
    static const QStringList names{u"EAN-13"_s, u"EAN-8"_s,       u"UPC-A"_s,           u"UPC-E"_s,
                                   u"Code39"_s, u"Code93"_s,      u"Code128"_s,         u"Codabar"_s,
                                   u"ITF"_s,    u"DataBar"_s,     u"DataBarExpanded"_s, u"DataBarLimited"_s,
                                   u"QRCode"_s, u"MicroQRCode"_s, u"DataMatrix"_s,      u"Aztec"_s,
                                   u"PDF417"_s, u"MaxiCode"_s};
    return names;
}

std::optional<Error> errorOf(const Reading& reading, const QString& thing) {
    if (!reading.notRead)
        return {};
    const auto because = [&](ErrorKind kind, const QString& what) {
        return Error{kind, thing, reading.detail.isEmpty() ? what : what + u": "_s + reading.detail};
    };
    // Of the picture itself, wherever it lies: what a store holds is proved by its digest alone.
    const auto spoilt = [&](const QString& what) {
        Error error = because(ErrorKind::BadInput, what);
        error.reason = key(*reading.notRead);
        return error;
    };
    switch (*reading.notRead) {
        case NotRead::NotAPicture:
            return because(ErrorKind::BadInput, u"not a picture"_s);
        case NotRead::Unsupported:
        case NotRead::Heic:
        case NotRead::Video:
            return because(ErrorKind::Unsupported, mimeType(reading.type) + u" is not read"_s);
        case NotRead::CutOff:
            return spoilt(u"cut off"_s);
        case NotRead::TooLarge:
            return because(ErrorKind::TooLarge, u"too large"_s);
        case NotRead::Damaged:
            return spoilt(u"damaged"_s);
        case NotRead::Timeout:
            return because(ErrorKind::WorkerFailed, u"not read in time"_s);
        case NotRead::Crashed:
            return because(ErrorKind::WorkerFailed, u"could not be read safely"_s);
        case NotRead::Memory:
            return because(ErrorKind::WorkerFailed, u"needs too much memory"_s);
        case NotRead::NoWorker:
            return because(ErrorKind::WorkerFailed, u"no worker"_s);
    }
    return {};
}

}  // namespace chayan::eye
