#pragma once

#include "tests/ui/filled_store.h"
#include "ui/shell/main_window.h"
#include "ui/start/start_page.h"

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

/// Types a passphrase on the lock page and waits until work may begin.
inline void unlock(ui::MainWindow& window) {
    QTRY_COMPARE_WITH_TIMEOUT(window.desk().session.state(), ui::Session::State::Locked, 20'000);
    auto* lock = window.findChild<ui::LockPage*>();
    auto* field = lock->findChild<QLineEdit*>();
    field->setText(QString::fromUtf8(passphrase));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(window.desk().session.state(), ui::Session::State::Unlocked, 20'000);
}

template <class Page>
Page* pageOf(ui::MainWindow& window) {
    return window.findChild<Page*>();
}

}  // namespace chayan::test
