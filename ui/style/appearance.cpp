#include "ui/style/appearance.h"

#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStyle>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

QString nameOf(Looks::Shade shade) {
    return shade == Looks::Shade::Light ? u"light"_s : shade == Looks::Shade::Dark ? u"dark"_s : u"system"_s;
}

}  // namespace

Appearance::Appearance(const Looks& looks) : m_looks(looks), m_texts(looks.language) {
    // Qt 6.4 knows no colour scheme; the palette that the desktop gave says which it is.
    m_system =
        QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
    QApplication::setStyle(new Style);
    QApplication::setWindowIcon(applicationIcon());
    speak();
    paint();
    qApp->installEventFilter(this);
}

Appearance::~Appearance() {
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
}

void Appearance::apply(const Looks& looks) {
    const Looks before = std::exchange(m_looks, looks);
    saveLooks(looks);
    if (before.shade != looks.shade || before.textPercent != looks.textPercent)
        paint();
    if (before.language != looks.language || before.textPercent != looks.textPercent) {
        speak();
        Q_EMIT languageChanged();
    }
}

void Appearance::paint() {
    m_painting = true;
    const Theme theme = m_looks.shade == Looks::Shade::System  ? m_system
                        : m_looks.shade == Looks::Shade::Light ? Theme::Light
                                                               : Theme::Dark;
    QApplication::setFont(baseFont(m_looks.textPercent));
    QApplication::setPalette(paletteOf(theme));
    for (QWidget* widget : QApplication::allWidgets())
        widget->update();
    m_painting = false;
}

void Appearance::speak() {
    m_texts = text::Texts(m_looks.language);
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    text::load(m_translator, m_looks.language);
    QCoreApplication::installTranslator(&m_translator);
    const QLocale locale(m_looks.language == text::Language::Chinese ? u"zh_CN"_s : u"en_GB"_s);
    QLocale::setDefault(locale);
    if (m_qtTranslator.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
    if (watched == qApp && event->type() == QEvent::ThemeChange && !m_painting) {
        const QPalette desktop = QApplication::style()->standardPalette();
        m_system = desktop.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
        paint();
    }
    return QObject::eventFilter(watched, event);
}

Looks loadLooks() {
    const QSettings settings;
    Looks looks;
    const QString shade = settings.value(u"looks/shade"_s).toString();
    looks.shade = shade == u"light"  ? Looks::Shade::Light
                  : shade == u"dark" ? Looks::Shade::Dark
                                     : Looks::Shade::System;
    looks.language =
        text::languageOf(settings.value(u"looks/language"_s, QLocale::system().name()).toString());
    const int percent = settings.value(u"looks/text"_s, 100).toInt();
    looks.textPercent = std::ranges::find(textSizes, percent) != std::end(textSizes) ? percent : 100;
    return looks;
}

void saveLooks(const Looks& looks) {
    QSettings settings;
    settings.setValue(u"looks/shade"_s, nameOf(looks.shade));
    settings.setValue(u"looks/language"_s, text::code(looks.language));
    settings.setValue(u"looks/text"_s, looks.textPercent);
}

}  // namespace chayan::ui
