#include "core/text/reasons.h"

#include "core/text/keyed.h"

namespace chayan::text {

namespace {

Table tableOf(Topic topic) {
    switch (topic) {
        case Topic::Picture:
            return {"picture", pictureReasons()};
        case Topic::Bundle:
            return {"bundle", bundleReasons()};
        case Topic::Ledger:
            return {"ledger", ledgerReasons()};
        case Topic::Identifier:
            return {"identifier", identifierReasons()};
        case Topic::IdentifierNotice:
            return {"identifier_notice", identifierNotices()};
    }
    return {};
}

}  // namespace

QString reason(Topic topic, const QString& key, const Texts& texts) {
    return lookUp(tableOf(topic), key, texts);
}

std::vector<QString> keys(Topic topic) {
    return keysOf(tableOf(topic));
}

}  // namespace chayan::text
