#include "ui/visits/large_view.h"

#include "ui/style/metrics.h"

#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace chayan::ui {

LargeView::LargeView(Desk& desk, DraftKeeper& drafts, PhotoModel* photos)
    : m_desk(desk),
      m_photos(photos),
      m_fields(new ItemFields(desk, drafts, this)),
      m_pictures{new PictureView(desk), new PictureView(desk)},
      m_side(new QWidget),
      m_comparison(new ComparisonView(desk)),
      m_chooser(new ReferencesView(desk, ReferencesView::Purpose::Choose)),
      m_boxed(new BoxedCode(desk)),
      m_words(rowOf()) {
    auto* both = columnOf(0);
    setLayout(both);
    both->addWidget(m_side, 1);
    both->addWidget(m_comparison, 1);
    both->addWidget(m_chooser, 1);
    m_comparison->hide();
    m_chooser->hide();
    connect(m_chooser, &ReferencesView::closed, this, [this] {
        closeComparison();
        m_pictures[isComparing() ? 1 : 0]->setFocus();
    });
    connect(m_chooser, &ReferencesView::chosen, this, &LargeView::compareWith);
    connect(m_comparison, &ComparisonView::closed, this, [this] {
        closeComparison();
        m_pictures[isComparing() ? 1 : 0]->setFocus();
    });
    auto* column = columnOf(metrics::step);
    m_side->setLayout(column);
    column->addLayout(makeBar());
    auto* pictures = rowOf();
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        PictureView* picture = m_pictures[i];
        pictures->addWidget(picture, 1);
        connect(picture, &PictureView::placed, this, [this, i] {
            if (isComparing())
                m_pictures[1 - i]->setPlace(m_pictures[i]->place());
        });
        connect(picture, &PictureView::boxed, this, [this, i](QRect box) {
            if (const Photo* photo = m_photos->photo(m_shown[i]); photo != nullptr && m_opened)
                m_boxed->look(m_opened->dossier.id, *photo, box);
        });
        connect(picture, &PictureView::focused, this, &LargeView::showFields);
    }
    m_pictures[1]->hide();
    m_pictures[1]->setAccessibleName(tr("Photograph beside it"));
    column->addLayout(pictures, 1);
    column->addWidget(m_boxed);
    column->addLayout(m_words);
}

QLayout* LargeView::makeBar() {
    auto* bar = rowOf();
    bar->setSpacing(metrics::step / 2);
    auto* back = toolButton(u"back", tr("Back to all"), QKeySequence(Qt::Key_Escape));
    auto* previous = toolButton(u"previous", tr("Previous"), QKeySequence(Qt::Key_Left));
    auto* next = toolButton(u"next", tr("Next"), QKeySequence(Qt::Key_Right));
    auto* actual = toolButton(u"zoom", tr("Actual size"), QKeySequence(Qt::Key_1));
    auto* turn = toolButton(u"rotate", tr("Turn; the original stays as it is"), QKeySequence(Qt::Key_R));
    m_compare = toolButton(u"compare", tr("Compare with another, side by side"), QKeySequence(Qt::Key_C));
    m_compare->setCheckable(true);
    m_differences = toolButton(u"differs", tr("Show what differs from the genuine label on the left"),
                               QKeySequence(Qt::Key_V));
    m_differences->setEnabled(false);
    auto* point = toolButton(u"point", tr("Point at a code that was not read"), QKeySequence(Qt::Key_B));
    for (QToolButton* tool :
         {back, previous, next, actual, turn, m_compare, m_differences, point, makeMore()})
        bar->addWidget(tool);
    bar->addStretch(1);
    auto* record = toolButton(u"tick", tr("For the record"), QKeySequence(Qt::Key_P));
    auto* aside = toolButton(u"cross", tr("Set aside; it stays"), QKeySequence(Qt::Key_X));
    bar->addWidget(record);
    bar->addWidget(aside);
    connect(back, &QToolButton::clicked, this, &LargeView::closed);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(actual, &QToolButton::clicked, this, [this] { m_pictures[active()]->actualSize(); });
    connect(turn, &QToolButton::clicked, this, [this] { m_pictures[active()]->turn(); });
    connect(m_compare, &QToolButton::clicked, this, &LargeView::setComparing);
    connect(m_differences, &QToolButton::clicked, this, &LargeView::showDifferences);
    connect(point, &QToolButton::clicked, this, &LargeView::pointAtCode);
    connect(record, &QToolButton::clicked, this, [this] { useAsked(m_shown[active()], u"record"_s); });
    connect(aside, &QToolButton::clicked, this, [this] { useAsked(m_shown[active()], u"aside"_s); });
    return bar;
}

/// What is done now and then; a small window has no room for a button each.
QToolButton* LargeView::makeMore() {
    auto* more = toolButton(u"more", tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    const auto add = [&](QStringView iconName, const QString& text, Qt::Key key, void (LargeView::*act)()) {
        // The key is the view's own; here it is only said.
        connect(menu->addAction(icon(iconName), text + u'\t' + QKeySequence(key).toString()),
                &QAction::triggered, this, act);
    };
    add(u"reference", tr("Compare with a genuine reference of the office"), Qt::Key_G,
        &LargeView::chooseGenuine);
    add(u"label", tr("Label scan: pull the label straight"), Qt::Key_L, &LargeView::scanAsked);
    add(u"draw", tr("Draw on a copy; the original stays as it is"), Qt::Key_D, &LargeView::drawAsked);
    add(u"saved", tr("Keep as a genuine reference"), Qt::Key_K, &LargeView::referenceAsked);
    more->setMenu(menu);
    return more;
}

void LargeView::update(std::shared_ptr<const services::OpenedDossier> opened) {
    if (!m_opened || m_opened->dossier.id != opened->dossier.id) {
        m_fields->setDossier(opened->dossier.id);
        clear(m_words);
        m_item.reset();
        m_shown = {-1, -1};
        closeComparison();
        setComparing(false);
    }
    m_opened = std::move(opened);
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        if (const Photo* photo = m_photos->photo(m_shown[i]))
            m_pictures[i]->setCodes(photo->codes);
    showFields();
}

FieldRow* LargeView::row(QStringView key) const {
    return m_item ? m_fields->row(*m_item, key) : nullptr;
}

void LargeView::showFields() {
    const Photo* photo = m_photos->photo(m_shown[active()]);
    if (!m_opened || photo == nullptr)
        return;
    const domain::Item* item = m_opened->dossier.item(photo->item);
    if (item == nullptr)
        return;
    if (m_item != item->id) {
        m_fields->forget();
        clear(m_words);
        for (const domain::Field* field : domain::fieldsOf(u"visit", u"originals"))
            if (!field->sealed)
                m_words->addWidget(m_fields->add(item->id, *field), field->choices.empty() ? 3 : 1);
        m_item = item->id;
        m_fields->fill(m_opened->dossier, *item, ItemFields::Which::Open);
        m_fields->restore(m_opened->draft);
    } else {
        m_fields->fill(m_opened->dossier, *item, ItemFields::Which::Open);
    }
    Q_EMIT looked(m_shown[active()]);
}

void LargeView::put(std::size_t picture, int row) {
    const Photo* photo = m_photos->photo(row);
    if (photo == nullptr)
        return;
    m_shown[picture] = row;
    m_boxed->dismiss();
    m_pictures[picture]->show(*photo, m_photos->index(row).data(PhotoModel::Thumbnail).value<QImage>());
    if (isComparing())
        m_pictures[picture]->setPlace(m_pictures[1 - picture]->place());
}

void LargeView::closeComparison() {
    m_comparison->reset();
    m_comparison->hide();
    m_chooser->hide();
    m_side->show();
}

void LargeView::open(int row) {
    closeComparison();
    put(0, row);
    m_pictures[0]->setFocus();
    showFields();
}

void LargeView::step(int by) {
    const std::size_t which = active();
    put(which, m_shown[which] + by);
    showFields();
}

void LargeView::setComparing(bool comparing) {
    const int other = m_shown[0] + (m_shown[0] + 1 < m_photos->photoCount() ? 1 : -1);
    comparing = comparing && m_photos->photo(other) != nullptr;
    m_compare->setChecked(comparing);
    m_differences->setEnabled(comparing);
    if (comparing == isComparing())
        return;
    m_pictures[1]->setVisible(comparing);
    if (comparing)
        put(1, other);
    m_pictures[comparing ? 1 : 0]->setFocus();  // arrows choose what stands beside
    showFields();
}

void LargeView::showDifferences() {
    const Photo *genuine = m_photos->photo(m_shown[0]), *suspect = m_photos->photo(m_shown[1]);
    if (!isComparing() || genuine == nullptr || suspect == nullptr)
        return;
    m_side->hide();
    m_comparison->show();
    m_comparison->setFocus();
    m_comparison->compare({m_opened->dossier.id, genuine->sha256, suspect->sha256, {}});
}

void LargeView::chooseGenuine() {
    m_suspect = m_shown[active()];
    const Photo* suspect = m_photos->photo(m_suspect);
    if (!m_opened || suspect == nullptr)
        return;
    m_side->hide();
    m_comparison->hide();
    m_chooser->show();
    // A scan has no codes of its own: then those of the visit say which articles it is about.
    QStringList gtins = services::gtinsOf(m_opened->dossier, suspect->sha256);
    if (gtins.isEmpty())
        gtins = services::gtinsOf(m_opened->dossier);
    m_chooser->begin(gtins);
}

void LargeView::compareWith(const services::Reference& reference) {
    const Photo* suspect = m_photos->photo(m_suspect);
    if (!m_opened || suspect == nullptr || reference.pictures.empty())
        return;
    m_chooser->hide();
    m_side->hide();
    m_comparison->show();
    m_comparison->setFocus();
    m_comparison->compare({m_opened->dossier.id, reference.pictures.front(), suspect->sha256, reference.id});
}

void LargeView::pointAtCode() {
    m_pictures[active()]->setBoxing(true);
}

void LargeView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            return Q_EMIT closed();
        case Qt::Key_Right:
        case Qt::Key_Space:
            return step(1);
        case Qt::Key_Left:
            return step(-1);
        case Qt::Key_C:
            return setComparing(!isComparing());
        case Qt::Key_V:
            return showDifferences();
        case Qt::Key_B:
            return pointAtCode();
        case Qt::Key_D:
            return Q_EMIT drawAsked();
        case Qt::Key_L:
            return Q_EMIT scanAsked();
        case Qt::Key_G:
            return chooseGenuine();
        case Qt::Key_K:
            return Q_EMIT referenceAsked();
        case Qt::Key_P:
            return Q_EMIT useAsked(m_shown[active()], u"record"_s);
        case Qt::Key_X:
            return Q_EMIT useAsked(m_shown[active()], u"aside"_s);
        case Qt::Key_U:
            return Q_EMIT useAsked(m_shown[active()], {});
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace chayan::ui
