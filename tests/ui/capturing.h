#pragma once

#include "core/services/visits.h"
#include "tests/ui/desk_fixture.h"
#include "ui/capture/capture_view.h"
#include "ui/visits/visits_page.h"

namespace chayan::test {

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A window with an empty visit and a live picture in it.
struct Capturing {
    OpenWindow window;
    ui::VisitsPage* visits;
    ui::CaptureView* view = nullptr;

    explicit Capturing(const QString& store) : window(store), visits(window.page<ui::VisitsPage>()) {
        (void)QTest::qWaitFor([&] { return visits->list()->rowCount() > 0; }, 20'000);
        again();
    }
    /// Another empty visit.
    void again() {
        const int before = visits->list()->rowCount();
        visits->createVisit();
        (void)QTest::qWaitFor(
            [&] {
                return visits->list()->rowCount() == before + 1 && visits->visit()->isRead() && photos() == 0;
            },
            20'000);
        visits->showTab(ui::VisitView::PhotosTab);
        visits->photos()->capture();
        view = visits->photos()->capturer();
    }
    int photos() const { return visits->photos()->model()->photoCount(); }
    std::vector<domain::OriginalAdded> originals() const {
        const auto dossier = services::readDossier(window->desk().session.office()->store(),
                                                   *DossierId::fromText(visits->opened()));
        std::vector<domain::OriginalAdded> all;
        for (const domain::Item* item : dossier->list(QStringLiteral("originals")))
            all.push_back(*dossier->original(*item));
        return all;
    }
    QByteArray stored(const domain::OriginalAdded& original) const {
        return bytesOf(window->desk().session.office()->store().vault().pathOf(original.sha256));
    }
};

}  // namespace chayan::test
