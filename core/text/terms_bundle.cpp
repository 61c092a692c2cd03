#include "core/text/keyed.h"

namespace chayan::text {

std::span<const Row> verdictTerms() {
    static constexpr Row rows[] = {
        {"valid", QT_TRANSLATE_NOOP("verdict", "Valid")},
        {"untrusted", QT_TRANSLATE_NOOP("verdict", "Intact, but some key is not known here")},
        {"invalid", QT_TRANSLATE_NOOP("verdict", "Invalid")},
        {"repacked", QT_TRANSLATE_NOOP("verdict", "Intact, repacked")},
        {"original", QT_TRANSLATE_NOOP("verdict", "As exported")},
        {"complete", QT_TRANSLATE_NOOP("verdict", "Complete, as the signer states")},
        {"selected", QT_TRANSLATE_NOOP("verdict", "A selection, as the signer states")},
    };
    return rows;
}

std::span<const Row> checkTerms() {
    static constexpr Row rows[] = {
        {"container", QT_TRANSLATE_NOOP("check", "Container")},
        {"bag", QT_TRANSLATE_NOOP("check", "List of files")},
        {"signature", QT_TRANSLATE_NOOP("check", "Signature")},
        {"ledger", QT_TRANSLATE_NOOP("check", "Records")},
        {"proofs", QT_TRANSLATE_NOOP("check", "Proofs")},
        {"originals", QT_TRANSLATE_NOOP("check", "Originals")},
    };
    return rows;
}

std::span<const Row> timeTerms() {
    static constexpr Row rows[] = {
        {"claimed", QT_TRANSLATE_NOOP("time", "Claimed by the laptop's clock")},
        {"not_later", QT_TRANSLATE_NOOP("time", "Not later than")},
        {"not_earlier", QT_TRANSLATE_NOOP("time", "Not earlier than")},
    };
    return rows;
}

}  // namespace chayan::text
