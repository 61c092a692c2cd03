#pragma once

#include "core/text/texts.h"

#include <QtGlobal>

#include <span>
#include <vector>

/// What the tables of this library share; nothing outside core/text includes it.
namespace chayan::text {

/// A stable key and the English source of its words.
struct Row {
    const char* key;
    const char* source;
};

struct Table {
    const char* context;
    std::span<const Row> rows;
};

/// The words of a key, or the key itself: a key of a newer program is better than silence.
QString lookUp(const Table& table, const QString& key, const Texts& texts);
std::vector<QString> keysOf(const Table& table);

std::span<const Row> pictureReasons();
std::span<const Row> bundleReasons();
std::span<const Row> ledgerReasons();
std::span<const Row> identifierReasons();
std::span<const Row> identifierNotices();

std::span<const Row> fieldTerms();
std::span<const Row> sectionTerms();
std::span<const Row> entryTerms();
std::span<const Row> dossierTerms();
std::span<const Row> originTerms();
std::span<const Row> stateTerms();
std::span<const Row> verdictTerms();
std::span<const Row> checkTerms();
std::span<const Row> timeTerms();
std::span<const Row> schemeTerms();
std::span<const Row> partTerms();
std::span<const Row> wordTerms();
std::span<const Row> formTerms();
std::span<const Row> applicationTerms();

}  // namespace chayan::text
