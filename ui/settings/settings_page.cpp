#include "ui/settings/settings_page.h"

#include "ui/bundles/report_view.h"
#include "ui/shell/main_window.h"
#include "ui/style/metrics.h"

#include <QComboBox>
#include <QDir>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// A titled group of the page.
QGridLayout* groupIn(QWidget* holder, const QString& title) {
    auto* column = columnOf(metrics::inside);
    holder->setLayout(column);
    column->addWidget(label(title, Size::Normal, true));
    column->addWidget(hairline());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::inside);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    return grid;
}

void addRow(QGridLayout* grid, const QString& caption, QWidget* widget) {
    const int row = grid->rowCount();
    QLabel* words = label(caption);
    words->setMinimumWidth(160);
    words->setBuddy(widget);
    widget->setAccessibleName(caption);
    // A text takes the room there is; a control no more than it needs.
    const bool text = qobject_cast<QLabel*>(widget) != nullptr;
    grid->addWidget(words, row, 0, Qt::AlignTop);
    grid->addWidget(widget, row, 1, text ? Qt::Alignment() : Qt::AlignLeft);
}

}  // namespace

SettingsPage::SettingsPage(Desk& desk)
    : m_desk(desk),
      m_upkeep(new UpkeepGroup(desk)),
      m_officers(new OfficersGroup(desk)),
      m_trusted(new TrustedGroup(desk)),
      m_report(new ReportGroup(desk)),
      m_about(new AboutGroup) {
    auto* content = new QWidget;
    auto* column = columnOf(24);
    content->setLayout(column);
    column->addWidget(label(tr("Settings"), Size::Title, true));
    column->addWidget(makeLooks());
    column->addWidget(makeLock());
    column->addWidget(m_upkeep);
    column->addWidget(makeIdentity());
    column->addWidget(m_officers);
    column->addWidget(m_trusted);
    column->addWidget(m_report);
    column->addWidget(m_about);
    column->addStretch(1);
    auto* around = columnOf(0);
    setLayout(around);
    around->addWidget(scrolling(content));
}

void SettingsPage::shown() {
    m_upkeep->read();
    m_officers->read();
    m_trusted->read();
}

QWidget* SettingsPage::makeLooks() {
    auto* holder = new QWidget;
    QGridLayout* grid = groupIn(holder, tr("Looks"));
    auto* language = new QComboBox;
    language->addItem(u"中文"_s, u"zh_CN"_s);
    language->addItem(u"English"_s, u"en"_s);
    language->setCurrentIndex(m_desk.appearance.looks().language == text::Language::Chinese ? 0 : 1);
    addRow(grid, tr("Language"), language);
    auto* shade = new QComboBox;
    shade->addItems({tr("As the system has it"), tr("Light"), tr("Dark")});
    shade->setCurrentIndex(static_cast<int>(m_desk.appearance.looks().shade));
    addRow(grid, tr("Light or dark"), shade);
    auto* size = new QComboBox;
    for (const int percent : textSizes)
        size->addItem(u"%1 %"_s.arg(percent), percent);
    size->setCurrentIndex(size->findData(m_desk.appearance.looks().textPercent));
    addRow(grid, tr("Text size"), size);
    const auto apply = [this, language, shade, size] {
        Looks looks;
        looks.language = text::languageOf(language->currentData().toString());
        looks.shade = static_cast<Looks::Shade>(shade->currentIndex());
        looks.textPercent = size->currentData().toInt();
        m_desk.appearance.apply(looks);
    };
    for (QComboBox* box : {language, shade, size})
        connect(box, &QComboBox::activated, this, apply);
    return holder;
}

QWidget* SettingsPage::makeLock() {
    auto* holder = new QWidget;
    QGridLayout* grid = groupIn(holder, tr("Lock"));
    auto* idle = new QComboBox;
    for (const int minutes : {2, 5, 10, 30, 60})
        idle->addItem(tr("after %n min", nullptr, minutes), minutes);
    idle->addItem(tr("never by itself"), 0);
    idle->setCurrentIndex(std::max(0, idle->findData(idleMinutes())));
    addRow(grid, tr("Lock when nobody is at work"), idle);
    connect(idle, &QComboBox::activated, this, [idle] { setIdleMinutes(idle->currentData().toInt()); });
    return holder;
}

QWidget* SettingsPage::makeIdentity() {
    auto* holder = new QWidget;
    QGridLayout* grid = groupIn(holder, tr("You and this store"));
    auto* who = label({});
    auto* print = codeLabel({});
    auto* folder = label({});
    const auto fill = [this, who, print, folder] {
        const auto& officer = m_desk.session.officer();
        if (!officer)
            return;
        who->setText(u"%1  %2\n%3"_s.arg(officer->who.name, officer->who.badge, officer->who.agency));
        print->setText(grouped(officer->fingerprint));
        folder->setText(QDir::toNativeSeparators(m_desk.session.folder()));
    };
    addRow(grid, tr("Officer at work"), who);
    addRow(grid, tr("Fingerprint, to compare with others"), print);
    addRow(grid, tr("Folder of the records"), folder);
    connect(&m_desk.session, &Session::stateChanged, this, fill);
    fill();
    return holder;
}

}  // namespace chayan::ui
