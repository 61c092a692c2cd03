#pragma once

#include "app/cli/command.h"
#include "core/eye/labelled.h"

#include <string>

namespace chayan::cli {

/// What `rectify` and `visit label` are told of a label.
struct LabelOptions {
    std::string corners;
    bool asLit = false;
};
void addLabelOptions(CLI::App& command, LabelOptions& options);

/// BadUsage for corners that are not four pairs of numbers.
Result<eye::LabelAsk> askOf(const LabelOptions& options);

/// `corners`, `width`, `height` and `evened`, as members of an answer.
Json::Object labelJson(const eye::Labelled& label);

/// Its pixels, how large it prints, and what became of its light.
QString labelLine(const eye::Labelled& label, const Context& context);

}  // namespace chayan::cli
