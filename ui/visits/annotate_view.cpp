#include "ui/visits/annotate_view.h"

#include "core/services/derived.h"
#include "ui/style/colours.h"
#include "ui/style/metrics.h"
#include "ui/visits/upright.h"
#include "ui/widgets/picture_marks.h"

#include <QBuffer>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace chayan::ui {

AnnotateCanvas::AnnotateCanvas() {
    setMinimumSize(200, 160);
    setAccessibleName(tr("Picture to draw on"));
    setCursor(Qt::CrossCursor);
}

void AnnotateCanvas::begin(const QImage& picture) {
    m_picture = picture;
    m_annotations.clear();
    m_drawing.reset();
    update();
    Q_EMIT changed();
}

void AnnotateCanvas::add(Annotation annotation) {
    m_annotations.push_back(std::move(annotation));
    update();
    Q_EMIT changed();
}

void AnnotateCanvas::undo() {
    if (m_annotations.empty())
        return;
    m_annotations.pop_back();
    update();
    Q_EMIT changed();
}

QTransform AnnotateCanvas::toScreen() const {
    constexpr int margin = 8;
    return centred(m_picture.size(), size(), std::min(1.0, fittedScale(m_picture.size(), size(), margin)));
}

QPointF AnnotateCanvas::toPicture(QPointF screen) const {
    const QPointF point = toScreen().inverted().map(screen);
    return {std::clamp(point.x(), 0.0, double(m_picture.width())),
            std::clamp(point.y(), 0.0, double(m_picture.height()))};
}

void AnnotateCanvas::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    if (m_picture.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toScreen());
    painter.drawImage(0, 0, m_picture);
    const int pixels = std::max(m_picture.width(), m_picture.height());
    for (const Annotation& annotation : m_annotations)
        drawAnnotation(painter, annotation, pixels);
    if (m_drawing)
        drawAnnotation(painter, *m_drawing, pixels);
}

void AnnotateCanvas::mousePressEvent(QMouseEvent* event) {
    if (m_picture.isNull() || event->button() != Qt::LeftButton)
        return;
    const QPointF at = toPicture(event->position());
    if (m_kind == Annotation::Kind::Text) {
        if (!m_text.isEmpty())
            add({m_kind, at, at, m_text});
        return;
    }
    m_drawing = Annotation{m_kind, at, at, {}};
    update();
}

void AnnotateCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drawing)
        return;
    m_drawing->to = toPicture(event->position());
    update();
}

void AnnotateCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drawing)
        return;
    constexpr double least = 4;  // a click that slipped draws nothing
    m_drawing->to = toPicture(event->position());
    const Annotation drawn = *m_drawing;
    m_drawing.reset();
    if ((drawn.to - drawn.from).manhattanLength() >= least)
        add(drawn);
    else
        update();
}

AnnotateView::AnnotateView(Desk& desk)
    : m_desk(desk),
      m_canvas(new AnnotateCanvas),
      m_tools(new QButtonGroup(this)),
      m_text(new QLineEdit),
      m_undo(toolButton(u"undo", tr("Take the last one back"), QKeySequence(u"Ctrl+Z"_s))),
      m_save(primaryButton(tr("Save as a new picture"), u"saved")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    auto* bar = rowOf();
    auto* back = toolButton(u"back", tr("Back without saving"), QKeySequence(Qt::Key_Escape));
    bar->addWidget(back);
    addTool(bar, u"arrow", tr("Arrow"), Annotation::Kind::Arrow)->setChecked(true);
    addTool(bar, u"box", tr("Frame"), Annotation::Kind::Box);
    addTool(bar, u"blur", tr("Make unrecognisable"), Annotation::Kind::Blur);
    addTool(bar, u"text", tr("Text; a click places it"), Annotation::Kind::Text);
    m_text->setPlaceholderText(tr("Text to place"));
    m_text->setAccessibleName(tr("Text to place"));
    m_text->setMaximumWidth(240);
    bar->addWidget(m_text, 1);
    bar->addWidget(m_undo);
    bar->addStretch(1);
    column->addLayout(bar);
    auto* outcome = rowOf();
    outcome->addWidget(
        quietLabel(
            tr("The photograph stays as it is; what you draw becomes a picture of its own that names it."),
            Size::Small),
        1);
    outcome->addWidget(m_save);
    column->addLayout(outcome);
    column->addWidget(m_notice);
    column->addWidget(m_canvas, 1);
    for (const auto& [key, button] :
         {std::pair(QKeySequence(Qt::Key_Escape), back), std::pair(QKeySequence(u"Ctrl+Z"_s), m_undo)}) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, button, &QToolButton::click);
    }
    connect(back, &QToolButton::clicked, this, &AnnotateView::closed);
    connect(m_undo, &QToolButton::clicked, m_canvas, &AnnotateCanvas::undo);
    connect(m_text, &QLineEdit::textChanged, m_canvas, &AnnotateCanvas::setText);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        m_tools->button(static_cast<int>(Annotation::Kind::Text))->setChecked(true);
        m_canvas->setKind(Annotation::Kind::Text);
    });
    connect(m_save, &QPushButton::clicked, this, &AnnotateView::save);
    connect(m_canvas, &AnnotateCanvas::changed, this, &AnnotateView::follow);
    follow();
}

QToolButton* AnnotateView::addTool(QBoxLayout* row, QStringView iconName, const QString& text,
                                   Annotation::Kind kind) {
    auto* tool = toolButton(iconName, text);
    tool->setCheckable(true);
    m_tools->addButton(tool, static_cast<int>(kind));
    row->addWidget(tool);
    connect(tool, &QToolButton::clicked, this, [this, kind] {
        m_canvas->setKind(kind);
        if (kind == Annotation::Kind::Text)
            m_text->setFocus();
    });
    return tool;
}

void AnnotateView::follow() {
    const bool any = !m_canvas->annotations().empty();
    m_undo->setEnabled(any);
    m_save->setEnabled(any);
}

void AnnotateView::begin(const DossierId& dossier, const Photo& photo) {
    m_dossier = dossier;
    m_photo = photo;
    m_notice->dismiss();
    m_canvas->begin({});
    fetchUpright(m_desk, this, m_photo, m_notice,
                 [this](const QImage& picture) { m_canvas->begin(picture); });
}

void AnnotateView::save() {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !m_photo || !signer || m_canvas->annotations().empty())
        return;
    m_notice->dismiss();
    m_save->setEnabled(false);
    m_desk.tasks.start(
        tr("Saving the annotated picture"), this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, parent = m_photo->sha256,
         picture = m_canvas->picture(),
         annotations = m_canvas->annotations()](const Progress&) -> Result<ItemId> {
            constexpr int quality = 92;
            services::DerivedPicture made;
            QBuffer buffer(&made.bytes);
            if (!buffer.open(QIODevice::WriteOnly) ||
                !annotated(picture, annotations).save(&buffer, "JPEG", quality))
                return fail(ErrorKind::Internal, id.text(), u"the picture could not be encoded"_s);
            made.mediaType = u"image/jpeg"_s;
            made.parents = {parent};
            made.recipe = recipeOf(annotations, picture.size());
            made.name = u"annotated.jpg"_s;
            return services::addDerived(office->store(), signer, id, made);
        },
        [this, id = *m_dossier](const Result<ItemId>& done) -> Outcome {
            follow();
            if (!done) {
                m_notice->set(done.error(), m_desk.texts());
                return {};
            }
            m_desk.session.noteChange(id);
            Q_EMIT closed();
            return {tr("The annotated picture is saved beside the photograph")};
        });
}

}  // namespace chayan::ui
