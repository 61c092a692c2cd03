#include "ui/visits/hard_photos.h"

#include "core/text/reasons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// What keeps a picture from being used; empty where nothing does, or where it never was to be shown.
QString obstacle(const eye::Reading& reading) {
    if (!reading.flaws.empty())
        return eye::key(reading.flaws.front());
    if (!reading.notRead)
        return {};
    switch (*reading.notRead) {
        case eye::NotRead::CutOff:
        case eye::NotRead::Damaged:
        case eye::NotRead::Heic:
        case eye::NotRead::Unsupported:
        case eye::NotRead::NotAPicture:
        case eye::NotRead::TooLarge:
            return eye::key(*reading.notRead);
        default:
            return {};
    }
}

}  // namespace

bool HardPhotos::note(const QString& name, const eye::Reading& reading, const text::Texts& texts) {
    constexpr qsizetype told = 5;
    const QString what = obstacle(reading);
    if (what.isEmpty())
        return false;
    ++m_count;
    if (m_why.size() < told)
        m_why += name + u": "_s + text::reason(text::Topic::Picture, what, texts);
    return true;
}

QString HardPhotos::words() const {
    return QCoreApplication::translate(
        "chayan::ui::HardPhotos",
        "%n photograph(s) may be of little use. Saved all the same; take a better one while you can.",
        nullptr, m_count);
}

}  // namespace chayan::ui
