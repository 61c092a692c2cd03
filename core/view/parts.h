#pragma once

#include "core/view/html.h"
#include "core/view/terms.h"
#include "core/view/view.h"

/// The parts of the page, in reading order. Nothing outside core/view includes it.
namespace chayan::page {

/// What every part writes with: the summary to look things up in, the words, and the page.
struct Writer {
    const BundleSummary& summary;
    Html html;
    Labels labels;

    Html& say(Phrase phrase);
    Html& say(const Words& words) { return html.both(words.chinese, words.english); }
    Html& label(text::TermGroup group, const QString& key) { return say(labels.of(group, key)); }
    /// `<span class="tag">` with a phrase.
    void tag(Phrase phrase, bool amber = false);
    void heading(Phrase phrase);
    /// A paragraph in Chinese, and below it in English.
    void prose(Phrase phrase);
    /// An officer's name, or the fingerprint where the summary does not know it.
    void officer(const Digest& fingerprint);
    /// `7c042858 #12`: a log's first digits and the position in it.
    void place(const domain::Fact& fact);
    /// Who, where and when, in one line.
    void origin(const domain::Event& event);
    /// The claimed time.
    void time(UtcMs at);
    /// One setting as it is read; withheld ones say so.
    void setting(const domain::Field* field, const domain::Setting& setting);
    /// A register's shown value, with its marks.
    void registered(const domain::Field* field, const domain::Register& values);
    void row(Phrase phrase, QStringView value);
};

void writeCover(Writer& writer);
/// What of a dossier comes before its originals. `number` counts from 1.
void writeFrame(Writer& writer, const domain::Dossier& dossier, std::size_t number, qint64 entries);

void writeConflicts(Writer& writer, const domain::Dossier& dossier);
void writeFields(Writer& writer, const domain::Dossier& dossier);
void writeLists(Writer& writer, const domain::Dossier& dossier);
/// `number` counts the originals shown so far.
void writeOriginals(Writer& writer, const domain::Dossier& dossier, std::size_t& number);
/// What a code means, a line each.
void writeMeanings(Writer& writer, const domain::ScannedCode& code);
void writeSignatures(Writer& writer, const domain::Dossier& dossier);
void beginHistory(Writer& writer);
/// `dossier` knows the items of lists; an item that it does not know is an original.
void writeEvent(Writer& writer, const domain::Dossier& dossier, const domain::Event& event);
void endHistory(Writer& writer);

}  // namespace chayan::page
