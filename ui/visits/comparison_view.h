#pragma once

#include "core/services/compare.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QButtonGroup>
#include <QImage>
#include <QSlider>
#include <QTimer>

namespace chayan::ui {

/// Two pictures of one size, seen in turn or one over the other.
class LaidOver : public QWidget {
    Q_OBJECT
  public:
    LaidOver();

    /// What differs; the genuine label; the one in question, laid over it. Each of the places, in their
    /// pixels, bears its number, the first 1.
    void setPictures(const QImage& map, const QImage& genuine, const QImage& suspect,
                     std::vector<QRect> places = {});
    enum Way { Differences, Blink, Overlay };
    void setWay(Way way);
    Way way() const { return m_way; }
    /// Of Overlay: the part from the left in which the genuine label is seen, 0 to 1.
    void setPart(double part);
    QSize sizeHint() const override { return {640, 420}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void drawNumbers(QPainter& painter, const QRect& picture) const;

    QImage m_map, m_genuine, m_suspect;
    std::vector<QRect> m_places;
    Way m_way = Differences;
    double m_part = 0.5;
    bool m_isGenuine = true;  ///< of Blink: what is seen now
    QTimer m_blink;
};

/// What a label and the genuine one show otherwise: a score with what it means, the places one by one, and
/// the pictures in three ways.
class ComparisonView : public QWidget {
    Q_OBJECT
  public:
    explicit ComparisonView(Desk& desk);

    struct Labels {
        /// Of the suspect, where the comparison may be kept.
        DossierId dossier;
        Digest genuine, suspect;  ///< originals
        /// The dossier of the genuine one where it is another.
        std::optional<DossierId> reference = {};
    };
    void compare(const Labels& labels);
    /// Keeps what is shown as a derived picture of the suspect's dossier.
    void keep();
    /// Stops and shows nothing.
    void reset();
    LaidOver* picture() const { return m_picture; }
    bool isDone() const { return m_isDone; }
    int differences() const { return m_differences; }
    void setWay(LaidOver::Way way);

  Q_SIGNALS:
    void closed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Seen {
        eye::Compared compared;
        QImage map, genuine, suspect;
    };
    static Result<Seen> seen(const services::Office& office, const Digest& genuine, const Digest& suspect);
    void tell(const Seen& seen);
    /// The pictures and what is done with them; not before there are some.
    void showTools(bool any);

    Desk& m_desk;
    QLabel* m_score;
    QLabel* m_meaning;
    QButtonGroup* m_ways;
    QWidget* m_shown = nullptr;
    QSlider* m_slider;
    LaidOver* m_picture;
    QVBoxLayout* m_limits;
    QVBoxLayout* m_places;
    QPushButton* m_keep;
    Notice* m_notice;
    std::optional<Labels> m_labels;
    std::optional<eye::Compared> m_compared;
    int m_asked = 0;
    bool m_isDone = false;
    int m_differences = 0;
};

}  // namespace chayan::ui
