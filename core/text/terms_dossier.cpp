#include "core/text/keyed.h"

namespace chayan::text {

std::span<const Row> fieldTerms() {
    static constexpr Row rows[] = {
        {"title", QT_TRANSLATE_NOOP("field", "Title")},
        {"kind", QT_TRANSLATE_NOOP("field", "Kind")},
        {"place", QT_TRANSLATE_NOOP("field", "Place")},
        {"division", QT_TRANSLATE_NOOP("field", "Division")},
        {"party_name", QT_TRANSLATE_NOOP("field", "Party")},
        {"party_credit_code", QT_TRANSLATE_NOOP("field", "Party's unified social credit code")},
        {"party_address", QT_TRANSLATE_NOOP("field", "Party's address")},
        {"party_phone", QT_TRANSLATE_NOOP("field", "Party's phone")},
        {"party_id_number", QT_TRANSLATE_NOOP("field", "Party's identity number")},
        {"category", QT_TRANSLATE_NOOP("field", "Goods category")},
        {"started_at", QT_TRANSLATE_NOOP("field", "Started at")},
        {"ended_at", QT_TRANSLATE_NOOP("field", "Ended at")},
        {"notes", QT_TRANSLATE_NOOP("field", "Notes")},
        {"findings", QT_TRANSLATE_NOOP("field", "What was found")},
        {"party_comment", QT_TRANSLATE_NOOP("field", "Party's comment")},
        {"witness_name", QT_TRANSLATE_NOOP("field", "Witness")},
        {"complainant_name", QT_TRANSLATE_NOOP("field", "Complainant's name")},
        {"complainant_phone", QT_TRANSLATE_NOOP("field", "Complainant's phone")},
        {"whistleblower_name", QT_TRANSLATE_NOOP("field", "Whistle-blower's name")},
        {"whistleblower_phone", QT_TRANSLATE_NOOP("field", "Whistle-blower's phone")},
        {"tracking", QT_TRANSLATE_NOOP("field", "Tracking number")},
        {"consignor_name", QT_TRANSLATE_NOOP("field", "Consignor")},
        {"consignor_address", QT_TRANSLATE_NOOP("field", "Consignor's address")},
        {"consignor_phone", QT_TRANSLATE_NOOP("field", "Consignor's phone")},
        {"consignee_name", QT_TRANSLATE_NOOP("field", "Consignee")},
        {"consignee_address", QT_TRANSLATE_NOOP("field", "Consignee's address")},
        {"consignee_phone", QT_TRANSLATE_NOOP("field", "Consignee's phone")},
        {"contents", QT_TRANSLATE_NOOP("field", "Declared contents")},
        {"value", QT_TRANSLATE_NOOP("field", "Declared value")},
        {"currency", QT_TRANSLATE_NOOP("field", "Currency")},
        {"weight_g", QT_TRANSLATE_NOOP("field", "Weight (g)")},
        {"hs", QT_TRANSLATE_NOOP("field", "HS code")},
        {"seen_at", QT_TRANSLATE_NOOP("field", "Seen at")},
        {"status", QT_TRANSLATE_NOOP("field", "Status")},
        {"second_officer", QT_TRANSLATE_NOOP("field", "Second officer and certificate number")},
        {"party_representative", QT_TRANSLATE_NOOP("field", "Legal representative or person in charge")},
        {"credentials_shown", QT_TRANSLATE_NOOP("field", "Credentials shown")},
        {"rights_told", QT_TRANSLATE_NOOP("field", "Rights told")},
        {"on_site_person", QT_TRANSLATE_NOOP("field", "Person on site")},
        {"on_site_role", QT_TRANSLATE_NOOP("field", "Role of the person on site")},
        {"measures", QT_TRANSLATE_NOOP("field", "Measures taken")},
        {"refusal_reason", QT_TRANSLATE_NOOP("field", "Why a signature was refused")},
        {"source", QT_TRANSLATE_NOOP("field", "Source of the lead")},
        {"name", QT_TRANSLATE_NOOP("field", "Name")},
        {"mark", QT_TRANSLATE_NOOP("field", "Mark")},
        {"spec", QT_TRANSLATE_NOOP("field", "Specification")},
        {"lot", QT_TRANSLATE_NOOP("field", "Lot")},
        {"production_date", QT_TRANSLATE_NOOP("field", "Production date")},
        {"expiry_date", QT_TRANSLATE_NOOP("field", "Expiry date")},
        {"maker", QT_TRANSLATE_NOOP("field", "Maker")},
        {"origin", QT_TRANSLATE_NOOP("field", "Country of origin")},
        {"licence_no", QT_TRANSLATE_NOOP("field", "Licence or registration number")},
        {"gtin", QT_TRANSLATE_NOOP("field", "Article number (GTIN)")},
        {"quantity", QT_TRANSLATE_NOOP("field", "Quantity")},
        {"unit", QT_TRANSLATE_NOOP("field", "Unit")},
        {"unit_price", QT_TRANSLATE_NOOP("field", "Unit price")},
        {"condition", QT_TRANSLATE_NOOP("field", "Condition")},
        {"seal_no", QT_TRANSLATE_NOOP("field", "Seal number")},
        {"note", QT_TRANSLATE_NOOP("field", "Note")},
        {"role", QT_TRANSLATE_NOOP("field", "Role")},
        {"employer", QT_TRANSLATE_NOOP("field", "Employer")},
        {"certificate_no", QT_TRANSLATE_NOOP("field", "Officer's certificate number")},
        {"id_number", QT_TRANSLATE_NOOP("field", "Identity number")},
        {"phone", QT_TRANSLATE_NOOP("field", "Phone")},
        {"address", QT_TRANSLATE_NOOP("field", "Address")},
        {"dossier", QT_TRANSLATE_NOOP("field", "Dossier")},
        {"relation", QT_TRANSLATE_NOOP("field", "Relation")},
        {"original_name", QT_TRANSLATE_NOOP("field", "File name")},
        {"caption", QT_TRANSLATE_NOOP("field", "What it shows")},
        {"use", QT_TRANSLATE_NOOP("field", "Use")},
        {"bag_name", QT_TRANSLATE_NOOP("field", "Name of the bag")},
        {"bag_version", QT_TRANSLATE_NOOP("field", "BagIt version")},
        {"bag_algorithms", QT_TRANSLATE_NOOP("field", "Digests of its manifests")},
        {"bag_result", QT_TRANSLATE_NOOP("field", "Result of the check")},
        {"bag_sender", QT_TRANSLATE_NOOP("field", "Sender, as the bag says")},
        {"bag_identifier", QT_TRANSLATE_NOOP("field", "Identifier, as the bag says")},
        {"bag_description", QT_TRANSLATE_NOOP("field", "Description, as the bag says")},
        {"bag_part", QT_TRANSLATE_NOOP("field", "Part of the bag")},
        {"brand", QT_TRANSLATE_NOOP("field", "Brand")},
        {"goods_name", QT_TRANSLATE_NOOP("field", "Goods")},
        {"shows", QT_TRANSLATE_NOOP("field", "What is kept")},
        {"article_numbers", QT_TRANSLATE_NOOP("field", "Article numbers (GTIN)")},
        {"given_how", QT_TRANSLATE_NOOP("field", "Where it is from")},
        {"given_by", QT_TRANSLATE_NOOP("field", "Given by")},
        {"given_at", QT_TRANSLATE_NOOP("field", "Given on")},
        {"taken_in", QT_TRANSLATE_NOOP("field", "Photographed in")},
        {"retired_reason", QT_TRANSLATE_NOOP("field", "Why it is out of use")},
    };
    return rows;
}

std::span<const Row> sectionTerms() {
    static constexpr Row rows[] = {
        {"visit", QT_TRANSLATE_NOOP("section", "Visit")},
        {"party", QT_TRANSLATE_NOOP("section", "Party")},
        {"scene", QT_TRANSLATE_NOOP("section", "On site")},
        {"source", QT_TRANSLATE_NOOP("section", "Source")},
        {"bag", QT_TRANSLATE_NOOP("section", "Bag made by others")},
        {"reference", QT_TRANSLATE_NOOP("section", "Genuine reference")},
        {"goods", QT_TRANSLATE_NOOP("section", "Goods")},
        {"people", QT_TRANSLATE_NOOP("section", "People")},
        {"links", QT_TRANSLATE_NOOP("section", "Related dossiers")},
        {"originals", QT_TRANSLATE_NOOP("section", "Originals")},
    };
    return rows;
}

std::span<const Row> entryTerms() {
    static constexpr Row rows[] = {
        {"log.opened", QT_TRANSLATE_NOOP("entry", "Log opened")},
        {"officer.admitted", QT_TRANSLATE_NOOP("entry", "Officer admitted")},
        {"officer.retired", QT_TRANSLATE_NOOP("entry", "Officer retired")},
        {"clock.checked", QT_TRANSLATE_NOOP("entry", "Clock checked")},
        {"anchor.received", QT_TRANSLATE_NOOP("entry", "Receipt or time-stamp received")},
        {"bundle.exported", QT_TRANSLATE_NOOP("entry", "Bundle exported")},
        {"bundle.imported", QT_TRANSLATE_NOOP("entry", "Bundle imported")},
        {"dossier.opened", QT_TRANSLATE_NOOP("entry", "Dossier opened")},
        {"field.set", QT_TRANSLATE_NOOP("entry", "Field filled in")},
        {"item.added", QT_TRANSLATE_NOOP("entry", "Item added")},
        {"item.set", QT_TRANSLATE_NOOP("entry", "Item changed")},
        {"item.removed", QT_TRANSLATE_NOOP("entry", "Item removed")},
        {"original.added", QT_TRANSLATE_NOOP("entry", "Original added")},
        {"original.destroyed", QT_TRANSLATE_NOOP("entry", "Original destroyed by order")},
        {"code.scanned", QT_TRANSLATE_NOOP("entry", "Code read")},
        {"record.signed", QT_TRANSLATE_NOOP("entry", "Record signed")},
        {"cosigned", QT_TRANSLATE_NOOP("entry", "Confirmed by a second officer")},
        {"sealed.set", QT_TRANSLATE_NOOP("entry", "Sealed value filled in")},
        {"sealed.read", QT_TRANSLATE_NOOP("entry", "Sealed value looked at")},
        {"trust.added", QT_TRANSLATE_NOOP("entry", "Certificate trusted")},
        {"trust.removed", QT_TRANSLATE_NOOP("entry", "Trust withdrawn")},
    };
    return rows;
}

std::span<const Row> dossierTerms() {
    static constexpr Row rows[] = {
        {"visit", QT_TRANSLATE_NOOP("dossier", "Visit")},
        {"parcel", QT_TRANSLATE_NOOP("dossier", "Parcel")},
        {"case", QT_TRANSLATE_NOOP("dossier", "Case")},
        {"evidence", QT_TRANSLATE_NOOP("dossier", "Foreign evidence")},
        {"reference", QT_TRANSLATE_NOOP("dossier", "Genuine reference")},
        {"log", QT_TRANSLATE_NOOP("dossier", "Log")},
    };
    return rows;
}

std::span<const Row> originTerms() {
    static constexpr Row rows[] = {
        {"captured", QT_TRANSLATE_NOOP("origin", "Captured here")},
        {"imported", QT_TRANSLATE_NOOP("origin", "Imported")},
        {"received", QT_TRANSLATE_NOOP("origin", "Received from others")},
        {"derived", QT_TRANSLATE_NOOP("origin", "Derived from another picture")},
    };
    return rows;
}

std::span<const Row> stateTerms() {
    static constexpr Row rows[] = {
        {"saved", QT_TRANSLATE_NOOP("state", "Saved here")},
        {"sent", QT_TRANSLATE_NOOP("state", "Sent")},
        {"received", QT_TRANSLATE_NOOP("state", "Received")},
        {"sealed", QT_TRANSLATE_NOOP("state", "Sealed")},
        {"withheld", QT_TRANSLATE_NOOP("state", "Withheld")},
        {"destroyed", QT_TRANSLATE_NOOP("state", "Destroyed by order")},
    };
    return rows;
}

std::span<const Row> formTerms() {
    static constexpr Row rows[] = {
        {"9", QT_TRANSLATE_NOOP("form", "On-site record (form 9)")},
        {"24", QT_TRANSLATE_NOOP("form", "List of goods (form 24)")},
    };
    return rows;
}

}  // namespace chayan::text
