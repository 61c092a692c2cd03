#pragma once

#include "ui/shell/desk.h"

#include <functional>
#include <vector>

namespace chayan::ui {

/// One place of the window. Rail, keys (Ctrl and its number), palette, screenshots and the test that walks
/// every page read this table, so adding a page is one row.
struct PageRow {
    QString key;
    /// English source of its name, in the context `page`.
    const char* title;
    QStringView iconName;
    std::function<Page*(Desk&)> make;
    /// At the foot of the rail, under the line.
    bool atFoot = false;
    /// English source of what F1 says of it, in the context `page`; its keys stand below by themselves.
    const char* help = nullptr;
};

std::vector<PageRow> pages();

}  // namespace chayan::ui
