#include "ui/visits/comparison_view.h"

#include "ui/style/metrics.h"
#include "ui/widgets/picture_marks.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

LaidOver::LaidOver() {
    setAccessibleName(tr("The label over the genuine one"));
    setMinimumHeight(140);
    constexpr int slowly = 700;
    m_blink.setInterval(slowly);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_isGenuine = !m_isGenuine;
        update();
    });
}

void LaidOver::setPictures(const QImage& map, const QImage& genuine, const QImage& suspect,
                           std::vector<QRect> places) {
    m_map = map;
    m_places = std::move(places);
    m_genuine = genuine;
    m_suspect = suspect;
    setWay(m_way);
}

void LaidOver::setWay(Way way) {
    m_way = way;
    if (way == Blink && !m_suspect.isNull())
        m_blink.start();
    else
        m_blink.stop();
    update();
}

void LaidOver::setPart(double part) {
    m_part = part;
    update();
}

void LaidOver::paintEvent(QPaintEvent*) {
    if (m_suspect.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = m_suspect.size().scaled(this->size(), Qt::KeepAspectRatio);
    const QRect place(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    switch (m_way) {
        case Differences:
            painter.drawImage(place, m_map);
            drawNumbers(painter, place);
            break;
        case Blink:
            painter.drawImage(place, m_isGenuine ? m_genuine : m_suspect);
            break;
        case Overlay: {
            painter.drawImage(place, m_suspect);
            const int edge = place.left() + static_cast<int>(place.width() * m_part);
            painter.save();
            painter.setClipRect(QRect(place.topLeft(), QPoint(edge, place.bottom())));
            painter.drawImage(place, m_genuine);
            painter.restore();
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawLine(edge, place.top(), edge, place.bottom());
            break;
        }
    }
}

void LaidOver::drawNumbers(QPainter& painter, const QRect& picture) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = double(picture.width()) / m_suspect.width();
    for (std::size_t i = 0; i < m_places.size(); ++i)
        drawNumber(painter,
                   QRectF(picture.topLeft() + QPointF(m_places[i].topLeft()) * scale,
                          QSizeF(m_places[i].size()) * scale),
                   static_cast<int>(i) + 1, picture);
}

ComparisonView::ComparisonView(Desk& desk)
    : m_desk(desk),
      m_score(label({}, Size::Normal, true)),
      m_meaning(quietLabel(
          tr("How much of the genuine label's print agrees. Light, angle, blur and slightly bent paper "
             "do not count. Where nothing differs, that does not prove that it is genuine."))),
      m_ways(new QButtonGroup(this)),
      m_slider(new QSlider(Qt::Horizontal)),
      m_picture(new LaidOver),
      m_limits(columnOf(2)),
      m_places(columnOf(2)),
      m_keep(button(tr("Keep the comparison"), u"saved")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    auto* bar = rowOf();
    auto* back = toolButton(u"back", tr("Back to the photographs"), QKeySequence(Qt::Key_Escape));
    bar->addWidget(back);
    bar->addWidget(m_score, 1);
    auto* waysRow = rowOf();
    const std::pair<LaidOver::Way, QString> ways[] = {{LaidOver::Differences, tr("What differs")},
                                                      {LaidOver::Blink, tr("In turn")},
                                                      {LaidOver::Overlay, tr("One over the other")}};
    for (const auto& [way, name] : ways) {
        auto* choice = button(name);
        choice->setCheckable(true);
        choice->setChecked(way == LaidOver::Differences);
        m_ways->addButton(choice, way);
        waysRow->addWidget(choice);
    }
    waysRow->addStretch(1);
    m_keep->setToolTip(
        withKey(tr("Keep it beside the photograph, as a picture that names both"), QKeySequence(Qt::Key_K)));
    bar->addWidget(m_keep);
    connect(m_keep, &QPushButton::clicked, this, &ComparisonView::keep);
    column->addLayout(bar);
    column->addWidget(m_notice);
    m_shown = new QWidget;
    auto* shown = columnOf(metrics::step);
    m_shown->setLayout(shown);
    shown->addLayout(m_limits);
    shown->addWidget(m_meaning);
    shown->addLayout(waysRow);
    shown->addWidget(m_picture, 1);
    m_slider->setRange(0, 100);
    m_slider->setValue(50);
    m_slider->setAccessibleName(tr("How far the genuine label reaches from the left"));
    m_slider->hide();
    shown->addWidget(m_slider);
    shown->addLayout(m_places);
    column->addWidget(m_shown, 1);
    column->addStretch();  // of use where nothing is shown
    connect(back, &QToolButton::clicked, this, &ComparisonView::closed);
    connect(m_ways, &QButtonGroup::idClicked, this,
            [this](int way) { setWay(static_cast<LaidOver::Way>(way)); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_picture->setPart(value / 100.0); });
    reset();
}

void ComparisonView::reset() {
    ++m_asked;
    m_isDone = false;
    m_differences = 0;
    m_labels.reset();
    m_compared.reset();
    m_notice->dismiss();
    m_score->clear();
    clear(m_limits);
    clear(m_places);
    m_picture->setPictures({}, {}, {});
    showTools(false);
}

void ComparisonView::showTools(bool any) {
    m_shown->setVisible(any);
    m_keep->setVisible(any);
    m_keep->setEnabled(any);
}

void ComparisonView::setWay(LaidOver::Way way) {
    m_ways->button(way)->setChecked(true);
    m_picture->setWay(way);
    m_slider->setVisible(way == LaidOver::Overlay);
}

Result<ComparisonView::Seen> ComparisonView::seen(const services::Office& office, const Digest& genuine,
                                                  const Digest& suspect) {
    Seen seen;
    CHAYAN_TRY(seen.compared, services::compareOriginals(office, genuine, suspect));
    seen.map = QImage::fromData(seen.compared.map);
    seen.genuine = QImage::fromData(seen.compared.reference);
    seen.suspect = QImage::fromData(seen.compared.aligned);
    return seen;
}

void ComparisonView::compare(const Labels& labels) {
    reset();
    m_labels = labels;
    m_score->setText(tr("Comparing …"));
    m_desk.lanes.run(
        Lane::Pictures, this,
        [office = m_desk.session.office(), labels] { return seen(*office, labels.genuine, labels.suspect); },
        [this, asked = m_asked](const Result<Seen>& seen) {
            if (asked != m_asked)
                return;
            m_isDone = true;
            m_score->clear();
            if (!seen) {
                Error error = seen.error();
                error.thing.clear();  // the one that was chosen; its digest would say nothing
                return m_notice->set(error, m_desk.texts());
            }
            tell(*seen);
        });
}

void ComparisonView::tell(const Seen& seen) {
    const eye::Compared& compared = seen.compared;
    m_compared = compared;
    showTools(true);
    m_differences = static_cast<int>(compared.differences.size());
    m_score->setText(compared.differences.empty()
                         ? tr("No difference was found.")
                         : tr("%n difference(s); %1 % of the print agrees", nullptr, m_differences)
                               .arg(compared.percent()));
    if (compared.percentUnseen() > 0)
        m_limits->addWidget(
            label(tr("%1 % of the genuine label's print lies outside the picture and was not compared.")
                      .arg(compared.percentUnseen()),
                  Size::Normal, true));
    if (compared.blurred)
        m_limits->addWidget(
            label(tr("The picture is not sharp enough: whether small print differs cannot be judged."),
                  Size::Normal, true));
    if (compared.colourless)
        m_limits->addWidget(
            label(tr("The picture has no colours: they could not be compared."), Size::Normal, true));
    constexpr std::size_t listed = 5;
    std::vector<QRect> places;
    using Kind = eye::Compared::Difference::Kind;
    for (std::size_t i = 0; i < std::min(listed, compared.differences.size()); ++i) {
        const eye::Compared::Difference& difference = compared.differences[i];
        places.push_back(difference.place);
        const QString number = QString::number(i + 1);
        QString words;
        switch (difference.kind) {
            case Kind::Print:
                words = tr("%1. Other print; it differs by %2 % of its contrast")
                            .arg(number)
                            .arg(std::lround(difference.amount * 100));
                break;
            case Kind::Moved:
                words = tr("%1. The same print elsewhere, off by %2 % of the label's length")
                            .arg(number, QString::number(difference.amount * 100, 'f', 1));
                break;
            case Kind::Colour:
                words = tr("%1. Another colour, %2 apart (delta-E; about 2 is just visible)")
                            .arg(number)
                            .arg(std::lround(difference.amount));
                break;
            case Kind::Coarse:
                words = tr("%1. Printed more coarsely than the genuine one, in about %2 dots along the label")
                            .arg(number)
                            .arg(std::lround(difference.amount));
                break;
        }
        m_places->addWidget(label(words));
    }
    m_picture->setPictures(seen.map, seen.genuine, seen.suspect, std::move(places));
}

void ComparisonView::keep() {
    const auto signer = m_desk.session.office()->signer();
    if (!m_labels || !m_compared || !signer || !m_keep->isEnabled())
        return;
    m_keep->setEnabled(false);
    m_desk.tasks.start(
        tr("Keeping the comparison"), this,
        [office = m_desk.session.office(), signer = *signer, labels = *m_labels,
         compared = *m_compared](const Progress&) {
            return services::keepComparison(office->store(), signer, labels.dossier, labels.genuine,
                                            labels.suspect, labels.reference, compared);
        },
        [this, id = m_labels->dossier](const Result<ItemId>& kept) -> Outcome {
            if (!kept) {
                m_notice->set(kept.error(), m_desk.texts());
                return {};
            }
            m_desk.session.noteChange(id);
            return {tr("The comparison is kept beside the photograph")};
        });
}

void ComparisonView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    if (event->key() == Qt::Key_K)
        return keep();
    QWidget::keyPressEvent(event);
}

}  // namespace chayan::ui
