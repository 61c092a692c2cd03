#pragma once

#include "core/domain/fields.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "core/view/html.h"

#include <map>

/// Nothing outside core/view includes it.
namespace chayan::page {

/// Something said in both languages.
struct Words {
    QString chinese;
    QString english;
};

/// The page's own headings and sentences, which no other part says.
enum class Phrase {
    PageTitle,
    ReadingAid,
    Bundle,
    ExportedBy,
    ExportedAt,
    Claimed,
    Recipient,
    Purpose,
    Scope,
    ScopeComplete,
    ScopeSelected,
    Base,
    Contents,
    Withheld,
    WithheldValues,
    WithheldOriginals,
    Nothing,
    Program,
    Officers,
    Badge,
    Agency,
    Fingerprint,
    KeysNotHolders,
    HowToVerify,
    VerifyExplained,
    WithOurs,
    Dossiers,
    Entries,
    EntryUnit,
    Conflicts,
    ConflictExplained,
    MayConflict,
    BaseValue,
    Removed,
    Kept,
    InDispute,
    SealedShown,
    NotDisclosed,
    MissingEntries,
    Codes,
    NoCodes,
    Unread,
    NotIncluded,
    OtherFile,
    Sha256,
    Sm3,
    Size,
    Origin,
    Medium,
    Maker,
    Device,
    Method,
    MadeFrom,
    Recipe,
    FileTime,
    DeviceClock,
    Custody,
    AddedBy,
    ScannedBy,
    DestroyedBy,
    Signatures,
    Form,
    SignedUpon,
    NotInBundle,
    History,
    HistoryOrder,
    Number,
    Time,
    OfficerColumn,
    What,
    Hash,
    Heads,
    UnknownKind,
    MalformedEntry,
    SealedCount,
    NotLater,
    NotEarlier,
    EndOfPage,
    Other,
    Line,
    Untitled,
    WellFormed,
};

Words words(Phrase phrase);
/// All phrases, for the test.
std::vector<Phrase> phrases();

/// Labels in both languages out of core/text, looked up once each.
class Labels {
  public:
    const Words& of(text::TermGroup group, const QString& key);
    Words reason(text::Topic topic, const QString& key) const;

  private:
    text::Texts m_chinese{text::Language::Chinese};
    text::Texts m_english{text::Language::English};
    std::map<std::pair<text::TermGroup, QString>, Words> m_known;
};

/// A value as it is read: the offered word of a choice, yes and no, a time in the order of 年月日; else the
/// value itself, in both languages the same.
Words readable(const domain::Field* field, const QString& value);

/// Beijing time with its zone, `2026年11月24日 09:12:07 UTC+8`: once for both languages.
QString timeText(UtcMs at);

}  // namespace chayan::page
