#include "ui/capture/capture_view.h"

#include "core/text/reasons.h"
#include "ui/capture/frame_source.h"
#include "ui/style/metrics.h"
#include "ui/visits/code_words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence shutterKey(Qt::Key_Space);
const QKeySequence burstKey(Qt::Key_B);
constexpr int sideWidth = 280;
constexpr std::size_t codesTold = 20;

}  // namespace

CaptureView::CaptureView(Desk& desk)
    : m_desk(desk),
      m_sources(new SourceBar(desk.media)),
      m_sound(toolButton(u"sound", tr("Sound when a code is read"))),
      m_notice(new Notice),
      m_stage(new QStackedWidget),
      m_preview(new LivePreview),
      m_none(new EmptyState(u"capture",
                            tr("No camera was found. Connect one, or let a folder of pictures or a video "
                               "file take its place."),
                            tr("Choose a folder …"))),
      m_meter(new MeterView),
      m_shutter(primaryButton(tr("Take a photograph"), u"capture")),
      m_burst(button(tr("Burst of %1").arg(burstStills), u"burst")),
      m_stills(quietLabel({}, Size::Small)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addLayout(makeBar());
    column->addWidget(m_notice);
    auto* middle = rowOf();
    middle->setSpacing(metrics::between);
    auto* left = columnOf(metrics::inside);
    m_stage->addWidget(m_none);
    m_stage->addWidget(m_preview);
    left->addWidget(m_stage, 1);
    left->addLayout(makeActions());
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    column->addLayout(middle, 1);
    m_notice->dismiss();
    setFocusPolicy(Qt::ClickFocus);
    connect(m_none, &EmptyState::chosen, m_sources, &SourceBar::chooseFolder);
    connect(m_preview, &LivePreview::resized, this, [this] {
        if (m_eye)
            m_eye->setSize(m_preview->pixels());
    });
    connect(&desk.session, &Session::aboutToLock, this, [this] {
        if (m_begun)
            Q_EMIT closed();
    });
    // A click beside it must not take its keys: what cannot be reached by Tab has no use for them.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now != nullptr && now->window() == window() && !isAncestorOf(now) && now != this &&
            (now->focusPolicy() & Qt::TabFocus) == 0)
            setFocus();
    });
    showNone();
}

CaptureView::~CaptureView() {
    m_sources->disconnect(this);
}

QLayout* CaptureView::makeBar() {
    auto* bar = rowOf();
    m_sound->setCheckable(true);
    m_sound->setChecked(QSettings().value(u"capture/sound"_s, true).toBool());
    m_sources->layout()->setContentsMargins(0, 0, 0, 0);
    bar->addWidget(m_sources, 1);
    bar->addWidget(m_sound);
    auto* escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, &CaptureView::closed);
    connect(m_sound, &QToolButton::toggled, this,
            [](bool on) { QSettings().setValue(u"capture/sound"_s, on); });
    connect(m_sources, &SourceBar::closed, this, &CaptureView::closed);
    connect(m_sources, &SourceBar::chosen, this, &CaptureView::start);
    connect(m_sources, &SourceBar::stopped, this, &CaptureView::showNone);
    connect(m_sources, &SourceBar::unplugged, this, [this] {
        m_notice->set(tr("The camera was unplugged."),
                      tr("What was taken is kept. Connect it again, or take frames from elsewhere."));
    });
    return bar;
}

QWidget* CaptureView::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto* column = columnOf(metrics::inside);
    side->setLayout(column);
    column->addWidget(label(tr("Codes seen"), Size::Normal, true));
    column->addWidget(hairline());
    auto* content = new QWidget;
    m_codes = columnOf(metrics::step);
    m_codes->setContentsMargins(0, 0, metrics::inside, 0);
    content->setLayout(m_codes);
    m_noCodes =
        quietLabel(tr("Codes appear here as they are read, with what they mean. They are recorded "
                      "with the photographs that you take."));
    m_codes->addWidget(m_noCodes);
    m_codes->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    column->addWidget(area, 1);
    return side;
}

QLayout* CaptureView::makeActions() {
    auto* row = rowOf();
    row->setSpacing(metrics::between);
    m_shutter->setToolTip(withKey(tr("Take a photograph"), shutterKey));
    m_burst->setToolTip(withKey(tr("Take the next %1, as of a pallet").arg(burstStills), burstKey));
    m_burst->setMinimumHeight(metrics::touch);
    auto* left = columnOf(metrics::step);
    auto* buttons = rowOf();
    buttons->addWidget(m_shutter);
    buttons->addWidget(m_burst);
    left->addLayout(buttons);
    left->addWidget(m_stills);
    row->addLayout(left);
    row->addWidget(m_meter, 1);
    connect(m_shutter, &QPushButton::clicked, this, &CaptureView::shoot);
    connect(m_burst, &QPushButton::clicked, this, &CaptureView::burst);
    return row;
}

void CaptureView::begin() {
    m_begun = true;
    m_saved = 0;
    showStills();
    setFocus();  // so that its keys work before there is a picture
    m_sources->begin();
    if (!m_beeper)
        m_beeper = std::make_unique<Beeper>(m_desk.media);
}

void CaptureView::end() {
    m_begun = false;
    m_sources->end();
    m_notice->dismiss();
}

void CaptureView::showNone() {
    m_burstLeft = 0;
    m_eye.reset();
    m_shown.reset();
    m_preview->clear();
    m_meter->clear();
    m_stage->setCurrentWidget(m_none);
    m_shutter->setEnabled(false);
    m_burst->setEnabled(false);
    showStills();
}

void CaptureView::start(FrameSource* source) {
    m_notice->dismiss();
    m_lastTaken = -1;
    m_isSilent = false;
    m_eye = std::make_unique<LiveEye>(m_desk.lanes);
    m_eye->setSize(m_preview->pixels());
    connect(m_eye.get(), &LiveEye::shown, this, &CaptureView::showFrame);
    connect(m_eye.get(), &LiveEye::read, this, &CaptureView::showRead);
    connect(m_eye.get(), &LiveEye::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
    connect(source, &FrameSource::failed, this,
            [this](const QString& what, const QString& advice, const QString& details) {
                m_isSilent = true;
                m_notice->set(what, advice, details);
            });
    m_stage->setCurrentWidget(m_preview);
    m_preview->setFocus();
    source->start(m_eye->take());
}

void CaptureView::showFrame(const ShownFrame& frame) {
    if (frame.image.isNull()) {
        if (frame.notRead)
            m_notice->set(tr("A frame cannot be shown."),
                          text::reason(text::Topic::Picture, eye::key(*frame.notRead), m_desk.texts()));
        return;
    }
    m_shown = frame.frame;
    m_preview->show(frame.image);
    m_shutter->setEnabled(true);
    m_burst->setEnabled(true);
    Q_EMIT frameShown(frame.frame.number);
    if (std::exchange(m_isSilent, false))
        m_notice->dismiss();
    if (m_burstLeft > 0 && m_lastTaken != m_shown->number)
        shoot();
}

void CaptureView::showRead(const ReadFrame& frame) {
    const eye::Reading& reading = frame.reading;
    if (reading.meter)
        m_meter->show(*reading.meter);
    const auto fresh = m_preview->sightings().add(reading, std::chrono::steady_clock::now());
    if (!reading.codes.empty())
        m_preview->update();
    if (!fresh.empty()) {
        m_preview->flash();
        if (m_sound->isChecked())
            m_beeper->beep();
    }
    QStringList texts;
    for (const Sightings::Fresh& one : fresh) {
        texts << one.code.text;
        const QString key = one.code.format + u' ' + one.code.text;
        if (m_told.contains(key))
            continue;
        m_noCodes->hide();
        auto* card = new QWidget;
        auto* column = columnOf(metrics::step);
        card->setLayout(column);
        tellCode(column, one.number, one.code, m_desk.texts());
        m_codes->insertWidget(0, card);
        m_told[key] = card;
        if (m_told.size() > codesTold)
            if (QLayoutItem* oldest = m_codes->itemAt(static_cast<int>(codesTold));
                oldest->widget() != nullptr) {
                std::erase_if(m_told, [&](const auto& told) { return told.second == oldest->widget(); });
                oldest->widget()->deleteLater();
            }
    }
    if (!texts.isEmpty())
        m_preview->setAccessibleDescription(texts.join(u", "));
    Q_EMIT frameRead(frame);
}

void CaptureView::shoot() {
    if (m_sources->source() == nullptr || !m_shown)
        return;
    if (m_lastTaken == m_shown->number) {
        m_stills->setText(tr("This frame is taken already."));
        return;
    }
    m_lastTaken = m_shown->number;
    if (m_burstLeft > 0)
        --m_burstLeft;
    ++m_saving;
    m_preview->flash();
    showStills();
    Q_EMIT taken(m_sources->source()->still(*m_shown));
}

void CaptureView::burst() {
    if (m_burstLeft > 0) {
        m_burstLeft = 0;
        return showStills();
    }
    m_burstLeft = burstStills;
    if (m_shown && m_lastTaken != m_shown->number)
        shoot();
    showStills();
}

void CaptureView::stillEnded(bool saved) {
    --m_saving;
    m_saved += saved ? 1 : 0;
    showStills();
}

void CaptureView::showStills() {
    QStringList words;
    if (m_burstLeft > 0)
        words << tr("%n more of the burst", nullptr, m_burstLeft);
    if (m_saving > 0)
        words << tr("%n being saved", nullptr, m_saving);
    if (m_saved > 0)
        words << tr("%n saved here", nullptr, m_saved);
    m_stills->setText(words.isEmpty() ? tr("Nothing taken yet") : words.join(u" · "));
    m_burst->setText(m_burstLeft > 0 ? tr("Stop the burst") : tr("Burst of %1").arg(burstStills));
}

void CaptureView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!event->isAutoRepeat())
                return shoot();
            if (m_burstLeft == 0 && !m_held) {  // held down
                m_held = true;
                burst();
            }
            return;
        case Qt::Key_B:
            if (!event->isAutoRepeat())
                burst();
            return;
        case Qt::Key_P:
            return m_sources->togglePause();
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void CaptureView::keyReleaseEvent(QKeyEvent* event) {
    if (m_held && !event->isAutoRepeat()) {
        m_held = false;
        m_burstLeft = 0;
        showStills();
    }
    QWidget::keyReleaseEvent(event);
}

void CaptureView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_sources->resume();
}

void CaptureView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_sources->suspend();
}

}  // namespace chayan::ui
