#pragma once

#include "ui/style/fonts.h"
#include "ui/style/icons.h"

#include <QBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace chayan::ui {

/// Plain text that wraps and can be selected; quiet text is for labels and second lines.
QLabel* label(const QString& text, Size size = Size::Normal, bool bold = false);
QLabel* quietLabel(const QString& text, Size size = Size::Normal);
/// Numbers and codes; breaks anywhere rather than being cut.
QLabel* codeLabel(const QString& text);

QPushButton* button(const QString& text, QStringView iconName = {});
/// The one thing to do here, in the accent.
QPushButton* primaryButton(const QString& text, QStringView iconName = {});
/// A button that is an icon; the text is its accessible name and, with its key, its tool tip.
QToolButton* toolButton(QStringView iconName, const QString& text, const QKeySequence& key = {});

/// Text with its key, as tool tips say it.
QString withKey(const QString& text, const QKeySequence& key);

/// Layouts without margins and with the common distance.
QHBoxLayout* rowOf();
QVBoxLayout* columnOf(int spacing = 8);
/// Takes every item of a layout away.
void clear(QLayout* layout);

/// A frameless area that scrolls up and down only and shows `content` no wider than is readable.
QScrollArea* scrolling(QWidget* content);

/// A hairline across.
QWidget* hairline();

/// An icon that follows the palette.
class IconLabel : public QWidget {
    Q_OBJECT
  public:
    IconLabel(QStringView name, Ink ink, int side = 20);
    void setIcon(QStringView name, Ink ink);
    QSize sizeHint() const override { return {m_side, m_side}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QIcon m_icon;
    int m_side;
};

/// An icon with words beside it that wrap.
QLayout* iconRow(QStringView iconName, Ink ink, const QString& words);

/// An icon with a word in one colour: a state, never told by its colour alone.
class Mark : public QWidget {
    Q_OBJECT
  public:
    Mark();
    Mark(QStringView iconName, Ink ink, const QString& words);
    void set(QStringView iconName, Ink ink, const QString& words);
    const QString& words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QIcon m_icon;
    Ink m_ink = Ink::Quiet;
    QString m_words;
};

}  // namespace chayan::ui
