#include "core/vision/pass.h"

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

using When = Pass::When;
using Where = Pass::Where;

/// A candidate's looks hold one symbol, so that ZXing has nothing to compare.
Pass bars(const QString& name, const Treatment& treatment, Symbologies symbologies = Symbologies::Linear) {
    return {.name = name,
            .where = Where::Bars,
            .symbologies = symbologies,
            .treatment = treatment,
            .most = 1,
            .when = When::WhileUnexplained};
}

/// Symbols of several rows, whose rows must not be averaged.
Pass stack(const QString& name, const Treatment& treatment, Symbologies symbologies = Symbologies::Stacked) {
    Pass pass = bars(name, treatment, symbologies);
    pass.leastAtFirst = Likeness::Strong;
    return pass;
}

Pass grid(const QString& name, const Treatment& treatment, Likeness least = Likeness::Strong) {
    return {.name = name,
            .where = Where::Grid,
            .symbologies = Symbologies::Matrix,
            .treatment = treatment,
            .most = 4,
            .when = When::WhileUnexplained,
            .least = least};
}

Pass square(const QString& name) {
    Pass pass = grid(name, {});
    pass.where = Where::Square;
    pass.most = 1;
    pass.leastAtFirst = Likeness::Some;
    return pass;
}

/// Few rows, which a symbol that stands askew crosses within one bar.
Pass addOn(const QString& name, const Treatment& treatment) {
    return {.name = name,
            .where = Where::AddOn,
            .symbologies = Symbologies::WithAddOn,
            .treatment = treatment,
            .most = 1,
            .when = When::WhileAddOnMayLack};
}

constexpr double small = 1e6, medium = 4e6;

Pass whole(const QString& name, const Treatment& treatment, double upToPixels) {
    return {.name = name,
            .treatment = treatment,
            .most = 1,
            .when = When::WhileUnexplained,
            .upToPixels = upToPixels};
}

}  // namespace

std::vector<Pass> everyPass() {
    constexpr int averaged = 40;
    return {
        {.name = u"plain"_s},
        addOn(u"add_on"_s, {.scale = 2, .rows = 16}),
        {.name = u"databar"_s,
         .symbologies = Symbologies::DataBar,
         .most = 1,
         .when = When::WhileNothingFound},
        bars(u"bars"_s, {.scale = 2, .rows = averaged}),
        grid(u"grid"_s, {.scale = 2}, Likeness::Some),
        stack(u"stack"_s, {.scale = 2}),
        stack(u"stack_databar"_s, {.scale = 2}, Symbologies::DataBar),
        bars(u"bars_limited"_s, {.scale = 2, .rows = averaged}, Symbologies::DataBarLimited),
        {.name = u"limited"_s, .symbologies = Symbologies::DataBarLimited, .when = When::WhileNothingFound},
        bars(u"bars_sharp"_s, {.scale = 3, .rows = averaged, .sharpen = 2, .sharpenWidth = 4}),
        grid(u"grid_sharp"_s, {.scale = 3, .sharpen = 2, .sharpenWidth = 3}),
        bars(u"bars_window"_s, {.scale = 2, .rows = averaged, .threshold = Threshold::Window}),
        grid(u"grid_dark"_s, {.scale = 2, .invert = true}, Likeness::Some),
        bars(u"bars_dark"_s, {.scale = 2, .rows = averaged, .invert = true}),
        grid(u"grid_window"_s, {.scale = 2, .threshold = Threshold::Window}),
        square(u"square"_s),
        // Averages noise away, and makes large soft modules sharp enough.
        whole(u"half"_s, {.scale = 0.5}, medium),
        whole(u"even"_s, {.evenLight = true}, medium),
        bars(u"bars_even"_s, {.scale = 2, .rows = averaged, .evenLight = true}),
        grid(u"grid_even"_s, {.scale = 2, .evenLight = true}),
        bars(u"bars_sharper"_s, {.scale = 3, .rows = averaged, .sharpen = 5, .sharpenWidth = 6}),
        grid(u"grid_sharper"_s, {.scale = 3, .sharpen = 5, .sharpenWidth = 5}),
        bars(u"bars_fine"_s, {.scale = 3, .rows = 120, .sharpen = 3, .sharpenWidth = 5}),
        stack(u"stack_sharp"_s, {.scale = 2, .sharpen = 2, .sharpenWidth = 3}),
        stack(u"stack_dark"_s, {.scale = 2, .invert = true}),
        stack(u"stack_even"_s, {.scale = 2, .evenLight = true}),
        whole(u"sharp"_s, {.sharpen = 2}, medium),
        {.name = u"rune"_s,
         .symbologies = Symbologies::AztecRune,
         .when = When::WhileNothingFound,
         .upToPixels = medium},
        whole(u"window"_s, {.threshold = Threshold::Window}, medium),
        whole(u"dark"_s, {.invert = true}, medium),
        whole(u"double"_s, {.scale = 2, .sharpen = 2, .sharpenWidth = 3}, small),
        whole(u"turned"_s, {.turn = 30}, small),
        whole(u"turned_2"_s, {.turn = 60}, small),
    };
}

std::vector<Pass> cautiousPasses() {
    const auto linear = [](const QString& name, int tiles) {
        return Pass{.name = name,
                    .where = Where::Tiles,
                    .symbologies = Symbologies::Linear,
                    .most = 1,
                    .tiles = tiles};
    };
    return {
        {.name = u"matrix"_s, .symbologies = Symbologies::Matrix},
        linear(u"linear"_s, 1),
        linear(u"linear_2"_s, 2),
        linear(u"linear_3"_s, 3),
    };
}

}  // namespace chayan::vision
