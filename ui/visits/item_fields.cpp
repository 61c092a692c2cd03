#include "ui/visits/item_fields.h"

#include "core/services/items.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// Typed, and no entry yet.
bool isTyped(const FieldRow* row) {
    return row->state() == FieldRow::State::Typing || row->state() == FieldRow::State::Kept;
}

QString draftKey(const ItemId& item, const FieldRow* row) {
    return row->field().key.toString() + u'/' + item.text();
}

}  // namespace

ItemFields::ItemFields(Desk& desk, DraftKeeper& drafts, QObject* parent)
    : QObject(parent), m_desk(desk), m_drafts(drafts) {
    connect(&desk.session, &Session::aboutToLock, this, &ItemFields::settle);
    drafts.addSource({[this] { return pending(); },
                      [this](const auto& values, const Status& done) { markKept(values, done); }});
}

void ItemFields::setDossier(const DossierId& dossier) {
    if (m_dossier == dossier)
        return;
    m_places.clear();
    m_dossier = dossier;
}

FieldRow* ItemFields::add(const ItemId& item, const domain::Field& field) {
    auto* row = new FieldRow(field, m_desk.texts());
    m_places.push_back({item, row, {}});
    connect(row, &FieldRow::edited, &m_drafts, &DraftKeeper::note);
    connect(row, &FieldRow::left, this, [this, row] {
        if (Place* place = placeOf(row))
            record(*place);
    });
    return row;
}

void ItemFields::forget() {
    settle();
    m_places.clear();
}

void ItemFields::fill(const domain::Dossier& dossier, const domain::Item& item, Which which) {
    for (Place& place : m_places) {
        const domain::Field& field = place.row->field();
        if (place.item != item.id || field.sealed != (which == Which::Sealed))
            continue;
        const auto& values = field.sealed ? dossier.sealed : item.values;
        const auto found =
            values.find(field.sealed ? domain::sealedName(field, item.id.text()) : field.key.toString());
        const QString value = found != values.end() ? found->second.value() : QString();
        if (!isTyped(place.row) && !place.row->editor()->hasFocus()) {
            if (!place.shown || place.recorded != value)
                place.row->show(value);
            place.shown = true;
            place.recorded = value;
        }
        place.row->setDisputed(found == values.end()
                                   ? QStringList()
                                   : disputedValues(field, found->second, m_desk.texts().language()));
    }
}

void ItemFields::setSealedVisible(const ItemId& item, bool visible) {
    for (Place& place : m_places) {
        if (place.item != item || !place.row->field().sealed)
            continue;
        place.row->setVisible(visible);
        if (visible)
            continue;
        place.recorded.clear();
        place.shown = false;
        place.row->show({});
        place.row->setState(FieldRow::State::Untouched);
    }
}

void ItemFields::restore(const store::Drafts::Values& draft) {
    for (const Place& place : m_places) {
        const auto typed = draft.find(draftKey(place.item, place.row));
        if (typed == draft.end())
            continue;
        const auto checked = domain::checkValue(place.row->field(), typed->second);
        if (!checked || checked->value != place.recorded)
            place.row->showDraft(typed->second);
    }
}

void ItemFields::settle() {
    for (Place& place : m_places)
        record(place);
}

FieldRow* ItemFields::row(const ItemId& item, QStringView key) const {
    const auto found = std::ranges::find_if(
        m_places, [&](const Place& place) { return place.item == item && place.row->field().key == key; });
    return found == m_places.end() ? nullptr : found->row;
}

std::optional<ItemId> ItemFields::itemOf(const FieldRow* row) const {
    const auto found = std::ranges::find(m_places, row, &Place::row);
    return found == m_places.end() ? std::nullopt : std::optional(found->item);
}

ItemFields::Place* ItemFields::placeOf(const FieldRow* row) {
    const auto found = std::ranges::find(m_places, row, &Place::row);
    return found == m_places.end() ? nullptr : &*found;
}

store::Drafts::Values ItemFields::pending() const {
    store::Drafts::Values values;
    for (const Place& place : m_places)
        if (isTyped(place.row))
            values.emplace(draftKey(place.item, place.row), place.row->typed());
    return values;
}

void ItemFields::markKept(const store::Drafts::Values& values, const Status& done) {
    for (const Place& place : m_places) {
        const auto kept = values.find(draftKey(place.item, place.row));
        if (kept == values.end())
            continue;
        if (!done)
            place.row->setProblem(done.error());
        else if (place.row->state() == FieldRow::State::Typing && place.row->typed() == kept->second)
            place.row->setState(FieldRow::State::Kept);
    }
}

void ItemFields::record(Place& place) {
    FieldRow* row = place.row;
    if (!m_dossier || !isTyped(row))
        return;
    const QString typed = row->typed();
    const auto checked = domain::checkValue(row->field(), typed);
    if (!checked)
        return row->setProblem(checked.error());
    if (checked->value == place.recorded) {
        row->show(checked->value);
        row->setState(FieldRow::State::Untouched);
        return m_drafts.note();
    }
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return row->setProblem(signer.error());
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, item = place.item,
         key = row->field().key.toString(), typed] {
            return services::setItem(office->store(), signer, id, item, {{key, typed}});
        },
        [this, id = *m_dossier, row = QPointer(row), typed, value = checked->value](const Status& done) {
            if (!done && row)
                return row->setProblem(done.error());
            if (!done)
                return failed(done.error());
            if (Place* place = placeOf(row))
                place->recorded = value;
            if (row && row->typed() == typed) {
                if (!row->editor()->hasFocus())
                    row->show(value);
                row->setState(FieldRow::State::Saved);
            }
            m_drafts.note();  // the draft goes, now that it is an entry
            m_desk.session.noteChange(id);
        });
}

}  // namespace chayan::ui
