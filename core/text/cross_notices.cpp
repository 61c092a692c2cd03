#include "core/text/cross_notices.h"

#include "core/text/keyed.h"

using namespace Qt::StringLiterals;

namespace chayan::text {

namespace {

std::span<const Row> rows() {
    static constexpr Row all[] = {
        {"origin_prefix",
         QT_TRANSLATE_NOOP(
             "cross_notice",
             "Stated origin: %1. The article number %3 was given out in %2. It tells where a firm "
             "is registered, not where goods are made; ask for the papers.")},
        {"origin_label",
         QT_TRANSLATE_NOOP("cross_notice",
                           "Stated origin: %1. Its label gives %2 as the country of origin.")},
        {"dates_reversed",
         QT_TRANSLATE_NOOP("cross_notice",
                           "It would expire (%2) before it was made (%1). One of the dates may be misread or "
                           "mistyped.")},
        {"made_later",
         QT_TRANSLATE_NOOP(
             "cross_notice",
             "The production date %1 lies in the future. This computer's clock may be wrong, or "
             "the label is.")},
        {"expired", QT_TRANSLATE_NOOP("cross_notice", "It expired on %1, by this computer's clock.")},
        {"licence_category",
         QT_TRANSLATE_NOOP(
             "cross_notice",
             "A number of the kind “%1” is not what goods of the category “%2” have. The category "
             "or the number may be the wrong one.")},
        {"other_party",
         QT_TRANSLATE_NOOP("cross_notice",
                           "The credit code %1 is not the party's (%2). It may be that of the maker or of "
                           "another firm on the label.")},
        {"labels_disagree",
         QT_TRANSLATE_NOOP("cross_notice",
                           "Two labels of one item do not agree on “%1”: %2 and %3. Look at both again.")},
        {"label_differs",
         QT_TRANSLATE_NOOP("cross_notice",
                           "Stated for “%1” is %2; the label says %3. The label may be another item's.")},
        {"two_articles",
         QT_TRANSLATE_NOOP("cross_notice",
                           "Two labels on one picture name different articles: %1 and %2. If they are on one "
                           "item, one of them does not belong to it.")},
        {"twice_in_picture",
         QT_TRANSLATE_NOOP(
             "cross_notice",
             "%1 should exist once and is on this picture twice: on two items, or twice on one.")},
        {"seen_elsewhere",
         QT_TRANSLATE_NOOP(
             "cross_notice",
             "%1 should exist once and was also read in “%2” (%3 records in all). It may be the "
             "same item seen again, or a copied label.")},
    };
    return all;
}

}  // namespace

QString crossNotice(const QString& key, const QStringList& values, const Texts& texts) {
    for (const Row& row : rows())
        if (key == QLatin1StringView(row.key))
            return texts.say("cross_notice", row.source, values);
    return key + u": "_s + values.join(u", "_s);
}

std::vector<QString> crossNoticeKeys() {
    return keysOf({"cross_notice", rows()});
}

}  // namespace chayan::text
