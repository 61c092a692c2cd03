#include "core/text/keyed.h"

namespace chayan::text {

std::span<const Row> identifierReasons() {
    static constexpr Row rows[] = {
        {"length", QT_TRANSLATE_NOOP("identifier", "The number of characters is wrong.")},
        {"alphabet",
         QT_TRANSLATE_NOOP("identifier", "It holds a character that does not occur in such a code.")},
        {"shape", QT_TRANSLATE_NOOP("identifier", "It is not built like such a code.")},
        {"prefix", QT_TRANSLATE_NOOP("identifier", "Its beginning does not occur in such a code.")},
        {"type", QT_TRANSLATE_NOOP("identifier", "Its type character is unknown.")},
        {"region", QT_TRANSLATE_NOOP("identifier", "Its region code does not exist.")},
        {"date", QT_TRANSLATE_NOOP("identifier", "The date in it does not exist.")},
        {"value", QT_TRANSLATE_NOOP("identifier", "A value in it is outside its range.")},
        {"check_digit",
         QT_TRANSLATE_NOOP("identifier", "The check digit is wrong; it may be misread or mistyped.")},
        {"punctuation",
         QT_TRANSLATE_NOOP("identifier", "It would be accepted without its additional punctuation.")},
        {"unknown_ai",
         QT_TRANSLATE_NOOP("identifier", "It holds an application identifier that GS1 does not define.")},
        {"needs",
         QT_TRANSLATE_NOOP("identifier", "An application identifier lacks another that must go with it.")},
        {"excludes", QT_TRANSLATE_NOOP("identifier", "Two application identifiers may not stand together.")},
        {"repeated",
         QT_TRANSLATE_NOOP("identifier", "One application identifier stands twice with different values.")},
        {"order", QT_TRANSLATE_NOOP("identifier", "Its parts stand in the wrong order.")},
        {"attribute", QT_TRANSLATE_NOOP("identifier", "A part stands where it may not.")},
        {"encoding", QT_TRANSLATE_NOOP("identifier", "It is not well-formed text.")},
    };
    return rows;
}

std::span<const Row> identifierNotices() {
    static constexpr Row rows[] = {
        {"ambiguous_carrier",
         QT_TRANSLATE_NOOP("identifier_notice", "Several carriers use this form of number.")},
        {"class_authority_mismatch",
         QT_TRANSLATE_NOOP("identifier_notice", "Class and issuing authority do not usually go together.")},
        {"country_unknown", QT_TRANSLATE_NOOP("identifier_notice", "The country code is not in the table.")},
        {"coupon", QT_TRANSLATE_NOOP("identifier_notice", "This is a coupon, not a product.")},
        {"day_unspecified",
         QT_TRANSLATE_NOOP("identifier_notice", "The date names no day, only month and year.")},
        {"demonstration_prefix",
         QT_TRANSLATE_NOOP("identifier_notice", "This prefix is reserved for demonstrations.")},
        {"department_unknown",
         QT_TRANSLATE_NOOP("identifier_notice",
                           "The registering department's character is not in the table.")},
        {"division_not_listed",
         QT_TRANSLATE_NOOP("identifier_notice",
                           "The division code is not in the table; it may be newer or have been withdrawn.")},
        {"domestic_service",
         QT_TRANSLATE_NOOP("identifier_notice", "This service is meant for domestic mail.")},
        {"form_unverified",
         QT_TRANSLATE_NOOP("identifier_notice",
                           "This form is known only from examples; check it with the authority.")},
        {"ismn", QT_TRANSLATE_NOOP("identifier_notice", "This is a number for printed music.")},
        {"legacy", QT_TRANSLATE_NOOP("identifier_notice",
                                     "This number was replaced by the unified social credit code.")},
        {"locally_administered",
         QT_TRANSLATE_NOOP("identifier_notice", "This address was set by software, not by a maker.")},
        {"multicast",
         QT_TRANSLATE_NOOP("identifier_notice", "This is a group address, not that of a device.")},
        {"not_a_trade_item",
         QT_TRANSLATE_NOOP("identifier_notice", "This number is not one of a product for sale.")},
        {"not_announced",
         QT_TRANSLATE_NOOP("identifier_notice",
                           "It reads like GS1 data, but the code does not announce itself as such.")},
        {"org_check_digit",
         QT_TRANSLATE_NOOP(
             "identifier_notice",
             "The organisation code inside has a wrong check digit; older codes sometimes do.")},
        {"personal_data", QT_TRANSLATE_NOOP("identifier_notice", "This is personal data; keep it sealed.")},
        {"prefix_unassigned", QT_TRANSLATE_NOOP("identifier_notice", "GS1 has not assigned this prefix.")},
        {"separator_may_be_missing",
         QT_TRANSLATE_NOOP("identifier_notice", "A separator may be missing: one value may really be two.")},
        {"store_internal",
         QT_TRANSLATE_NOOP("identifier_notice",
                           "This number is for use inside one shop and says nothing elsewhere.")},
        {"test_imei",
         QT_TRANSLATE_NOOP("identifier_notice", "This is a test number, not that of a device on sale.")},
        {"test_item", QT_TRANSLATE_NOOP("identifier_notice", "This is a test item of the post.")},
        {"variable_measure",
         QT_TRANSLATE_NOOP("identifier_notice", "This is a product of variable measure.")},
    };
    return rows;
}

}  // namespace chayan::text
