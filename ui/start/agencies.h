#pragma once

#include <QStringList>

namespace chayan::ui {

/// Names of offices to choose from: those of the province, and the market supervision bureau of every
/// division.
QStringList agencyNames();
/// `510100  成都市`, by code.
QStringList divisionNames();
/// The division whose bureau this is, six digits; empty where the name does not say.
QString divisionOfAgency(const QString& agency);

}  // namespace chayan::ui
