#include "ui/visits/code_words.h"

#include "core/domain/meanings.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/controls.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

void tellCode(QVBoxLayout* column, int number, const domain::ScannedCode& scanned, const text::Texts& texts) {
    const QString format =
        scanned.format == u"typed" ? QCoreApplication::translate("code", "typed by hand") : scanned.format;
    column->addWidget(label(u"%1  %2"_s.arg(number).arg(format), Size::Normal, true));
    QString shown = scanned.text;
    shown.replace(QChar(0x1D), u'␝');
    column->addWidget(codeLabel(shown));
    const auto meanings = domain::meaningsOf(scanned);
    constexpr int telling = 50;
    const auto tells = [](const codes::Meaning& meaning) {
        return meaning.valid && meaning.likelihood > telling;
    };
    const bool told = std::ranges::any_of(meanings, tells);
    for (const codes::Meaning& meaning : meanings) {
        const QString scheme = text::term(text::TermGroup::Scheme, meaning.scheme, texts);
        if (meaning.valid && told && !tells(meaning))
            continue;  // a shape that many numbers have says nothing beside what is certain
        if (meaning.valid && !tells(meaning))
            column->addLayout(iconRow(u"info", Ink::Text,
                                      QCoreApplication::translate("code", "By its shape: %1").arg(scheme)));
        else
            column->addLayout(iconRow(meaning.valid ? u"tick" : u"warning",
                                      meaning.valid ? Ink::Text : Ink::Warning, scheme));
        if (!meaning.valid)
            column->addWidget(
                label(text::reason(text::Topic::Identifier, meaning.reason, texts), Size::Small));
        for (const codes::Part& part : meaning.parts)
            column->addWidget(quietLabel(u"%1  %2"_s.arg(text::term(text::TermGroup::Part, part.key, texts),
                                                         text::partValue(part.key, part.value, texts)),
                                         Size::Small));
        for (const QString& warning : meaning.warnings)
            column->addWidget(
                label(text::reason(text::Topic::IdentifierNotice, warning, texts), Size::Small));
    }
    column->addSpacing(metrics::inside);
}

}  // namespace chayan::ui
