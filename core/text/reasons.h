#pragma once

#include "core/text/texts.h"

#include <vector>

namespace chayan::text {

/// What a reason speaks of; a key means something within its topic only.
enum class Topic {
    /// Why a picture could not be read.
    Picture,
    /// What is wrong with a bundle's container, bag or signature.
    Bundle,
    /// What is wrong with a log: its entries, checkpoints, proofs, officers, originals.
    Ledger,
    /// Why a string is refused by an identifier scheme (codes::Meaning::reason).
    Identifier,
    /// What to notice although a string is accepted (codes::Meaning::warnings).
    IdentifierNotice,
};

/// The sentence behind a stable snake_case key; an unknown key is answered with itself.
QString reason(Topic topic, const QString& key, const Texts& texts);

/// All keys of a topic, for tests that hold a library's own list against it.
std::vector<QString> keys(Topic topic);

}  // namespace chayan::text
