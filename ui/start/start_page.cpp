#include "ui/start/start_page.h"

#include "core/store/copy_store.h"
#include "ui/style/metrics.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace chayan::ui {

StartPage::StartPage(Desk& desk, const QString& folder)
    : m_desk(desk), m_folder(folder), m_wait(quietLabel(tr("Opening the store …"))) {
    m_form = makeForm();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_wait->setAlignment(Qt::AlignCenter);
    column->addWidget(m_wait);
    column->addWidget(m_form);
    opening();
}

QWidget* StartPage::makeForm() {
    auto* card = new QWidget;
    auto* column = columnOf(metrics::step);
    card->setLayout(column);

    auto* head = rowOf();
    auto* sign = new QLabel;
    sign->setPixmap(applicationIcon().pixmap(56, 56));
    head->addWidget(sign);
    auto* words = columnOf(2);
    words->addWidget(label(tr("Who writes here?"), Size::Title, true));
    words->addWidget(quietLabel(
        tr("Chayan makes a key for you. It signs everything you record, so that others can check it.")));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(metrics::inside);

    m_officer = new OfficerForm;
    column->addWidget(m_officer);
    column->addSpacing(metrics::inside);
    column->addWidget(
        quietLabel(tr("Records will lie in %1").arg(QDir::toNativeSeparators(m_folder)), Size::Small));

    m_notice = new Notice;
    column->addWidget(m_notice);
    auto* buttons = rowOf();
    m_make = primaryButton(tr("Begin"), u"seal");
    m_retry = button(tr("Try again"));
    auto* other = button(tr("Open a store that exists …"), u"folder");
    auto* restore = button(tr("Restore a backup …"), u"copy");
    buttons->addWidget(m_make);
    buttons->addWidget(m_retry);
    buttons->addStretch(1);
    buttons->addWidget(restore);
    buttons->addWidget(other);
    column->addLayout(buttons);
    column->addStretch(1);

    connect(m_make, &QPushButton::clicked, this, &StartPage::found);
    connect(m_retry, &QPushButton::clicked, this, [this] { open(m_folder); });
    connect(other, &QPushButton::clicked, this, &StartPage::openOther);
    connect(m_officer, &OfficerForm::changed, this, &StartPage::judge);
    connect(restore, &QPushButton::clicked, this, &StartPage::chooseBackup);
    judge();

    // Centred, and no wider than reads well.
    auto* around = new QWidget;
    auto* row = new QHBoxLayout(around);
    row->addStretch(1);
    card->setMinimumWidth(320);
    card->setMaximumWidth(560);
    row->addWidget(card, 10);
    row->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(around);
    return area;
}

void StartPage::opening() {
    m_wait->show();
    m_form->hide();
}

void StartPage::missing(const Error& error) {
    m_wait->hide();
    m_form->show();
    const bool none = error.kind == ErrorKind::NotAStore;
    m_make->setVisible(none);
    m_retry->setVisible(!none);
    if (!none)
        m_notice->set(error, m_desk.texts());
    m_officer->focusFirst();
}

void StartPage::judge() {
    m_make->setEnabled(m_officer->isComplete());
}

void StartPage::found() {
    m_notice->dismiss();
    m_make->setEnabled(false);
    m_desk.lanes.run(
        Lane::Saving, this,
        [folder = m_folder, who = m_officer->name(),
         passphrase = m_officer->passphrase()]() -> Result<OpenedOffice> {
            const QString app = u"chayan "_s + QCoreApplication::applicationVersion();
            CHAYAN_TRY(std::shared_ptr<services::Office> office,
                       services::Office::found(folder, who, passphrase, app));
            CHAYAN_TRY(std::vector<services::OfficerHere> officers, office->officers());
            return OpenedOffice{std::move(office), std::move(officers)};
        },
        [this](Result<OpenedOffice> made) {
            judge();
            if (!made)
                return m_notice->set(made.error(), m_desk.texts());
            m_officer->clearPassphrase();
            const services::OfficerHere officer = made->officers.front();
            m_desk.session.setOffice(std::move(made->office), std::move(made->officers));
            m_desk.session.unlocked(officer);
        });
}

void StartPage::openOther() {
    auto* dialog = new QFileDialog(this, tr("Open a store that exists"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::open);
    dialog->open();
}

void StartPage::chooseBackup() {
    auto* dialog = new QFileDialog(this, tr("The backup's folder"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::restore);
    dialog->open();
}

void StartPage::restore(const QString& backup) {
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Long, this,
        [backup, folder = m_folder]() -> Result<OpenedOffice> {
            {
                CHAYAN_TRY(const auto store, store::Store::openToRead(backup));
                CHAYAN_CHECK(store::copyStore(*store, folder, SystemClock().read().utc));
            }
            return openOffice(folder);
        },
        [this](Result<OpenedOffice> opened) {
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            m_desk.session.setOffice(std::move(opened->office), std::move(opened->officers));
        });
}

void StartPage::open(const QString& folder) {
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Reading, this, [folder] { return openOffice(folder); },
        [this, folder](Result<OpenedOffice> opened) {
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            QSettings().setValue(u"store/folder"_s, folder);
            m_desk.session.setOffice(std::move(opened->office), std::move(opened->officers));
        });
}

}  // namespace chayan::ui
