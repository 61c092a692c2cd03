#include "ui/visits/inspector.h"

#include "core/base/clock.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/visits/annotation.h"
#include "ui/visits/code_words.h"
#include "ui/widgets/times.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// What live capture writes, in words; what others wrote as it stands.
QString methodWords(const QString& method) {
    const QStringList parts = method.split(u"; "_s);
    static const QRegularExpression moment(u"^frame of a video at ([0-9.]+) s$"_s);
    if (parts.front() == u"frame of a camera, which delivers image/jpeg")
        return Inspector::tr("Frame of the camera, which delivers JPEG, kept without loss");
    if (parts.front() == u"frame of a camera")
        return Inspector::tr("Frame of the camera, kept without loss");
    if (parts.front() == u"file of a folder")
        return Inspector::tr("A folder's file, unchanged");
    if (const auto match = moment.match(parts.front()); match.hasMatch())
        return Inspector::tr("Frame of a video at %1 s, kept without loss").arg(match.captured(1));
    return method;
}

}  // namespace

Inspector::Inspector(Desk& desk) : m_desk(desk), m_column(columnOf(metrics::step)) {
    auto* content = new QWidget;
    content->setLayout(m_column);
    m_column->setContentsMargins(metrics::between, metrics::between, metrics::between, metrics::between);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto* around = columnOf(0);
    setLayout(around);
    around->addWidget(area);
    setMinimumWidth(220);
    setAccessibleName(tr("Inspector"));
    showNothing();
}

void Inspector::begin(const QString& title) {
    clear(m_column);
    m_column->addWidget(label(title, Size::Normal, true));
    m_column->addWidget(hairline());
}

void Inspector::pair(const QString& caption, const QString& value) {
    if (value.isEmpty())
        return;
    m_column->addWidget(quietLabel(caption, Size::Small));
    m_column->addWidget(label(value));
    m_column->addSpacing(metrics::step);
}

void Inspector::code(const QString& caption, const QString& value) {
    m_column->addWidget(quietLabel(caption, Size::Small));
    m_column->addWidget(codeLabel(value));
    m_column->addSpacing(metrics::step);
}

void Inspector::showNothing() {
    begin(tr("Inspector"));
    m_column->addWidget(quietLabel(tr("What you select is described here.")));
    m_column->addStretch(1);
}

void Inspector::showDossier(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    begin(tr("This visit"));
    pair(tr("Entries"), QLocale().toString(static_cast<qint64>(dossier.history.size())));
    if (!dossier.history.empty()) {
        pair(tr("Opened"), longTime(dossier.history.front().fact.at));
        pair(tr("Last entry"), longTime(dossier.history.back().fact.at));
    }
    QStringList officers;
    for (const auto& [fingerprint, who] : opened.officers)
        officers << u"%1  %2"_s.arg(who.name, who.badge);
    pair(tr("Written by"), officers.join(u'\n'));
    pair(tr("Photographs"), QLocale().toString(static_cast<qint64>(dossier.list(u"originals").size())));
    if (const auto& conflicts = opened.conflicts; !conflicts.empty())
        pair(tr("Disagreements to settle"), QLocale().toString(static_cast<qint64>(conflicts.size())));
    code(tr("Number of this record"), dossier.id.text());
    m_column->addStretch(1);
}

void Inspector::showPhoto(const services::OpenedDossier& opened, const Photo& photo,
                          const std::vector<services::Notice>& notices) {
    const text::Texts texts = m_desk.texts();
    begin(tr("Photograph"));
    auto* origin = new Mark(photo.origin == u"captured"  ? u"photo"
                            : photo.origin == u"derived" ? u"draw"
                                                         : u"import",
                            Ink::Text, text::term(text::TermGroup::Origin, photo.origin, texts));
    m_column->addWidget(origin);
    m_column->addSpacing(metrics::step);
    if (!photo.notRead.isEmpty())
        m_column->addLayout(
            iconRow(u"warning", Ink::Warning, text::reason(text::Topic::Picture, photo.notRead, texts)));
    for (const QString& flaw : photo.flaws)
        m_column->addLayout(
            iconRow(u"warning", Ink::Warning, text::reason(text::Topic::Picture, flaw, texts)));
    addOrigin(opened, photo);
    for (const services::Notice& notice : notices)
        if (notice.about == photo.item)
            m_column->addLayout(iconRow(u"warning", Ink::Warning, services::inWords(notice.what, texts)));
    if (photo.codes.empty() && photo.notRead.isEmpty() && photo.parents.empty())
        m_column->addWidget(quietLabel(tr("No code was found in it.")));
    int number = 0;
    for (const domain::ScannedCode& scanned : photo.codes)
        tellCode(m_column, ++number, scanned, texts);
    m_column->addWidget(hairline());
    const auto officer = opened.officers.find(photo.officer);
    pair(tr("Added by"),
         officer != opened.officers.end() ? officer->second.name : photo.officer.hex().left(16));
    pair(tr("Added at, by this computer's clock"), longTime(photo.at));
    pair(tr("Taken with"), photo.device);
    if (photo.clockOffset)
        pair(tr("Its clock beside this computer's (+ is ahead)"), offsetText(*photo.clockOffset));
    pair(tr("How it was made"), methodWords(photo.method));
    if (!photo.pixels.isEmpty())
        pair(tr("Pixels"), u"%1 × %2"_s.arg(photo.pixels.width()).arg(photo.pixels.height()));
    pair(tr("Size"), QLocale().formattedDataSize(photo.size, 1, QLocale::DataSizeTraditionalFormat));
    pair(tr("Kind of file"), photo.type);
    code(tr("SHA-256 of the original"), photo.sha256.hex());
    pair(tr("Its place"), tr("entry %1 of the log").arg(photo.seq));
    m_column->addStretch(1);
}

void Inspector::addOrigin(const services::OpenedDossier& opened, const Photo& photo) {
    if (photo.parents.empty())
        return;
    QStringList from;
    const std::vector<Photo> all = photosOf(opened.dossier);
    for (const Digest& parent : photo.parents) {
        const auto found = std::ranges::find(all, parent, &Photo::sha256);
        from << (found != all.end() ? tr("photograph %1").arg(found - all.begin() + 1)
                                    : parent.hex().left(16));
    }
    pair(tr("Made from"), from.join(u'\n'));
    pair(tr("How it was made"), wordsOfRecipe(photo.recipe));
}

void Inspector::showEntry(const HistoryLine& line, const std::optional<Result<store::EntryProof>>& proof) {
    begin(tr("Entry"));
    m_column->addWidget(label(line.what));
    pair(tr("What it says"), line.value);
    pair(tr("Written by"), line.who);
    pair(tr("Written at, by that computer's clock"), exactTime(line.at));
    code(tr("SHA-256 of the entry"), line.hash.hex());
    m_column->addWidget(label(tr("Proof"), Size::Normal, true));
    m_column->addWidget(hairline());
    if (!proof) {
        m_column->addWidget(quietLabel(tr("Making the proof …")));
    } else {
        addProof(*proof);
        if (*proof)
            code(tr("Log"), (*proof)->log.hex());
    }
    m_column->addStretch(1);
}

void Inspector::addProof(const Result<store::EntryProof>& proof) {
    if (!proof) {
        auto* notice = new Notice;
        notice->set(proof.error(), m_desk.texts());
        m_column->addWidget(notice);
        return;
    }
    m_column->addLayout(iconRow(
        u"tick", Ink::Text,
        tr("Entry %1 of this log. Its hash leads to the checkpoint over %2 entries that %3 signed on %4.")
            .arg(QString::number(proof->seq), QString::number(proof->size), proof->by.name,
                 longTime(proof->at))));
    m_column->addSpacing(metrics::step);
}

void Inspector::showField(const QString& caption, const std::vector<HistoryLine>& lines,
                          const std::vector<Result<store::EntryProof>>& proofs) {
    begin(tr("History of: %1").arg(caption));
    if (lines.empty())
        m_column->addWidget(quietLabel(tr("Nothing was recorded here yet.")));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const HistoryLine& line = lines[i];
        m_column->addWidget(label(line.value, Size::Normal, i == 0));
        m_column->addWidget(quietLabel(tr("%1, %2").arg(line.who, longTime(line.at)), Size::Small));
        if (i < proofs.size())
            addProof(proofs[i]);
        else
            m_column->addWidget(quietLabel(line.proof, Size::Small));
        m_column->addWidget(hairline());
    }
    if (!lines.empty())
        m_column->addWidget(quietLabel(tr("Times are what the writing computer's clock said."), Size::Small));
    m_column->addStretch(1);
}

}  // namespace chayan::ui
