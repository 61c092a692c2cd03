#include "core/vision/read_codes.h"

#include "core/vision/add_on.h"
#include "core/vision/ballot.h"
#include "core/vision/databar_limited.h"
#include "core/vision/enhance.h"
#include "core/vision/frame.h"
#include "core/vision/likeness.h"
#include "core/vision/localise.h"
#include "core/vision/opencv.h"
#include "core/vision/place.h"
#include "core/vision/rune.h"
#include "core/vision/square.h"
#include "core/vision/witness.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace chayan::vision {

namespace {

/// A picture being read: what is known of it, and the looks that find out more.
class Looking {
  public:
    Looking(GreyView picture, const Plan& plan) : m_picture(picture), m_plan(plan) {}

    bool isDue(const Pass& pass) {
        if (static_cast<double>(m_picture.width) * m_picture.height > pass.upToPixels)
            return false;
        switch (pass.when) {
            case Pass::When::Always:
                return true;
            case Pass::When::WhileNothingFound:
                return isBlank();
            case Pass::When::WhileUnexplained:
                return isBlank() || (pass.where != Pass::Where::Whole && pass.where != Pass::Where::Tiles &&
                                     std::ranges::any_of(places(), [&](Place& place) {
                                         return isOf(pass, place) && isWorth(pass, place);
                                     }));
            case Pass::When::WhileAddOnMayLack:
                return std::ranges::any_of(m_ballot.counting(),
                                           [](const Code* code) { return lacksAddOn(*code); });
        }
        return true;
    }

    void run(const Pass& pass) {
        for (const Frame& frame : framesOf(pass)) {
            look(pass, frame);
            if (isOver())
                return;
        }
        if (pass.where != Pass::Where::Bars && pass.where != Pass::Where::Grid &&
            pass.where != Pass::Where::Square)
            return;
        int looks = 0, doubtful = 0;
        for (Place& place : places()) {
            if (!isOf(pass, place) || !isWorth(pass, place))
                continue;
            doubtful += !isBlank() && likenessAt(place) < Likeness::Strong ? 1 : 0;
            if (doubtful > mostDoubtful())
                return;
            place.looks += isBlank() ? 0 : 1;
            if (pass.where == Pass::Where::Square)
                lookStraight(pass, place.candidate);
            else
                look(pass, frameOf(place.candidate, pass.treatment));
            if (isOver() || ++looks == mostLooks)
                return;
        }
    }

    bool isOver() const { return std::chrono::steady_clock::now() >= m_plan.until; }
    std::vector<Code> codes() const { return m_ballot.codes(); }

  private:
    struct Place {
        Candidate candidate;
        std::optional<Likeness> likeness;
        /// Since a code is known.
        int looks = 0;
    };

    bool isBlank() const { return m_ballot.counting().empty(); }

    /// Where codes may be: all such places while nothing is known, and what a quick search shows besides what
    /// is.
    std::vector<Place>& places() {
        constexpr int most = 150;
        if (m_places)
            return *m_places;
        const Search search = isBlank() ? Search::Thorough : Search::Quick;
        m_places.emplace();
        for (const Candidate& candidate : candidatesIn(m_picture, most, search))
            m_places->push_back({candidate, {}});
        if (search == Search::Thorough) {
            for (Place& place : *m_places)
                likenessAt(place);
            std::ranges::stable_sort(*m_places, std::ranges::greater(), &Place::likeness);
        }
        return *m_places;
    }

    Likeness likenessAt(Place& place) const {
        if (!place.likeness)
            place.likeness = likenessOf(place.candidate, m_picture);
        return *place.likeness;
    }

    static bool isOf(const Pass& pass, const Place& place) {
        const bool isBars = place.candidate.kind == Candidate::Kind::Bars;
        return isBars ? pass.where == Pass::Where::Bars
                      : pass.where == Pass::Where::Grid || pass.where == Pass::Where::Square;
    }

    bool isWorth(const Pass& pass, Place& place) const {
        if (isExplained(place.candidate))
            return false;
        if (isBlank())
            return likenessAt(place) >= pass.leastAtFirst;
        // What is no code shows nothing however often it is looked at.
        constexpr int barLooks = 9, gridLooks = 4;
        const int most = place.candidate.kind == Candidate::Kind::Bars ? barLooks : gridLooks;
        return place.looks < most && likenessAt(place) >= pass.least;
    }

    /// A code is known there: it lies in the candidate and is no small part of it, or the candidate in it.
    bool isExplained(const Candidate& candidate) const {
        return std::ranges::any_of(m_ballot.counting(), [&](const Code* code) {
            const double length = lengthOf(code->corners);
            constexpr float noSmallPart = 0.4F;
            const QPoint middle = middleOf(code->corners);
            const cv::Point2f apart(static_cast<float>(middle.x()) - candidate.box.center.x,
                                    static_cast<float>(middle.y()) - candidate.box.center.y);
            return lies(*code, candidate)
                       ? length > static_cast<double>(noSmallPart * std::max(candidate.box.size.width,
                                                                             candidate.box.size.height))
                       : std::hypot(apart.x, apart.y) < length / 2;
        });
    }

    /// The middle of the code lies in the candidate.
    static bool lies(const Code& code, const Candidate& candidate) {
        const QPoint middle = middleOf(code.corners);
        const cv::Point2d apart = cv::Point2d(middle.x(), middle.y()) - cv::Point2d(candidate.box.center);
        const double radians = static_cast<double>(candidate.box.angle) * CV_PI / 180;
        const double u = std::abs(apart.x * std::cos(radians) + apart.y * std::sin(radians));
        const double v = std::abs(apart.y * std::cos(radians) - apart.x * std::sin(radians));
        return 2 * u <= static_cast<double>(candidate.box.size.width) &&
               2 * v <= static_cast<double>(candidate.box.size.height);
    }

    std::vector<Frame> framesOf(const Pass& pass) const {
        if (pass.where == Pass::Where::Whole)
            return {wholeFrame(m_picture, pass.treatment.scale, pass.treatment.turn)};
        if (pass.where == Pass::Where::Tiles)
            return tiles(pass);
        std::vector<Frame> beside;
        if (pass.where == Pass::Where::AddOn)
            for (const Code* code : m_ballot.counting())
                if (lacksAddOn(*code))
                    beside.push_back(addOnFrame(*code, pass.treatment));
        return beside;
    }

    static Frame addOnFrame(const Code& code, const Treatment& treatment) {
        const cv::RotatedRect box = boxWithAddOn(code);
        constexpr double longest = 1600;
        return boxFrame(box, {},
                        {std::min(treatment.scale, longest / static_cast<double>(box.size.width)),
                         std::min(1.0, treatment.rows / static_cast<double>(box.size.height))});
    }

    /// Each tile reaches half a tile into its neighbours, so that a symbol up to that size lies whole in one.
    std::vector<Frame> tiles(const Pass& pass) const {
        const auto reach = [&](int side, int at) {
            const int length = (side + pass.tiles - 1) / pass.tiles;
            const int from = std::max(0, at * length - length / 4);
            return std::pair(from, std::min(side, (at + 1) * length + length / 4));
        };
        std::vector<Frame> out;
        for (int row = 0; row < pass.tiles; ++row)
            for (int column = 0; column < pass.tiles; ++column) {
                const auto [left, right] = reach(m_picture.width, column);
                const auto [top, bottom] = reach(m_picture.height, row);
                if (left < right && top < bottom)
                    out.push_back(partFrame({left, top, right - left, bottom - top}, pass.treatment.scale));
            }
        return out;
    }

    Frame frameOf(const Candidate& candidate, const Treatment& treatment) const {
        const cv::Size2f size = candidate.box.size;
        const double longer = static_cast<double>(std::max(size.width, size.height));
        if (candidate.kind == Candidate::Kind::Bars) {
            constexpr double longest = 1200, linesInRow = 3;
            const double across = std::min(treatment.scale, longest / longer);
            const float margin = 10;
            const cv::Size2f around(size.width * 0.08F + margin, size.height * 0.08F + margin);
            if (treatment.rows == 0)
                return boxFrame(candidate.box, around, {across, across});
            const double down = std::min(1.0, linesInRow * treatment.rows / static_cast<double>(size.height));
            return boxFrame(candidate.box, {around.width, 0}, {across, down});
        }
        // Beside a code that was read, what is large was large enough for the plain look; PDF417 is long.
        const bool isLong = size.width > 2 * size.height || size.height > 2 * size.width;
        const double longest = isLong ? 1000 : isBlank() ? 700 : 420;
        const double scale = std::min(treatment.scale, longest / longer);
        const float margin = std::max(size.width, size.height) * 0.1F + 8;
        return boxFrame(candidate.box, {margin, margin}, {scale, scale});
    }

    /// Looks through a frame and tells what counts, or may.
    void look(const Pass& pass, const Frame& frame) {
        for (Code& code : symbolsThrough(pass, frame, leastRows)) {
            const int enough = pass.where == Pass::Where::Bars ? manyRows : fewRows;
            if (pass.where == Pass::Where::Bars && trustIn(code, enough) == Trust::NeedsSecond)
                code.rows = rowsThatAgree(code, pass, frame);
            add(std::move(code), pass.name, enough);
        }
    }

    /// Looks at a place whose corners are found and pulled straight, and where that shows nothing, at its
    /// modules drawn anew.
    void lookStraight(const Pass& pass, const Candidate& candidate) {
        constexpr int side = 420;
        const auto square = squareIn(candidate, m_picture, side);
        if (!square || lookAt(pass, *square))
            return;
        if (const auto drawn = drawnAnew(*square))
            lookAt(pass, *drawn);
    }

    /// False when it shows nothing.
    bool lookAt(const Pass& pass, const Square& square) {
        const cv::Mat pixels = treated(square.pixels, pass.treatment);
        const GreyView view{pixels.data, pixels.cols, pixels.rows, static_cast<int>(pixels.step)};
        std::vector<Code> codes =
            symbolsIn(view, {pass.symbologies, pass.most, true, pass.treatment.threshold, leastRows});
        for (Code& code : codes) {
            for (QPoint& corner : code.corners) {
                const cv::Vec3d at = square.toPicture * cv::Vec3d(corner.x(), corner.y(), 1);
                corner = {std::clamp(static_cast<int>(std::lround(at[0] / at[2])), 0, m_picture.width - 1),
                          std::clamp(static_cast<int>(std::lround(at[1] / at[2])), 0, m_picture.height - 1)};
            }
            code.pass = pass.name;
            add(code, pass.name, fewRows);
        }
        return !codes.empty();
    }

    void add(Code code, const QString& look, int enoughRows) {
        const Trust trust = trustIn(code, enoughRows);
        if (trust == Trust::Never || (mayBePart(code) && !coversItsBars(code, barsAround(code))))
            return;
        m_ballot.add(std::move(code), look, trust == Trust::Counts ? 1 : 2);
    }

    /// How far the bars run that the code lies in, by the narrowest candidate; 0 where there is none.
    double barsAround(const Code& code) {
        double width = 0;
        for (const Place& place : places()) {
            const Candidate& at = place.candidate;
            if (at.kind == Candidate::Kind::Bars && lies(code, at) &&
                (width == 0 || static_cast<double>(at.box.size.width) < width))
                width = static_cast<double>(at.box.size.width);
        }
        return width;
    }

    /// A call for one linear symbol stops at the rows it was asked for, so it is asked again for more.
    int rowsThatAgree(const Code& code, const Pass& pass, const Frame& frame) const {
        for (const Code& again : symbolsThrough(pass, frame, manyRows))
            if (again.format == code.format && again.bytes == code.bytes)
                return manyRows;
        return code.rows;
    }

    std::vector<Code> symbolsThrough(const Pass& pass, const Frame& frame, int rows) const {
        const cv::Mat pixels = treated(seenThrough(frame, m_picture), pass.treatment);
        const GreyView view{pixels.data, pixels.cols, pixels.rows, static_cast<int>(pixels.step)};
        const bool isUpright = pass.where == Pass::Where::Bars || pass.where == Pass::Where::AddOn;
        const Scan scan{pass.symbologies, pass.most, !isUpright, pass.treatment.threshold, rows};
        const double stretched = static_cast<double>(frame.size.height) / pixels.rows;
        std::vector<Code> codes = pass.symbologies == Symbologies::AztecRune        ? runesIn(view)
                                  : pass.symbologies == Symbologies::DataBarLimited ? limitedIn(view)
                                                                                    : symbolsIn(view, scan);
        for (Code& code : codes) {
            for (QPoint& corner : code.corners)
                corner = inPicture(frame, {corner.x(), static_cast<int>(corner.y() * stretched)}, m_picture);
            code.pass = pass.name;
        }
        return codes;
    }

    /// In one pass; what is less likely than so many places is print, and so are doubtful places beside a
    /// code.
    static constexpr int mostLooks = 40;
    int mostDoubtful() const {
        constexpr double least = 4, aMegapixel = 2;
        return static_cast<int>(least + aMegapixel * m_picture.width * m_picture.height / 1e6);
    }
    static constexpr int leastRows = 2, fewRows = 4, manyRows = 10;
    GreyView m_picture;
    const Plan& m_plan;
    Ballot m_ballot;
    std::optional<std::vector<Place>> m_places;
};

}  // namespace

Seen<Sighting> readCodes(GreyView view, const Plan& plan, const AfterPass& afterPass) {
    return guarded([&]() -> Seen<Sighting> {
        const Moment start = std::chrono::steady_clock::now();
        Looking looking(view, plan);
        Sighting seen;
        for (const Pass& pass : plan.passes) {
            if (!seen.passes.isEmpty() && looking.isOver())
                break;
            if (!looking.isDue(pass))
                continue;
            looking.run(pass);
            seen.codes = looking.codes();
            seen.passes += pass.name;
            seen.ms = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                           std::chrono::steady_clock::now() - start)
                                           .count());
            if (afterPass)
                afterPass(seen);
            if (plan.goesOn && !plan.goesOn(seen))
                break;
        }
        return seen;
    });
}

}  // namespace chayan::vision
