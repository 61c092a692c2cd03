#include "ui/shell/main_window.h"
#include "ui/shell/single_instance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

/// The store named on the command line or in CHAYAN_STORE, the one opened last, or the user's own.
QString storeFolder(const QString& given) {
    if (!given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    const QString named = qEnvironmentVariable("CHAYAN_STORE");
    if (!named.isEmpty())
        return QFileInfo(named).absoluteFilePath();
    const QString own =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chayan/store"_s;
    return QSettings().value(u"store/folder"_s, own).toString();
}

}  // namespace

int main(int argc, char* argv[]) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"chayan"_s);
    QApplication::setOrganizationName(u"chayan"_s);
    QApplication::setApplicationVersion(QStringLiteral(CHAYAN_VERSION));
    QGuiApplication::setDesktopFileName(u"chayan"_s);

    const chayan::ui::Looks looks = chayan::ui::loadLooks();
    chayan::ui::Appearance appearance(looks);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption store(u"store"_s,
                                   QCoreApplication::translate("main", "The folder of the store."),
                                   QCoreApplication::translate("main", "folder"));
    parser.addOption(store);
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "A bundle to verify."),
                                 u"[file...]"_s);
    parser.process(app);

    QStringList files;
    for (const QString& file : parser.positionalArguments())
        files << QFileInfo(file).absoluteFilePath();
    const QString folder = storeFolder(parser.value(store));
    // Two windows may stand side by side on two stores, not on one.
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    chayan::ui::SingleInstance instance(
        u"chayan-%1-%2"_s.arg(qEnvironmentVariable("USER"), QString::fromLatin1(hash.left(16))));
    if (instance.handOver(files))
        return 0;
    instance.listen();

    chayan::ui::MainWindow window(appearance, chayan::ui::pages(), folder);
    QObject::connect(&instance, &chayan::ui::SingleInstance::asked, &window,
                     [&window](const QStringList& asked) {
                         window.comeForward();
                         window.openFiles(asked);
                     });
    window.show();
    window.openFiles(files);
    return QApplication::exec();
}
