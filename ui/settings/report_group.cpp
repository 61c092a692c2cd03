#include "ui/settings/report_group.h"

#include "core/base/places.h"
#include "core/base/safe_file.h"
#include "core/services/diagnose.h"
#include "ui/style/metrics.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

ReportGroup::ReportGroup(Desk& desk)
    : m_desk(desk),
      m_prepare(button(tr("Show what it contains"), u"eye")),
      m_save(button(tr("Save as …"), u"folder")),
      m_text(new QPlainTextEdit),
      m_notice(new Notice),
      m_saved(new Notice(Notice::Kind::Info)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("Problem report"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(label(tr(
        "For whoever helps when something does not work: versions, figures and what failed. No name, title, "
        "value or file name is in it, and nothing is sent.")));
    auto* row = rowOf();
    row->addWidget(m_prepare);
    row->addWidget(m_save);
    row->addStretch(1);
    column->addLayout(row);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(codeFont(Size::Small));
    m_text->setAccessibleName(tr("What the problem report contains"));
    constexpr int lines = 14;
    m_text->setFixedHeight(lines * QFontMetrics(codeFont(Size::Small)).lineSpacing() + 12);
    column->addWidget(m_text);
    column->addWidget(m_notice);
    column->addWidget(m_saved);
    m_text->hide();
    m_save->hide();
    connect(m_prepare, &QPushButton::clicked, this, &ReportGroup::prepare);
    connect(m_save, &QPushButton::clicked, this, &ReportGroup::chooseFile);
}

void ReportGroup::prepare() {
    m_notice->dismiss();
    m_saved->dismiss();
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] {
            return services::diagnosis(office ? &office->store() : nullptr, {}, EventLog(eventLogPath()),
                                       SystemClock().read().utc);
        },
        [this](const QByteArray& bytes) {
            m_bytes = bytes;
            m_text->setPlainText(QString::fromUtf8(bytes));
            m_text->show();
            m_save->show();
        });
}

void ReportGroup::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Where the problem report goes"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"chayan-report.txt"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is ever overwritten
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportGroup::saveTo);
    dialog->open();
}

void ReportGroup::saveTo(const QString& file) {
    m_notice->dismiss();
    m_saved->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [file, bytes = m_bytes] { return writeFileDurably(file, view(bytes), AtomicFile::Replace::No); },
        [this, file](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            m_saved->set(tr("Saved: %1").arg(QDir::toNativeSeparators(file)));
        });
}

}  // namespace chayan::ui
