#include "core/base/visible.h"

namespace chayan {

QString visible(QString text) {
    for (QChar& c : text) {
        const ushort code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (code < 0x20)
            c = QChar(static_cast<ushort>(0x2400 + code));
        else if (code == 0x7F)
            c = QChar(0x2421);
        else if ((code >= 0x80 && code < 0xA0) || turns)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

}  // namespace chayan
