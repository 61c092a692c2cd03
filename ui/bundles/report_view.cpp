#include "ui/bundles/report_view.h"

#include "core/text/details.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "ui/bundles/taking_in.h"
#include "ui/bundles/trust_decision.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using services::Standing;

/// The verdict, large. What does not verify stands in the inverse of the page, so that nobody overlooks it.
class Banner : public QWidget {
  public:
    Banner(const QString& verdict, const QString& title, const QString& sentence) : m_verdict(verdict) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(metrics::between, 14, metrics::between, 14);
        row->setSpacing(metrics::between);
        const bool invalid = verdict == u"invalid";
        m_sign = new IconLabel(invalid               ? u"error"
                               : verdict == u"valid" ? u"received"
                                                     : u"warning",
                               verdict == u"valid" ? Ink::Received
                               : invalid           ? Ink::Text
                                                   : Ink::Warning,
                               44);
        row->addWidget(m_sign, 0, Qt::AlignTop);
        auto* words = columnOf(metrics::step);
        words->addWidget(label(title, Size::Title, true));
        words->addWidget(label(sentence));
        row->addLayout(words, 1);
        setAccessibleName(title);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Colours& c = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_verdict == u"untrusted" ? c.warningGround : c.raised);
        painter.setPen(m_verdict == u"valid"       ? QPen(c.received, 2)
                       : m_verdict == u"untrusted" ? QPen(c.warning, 2)
                                                   : QPen(c.text, 4));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), metrics::radius, metrics::radius);
    }

  private:
    QString m_verdict;
    IconLabel* m_sign;
};

QString sentenceOf(const QString& verdict) {
    if (verdict == u"valid")
        return ReportView::tr(
            "Every record and every file is as it was signed, and all who signed are known here.");
    if (verdict == u"untrusted")
        return ReportView::tr(
            "Every record and every file is as it was signed. But a key behind it is not known here: "
            "compare its fingerprint with the officer, in person or by phone, before you rely on it.");
    return ReportView::tr(
        "Something in it was changed, is missing, or was never right. Do not rely on it; keep the "
        "file as it is and ask the sender for a new one.");
}

/// What each question asks, for people who do not know the words.
QString questionOf(bundle::CheckName check) {
    switch (check) {
        case bundle::CheckName::Container:
            return ReportView::tr("The file is whole and nothing is hidden in it.");
        case bundle::CheckName::Bag:
            return ReportView::tr("Every file is there and unchanged.");
        case bundle::CheckName::Signature:
            return ReportView::tr("The sender's signature fits these very files.");
        case bundle::CheckName::Ledger:
            return ReportView::tr("No record was changed, added or taken out of a visit.");
        case bundle::CheckName::Proofs:
            return ReportView::tr("Each record has its place in the sender's log.");
        case bundle::CheckName::Originals:
            return ReportView::tr("Each photograph is the one that was recorded.");
    }
    return {};
}

text::Topic topicOf(bundle::CheckName check) {
    const bool ofLedger = check == bundle::CheckName::Ledger || check == bundle::CheckName::Proofs ||
                          check == bundle::CheckName::Originals;
    return ofLedger ? text::Topic::Ledger : text::Topic::Bundle;
}

QString reasonOf(const bundle::Check& check, const bundle::Problem& problem, const text::Texts& texts) {
    const QString words = text::reason(topicOf(check.name), problem.reason, texts);
    return words != problem.reason ? words : text::reason(text::Topic::Bundle, problem.reason, texts);
}

}  // namespace

QString grouped(const Digest& fingerprint) {
    QString text = fingerprint.hex().toUpper();
    for (qsizetype at = 4; at < text.size(); at += 5)
        text.insert(at, u' ');
    return text;
}

ReportView::ReportView(Desk& desk) : m_desk(desk), m_column(columnOf(metrics::inside)) {
    setLayout(m_column);
}

void ReportView::show(const JudgedBundle& judged) {
    clear(m_column);
    addVerdict(judged);
    addContents(judged);
    addSigner(judged);
    if (judged.judgement.verdict != u"invalid") {
        auto* takingIn = new TakingIn(m_desk, judged.file, judged.judgement.verdict == u"valid");
        m_column->addWidget(takingIn);
        m_column->addSpacing(metrics::inside);
        connect(takingIn, &TakingIn::openAsked, this, &ReportView::dossierAsked);
    }
    addChecks(judged.report);
    m_column->addSpacing(metrics::inside);
    m_column->addWidget(quietLabel(tr("Signatures show which key was used, not who held it. Times are what "
                                      "the sender's computer claimed."),
                                   Size::Small));
    auto* another = button(tr("Verify another bundle"), u"bundles");
    auto* row = rowOf();
    row->addWidget(another);
    row->addStretch(1);
    m_column->addLayout(row);
    m_column->addStretch(1);
    connect(another, &QPushButton::clicked, this, &ReportView::anotherAsked);
}

void ReportView::addVerdict(const JudgedBundle& judged) {
    m_column->addWidget(quietLabel(judged.file, Size::Small));
    m_column->addWidget(
        new Banner(judged.judgement.verdict,
                   text::term(text::TermGroup::Verdict, judged.judgement.verdict, m_desk.texts()),
                   sentenceOf(judged.judgement.verdict)));
    m_column->addSpacing(metrics::inside);
}

void ReportView::addContents(const JudgedBundle& judged) {
    const bundle::BundleReport& report = judged.report;
    if (!report.statement)
        return;
    m_column->addWidget(label(tr("What is inside"), Size::Normal, true));
    m_column->addWidget(hairline());
    const auto dossiers = static_cast<int>(
        std::ranges::count_if(report.statement->dossiers, [](const auto& d) { return d.kind != u"log"; }));
    QStringList parts{
        tr("%n dossier(s)", nullptr, dossiers), tr("%n entries", nullptr, static_cast<int>(report.entries)),
        tr("%n photograph(s) or other original(s)", nullptr, static_cast<int>(report.originals)),
        QLocale().formattedDataSize(report.bytes, 1, QLocale::DataSizeTraditionalFormat)};
    m_column->addWidget(label(parts.join(u" · "_s)));
    m_column->addWidget(label(tr("Signed on %1, by the sender's clock").arg(longTime(report.statement->at))));
    const text::Texts texts = m_desk.texts();
    const QString packing = report.packing == bundle::Packing::Original ? u"original"_s : u"repacked"_s;
    m_column->addWidget(label(text::term(text::TermGroup::Verdict, report.statement->scope, texts) +
                              u" · "_s + text::term(text::TermGroup::Verdict, packing, texts)));
    if (const qint64 withheld = report.statement->withheldValues + report.statement->withheldOriginals;
        withheld > 0)
        m_column->addWidget(
            new Mark(u"lock", Ink::Text,
                     tr("%n thing(s) withheld by the sender", nullptr, static_cast<int>(withheld))));
    if (report.ok())
        addTimes(report, judged.judgement);
    m_column->addSpacing(metrics::inside);
}

void ReportView::addSigner(const JudgedBundle& judged) {
    if (!judged.report.signer)
        return;
    m_column->addWidget(label(tr("Who signed"), Size::Normal, true));
    m_column->addWidget(hairline());
    bool signerListed = false;
    for (std::size_t i = 0; i < judged.report.officers.size(); ++i) {
        const bundle::BundleReport::Officer& officer = judged.report.officers[i];
        if (!officer.certificate)
            continue;
        signerListed |= officer.fingerprint == judged.report.signer->fingerprint();
        addOfficer(*officer.certificate, judged.judgement.officers[i], officer.entries);
    }
    if (!signerListed)
        addOfficer(*judged.report.signer, judged.judgement.signer, 0);
}

void ReportView::addOfficer(const crypto::Certificate& certificate, services::Standing standing,
                            qint64 entries) {
    const crypto::OfficerName& who = certificate.officer();
    auto* head = rowOf();
    head->addWidget(label(u"%1  %2"_s.arg(who.name, who.badge), Size::Normal, true), 1);
    switch (standing) {
        case Standing::Trusted:
            head->addWidget(new Mark(u"trust", Ink::Received, tr("known here")));
            break;
        case Standing::Unknown:
            head->addWidget(new Mark(u"warning", Ink::Warning, tr("not known here")));
            break;
        case Standing::Compromised:
            head->addWidget(new Mark(u"error", Ink::Warning, tr("the key may be in wrong hands")));
            break;
    }
    m_column->addLayout(head);
    m_column->addWidget(label(who.agency));
    m_column->addWidget(
        quietLabel(tr("Wrote %n of the entries", nullptr, static_cast<int>(entries)), Size::Small));
    QLabel* print = codeLabel({});
    print->setText(grouped(certificate.fingerprint()));
    print->setAccessibleName(tr("Fingerprint %1").arg(grouped(certificate.fingerprint())));
    m_column->addWidget(print);
    if (standing == Standing::Unknown) {
        auto* compare = button(tr("Compare the fingerprint …"), u"trust");
        compare->setAccessibleName(tr("Compare the fingerprint of %1").arg(who.name));
        auto* row = rowOf();
        row->addWidget(compare);
        row->addStretch(1);
        m_column->addLayout(row);
        auto* decision = new TrustDecision(m_desk, certificate);
        decision->hide();
        m_column->addWidget(decision);
        connect(compare, &QPushButton::clicked, decision,
                [decision] { decision->setVisible(!decision->isVisible()); });
        connect(decision, &TrustDecision::decided, this, &ReportView::trustChanged);
    }
    m_column->addSpacing(metrics::inside);
}

void ReportView::addTimes(const bundle::BundleReport& report, const services::Judgement& judgement) {
    if (report.timeStamp)
        m_column->addWidget(
            label(tr("It existed unchanged by %1: time-stamp of %2, whose key is not known here.")
                      .arg(longTime(report.timeStamp->at), report.timeStamp->authority)));
    for (const services::KnownTime& time : judgement.times) {
        const QString when = longTime(time.notLaterThan);
        const QString who = time.by.officer().name;
        m_column->addWidget(
            label(time.wholeBundle ? tr("It existed unchanged by %1: receipt of %2.").arg(when, who)
                                   : tr("The first %1 entries of a log in it existed by %2: receipt of %3.")
                                         .arg(QString::number(time.size), when, who)));
    }
}

void ReportView::addChecks(const bundle::BundleReport& report) {
    const text::Texts texts = m_desk.texts();
    m_column->addWidget(label(tr("What was checked"), Size::Normal, true));
    m_column->addWidget(hairline());
    for (const bundle::Check& check : report.checks) {
        auto* row = rowOf();
        const bool notReached = !check.ok() && check.problems.front().reason == u"not_reached";
        row->addWidget(new IconLabel(check.ok()   ? u"tick"
                                     : notReached ? u"info"
                                                  : u"error",
                                     check.ok() || notReached ? Ink::Quiet : Ink::Warning),
                       0, Qt::AlignTop);
        auto* words = columnOf(2);
        const QString name = text::term(text::TermGroup::Check, bundle::name(check.name), texts);
        words->addWidget(label(name, Size::Normal, true));
        if (check.ok())
            words->addWidget(quietLabel(questionOf(check.name)));
        else if (notReached)
            words->addWidget(quietLabel(reasonOf(check, check.problems.front(), texts)));
        row->addLayout(words, 1);
        m_column->addLayout(row);
        if (check.ok() || notReached)
            continue;
        constexpr std::size_t shown = 5;
        for (std::size_t i = 0; i < std::min(check.problems.size(), shown); ++i) {
            const bundle::Problem& problem = check.problems[i];
            auto* notice = new Notice;
            notice->set(
                reasonOf(check, problem, texts), text::detail(problem.thing, texts),
                u"%1: %2: %3"_s.arg(problem.reason, problem.thing, text::detail(problem.detail, texts)));
            m_column->addWidget(notice);
        }
        if (check.problems.size() > shown)
            m_column->addWidget(
                quietLabel(tr("and %n more", nullptr, static_cast<int>(check.problems.size() - shown))));
    }
}

}  // namespace chayan::ui
