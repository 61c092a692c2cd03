#pragma once

#include "core/text/texts.h"
#include "ui/style/colours.h"

#include <QObject>
#include <QTranslator>

namespace chayan::ui {

/// What the person at the desk chose about looks; kept in the user's settings.
struct Looks {
    enum class Shade { System, Light, Dark };
    Shade shade = Shade::System;
    text::Language language = text::Language::Chinese;
    int textPercent = 100;
    bool operator==(const Looks&) const = default;
};

/// The steps of text size that are offered, in percent.
inline constexpr int textSizes[] = {100, 115, 130, 150};

/// Style, palette, font and language of the application, changed while it runs. GUI thread.
class Appearance : public QObject {
    Q_OBJECT
  public:
    /// Sets the style and installs the translators.
    explicit Appearance(const Looks& looks);
    ~Appearance() override;

    const Looks& looks() const { return m_looks; }
    void apply(const Looks& looks);
    text::Texts texts() const { return m_texts; }

  Q_SIGNALS:
    /// Words are only made with their widgets, so whoever shows words makes its widgets anew.
    void languageChanged();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void paint();
    void speak();

    Looks m_looks;
    text::Texts m_texts;
    Theme m_system = Theme::Light;  ///< as the desktop has it
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    bool m_painting = false;
};

/// From and to the user's settings.
Looks loadLooks();
void saveLooks(const Looks& looks);

}  // namespace chayan::ui
