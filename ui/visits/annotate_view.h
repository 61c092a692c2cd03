#pragma once

#include "ui/shell/desk.h"
#include "ui/visits/annotation.h"
#include "ui/visits/photo_model.h"
#include "ui/widgets/notice.h"

#include <QButtonGroup>
#include <QLineEdit>

namespace chayan::ui {

/// The picture one draws on: a press, a pull, and it stands.
class AnnotateCanvas : public QWidget {
    Q_OBJECT
  public:
    AnnotateCanvas();

    void begin(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    const std::vector<Annotation>& annotations() const { return m_annotations; }
    void add(Annotation annotation);
    void undo();
    void setKind(Annotation::Kind kind) { m_kind = kind; }
    void setText(const QString& text) { m_text = text; }

  Q_SIGNALS:
    void changed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    QTransform toScreen() const;
    QPointF toPicture(QPointF screen) const;

    QImage m_picture;
    std::vector<Annotation> m_annotations;
    std::optional<Annotation> m_drawing;
    Annotation::Kind m_kind = Annotation::Kind::Arrow;
    QString m_text;
};

/// Drawing over a photograph: what comes of it is a picture of its own that names the photograph, which stays
/// as it is.
class AnnotateView : public QWidget {
    Q_OBJECT
  public:
    explicit AnnotateView(Desk& desk);

    void begin(const DossierId& dossier, const Photo& photo);
    AnnotateCanvas* canvas() const { return m_canvas; }
    void save();

  Q_SIGNALS:
    /// Saved, or given up.
    void closed();

  private:
    QToolButton* addTool(QBoxLayout* row, QStringView iconName, const QString& text, Annotation::Kind kind);
    void follow();

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::optional<Photo> m_photo;
    AnnotateCanvas* m_canvas;
    QButtonGroup* m_tools;
    QLineEdit* m_text;
    QToolButton* m_undo;
    QPushButton* m_save;
    Notice* m_notice;
};

}  // namespace chayan::ui
