#include "core/phone/phone_name.h"

#include "core/base/phone_limits.h"
#include "core/base/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::phone {

namespace {

constexpr qsizetype endingCharacters = 12;

/// Without a half of a character that takes two.
QString whole(QString text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString cut(QString name) {
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= endingCharacters ? name.sliced(dot) : QString();
    QString stem = name.chopped(ending.size());
    while ((stem + ending).toUtf8().size() > limits::phoneNameBytes) {
        stem.chop(1);
        if (stem.endsWith(QChar::Null) || (!stem.isEmpty() && stem.back().isHighSurrogate()))
            stem.chop(1);
    }
    return stem + ending;
}

}  // namespace

QString nameFrom(const QString& said) {
    const qsizetype slash = std::max(said.lastIndexOf(u'/'), said.lastIndexOf(u'\\'));
    QString name = whole(visible(
        said.sliced(slash + 1).left(2 * limits::phoneNameBytes) +
        (said.size() - slash - 1 > 2 * limits::phoneNameBytes ? said.right(endingCharacters) : QString())));
    // Marks that show nothing and reorder what stands beside them.
    for (QChar& c : name)
        if (c == QChar(0x200E) || c == QChar(0x200F) || c == QChar(0x061C))
            c = QChar::ReplacementCharacter;
    name = cut(name.trimmed());
    if (name.isEmpty() || name == u"."_s || name == u".."_s)
        return u"unnamed"_s;
    return name;
}

QString deviceFrom(const QString& said) {
    return whole(visible(said.left(limits::phoneDeviceCharacters))).trimmed();
}

QString shortDevice(const QString& device) {
    for (const QStringView known : {u"iPhone", u"iPad", u"HarmonyOS", u"Android"})
        if (device.contains(known))
            return known.toString();
    return {};
}

}  // namespace chayan::phone
