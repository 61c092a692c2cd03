#pragma once

#include "core/services/office.h"
#include "core/services/visits.h"
#include "tests/support/drawn_code.h"

#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace chayan::test {

/// An office of its own whose photographs are drawn, stored and read by real workers.
class PicturedOffice {
  public:
    using Codes = std::vector<std::pair<ZXing::BarcodeFormat, std::wstring>>;

    PicturedOffice()
        : m_office(services::Office::found(m_folder.filePath(QStringLiteral("store")),
                                           {QStringLiteral("王建国"), QStringLiteral("川510100017"),
                                            QStringLiteral("成都市市场监督管理局"), QStringLiteral("510100")},
                                           "red paper boat", QStringLiteral("test"))
                       .value()) {}

    const services::Office& office() const { return *m_office; }
    store::Store& store() const { return m_office->store(); }
    std::shared_ptr<const store::Signer> signer() const { return m_office->signer().value(); }
    DossierId visit(const QString& title) const {
        return services::openVisit(store(), signer(), {{QStringLiteral("title"), title}}).value();
    }
    domain::Dossier read(const DossierId& visit) const {
        return services::readDossier(store(), visit).value();
    }

    /// Where the n-th code of a picture stands.
    static QRect placeOf(int code) { return {40, 10 + code * 320, 640, 310}; }

    /// A picture with these codes below each other; no two are the same file.
    services::AddedPhoto photograph(const DossierId& visit, const Codes& codes) {
        QImage sheet(700, 40 + static_cast<int>(codes.size()) * 320, QImage::Format_RGB32);
        sheet.fill(QColor(200 + ++m_count, 235, 235));
        QPainter painter(&sheet);
        for (std::size_t i = 0; i < codes.size(); ++i)
            painter.drawImage(60, 20 + static_cast<int>(i) * 320, drawnCode(codes[i].first, codes[i].second));
        painter.end();
        const QString file = m_folder.filePath(QStringLiteral("%1.png").arg(m_count));
        if (!sheet.save(file))
            qFatal("no picture");
        return services::addPhoto(m_office->photoTarget(signer()), visit, file).value();
    }

  private:
    QTemporaryDir m_folder;
    std::shared_ptr<services::Office> m_office;
    int m_count = 0;
};

}  // namespace chayan::test
