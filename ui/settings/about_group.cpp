#include "ui/settings/about_group.h"

#include "core/services/about.h"
#include "ui/style/metrics.h"
#include "ui/widgets/controls.h"

#include <QFile>

using namespace Qt::StringLiterals;

// The resource lies in a static library, where nothing else would keep it; the macro may stand in no
// namespace.
static void keepAbout() {
    Q_INIT_RESOURCE(about);
}

namespace chayan::ui {

namespace {

QString textOf(const QString& resource) {
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

AboutGroup::AboutGroup() : m_licences(new QPlainTextEdit) {
    const services::About about = services::about();
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("About"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(label(tr("Chayan %1, built from %2").arg(about.version, about.commit)));
    column->addWidget(
        quietLabel(tr("Schema of the store %1, formats %2").arg(about.schema).arg(about.formats)));
    QStringList libraries;
    for (const LibraryVersion& library : about.libraries)
        libraries << u"%1 %2"_s.arg(library.name, library.version);
    column->addWidget(quietLabel(tr("Runs with %1").arg(libraries.join(u" · "_s))));
    column->addWidget(label(tr("Apache License 2.0. Its libraries have licences of their own.")));
    auto* show = button(tr("Licences and notices"), u"info");
    auto* row = rowOf();
    row->addWidget(show);
    row->addStretch(1);
    column->addLayout(row);
    m_licences->setReadOnly(true);
    m_licences->setTabChangesFocus(true);
    m_licences->setFont(codeFont(Size::Small));
    m_licences->setAccessibleName(tr("Licences and notices"));
    constexpr int lines = 18;
    m_licences->setFixedHeight(lines * QFontMetrics(codeFont(Size::Small)).lineSpacing() + 12);
    column->addWidget(m_licences);
    m_licences->hide();
    connect(show, &QPushButton::clicked, this, &AboutGroup::toggleLicences);
}

void AboutGroup::toggleLicences() {
    keepAbout();
    if (m_licences->toPlainText().isEmpty())
        m_licences->setPlainText(textOf(u":/about/NOTICE"_s) + u"\n\n"_s + textOf(u":/about/LICENSE"_s));
    m_licences->setVisible(!m_licences->isVisibleTo(this));
}

}  // namespace chayan::ui
