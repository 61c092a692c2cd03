#include "core/text/texts.h"

using namespace Qt::StringLiterals;

// The resource lies in a static library, where nothing else would keep it; the macro may stand in no
// namespace.
static void keepTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace chayan::text {

namespace {

/// Replaces %1 to %9 and %n in one pass, so that a "%2" inside an argument stays what it is.
QString fill(const QString& pattern, const QStringList& args, int n) {
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1] : QChar();
        const int digit = next.digitValue();
        if (digit >= 1 && digit <= args.size())
            out += args[digit - 1];
        else if (next == u'n' && n >= 0)
            out += QString::number(n);
        else {
            out += pattern[i];
            continue;
        }
        ++i;
    }
    return out;
}

}  // namespace

QString code(Language language) {
    return language == Language::Chinese ? u"zh_CN"_s : u"en"_s;
}

Language languageOf(QStringView locale) {
    return locale.startsWith(u"zh", Qt::CaseInsensitive) ? Language::Chinese : Language::English;
}

bool load(QTranslator& translator, Language language) {
    keepTranslations();
    return translator.load(u":/translations/chayan_%1.qm"_s.arg(code(language)));
}

Texts::Texts(Language language) : m_language(language) {
    auto translator = std::make_shared<QTranslator>();
    load(*translator, language);
    m_translator = std::move(translator);
}

QString Texts::say(const char* context, const char* source, const QStringList& args, int n) const {
    QString text = m_translator->translate(context, source, nullptr, n);
    if (text.isNull())
        text = QString::fromUtf8(source);
    return fill(text, args, n);
}

}  // namespace chayan::text
