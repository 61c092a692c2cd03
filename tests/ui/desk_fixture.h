#pragma once

#include "tests/ui/filled_store.h"
#include "ui/shell/main_window.h"
#include "ui/start/start_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// A main window on a store of its own, as a person would have it.
namespace chayan::test {

/// Keeps the settings of the person who runs the tests out of them, and theirs apart from each other's.
inline void useOwnSettings(const QString& folder) {
    QCoreApplication::setOrganizationName(QStringLiteral("chayan-test"));
    QCoreApplication::setApplicationName(QStringLiteral("chayan-test"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder + QStringLiteral("/settings"));
    QSettings::setDefaultFormat(QSettings::NativeFormat);
}

/// Chooses an officer and types the passphrase on the lock page; waits until work may begin.
inline void unlock(ui::MainWindow& window, const QString& name = officer.name,
                   const QByteArray& secret = passphrase) {
    QTRY_COMPARE_WITH_TIMEOUT(window.desk().session.state(), ui::Session::State::Locked, 20'000);
    auto* lock = window.findChild<ui::LockPage*>();
    auto* officers = lock->findChild<QComboBox*>();  // no order among several is promised
    officers->setCurrentIndex(officers->findText(name, Qt::MatchStartsWith));
    auto* field = lock->findChild<QLineEdit*>();
    field->setText(QString::fromUtf8(secret));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(window.desk().session.state(), ui::Session::State::Unlocked, 20'000);
}

/// A button that shows, by its words or its accessible name.
inline QAbstractButton* buttonIn(QWidget* root, const QString& name) {
    for (QAbstractButton* button : root->findChildren<QAbstractButton*>())
        if ((button->text() == name || button->accessibleName() == name) && button->isVisibleTo(root))
            return button;
    return nullptr;
}

/// Presses it, as soon as it is there.
inline void press(QWidget* root, const QString& name) {
    QTRY_VERIFY_WITH_TIMEOUT(buttonIn(root, name) != nullptr && buttonIn(root, name)->isEnabled(), 20'000);
    buttonIn(root, name)->click();
}

/// Whether these words show somewhere in it.
inline bool says(QWidget* root, const QString& words) {
    for (const QLabel* label : root->findChildren<QLabel*>())
        if (label->isVisibleTo(root) && label->text().contains(words))
            return true;
    for (const ui::Mark* mark : root->findChildren<ui::Mark*>())
        if (mark->isVisibleTo(root) && mark->words().contains(words))
            return true;
    return false;
}

/// The window on a store, unlocked, in English.
struct OpenWindow {
    std::unique_ptr<ui::Appearance> appearance;
    std::unique_ptr<ui::MainWindow> window;

    explicit OpenWindow(const QString& store) {
        ui::Looks looks;
        looks.language = text::Language::English;
        appearance = std::make_unique<ui::Appearance>(looks);
        window = std::make_unique<ui::MainWindow>(*appearance, ui::pages(), store);
        window->resize(1366, 768);
        window->show();
        unlock(*window);
    }
    ui::MainWindow* operator->() const { return window.get(); }
    template <class Page>
    Page* page() const {
        return window->findChild<Page*>();
    }
};

template <class Page>
Page* pageOf(ui::MainWindow& window) {
    return window.findChild<Page*>();
}

}  // namespace chayan::test
