#include "ui/start/start_page.h"

#include "core/store/copy_store.h"
#include "ui/style/metrics.h"
#include "ui/tasks/task_strip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

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
    column->addSpacing(metrics::between);
    column->addWidget(hairline());
    auto* looking = rowOf();
    looking->addWidget(
        label(tr("Only having a look? The demonstration has visits, bundles and photographs, all made up.")),
        1);
    m_demo = button(tr("Show the demonstration"), u"eye");
    looking->addWidget(m_demo);
    column->addLayout(looking);
    column->addWidget(new TaskStrip(m_desk.tasks));
    column->addStretch(1);

    connect(m_demo, &QPushButton::clicked, this, [this] {
        showDemo(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chayan/demo"_s);
    });
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

void StartPage::showDemo(const QString& folder) {
    m_notice->dismiss();
    m_demo->setEnabled(false);
    const QString app = u"chayan "_s + QCoreApplication::applicationVersion();
    m_desk.tasks.start(
        tr("Making the demonstration"), this,
        [folder, app](const Progress& progress) -> Result<OpenedOffice> {
            const services::DemoPlan plan{1, services::demoPictures()};
            if (!QFileInfo::exists(folder))
                CHAYAN_CHECK(services::makeDemo(folder, plan, app, progress));
            CHAYAN_TRY(OpenedOffice opened, openOffice(services::demoPlaces(folder).store));
            if (opened.officers.empty())
                return fail(ErrorKind::NotFound, folder, u"nobody may write in it"_s);
            CHAYAN_CHECK(
                opened.office->unlock(opened.officers.front().fingerprint, services::demoPassphrase));
            return opened;
        },
        [this](Result<OpenedOffice> opened) -> Outcome {
            m_demo->setEnabled(true);
            if (!opened) {
                if (opened.error().kind != ErrorKind::Cancelled)
                    m_notice->set(opened.error(), m_desk.texts());
                return {};
            }
            const services::OfficerHere officer = opened->officers.front();
            m_desk.session.setOffice(std::move(opened->office), std::move(opened->officers), opened->demo);
            m_desk.session.unlocked(officer);
            return {tr("This is the demonstration. What to try stands under Bundles.")};
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
            m_desk.session.setOffice(std::move(opened->office), std::move(opened->officers), opened->demo);
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
            m_desk.session.setOffice(std::move(opened->office), std::move(opened->officers), opened->demo);
        });
}

}  // namespace chayan::ui
