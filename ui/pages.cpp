#include "ui/pages.h"

#include "ui/bundles/bundles_page.h"
#include "ui/search/search_page.h"
#include "ui/settings/settings_page.h"
#include "ui/visits/visits_page.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

std::vector<PageRow> pages() {
    return {
        {u"visits"_s, QT_TRANSLATE_NOOP("page", "Visits"), u"visits",
         [](Desk& d) { return new VisitsPage(d); }, false,
         QT_TRANSLATE_NOOP(
             "page",
             "What you saw on site: the record, the goods, the photographs. Type into a field "
             "and go on to the next; it is saved as you leave it, and kept as a draft while you "
             "type. Nothing is ever overwritten: a correction is a new entry.")},
        {u"bundles"_s, QT_TRANSLATE_NOOP("page", "Bundles"), u"bundles",
         [](Desk& d) { return new BundlesPage(d); }, false,
         QT_TRANSLATE_NOOP("page",
                           "Evidence on its way. Drop a bundle anywhere in the window to see whether it is "
                           "intact and who signed it. Compare the fingerprint with its holder before you "
                           "trust a key; then take the bundle into the records and send back the receipt.")},
        {u"search"_s, QT_TRANSLATE_NOOP("page", "Search"), u"search",
         [](Desk& d) { return new SearchPage(d); }, false,
         QT_TRANSLATE_NOOP("page",
                           "Looks in everything that is not sealed, also in what other offices handed over "
                           "and in the codes that were read. Several words must all occur.")},
        {u"settings"_s, QT_TRANSLATE_NOOP("page", "Settings"), u"settings",
         [](Desk& d) { return new SettingsPage(d); }, true,
         QT_TRANSLATE_NOOP("page",
                           "Check the records and back them up, say who may write here and whose keys count, "
                           "and choose how it looks and when it locks.")},
    };
}

}  // namespace chayan::ui
