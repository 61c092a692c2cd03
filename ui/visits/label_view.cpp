#include "ui/visits/label_view.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"
#include "ui/visits/upright.h"

#include <QAction>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int pauseMs = 200;
constexpr int previewSide = 900;

}  // namespace

FittedPicture::FittedPicture(const QString& name) {
    setAccessibleName(name);
    setMinimumSize(160, 160);
}

void FittedPicture::set(const QImage& picture) {
    m_picture = picture;
    update();
}

void FittedPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Colours& c = coloursOf(palette());
    painter.fillRect(rect(), c.raised);
    if (m_picture.isNull())
        return;
    const QSize size = m_picture.size().scaled(this->size() - QSize(16, 16), Qt::KeepAspectRatio);
    painter.drawImage(QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size),
                      m_picture);
}

LabelView::LabelView(Desk& desk)
    : m_desk(desk),
      m_canvas(new LabelCanvas),
      m_preview(new FittedPicture(tr("The label as it would be kept"))),
      m_size(quietLabel({}, Size::Small)),
      m_even(button(tr("Even the light"))),
      m_keep(primaryButton(tr("Keep the scan"), u"saved")),
      m_notice(new Notice(Notice::Kind::Info)) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    column->addLayout(makeBar());
    column->addWidget(m_notice);
    auto* pictures = rowOf();
    pictures->addWidget(m_canvas, 3);
    auto* beside = columnOf(metrics::step);
    beside->addWidget(m_preview, 1);
    beside->addWidget(m_size);
    pictures->addLayout(beside, 2);
    column->addLayout(pictures, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &LabelView::look);
    connect(m_canvas, &LabelCanvas::changed, this, [this] {
        m_keep->setEnabled(false);
        m_pause.start();
    });
    connect(m_even, &QPushButton::toggled, this, &LabelView::look);
    connect(m_keep, &QPushButton::clicked, this, &LabelView::keep);
}

QLayout* LabelView::makeBar() {
    auto* bar = rowOf();
    const QKeySequence backKey(Qt::Key_Escape), turnKey(Qt::Key_R), evenKey(Qt::Key_E),
        keepKey(Qt::Key_Return);
    auto* back = toolButton(u"back", tr("Back without keeping"), backKey);
    auto* turn = toolButton(u"rotate", tr("Turn the label by a quarter"), turnKey);
    bar->addWidget(back);
    bar->addWidget(turn);
    m_even->setCheckable(true);
    m_even->setChecked(true);
    m_even->setToolTip(withKey(tr("Even the light: paper becomes white, print keeps its colour"), evenKey));
    bar->addWidget(m_even);
    bar->addWidget(
        quietLabel(tr("Pull the corners to those of the label, or choose one with 1 to 4 and move it "
                      "with the arrows. The photograph stays as it is."),
                   Size::Small),
        1);
    m_keep->setToolTip(withKey(tr("Keep the scan beside the photograph"), keepKey));
    bar->addWidget(m_keep);
    for (const auto& [key, run] : std::initializer_list<std::pair<QKeySequence, std::function<void()>>>{
             {backKey, [this] { Q_EMIT closed(); }},
             {turnKey, [this] { m_canvas->turn(); }},
             {evenKey, [this] { m_even->toggle(); }},
             {keepKey, [this] { keep(); }},
             {QKeySequence(Qt::Key_Enter), [this] { keep(); }}}) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, run);
    }
    connect(back, &QToolButton::clicked, this, &LabelView::closed);
    connect(turn, &QToolButton::clicked, m_canvas, &LabelCanvas::turn);
    return bar;
}

void LabelView::begin(const DossierId& dossier, const Photo& photo) {
    m_dossier = dossier;
    m_photo = photo;
    m_notice->dismiss();
    m_canvas->clear();
    m_preview->set({});
    fetchUpright(m_desk, this, m_photo, m_notice,
                 [this](const QImage& picture) { m_canvas->setPicture(picture); });
    look();
    m_canvas->setFocus();
}

void LabelView::look() {
    if (!m_photo)
        return;
    m_pause.stop();
    m_looking = true;
    m_keep->setEnabled(false);
    m_size->setText(m_canvas->corners() ? tr("Looking …") : tr("Looking for the label …"));
    const eye::LabelAsk ask{m_canvas->corners(), m_even->isChecked()};
    m_desk.lanes.run(
        Lane::Pictures, this,
        [office = m_desk.session.office(), sha256 = m_photo->sha256, ask] {
            return services::scanLabel(*office, sha256, ask, previewSide);
        },
        [this, asked = ++m_asked](const Result<services::LabelScan>& scan) {
            if (asked == m_asked)
                tell(scan);
        });
}

void LabelView::tell(const Result<services::LabelScan>& scan) {
    m_looking = false;
    if (!scan) {
        m_preview->set({});
        m_size->clear();
        Error error = scan.error();
        error.thing.clear();  // the one that is seen; its digest would say nothing
        m_notice->set(error, m_desk.texts());
        if (scan.error().reason == u"no_label")
            proposeCorners();
        return;
    }
    if (m_canvas->corners())
        m_notice->dismiss();
    m_canvas->setCorners(*scan->label.corners, scan->picture);
    m_preview->set(QImage::fromData(scan->preview));
    const QSize size = scan->label.size;
    constexpr double dots = 300, inch = 25.4;
    QString words = tr("%1 × %2 pixels; at 300 dpi it prints %3 × %4 mm")
                        .arg(size.width())
                        .arg(size.height())
                        .arg(std::lround(size.width() / dots * inch))
                        .arg(std::lround(size.height() / dots * inch));
    if (m_even->isChecked() && !scan->label.evened)
        words += u'\n' + tr("Too little plain paper is seen to even its light.");
    m_size->setText(words);
    m_keep->setEnabled(true);
}

void LabelView::proposeCorners() {
    const QSize size = m_photo->pixels;
    if (size.isEmpty())
        return;
    const double left = size.width() * 0.2, top = size.height() * 0.2, right = size.width() * 0.8,
                 foot = size.height() * 0.8;
    m_canvas->setCorners({QPointF(left, top), {right, top}, {right, foot}, {left, foot}}, size);
    m_size->setText(tr("Pull the four corners to those of the label."));
}

void LabelView::keep() {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !m_photo || !signer || !m_canvas->corners() || !m_keep->isEnabled())
        return;
    m_notice->dismiss();
    m_keep->setEnabled(false);
    m_desk.tasks.start(
        tr("Keeping the label scan"), this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, parent = m_photo->sha256,
         ask = eye::LabelAsk{m_canvas->corners(), m_even->isChecked()}](const Progress&) {
            return services::keepLabelScan(office->store(), signer, office->eyes(), id, parent, ask);
        },
        [this, id = *m_dossier](const Result<services::KeptScan>& kept) -> Outcome {
            if (!kept) {
                m_keep->setEnabled(true);
                m_notice->set(kept.error(), m_desk.texts());
                return {};
            }
            m_desk.session.noteChange(id);
            Q_EMIT closed();
            return {tr("The label scan is kept beside the photograph")};
        });
}

}  // namespace chayan::ui
